/** Mails that the provider takes from nobody of us for now: how long the lead waits before it tries again. */
import type { RefusalFault } from '../ports/errors.ts';
import { addDuration, addMinutes, earlierOf, millisecondsBetween } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { isAlarm } from './actions.ts';
import type { Lead } from './lead.ts';
import { without } from './renew.ts';

/** So long a fault that passes is left to whoever repeats the call, within seconds and with jitter. */
const passesWithinMinutes = 5;

const shortestMinutes = 1;
/** What somebody must mend is looked at each hour at the latest, and an emergency goes out minutes after. */
const longestMinutes = { ours: 60, passing: 10, alarm: 5 } as const;

/** May it be over before the lead would look again? */
export const mayPassAtOnce = (fault: RefusalFault, heldSince: Moment, now: Moment): boolean =>
  fault === 'passing' && now < addMinutes(heldSince, passesWithinMinutes);

/** Half as long again as it has lasted, in whole minutes: 1, 1, 1, 1, 2, 3, 4 and so on up to the longest. */
function triedAgainAt(lead: Lead, fault: RefusalFault, heldSince: Moment, now: Moment): Moment {
  const longest = isAlarm(lead) ? longestMinutes.alarm : longestMinutes[fault];
  const lastedMinutes = millisecondsBetween(heldSince, now) / 60_000;
  return addMinutes(now, Math.min(longest, Math.max(shortestMinutes, Math.floor(lastedMinutes / 2))));
}

/**
 * The lead with the moment to look again.
 * @param dueAt when the next mail is due that is not held.
 * @param fault why some are held; `undefined`: none is.
 * @returns the same lead if nothing changes.
 */
export function withTimer(lead: Lead, dueAt: Moment, fault: RefusalFault | undefined, now: Moment): Lead {
  if (fault === undefined) {
    const sent: Lead = lead.mailsHeldSince === undefined ? lead : without(lead, 'mailsHeldSince');
    return dueAt === sent.dueAt ? sent : { ...sent, dueAt };
  }
  const { mailsHeldSince = now } = lead;
  return {
    ...lead,
    mailsHeldSince,
    dueAt: earlierOf(dueAt, triedAgainAt(lead, fault, mailsHeldSince, now)),
  };
}

/** Has the customer written after that moment? */
export const hasWrittenSince = ({ timeline }: Lead, moment: Moment): boolean =>
  timeline.some(({ type, at }) => type === 'customer-replied' && at > moment);

/** Far longer than from one try of a mail that waits to the next; where nobody tries any more, the reminders go on after it. */
const restsFor = 'P1D';
/** So often it is put off at most. */
const renewedAfter = 'PT12H';

/**
 * The owner has answered, but his answer waits: nobody is reminded of anything as if he had not.
 * @param writtenAt what the customer wrote since it does not answer.
 * @returns the same lead if nothing changes.
 */
export function withAnswerHeld(lead: Lead, writtenAt: Moment, now: Moment): Lead {
  if (hasWrittenSince(lead, writtenAt)) return lead;
  const { since = now, until = now } = lead.answerHeld ?? {};
  if (until > addDuration(now, renewedAfter)) return lead;
  return { ...lead, answerHeld: { since, until: addDuration(now, restsFor) } };
}
