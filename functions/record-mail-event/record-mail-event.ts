import { everybody } from '../../domain/business/people.ts';
import { normaliseEmail } from '../../domain/capture/contact-data.ts';
import type { Command } from '../../domain/lead/command.ts';
import { mailOfKey } from '../../domain/lead/late-mails.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { MailFate, MailLog } from '../../domain/ports/mail-log.ts';
import { aboutMail } from '../../views/words/mail-notices.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import type { MailEvent } from './mail-event.ts';

export interface RecordMailEventDeps extends ChangeLeadDeps {
  readonly mailLog: Pick<MailLog, 'recordFate' | 'find' | 'markSent'>;
  readonly contacts: Pick<ContactStore, 'load' | 'suppress'>;
}

/**
 * What became of a mail that was sent. A permanent bounce ends mails to the address and tells the owner to phone; a
 * complaint ends everything to that address; a delay is noted. Events come late, doubled and in any order: each changes
 * something once.
 */
export async function recordMailEvent(event: MailEvent, deps: RecordMailEventDeps): Promise<void> {
  switch (event.type) {
    case 'Delivery':
      await recordFate(event, 'delivered', deps);
      return;
    case 'DeliveryDelay':
      return note('delayed', await recordFate(event, 'delayed', deps), deps);
    case 'Bounce':
      return event.bounce.bounceType === 'Permanent'
        ? bounced(event, deps)
        : note('delayed', await recordFate(event, 'delayed', deps), deps);
    case 'Complaint':
      if (event.complaint.complaintFeedbackType !== 'not-spam') await complained(event, deps);
      return;
    case 'Reject':
      return note('rejected', await recordFate(event, 'bounced', deps), deps);
    case 'other':
      return;
  }
}

type SentMail = Extract<MailEvent, { type: 'Delivery' }>['mail'];
type Sent = Awaited<ReturnType<MailLog['recordFate']>>;

async function recordFate(
  { mail }: { readonly mail: SentMail },
  fate: MailFate,
  { mailLog, clock }: RecordMailEventDeps,
): Promise<Sent> {
  const known = await mailLog.recordFate(mail.messageId, fate, clock.now());
  if (known || !(await markSent(mail, { mailLog, clock }))) return known;
  return mailLog.recordFate(mail.messageId, fate, clock.now());
}

/**
 * An event proves that a mail is out, also one whose sender died before he could say so. The reconciler enters it.
 * @returns whether it was not known.
 */
async function markSent(
  { messageId, claim, sentAt }: SentMail,
  { mailLog, clock }: Pick<RecordMailEventDeps, 'mailLog' | 'clock'>,
): Promise<boolean> {
  if (!claim) return false;
  const claimed = await mailLog.find(claim.leadId, claim.key);
  // One that was sent twice is marked by whoever sent it last.
  if (claimed?.state !== 'claimed') return false;
  await mailLog.markSent(claim.leadId, claim.key, messageId, sentAt ?? clock.now(), {
    awaitsEntry: mailOfKey(claim.key, claimed.to) !== undefined,
  });
  return true;
}

async function note(what: 'delayed' | 'rejected', sent: Sent, deps: RecordMailEventDeps): Promise<void> {
  if (sent?.to !== 'customer') return;
  const noted = aboutMail(sent.key);
  await changeLead(
    deps,
    sent.leadId,
    { type: 'note-mail', what, text: noted },
    {
      by: 'system',
      unless: ({ timeline }) =>
        timeline.some((one) => one.type === 'mail-noted' && one.what === what && one.text === noted),
    },
  );
}

async function bounced(
  event: Extract<MailEvent, { type: 'Bounce' }>,
  deps: RecordMailEventDeps,
): Promise<void> {
  const sent = await recordFate(event, 'bounced', deps);
  for (const { emailAddress, diagnosticCode } of event.bounce.bouncedRecipients) {
    const email = customersAddress(emailAddress, deps);
    if (email === undefined) continue;
    await deps.contacts.suppress({ kind: 'email', value: email }, 'bounced', deps.clock.now());
    await tellLeads(email, sent, { type: 'record-bounce', email, reason: diagnosticCode }, deps);
  }
}

async function complained(
  event: Extract<MailEvent, { type: 'Complaint' }>,
  deps: RecordMailEventDeps,
): Promise<void> {
  const sent = await recordFate(event, 'complained', deps);
  for (const { emailAddress } of event.complaint.complainedRecipients) {
    const email = customersAddress(emailAddress, deps);
    if (email === undefined) continue;
    await deps.contacts.suppress({ kind: 'email', value: email }, 'complained', deps.clock.now());
    await tellLeads(email, sent, { type: 'record-complaint', email }, deps);
  }
}

/** Whoever works here gets his mails whatever his server once said. */
function customersAddress(text: string, { company }: RecordMailEventDeps): string | undefined {
  const email = normaliseEmail(text);
  const isOurs = everybody(company).some((one) => one.email.toLowerCase() === email);
  return isOurs ? undefined : email;
}

/** All leads of the address: mails about any of them would go there. */
async function tellLeads(
  email: string,
  sent: Sent,
  command: Command,
  deps: RecordMailEventDeps,
): Promise<void> {
  const known = (await deps.contacts.load({ kind: 'email', value: email }))?.leadIds ?? [];
  const ids = new Set([...(sent?.to === 'customer' ? [sent.leadId] : []), ...known]);
  for (const leadId of ids) {
    await changeLead(deps, leadId, command, {
      by: 'system',
      // The address of a lead may have been corrected since.
      unless: ({ contact }) => contact.email !== email,
    });
  }
}
