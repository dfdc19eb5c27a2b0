/** When a digest is due. Whoever may send one asks each few minutes: so a changed hour takes effect by itself. */
import type { Company } from '../business/company.ts';
import { addDays, localDate, millisecondsBetween, momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';

/** By then the owner has read his mail. */
const latestMillis = 6 * 60 * 60_000;

/**
 * The local date (`2026-11-23`) of the digest whose time has come; `undefined`: none is due now.
 * @param since when the business was stored for the first time: what was due before is not made up for.
 */
export function dueDigest(
  { digestAt, timeZone }: Pick<Company, 'digestAt' | 'timeZone'>,
  now: Moment,
  since: Moment,
): string | undefined {
  const today = localDate(now, timeZone);
  // A digest of shortly before midnight may be sent after it.
  return [today, addDays(today, -1)].find((date) => {
    const due = momentOf(date, digestAt, timeZone);
    const lateMillis = millisecondsBetween(due, now);
    return lateMillis >= 0 && lateMillis < latestMillis && due >= since;
  });
}
