/** What somebody should turn to now, of all that waits for him: few enough to begin with. */

import { isUntouched } from '../lead/acknowledging.ts';
import { weightedCents } from '../lead/lead.ts';
import type { LeadSummary } from '../lead/summary.ts';
import { compareMoments, earlierOf, millisecondsBetween } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { byMoney } from './money-at-risk.ts';

/** More at once is a list that nobody begins with. */
const mostAtOnce = 7;
/** As many of them are what has just come in, if there is as much: whoever asks several firms takes the one that calls first. */
const newestFirst = 3;
/** Whatever waits for longer presses no more. */
const longestDays = 14;

const dayMs = 86_400_000;

/** Since when it waits for somebody of the business. */
const waitsSince = ({ unanswered, stalledAt, stageSince, movedAt }: LeadSummary): Moment =>
  unanswered?.at ?? stalledAt ?? earlierOf(stageSince, movedAt);

/**
 * The first of them: what has just come in, then the most money at risk times the days that it waits. What nobody knows the worth of
 * counts as much as the others usually do.
 */
export function firstToTurnTo(waiting: readonly LeadSummary[], now: Moment): readonly LeadSummary[] {
  const known = waiting.map(weightedCents).filter((cents) => cents > 0);
  const usual = median(known) ?? 1;
  const days = (lead: LeadSummary) =>
    Math.min(millisecondsBetween(waitsSince(lead), now) / dayMs, longestDays);
  const risk = (lead: LeadSummary) => (weightedCents(lead) || usual) * days(lead);
  const fresh = waiting
    .filter((lead) => isUntouched(lead) && millisecondsBetween(lead.capturedAt, now) < dayMs)
    .toSorted((one, other) => compareMoments(other.capturedAt, one.capturedAt) || byMoney(one, other))
    .slice(0, newestFirst);
  const others = waiting
    .filter((lead) => !fresh.includes(lead))
    .toSorted((one, other) => risk(other) - risk(one) || byMoney(one, other));
  return [...fresh, ...others].slice(0, mostAtOnce);
}

function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
