import { withoutTag } from '../../domain/business/mail-address.ts';
import type { Callee } from '../../domain/business/people.ts';
import { maySee } from '../../domain/business/recipients.ts';
import { onlySender } from '../../domain/inbound/authentic.ts';
import { answersByItself } from '../../domain/inbound/automatic-text.ts';
import type { MailFlag } from '../../domain/inbound/incoming-mail.ts';
import { isOurAddress } from '../../domain/inbound/ours.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { answerDigest, holdAnswer, isLate } from './answer-digest.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { noteMail } from './note-mail.ts';
import { refuseAnswer } from './refuse-answer.ts';
import { isDone, recordOwnerReply, relayAnswer } from './relay-answer.ts';
import { settleAssignment } from './settle-assignment.ts';
import { settleNote } from './settle-note.ts';
import { writerOf } from './writer.ts';

/**
 * What the owner or somebody else of the business wrote to a signed address: an answer to the digest, or to a customer. Only
 * with the proof that it is his; a token alone gives no right.
 * @returns `undefined`: no such mail, but one like any other.
 */
export async function settleOwnerMail(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled | undefined> {
  const { kind, mark, thread } = arrival;
  if (thread.digest !== undefined) return settleDigestAnswer(arrival, thread.digest, deps);
  const { lead } = thread;
  const { fromOwner, fromColleague: colleague } = arrival;
  if (!fromOwner && !colleague) return undefined;
  if (thread.ended) {
    const noted = await noteOnEnded(arrival, thread.ended, deps);
    return noted ?? returnToOwner(arrival, thread.ended, deps);
  }
  // Whoever tries the system out with his own address is the customer of that request.
  if (!lead || thread.known) return undefined;
  // His absence note must not reach the customer, whatever it says.
  if (kind === 'automatic' || answersByItself(mark)) return noteMail('auto-reply', arrival, deps);
  if (!thread.signed) return noteMail('copy', arrival, deps);
  if (colleague && (!arrival.authentic || passesForOwner(arrival, deps))) {
    return holdColleagues(arrival, lead, deps);
  }
  if (!arrival.authentic) {
    await refuseAnswer('unproven', arrival, lead, deps);
    return noteMail('doubtful', arrival, deps, ['unproven-owner']);
  }
  const { to, cc } = arrival.mail;
  if ([...to, ...cc].some(({ address }) => address === lead.contact.email)) {
    await recordOwnerReply(arrival, lead, await arrival.keepReference(), deps);
    return { outcome: 'reply-appended', leadId: lead.id };
  }
  // What a first try did is done: the request may have gone to somebody else by it.
  if (!isHisOwn(arrival, lead, deps) && !(await isDone(arrival, lead, deps))) {
    await refuseAnswer('not-yours', arrival, lead, deps);
    return { outcome: 'reply-appended', leadId: lead.id };
  }
  const noted = (await settleNote(arrival, lead, deps)) ?? (await settleAssignment(arrival, lead, deps));
  return noted ?? relayAnswer(arrival, lead, deps);
}

/** Whoever is called out does by mail what he does on the page of a request: nothing with one that is not his. */
const isHisOwn = (arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): boolean =>
  maySee(deps.company, writerOf(arrival, deps), lead, deps.clock.now());

/**
 * Without proof no line of it is carried out, and a stranger's stays aside. From the owner's address, proven to be from a
 * colleague, or after the digest's time, it waits for one tap of the owner.
 */
async function settleDigestAnswer(arrival: Arrival, date: string, deps: ReceiveMailDeps): Promise<Settled> {
  const { kind, mark, fromOwner, authentic } = arrival;
  if (kind === 'automatic' || answersByItself(mark)) return { outcome: 'auto-reply-noted' };
  const isHis = fromOwner || isListOf(writerOf(arrival, deps), date);
  if (!isHis && !isProvenColleague(arrival, deps)) return aside(['unknown-sender']);
  if (isHis && authentic && !isLate(date, arrival.delivery, deps)) return answerDigest(arrival, date, deps);
  const flags: readonly MailFlag[] = authentic ? [] : ['unproven-owner'];
  if (await isFlood(arrival, date, deps)) return aside([...flags, 'too-many']);
  const proven = isHis ? 'late' : 'colleague';
  return holdAnswer(arrival, date, authentic ? proven : 'unproven', deps);
}

/** A list that went to him alone has his key behind its date and number. */
const isListOf = (writer: Callee | undefined, name: string): boolean =>
  writer !== undefined && name.endsWith(`-${writer.key}`);

/** Somebody else of the business, as its own domain proves. What he may decide, the owner says with a tap. */
function isProvenColleague({ mail, authentic }: Arrival, { company }: ReceiveMailDeps): boolean {
  const address = onlySender(mail)?.address;
  return authentic && address !== undefined && isOurAddress(address, company);
}

/** `chef+neu@` is not his address, and looks as if it were: whoever may write from there, he looks at it first. */
function passesForOwner({ mail }: Arrival, { company: { owner } }: ReceiveMailDeps): boolean {
  const address = withoutTag(onlySender(mail)?.address ?? '');
  return owner.email.some((own) => own.toLowerCase() === address);
}

/** It may be forged: the owner reads it, and the customer does not. */
async function holdColleagues(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): Promise<Settled> {
  const { id, receivedAt } = arrival.delivery;
  const count = await deps.intake.countSender(`colleagues ${lead.id}`, id, receivedAt);
  const isMany = count > maxHeldAnswers;
  if (!isMany) await refuseAnswer('unproven-colleague', arrival, lead, deps);
  return noteMail('doubtful', arrival, deps, ['unknown-sender', ...(isMany ? ['too-many' as const] : [])]);
}

const aside = (flags: readonly MailFlag[]): Settled => ({
  outcome: 'spam-quarantined',
  reason: 'doubtful',
  flags,
});

/** Nobody answers one digest as often; whoever has its address must not bury the owner in questions. */
const maxHeldAnswers = 5;

async function isFlood({ delivery }: Arrival, date: string, { intake }: ReceiveMailDeps): Promise<boolean> {
  return (await intake.countSender(`digest-${date}`, delivery.id, delivery.receivedAt)) > maxHeldAnswers;
}

/** A note needs no address: whoever has the request may note something on it, however long it is closed. */
async function noteOnEnded(
  arrival: Arrival,
  ended: Lead,
  deps: ReceiveMailDeps,
): Promise<Settled | undefined> {
  const isOurs = arrival.authentic && arrival.kind !== 'automatic' && !answersByItself(arrival.mark);
  return isOurs && !isErased(ended) && isHisOwn(arrival, ended, deps)
    ? settleNote(arrival, ended, deps)
    : undefined;
}

/** The address of a request ends with it: his words come back, and are nobody's request. */
async function returnToOwner(arrival: Arrival, ended: Lead, deps: ReceiveMailDeps): Promise<Settled> {
  if (arrival.kind === 'automatic') return { outcome: 'auto-reply-noted' };
  const unproven = arrival.fromOwner ? 'unproven' : 'unproven-colleague';
  const why = isHisOwn(arrival, ended, deps) ? 'ended' : 'not-yours';
  await refuseAnswer(arrival.authentic ? why : unproven, arrival, ended, deps);
  const flags = arrival.authentic ? [] : (['unproven-owner'] as const);
  return { outcome: 'auto-reply-noted', reason: 'doubtful', flags };
}
