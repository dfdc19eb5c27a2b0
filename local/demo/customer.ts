/** Who asks the firm of the demonstration for something, and what comes of it. Invented, all of it. */

/** What the business does at a step: working days since the one before, the action, what is typed, and who does it. */
export type Step = readonly [
  days: number,
  action: string,
  typed?: Readonly<Record<string, string>>,
  by?: Colleague,
];
export type Colleague = 'martin' | 'sabine' | 'jonas' | 'katharina' | 'emre';

export interface Customer {
  readonly name: string;
  readonly city: string;
  readonly street?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly message: string;
  /** Working days before now; absent: a quarter of an hour. */
  readonly ago?: number;
  /** Sent in as these fields say besides. */
  readonly typed?: Readonly<Record<string, string>>;
  /** He called; otherwise he filled in the form. */
  readonly called?: true;
  readonly steps: readonly Step[];
  /** What he writes back in the end, and nobody has read. */
  readonly answers?: string;
}

export const euros = (amount: number): string => amount.toLocaleString('de-DE');

/** On the wall, so many working days after the step, or (`@`) after today; the day is made of it when it is played. */
export const visit = (days: number | string, time: string): Readonly<Record<string, string>> => ({
  date: typeof days === 'string' ? days : `+${days}`,
  time,
  durationMinutes: '60',
});

export const talk = (note: string): Readonly<Record<string, string>> => ({ note, next: 'nothing' });
export const inspected = (note: string, days: number | string, time: string): Step => [
  0.3,
  'reached',
  { note, next: 'visit', ...visit(days, time) },
  'sabine',
];
export const quote = (days: number, amount: number): Step => [
  days,
  'quote',
  { quotedCents: euros(amount) },
  'martin',
];
export const win = (days: number, amount: number): Step => [
  days,
  'win',
  { finalCents: euros(amount) },
  'martin',
];
export const lose = (days: number, reason: string): Step => [
  days,
  'lose',
  { reason, refusal: 'none' },
  'katharina',
];
