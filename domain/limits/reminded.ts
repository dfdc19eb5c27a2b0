/** How often one person is reminded, over all his requests. */
import type { Company } from '../business/company.ts';
import { addDays, addDuration, localDate, momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { limits } from './figures.ts';

/** A reminder that went out to this person, or is about to. */
export interface Reminded {
  readonly leadId: string;
  /** Its key in the mail log. */
  readonly key: string;
  readonly at: Moment;
}

/** As far back as it counts. */
export const remindedSince = (now: Moment): Moment => addDuration(now, '-P7D');

/**
 * Whether a person who got these reminders may get one more.
 * @returns why not, and when he may; `undefined`: he may.
 */
export function whyNotReminded(
  reminded: readonly Reminded[],
  { leadId, key }: Pick<Reminded, 'leadId' | 'key'>,
  now: Moment,
  { timeZone }: Pick<Company, 'timeZone'>,
): { readonly reason: 'week-full' | 'other-reminded'; readonly until: Moment } | undefined {
  const others = reminded
    .filter((one) => (one.leadId !== leadId || one.key !== key) && one.at > remindedSince(now))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const inTheWay = others.at(-limits.reminders.aWeek);
  if (inTheWay) return { reason: 'week-full', until: addDuration(inTheWay.at, 'P7D') };
  const today = localDate(now, timeZone);
  const isOtherToday = others.some((one) => one.leadId !== leadId && localDate(one.at, timeZone) === today);
  return isOtherToday
    ? { reason: 'other-reminded', until: momentOf(addDays(today, 1), '00:00', timeZone) }
    : undefined;
}
