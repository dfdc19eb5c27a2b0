/** What a rhythm of follow-up is; which there are stands in `pipeline.ts`. */

/**
 * A delay as people say it. Working hours and working days count only inside the company's working time (see
 * `domain/time/working-time.ts`); an ISO 8601 duration counts by the clock, day and night.
 */
export type Delay = `${number} working hour${'' | 's'}` | `${number} working day${'' | 's'}` | `P${string}`;

/** Of 24 hours, or of as many working hours as a usual day has. */
export function approximateDays(delay: string): number {
  const [, working, unit] = /^(\d+) working (hour|day)/.exec(delay) ?? [];
  if (working !== undefined) return Number(working) / (unit === 'hour' ? 8 : 1);
  const of = (letter: string, part: string) => Number(new RegExp(`(\\d+)${letter}`).exec(part)?.[1] ?? 0);
  const [days = '', time = ''] = delay.split('T');
  return of('D', days) + (of('H', time) + of('M', time) / 60 + of('S', time) / 3_600) / 24;
}

/** A rhythm of follow-up. */
export interface Cadence {
  /** Who gets the mails. A customer without a mail address is followed up by phone: the owner is chased instead. */
  readonly to: 'owner' | 'customer';
  /** When the first, second, ... mail is due. */
  readonly after: readonly Delay[];
  /**
   * Repeats without end after the last of `after`. Without it an open lead is stalled after the last mail, and a closed one
   * is left in peace.
   */
  readonly thenEach?: Delay;
}

/** A rhythm of the pipeline's table: its defaults, and what a business may make of them. */
export interface CadenceRule extends Cadence {
  /**
   * The owner's mails, but a company file may turn them to the customers, and so there are words for these as well: the
   * compiler asks for them (`views/words/mails/follow-up.ts`). Without it they stay the owner's: they tell what the
   * customer just did, sound an alarm, or would be advertising if the customer got them (§ 7 UWG).
   */
  readonly orTo?: 'customer';
  /** The first of its mails tells what has just happened: it goes out at once and by itself, and the others with the chases. */
  readonly news?: true;
}

/** After the alert at the beginning: three times within a quarter of an hour, each quarter up to two hours, hourly up to twelve. */
export const alarmSteps: readonly Delay[] = [
  ...[5, 10, 15, 30, 45, 60, 75, 90, 105, 120].map((minutes): Delay => `PT${minutes}M`),
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((hours): Delay => `PT${hours}H`),
];

/** Who has not heard it for half a day does not hear it in the night after: then it is a chase as any other. */
export const afterTheAlarm: Delay = '2 working days';
