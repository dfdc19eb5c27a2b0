import type { Company } from '../../domain/business/company.ts';
import { withoutTag } from '../../domain/business/mail-address.ts';
import { onlySender } from '../../domain/inbound/authentic.ts';
import { isSomebodysRequest, mailHandedOn } from '../../domain/inbound/handed-on.ts';
import { type IncomingMail, senderOf } from '../../domain/inbound/incoming-mail.ts';
import { isTicketAddress, isUnattended, writesForOthers } from '../../domain/inbound/machine-senders.ts';
import { wantsNoAnswer } from '../../domain/inbound/no-answer.ts';
import { isOurAddress } from '../../domain/inbound/ours.ts';
import { type MailDoor, type MailedRequest, readRequest } from '../../domain/inbound/request-mail.ts';
import type { CaptureCommand } from '../../domain/lead/command.ts';
import type { Contact } from '../../domain/lead/contact.ts';
import { withKnown } from '../../domain/lead/known-contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Muted, Proof } from '../../domain/lead/origin.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { findRequestByPhone } from '../shared/leads-of-person.ts';
import { loadLiving } from '../shared/living-lead.ts';
import { addLead, beginFirstTimer, newLead } from '../shared/new-lead.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';

/** Why the request gets no automatic answer; `undefined`: it gets one, as far as the limits for its address allow. */
function whyMuted(
  { mail, mark, provenance, ownWords }: Arrival,
  { contact: { email } }: MailedRequest,
  door: MailDoor,
  { company }: ReceiveMailDeps,
): Muted | undefined {
  if (door === 'portal') return 'portal';
  if (email === undefined) return undefined;
  if (provenance === 'contradicted' || mail.fromUnclear) return 'contradicted-sender';
  const handedOn = door === 'person' ? mailHandedOn(mail, company) : undefined;
  if (handedOn && !isSomebodysRequest(handedOn, company)) return 'handed-on';
  // Whoever stands in Reply-To or filled in a form is a person; the sender of a marked mail may be a machine, and so may
  // what files the answers to a case.
  if (mark !== 'none' && (email === senderOf(mail)?.address || isTicketAddress(email))) return 'automatic';
  if (isUnattended(email) || (door === 'person' && wantsNoAnswer(ownWords))) return 'automatic';
  if (!mayMailFor(mail, email, door, company)) return 'automatic';
  return undefined;
}

/**
 * Nobody may make us mail a third person: beside the sender himself only whom our own people name, or whom a machine that
 * writes for others names where forms do.
 */
function mayMailFor(mail: IncomingMail, email: string, door: MailDoor, company: Company): boolean {
  const sender = (senderOf(mail) ?? mail.fromHint)?.address;
  if (sender === undefined) return false;
  if (sender === email || isOurAddress(sender, company)) return true;
  const isAnswered = mail.replyTo.some(({ address }) => address === email);
  return writesForOthers(sender) && (door === 'form' || isAnswered);
}

/**
 * Its sender wrote of his own, and the server that took it in proved that it was him, or he has got our mail, which he answers.
 * What others hand on proves nothing of him.
 */
function proofOf(
  { mail, provenance, thread }: Arrival,
  { contact: { email } }: MailedRequest,
  door: MailDoor,
): Proof | undefined {
  const isOwn = door === 'person' && email !== undefined && onlySender(mail)?.address === email;
  if (!isOwn) return undefined;
  if (provenance === 'authentic') return 'authenticated-mail';
  return thread.signed && thread.known ? 'answered-mail' : undefined;
}

/** A mail about something new becomes a lead. */
export async function captureRequest(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const { thread, delivery } = arrival;
  const { submission, door } = requestIn(arrival, deps);
  const muted = whyMuted(arrival, submission, door, deps);
  const mail = await arrival.keepReference();
  const relatedTo = thread.related ?? (await findCallersRequest(submission.contact, deps));
  const proof = proofOf(arrival, submission, door);
  const request = await asKnown(submission, relatedTo, deps);
  const lead = mailedLead(request, { mail, muted, relatedTo, proof }, deps);
  const once = `mail-${delivery.id}`;
  const { leadId, created } = await addLead(deps, lead, { once });
  const stored = created ? { ...lead, id: leadId } : await deps.leads.load(leadId);
  if (stored) await beginFirstTimer(deps, stored);
  return { outcome: door === 'portal' ? 'portal-noted' : 'lead-created', leadId };
}

/** In an emergency nobody looks up who it is and where: what an earlier request of the same address knows stands in the alert. */
async function asKnown(
  request: MailedRequest,
  relatedTo: string | undefined,
  { leads }: ReceiveMailDeps,
): Promise<MailedRequest> {
  if (request.request.urgency !== 'now' || relatedTo === undefined) return request;
  const known = await loadLiving(relatedTo, leads);
  return known ? { ...request, contact: withKnown(request.contact, known.contact) } : request;
}

/** Who calls is known by his number alone. */
async function findCallersRequest({ email, phoneE164 }: Contact, deps: ReceiveMailDeps) {
  return email === undefined && phoneE164 !== undefined
    ? (await findRequestByPhone(phoneE164, deps))?.id
    : undefined;
}

/** The request a mail is, or would be. */
export function requestIn(arrival: Arrival, { company, clock }: ReceiveMailDeps) {
  const mailbox = arrival.delivery.envelopeTo[0];
  return readRequest(arrival.mail, {
    company,
    now: clock.now(),
    newText: arrival.newText,
    contact: arrival.contact,
    words: keptWords(company),
    ...(mailbox !== undefined && { mailbox: withoutTag(mailbox) }),
  });
}

export function mailedLead(
  { contact, request, source, attribution, consent, by }: MailedRequest,
  facts: Pick<CaptureCommand, 'mail' | 'muted' | 'relatedTo' | 'proof'>,
  { ids, clock, company }: ReceiveMailDeps,
): Lead {
  const id = ids.newLeadId();
  return newLead(
    { type: 'capture', id, contact, request, source, attribution, consent, by, ...facts },
    clock.now(),
    company,
  );
}
