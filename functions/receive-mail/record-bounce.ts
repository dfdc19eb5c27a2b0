import { everybody } from '../../domain/business/people.ts';
import type { Bounce } from '../../domain/inbound/bounce.ts';
import { addressAt } from '../../domain/lead/address-at.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { ReportedReason } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { bounceReportMail } from '../../views/mail/bounce-report.ts';
import { actionLinks } from '../shared/action-links.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail, hasRecorded } from './change-by-mail.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * A mail that came back, as a mail tells. Anybody can write one, so it stops nothing: it stands on the timeline of the lead it
 * names and on no other, and the owner is told to phone. Only what the sending service tells ends mails to an address.
 */
export async function recordBounce(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const {
    bounce,
    thread: { lead },
  } = arrival;
  if (!bounce || !lead || isErased(lead)) {
    return { outcome: 'bounce-noted', ...(bounce?.kind === 'transient' && { reason: 'delayed' }) };
  }
  const settled: Settled = { outcome: 'bounce-noted', leadId: lead.id };
  if (lead.spam || isAboutOwnMailbox(bounce, deps)) return settled;
  const mail = await arrival.keepReference();
  const { reason } = bounce;
  const why = permanentReasons[bounce.class];
  if (why === undefined) {
    const what = bounce.class === 'delayed' ? 'delayed' : 'not-arrived';
    await changeByMail(arrival, lead.id, [{ type: 'note-mail', what, text: reason, mail }], 'system', deps);
    return settled;
  }
  const email = reportedAddress(bounce, lead);
  const sentAt = await whenSentThere(bounce, lead, deps);
  const command = { type: 'note-bounce-report', email, why, reason, mail, sentAt } as const;
  const change = await changeByMail(arrival, lead.id, [command], 'system', deps);
  // Also when an earlier try ended between the two: this mail tells him once.
  if ('lead' in change && hasRecorded(change.lead, arrival)) await tellOfReport(change.lead, arrival, deps);
  return settled;
}

/** What passes by itself is only noted. */
const permanentReasons: Readonly<Record<Bounce['class'], ReportedReason | undefined>> = {
  full: undefined,
  busy: undefined,
  delayed: undefined,
  expired: undefined,
  address: 'address',
  refused: 'refused',
  unclear: 'unclear',
};

/** It is a mailbox of the business itself that took no mail: the customer has nothing to do with it. */
function isAboutOwnMailbox({ recipients }: Bounce, { company }: ReceiveMailDeps): boolean {
  const own = everybody(company).map(({ email }) => email.toLowerCase());
  return recipients.length > 0 && recipients.every((address) => own.includes(address));
}

/** The customer's, unless the report speaks of others only. */
function reportedAddress({ recipients }: Bounce, { contact: { email = '' } }: Lead): string {
  return recipients.length === 0 || recipients.includes(email) ? email : (recipients[0] ?? email);
}

/**
 * When the newest mail that the report names went to the very address it speaks of, which is still the customer's. Only who
 * got that mail knows its id.
 */
async function whenSentThere(
  { messageIds, recipients }: Bounce,
  lead: Lead,
  { mailLog }: ReceiveMailDeps,
): Promise<Moment | undefined> {
  const { email } = lead.contact;
  if (email === undefined || (recipients.length > 0 && !recipients.includes(email))) return undefined;
  const moments: Moment[] = [];
  for (const messageId of messageIds) {
    const mail = await mailLog.findMail(messageId);
    if (mail?.leadId !== lead.id || mail.to !== 'customer' || mail.sentAt === undefined) continue;
    if (addressAt(lead, mail.sentAt) === email) moments.push(mail.sentAt);
  }
  return moments.toSorted().at(-1);
}

function tellOfReport(lead: Lead, arrival: Arrival, deps: ReceiveMailDeps): Promise<void> {
  const { company, links } = deps;
  const writeTo = deps.replyAddresses?.sign(lead.id);
  const notice = {
    leadId: lead.id,
    key: `bounce#${arrival.delivery.id}`,
    replyTo: writeTo ?? lead.contact.email,
    content(now: Moment) {
      const { all: actions, viewUrl } = actionLinks(links, lead, now);
      return bounceReportMail({ lead, company, now, actions, viewUrl, writeTo });
    },
  };
  return tellOwner(notice, deps);
}
