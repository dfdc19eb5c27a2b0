import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import type { MailClass } from '../../domain/inbound/mail-class.ts';
import { stripQuotes } from '../../domain/inbound/quoted-text.ts';
import { requestOf } from '../../domain/inbound/request-mail.ts';
import type { CaptureCommand } from '../../domain/lead/command.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { addLead, beginFirstTimer, newLead } from '../shared/new-lead.ts';
import {
  type Arrival,
  type FoundThread,
  type ReceiveMailDeps,
  referenceTo,
  type Settled,
} from './arrival.ts';

/** Why the request gets no automatic answer; `undefined`: it gets one. */
async function mutedBecause(
  { mail, delivery }: Arrival,
  { email, door, kind }: { email: string | undefined; door: 'form' | 'portal' | 'person'; kind: MailClass },
  { intake }: ReceiveMailDeps,
): Promise<Muted | undefined> {
  if (door === 'portal') return 'portal';
  if (email === undefined) return undefined;
  if (kind === 'automatic' && email === senderOf(mail)?.address) return 'automatic';
  // By the delivery and not by the lead's id, which a repeat would make anew.
  const mayAnswer = await intake.claimAnswer(email, delivery.id, delivery.receivedAt);
  return mayAnswer ? undefined : 'answered-lately';
}

/**
 * A mail about something new becomes a lead; what a machine sent and nobody filled in is only noted.
 */
export async function takeRequest(
  arrival: Arrival,
  thread: FoundThread,
  kind: MailClass,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { submission, door } = readRequest(arrival, deps);
  if (kind === 'automatic' && door === 'person') return { outcome: 'auto-reply-noted' };
  const muted = await mutedBecause(arrival, { email: submission.contact.email, door, kind }, deps);
  const lead = await leadOf(arrival, submission, { muted, relatedTo: thread.related }, deps);
  const once = `mail-${arrival.delivery.id}`;
  const { leadId, created } = await addLead(deps, lead, { submissionId: once, contentHash: once });
  const stored = created ? { ...lead, id: leadId } : await deps.leads.load(leadId);
  if (stored) await beginFirstTimer(deps, stored);
  return { outcome: door === 'portal' ? 'portal-noted' : 'lead-created', leadId };
}

/** Kept aside as spam; the owner turns it into a lead with one tap. */
export async function quarantine(
  arrival: Arrival,
  thread: Pick<FoundThread, 'related'>,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { submission } = readRequest(arrival, deps);
  const lead = await leadOf(arrival, submission, { relatedTo: thread.related }, deps);
  await deps.leads.keepSpam({ ...lead, spam: true });
  return { outcome: 'spam-quarantined', leadId: lead.id };
}

function readRequest({ mail, delivery }: Arrival, { company, clock }: ReceiveMailDeps) {
  const mailbox = delivery.envelopeTo[0];
  return requestOf(mail, {
    company,
    now: clock.now(),
    newText: stripQuotes(mail.text, mail.subject).text,
    words: keptWords(company),
    ...(mailbox !== undefined && { mailbox: withoutToken(mailbox) }),
  });
}

/** `anfrage+….…@…` is the mailbox `anfrage@…`. */
const withoutToken = (address: string): string => address.replace(/\+[^@]*(?=@)/, '');

async function leadOf(
  arrival: Arrival,
  submission: Omit<CaptureCommand, 'type' | 'id'>,
  facts: Pick<CaptureCommand, 'muted' | 'relatedTo'>,
  deps: ReceiveMailDeps,
): Promise<Lead> {
  const { contact, request, source, attribution, consent, by } = submission;
  const mail = await referenceTo(arrival, deps);
  return newLead(
    {
      type: 'capture',
      id: deps.ids.newLeadId(),
      contact,
      request,
      source,
      attribution,
      consent,
      by,
      mail,
      ...facts,
    },
    deps.clock.now(),
    deps.company,
  );
}
