import type { Callee } from '../../domain/business/people.ts';
import { mayDo, maySee } from '../../domain/business/recipients.ts';
import { readDigestReply } from '../../domain/inbound/digest-reply.ts';
import { type Delivery, type IncomingMail, senderOf } from '../../domain/inbound/incoming-mail.ts';
import { ownWords } from '../../domain/inbound/own-words.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { DigestAnswer, HeldBecause } from '../../domain/ports/digest-answers.ts';
import { MailRejectedError } from '../../domain/ports/errors.ts';
import { addDays, localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { digestReplyMail } from '../../views/mail/digest-reply.ts';
import { heldAnswerMail } from '../../views/mail/held-answer.ts';
import type { MailContent } from '../../views/mail/mail-content.ts';
import { askBack } from '../../views/words/mails/digest-reply.ts';
import { holdsOwnerMail } from '../../views/words/mails/own-mails.ts';
import { doneByHouse, notYours } from '../../views/words/people.ts';
import { enterAnswerLink } from '../shared/action-links.ts';
import { answerLines } from '../shared/answer-lines.ts';
import { carryOutAnswer } from '../shared/carry-out-answer.ts';
import { inTurns } from '../shared/in-turns.ts';
import { onceKey } from '../shared/once-key.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { tellOwner } from './tell-owner.ts';
import { writerOf } from './writer.ts';

/** So many leads are read at a time. */
const atOnce = 25;

/** So many days an answer is carried out without a question. */
const addressHolds = 7;

/** Was this digest, or mail about what is due, too old to be answered without a question when the answer came in? */
export function isLate(date: string, { receivedAt }: Delivery, { company }: ReceiveMailDeps): boolean {
  return addDays(date.slice(0, '2026-11-23'.length), addressHolds) < localDate(receivedAt, company.timeZone);
}

/**
 * Carries out the lines of the owner's answer to a digest and tells him, line by line, what became of them.
 * @throws what keeps the owner from being told: to be tried again, which does nothing twice.
 */
export async function answerDigest(arrival: Arrival, date: string, deps: ReceiveMailDeps): Promise<Settled> {
  const { id } = arrival.delivery;
  await keepAnswer(arrival, date, undefined, deps);
  const answer = await carryOutAnswer(id, 0, deps);
  if (answer) {
    const lines = await answerLines(answer, deps);
    await tell(arrival, date, deps, `reply#${id}`, () =>
      digestReplyMail({ company: deps.company, ...lines }),
    );
  }
  return { outcome: 'reply-appended' };
}

/**
 * Does nothing yet: what was understood goes to the owner's address that the mail claims to be from, and if a colleague wrote
 * it to all of his, with one button for all of it.
 * @throws what keeps the owner from being told: to be tried again.
 */
export async function holdAnswer(
  arrival: Arrival,
  date: string,
  held: HeldBecause,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { company, links } = deps;
  const { id } = arrival.delivery;
  const answer = await keepAnswer(arrival, date, held, deps);
  const lines = await answerLines(answer, deps);
  const content = (now: Moment) =>
    heldAnswerMail({
      company,
      why: held,
      writtenBy: answer.writtenBy,
      ...lines,
      enterUrl: enterAnswerLink(links, id, now),
    });
  await tell(arrival, date, deps, `reply-held#${id}`, content);
  return { outcome: 'reply-appended', flags: held === 'unproven' ? ['unproven-owner'] : [] };
}

/** Reads it with the clock of the day it came in: "morgen" stays what it was. */
async function keepAnswer(
  arrival: Arrival,
  date: string,
  held: HeldBecause | undefined,
  deps: ReceiveMailDeps,
): Promise<DigestAnswer> {
  const { mail, delivery } = arrival;
  const { company, digestLog, digestAnswers } = deps;
  const writer = writerOf(arrival, deps);
  const digest = await digestLog.find(date);
  const leadIds = digest?.leadIds ?? [];
  const leads = await inTurns(leadIds, atOnce, (leadId) => deps.leads.load(leadId));
  const { receivedAt } = delivery;
  const today = localDate(receivedAt, company.timeZone);
  const words = ownWords(mail.text);
  // A mail of ours that nothing marks as quoted: which lines are his, nobody can tell.
  const text = holdsOwnerMail(words) ? '' : words;
  const read = readDigestReply(text, {
    today,
    now: receivedAt,
    company,
    leads,
    writer: writer?.email,
  });
  // What a colleague says to the list of somebody else, the owner decides.
  const judged = read.understood.map((one) => {
    const lead = held === 'colleague' ? undefined : leads[one.number - 1];
    return { one, asked: whyNotHis(one, lead, writer, deps) };
  });
  const understood = judged.flatMap(({ one, asked }) => (asked === undefined ? [one] : []));
  const others = judged.flatMap(({ one: { line }, asked }) => (asked === undefined ? [] : [{ line, asked }]));
  return digestAnswers.keep({
    deliveryId: delivery.id,
    mail: nameOf(mail) ?? onceKey(delivery.id),
    date,
    receivedAt,
    ...(digest && { shownAt: digest.sentAt ?? digest.claimedAt }),
    understood: understood.map((one) => ({ ...one, generation: leads[one.number - 1]?.generation })),
    unclear: [...read.unclear.map(({ line, why }) => ({ line, asked: askBack(why, company) })), ...others],
    ...(held && { held }),
    ...(writer && { person: writer.name }),
    ...(held === 'colleague' && { writtenBy: senderOf(mail)?.address }),
  });
}

type Understood = DigestAnswer['understood'][number];

/** Whoever is called out may say what he may do on the page of a request. @returns what he is told; `undefined`: he may. */
function whyNotHis(
  { said: { what } }: Pick<Understood, 'said'>,
  lead: Lead | undefined,
  writer: Callee | undefined,
  { company, clock }: ReceiveMailDeps,
): string | undefined {
  if (lead && !maySee(company, writer, lead, clock.now())) return notYours;
  return (what === 'assign' || what === 'spam') && !mayDo(writer, what) ? doneByHouse[what] : undefined;
}

/** The same for every delivery: its id; of a mail without one, when it was written, and what. */
function nameOf({ messageId, headers, text }: IncomingMail): string | undefined {
  if (messageId !== undefined) return onceKey(messageId);
  const [date] = headers.get('date') ?? [];
  return date && onceKey(date, text);
}

/** Of an owner only the address it came from, as the business has it; of a colleague all owners. */
async function tell(
  arrival: Arrival,
  date: string,
  deps: ReceiveMailDeps,
  key: string,
  content: (now: Moment) => MailContent,
): Promise<void> {
  const { company } = deps;
  const leadId = `digest-${date}`;
  const sender = senderOf(arrival.mail)?.address;
  const writer = writerOf(arrival, deps);
  const own = [
    ...company.owner.email,
    ...(writer && date.endsWith(`-${writer.key}`) ? [writer.email] : []),
  ].find((address) => address.toLowerCase() === sender);
  const to = own === undefined ? company.owner.email : [own];
  try {
    // What was not understood can be said again in an answer to this mail.
    await tellOwner(
      { leadId, key, to, about: 'digest', replyTo: deps.replyAddresses?.sign(leadId), content },
      deps,
    );
  } catch (error) {
    // Whatever else it is may be over at the next try, which finds all lines done and tells the same.
    if (!(error instanceof MailRejectedError)) throw error;
    deps.log.error('Answer to the digest not confirmed', error);
  }
}
