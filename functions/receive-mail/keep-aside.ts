/** What moves no lead is not gone: it lies aside as the request it may be, until the owner makes one of it. */
import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import { isMachineSender } from '../../domain/inbound/machine-senders.ts';
import type { MailedRequest } from '../../domain/inbound/request-mail.ts';
import { readName } from '../../domain/inbound/sender-name.ts';
import { unreadableMail } from '../../views/words/kept-words.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { mailedLead, requestIn } from './capture-request.ts';

/**
 * Keeps a mail as a lead that nobody sees yet, beside whatever else became of it. A repeat keeps it again, under another
 * id that nobody is told.
 * @param settled what became of it; the lead it stands on is the one it would be related to.
 * @returns the id under which the owner finds it, for 30 days.
 */
export async function keepAside(arrival: Arrival, settled: Settled, deps: ReceiveMailDeps): Promise<string> {
  const { submission } = requestIn(arrival, deps);
  const mail = await arrival.keepReference(settled.flags);
  const relatedTo = settled.leadId ?? arrival.thread.related;
  const request =
    settled.outcome === 'unreadable'
      ? { ...submission.request, message: unreadableMail }
      : submission.request;
  const contact = contactOf(submission, arrival, deps);
  const facts = { mail, muted: 'kept-aside', relatedTo } as const;
  const lead = mailedLead({ ...submission, request, contact }, facts, deps);
  await deps.leads.keepSpam({ ...lead, spam: true });
  return lead.id;
}

/** What came back names addresses to which nothing was asked for: only who sent it could be somebody. */
function contactOf(
  { contact }: MailedRequest,
  { kind, mail }: Arrival,
  { company }: ReceiveMailDeps,
): MailedRequest['contact'] {
  if (kind !== 'bounce') return contact;
  const sender = senderOf(mail);
  const { language } = contact;
  return sender && !isMachineSender(sender.address, company)
    ? { language, email: sender.address, ...readName(sender) }
    : { language };
}
