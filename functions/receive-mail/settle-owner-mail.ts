import { answerDigest } from './answer-digest.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { noteMail } from './note-mail.ts';
import { recordOwnerReply, refuseAnswer, relayAnswer } from './relay-answer.ts';

/**
 * What the owner wrote to a signed address: an answer to the digest, or to a customer. Only his own address counts, and
 * only with the proof that it is his; a token alone gives no right.
 * @returns `undefined`: no such mail, but one like any other.
 */
export async function settleOwnerMail(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled | undefined> {
  const { kind, mark, thread } = arrival;
  if (thread.digest !== undefined) return settleDigestAnswer(arrival, thread.digest, deps);
  const { lead } = thread;
  // Whoever tries the system out with his own address is the customer of that request.
  if (!lead || thread.known || !arrival.fromOwner) return undefined;
  // His absence note must not reach the customer, whatever it says.
  if (kind === 'automatic' || mark === 'replied') return noteMail('auto-reply', arrival, deps);
  if (!thread.signed) return noteMail('copy', arrival, deps);
  if (!arrival.authentic) {
    await refuseAnswer('unproven', arrival, lead, deps);
    return noteMail('doubtful', arrival, deps, ['unproven-owner']);
  }
  const { to, cc } = arrival.mail;
  const customerHasIt = [...to, ...cc].some(({ address }) => address === lead.contact.email);
  if (!customerHasIt) return relayAnswer(arrival, lead, deps);
  await recordOwnerReply(arrival, lead, await arrival.keepReference(), deps);
  return { outcome: 'reply-appended', leadId: lead.id };
}

/** Without proof it is kept aside: no line of it is carried out, and nothing is lost. */
async function settleDigestAnswer(arrival: Arrival, date: string, deps: ReceiveMailDeps): Promise<Settled> {
  const { kind, fromOwner, authentic } = arrival;
  if (kind === 'automatic') return { outcome: 'auto-reply-noted' };
  if (fromOwner && authentic) return answerDigest(arrival, date, deps);
  const flags = [fromOwner ? 'unproven-owner' : 'unknown-sender'] as const;
  return { outcome: 'spam-quarantined', reason: 'doubtful', flags };
}
