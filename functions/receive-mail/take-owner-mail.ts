import { isAuthentic, isFromOwner } from '../../domain/inbound/authentic.ts';
import type { MailClass } from '../../domain/inbound/mail-class.ts';
import { changeLead } from '../shared/change-lead.ts';
import { answerDigest } from './answer-digest.ts';
import {
  type Arrival,
  type FoundThread,
  hasTaken,
  type ReceiveMailDeps,
  referenceTo,
  type Settled,
} from './arrival.ts';
import { noteMail } from './note-mail.ts';
import { newWords, refuseAnswer, relayAnswer } from './relay-answer.ts';
import { quarantine } from './take-request.ts';

/**
 * What the owner wrote to a signed address: an answer to the digest, or to a customer. Only his own address counts, and
 * only with the proof that it is his; a token alone gives no right.
 * @returns `undefined`: no such mail, but one like any other.
 */
export async function takeOwnerMail(
  arrival: Arrival,
  thread: FoundThread,
  kind: MailClass,
  deps: ReceiveMailDeps,
): Promise<Settled | undefined> {
  if (thread.digest !== undefined) return takeDigestAnswer(arrival, thread.digest, kind, deps);
  const { lead } = thread;
  // Whoever tries the system out with his own address is the customer of that request.
  if (!lead || thread.known || !isFromOwner(arrival.mail, deps.company)) return undefined;
  // His absence note must not reach the customer.
  if (kind === 'automatic') return noteMail('auto-reply', arrival, lead, deps);
  if (!thread.signed) return noteMail('copy', arrival, lead, deps);
  if (!isAuthentic(arrival.mail, arrival.delivery)) {
    const flags = ['unproven-owner'] as const;
    await refuseAnswer('unproven', arrival, lead, deps);
    const noted = await noteMail('doubtful', { ...arrival, flags: [...arrival.flags, ...flags] }, lead, deps);
    return { ...noted, flags };
  }
  const { to, cc } = arrival.mail;
  const customerHasIt = [...to, ...cc].some(({ address }) => address === lead.contact.email);
  if (!customerHasIt) return relayAnswer(arrival, lead, deps);
  await changeLead(
    deps,
    lead.id,
    { type: 'record-owner-reply', text: newWords(arrival), mail: await referenceTo(arrival, deps) },
    { by: 'owner', unless: (stored) => hasTaken(stored, arrival.delivery.id) },
  );
  return { outcome: 'reply-appended', leadId: lead.id };
}

/** Without proof it is kept aside: no line of it is carried out, and nothing is lost. */
async function takeDigestAnswer(
  arrival: Arrival,
  date: string,
  kind: MailClass,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  if (kind === 'automatic') return { outcome: 'auto-reply-noted' };
  const owners = isFromOwner(arrival.mail, deps.company);
  if (owners && isAuthentic(arrival.mail, arrival.delivery)) return answerDigest(arrival, date, deps);
  const flags = [owners ? ('unproven-owner' as const) : ('unknown-sender' as const)];
  const kept = await quarantine({ ...arrival, flags: [...arrival.flags, ...flags] }, {}, deps);
  return { ...kept, flags };
}
