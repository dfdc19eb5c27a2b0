/** Mails that do not reach the customer: what a report of it changes. */
import type { Company } from '../business/company.ts';
import type { Moment } from '../time/moment.ts';
import { addDelay } from '../time/working-time.ts';
import type { Command, Refusal } from './command.ts';
import { type Draft, given } from './draft.ts';
import type { Lead } from './lead.ts';
import { isClosed } from './stages.ts';

/** A complaint ends more than a bounce. */
export const isUndelivered = ({ mailsStopped }: Lead): boolean =>
  mailsStopped === 'bounced' || mailsStopped === 'complained';

/** Long enough for a call, short enough that a false report loses nobody. */
const reportHolds = '5 working days';

/**
 * One report is enough until somebody acts, however many come; only one that holds the reminders says more. A mail holds them
 * once: else whoever knows its id could silence the customer for good.
 */
export function bounceReport(
  lead: Lead,
  { email, why, reason, mail, sentAt }: Extract<Command, { type: 'note-bounce-report' }>,
  { now, company }: { readonly now: Moment; readonly company: Company },
): Draft[] | Refusal {
  if (isUndelivered(lead)) return { code: 'already-done' };
  const heldBefore = lead.timeline.findLast(
    (event) => event.type === 'mail-bounced' && event.heldUntil !== undefined,
  );
  const holds =
    !isClosed(lead.stage) && sentAt !== undefined && (heldBefore === undefined || sentAt > heldBefore.at);
  if (lead.bounceReport && !holds) return { code: 'already-done' };
  return [
    {
      type: 'mail-bounced',
      email,
      reported: why,
      mail,
      ...given({ reason }),
      ...(holds && { heldUntil: addDelay(company, now, reportHolds) }),
    },
  ];
}
