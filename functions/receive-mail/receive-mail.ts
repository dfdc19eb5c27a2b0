import { readMessage } from '../../domain/capture/key-words.ts';
import {
  type CalendarAnswer,
  type Delivery,
  type IncomingMail,
  type MailFlag,
  senderOf,
} from '../../domain/inbound/incoming-mail.ts';
import { interpretMail } from '../../domain/inbound/mail-reading.ts';
import { whyNoted } from '../../domain/inbound/noted-mail.ts';
import { unwrapMail } from '../../domain/inbound/wrapped-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import { MailRefusedError } from '../../domain/ports/errors.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import { appendReply } from './append-reply.ts';
import type { Arrival, ReceivedMail, ReceiveMailDeps, Settled } from './arrival.ts';
import { captureRequest } from './capture-request.ts';
import { contentKey } from './content-key.ts';
import { holdBack } from './hold-back.ts';
import { keepAside } from './keep-aside.ts';
import { noteMail } from './note-mail.ts';
import { openArrival } from './open-arrival.ts';
import { withSenderDomains } from './parse-delivery.ts';
import { recordBounce } from './record-bounce.ts';
import { asFirstSaid } from './same-answer.ts';
import { settleOwnStop } from './settle-own-stop.ts';
import { settleOwnerMail } from './settle-owner-mail.ts';

/** Nothing is wrong with the mail: what must go out because of it cannot. */
export class DeliveryWaitsError extends MailRefusedError {
  readonly about: string;

  constructor(about: string, { message, fault }: MailRefusedError) {
    super(message, fault);
    this.about = about;
  }
}

/** It is not kept any more, or not yet. */
export class NoRawMailError extends Error {}

/** Rule 15: more mails of one sender than this within 2 hours come from a machine, whatever they say. */
const maxMailsOfSender = 20;

/**
 * One delivery ends in one outcome, which is stored. Repeating it is safe at any point: a delivery that has its outcome
 * keeps it, a lead and an answer are stored once per delivery.
 * @throws DeliveryWaitsError the provider does not take what must go out because of it: to be tried again when it does.
 *   NoRawMailError. Error a store does not answer: to be tried again.
 */
export async function receiveMail(notified: Delivery, deps: ReceiveMailDeps): Promise<IntakeRecord> {
  const known = await deps.intake.find(notified.id);
  if (known) return known;
  const raw = await deps.mailFiles.load(notified.id);
  if (!raw) throw new NoRawMailError(`No raw mail ${notified.id}`);
  const read = await deps.readMail(raw);
  const outer = { mail: read.mail, delivery: withSenderDomains(notified, raw) };
  const { mail, delivery } = unwrapMail(outer, deps.company);
  const contents = read.result === 'read' ? read.contents : [];
  const flags: readonly MailFlag[] = [
    ...(delivery.verdicts.virus === 'fail' ? ['virus' as const] : []),
    ...(mail.fromUnclear ? ['unclear-sender' as const] : []),
  ];
  const received: ReceivedMail = { delivery, mail, contents, flags };
  const settled = await settle(received, read.result, deps);
  const { outcome, leadId, asideId, reason, flags: allFlags = flags } = settled;
  const record: IntakeRecord = {
    deliveryId: delivery.id,
    receivedAt: delivery.receivedAt,
    outcome,
    ...(leadId !== undefined && { leadId }),
    ...(asideId !== undefined && { asideId }),
    ...(reason !== undefined && { reason }),
    flags: allFlags,
    ...describe(mail),
  };
  await deps.intake.record(record);
  deps.log.info('Mail received', {
    delivery: delivery.id,
    outcome: record.outcome,
    leadId: record.leadId,
    flags: record.flags.join(','),
  });
  return record;
}

/** Of a mail without a subject its first words are told instead; they stand within so many characters. */
const maxLookedAt = 2_000;

/** For the digest. */
function describe(mail: IncomingMail): Pick<IntakeRecord, 'sender' | 'senderName' | 'subject'> {
  const sender = senderOf(mail) ?? mail.fromHint;
  const senderName = excerpt(sender?.name);
  const subject = excerpt(mail.subject) ?? excerpt(mail.text.slice(0, maxLookedAt));
  return {
    ...(sender && { sender: sender.address }),
    ...(senderName !== undefined && { senderName }),
    ...(subject !== undefined && { subject }),
  };
}

/** @returns flags are all there are; absent: those the mail came with. */
async function settle(
  received: ReceivedMail,
  result: 'read' | 'too-large' | 'unreadable',
  deps: ReceiveMailDeps,
): Promise<Settled> {
  if (result === 'unreadable') return interpret(received, async () => ({ outcome: 'unreadable' }), deps);
  const first = await firstWithContent(received, deps);
  if (first !== undefined) return first;
  const settled = await interpret(received, dispatch, deps);
  const { mail, delivery } = received;
  deps.log.info('Mail read', { delivery: delivery.id, files: mail.files.length });
  // Whatever became of it, the owner must know that only its beginning was read.
  return result === 'too-large' ? { ...settled, outcome: 'too-large' } : settled;
}

/** Rule 3: the same Message-ID with the same content came before. An empty id equals no other. */
async function firstWithContent(
  { mail, contents, delivery }: ReceivedMail,
  { intake }: ReceiveMailDeps,
): Promise<Settled | undefined> {
  if (mail.messageId === undefined) return undefined;
  const key = contentKey(mail.messageId, mail, contents);
  const firstId = await intake.claimContent(key, delivery.id, delivery.receivedAt);
  if (firstId === delivery.id) return undefined;
  const first = await intake.find(firstId);
  return { outcome: 'duplicate', ...(first?.leadId !== undefined && { leadId: first.leadId }) };
}

/** Whatever moves no lead is kept aside here, and so no class of mails can be forgotten. */
async function interpret(
  received: ReceivedMail,
  decide: (arrival: Arrival, deps: ReceiveMailDeps) => Promise<Settled>,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const reading = interpretMail(received.mail, received.delivery, deps.company);
  const arrival = await asFirstSaid(await openArrival(received, reading, deps), deps);
  const settled = await decide(arrival, deps).catch((error: unknown) => {
    throw error instanceof MailRefusedError ? new DeliveryWaitsError(aboutOf(arrival), error) : error;
  });
  const flags = [...arrival.flags, ...(settled.flags ?? [])];
  const reason = whyNoted(settled, reading.note);
  if (reason === undefined) return { ...settled, flags };
  const asideId = await keepAside(arrival, settled, deps);
  // What lies in quarantine has always been named as a lead.
  const leadId = settled.outcome === 'spam-quarantined' ? asideId : settled.leadId;
  return { ...settled, leadId, asideId, reason, flags };
}

/** What mails that wait for one another are about. */
function aboutOf({ thread: { digest, lead, ended }, delivery }: Arrival): string {
  return digest === undefined ? (lead ?? ended ?? delivery).id : `digest-${digest}`;
}

/** Whose turn it is, by what is known of the mail. */
async function dispatch(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const { mail, delivery, kind, thread, contact } = arrival;
  if (kind === 'own') return { outcome: 'own-mail-ignored' };
  if (kind === 'bounce') return recordBounce(arrival, deps);
  const fromOwner = await settleOwnerMail(arrival, deps);
  if (fromOwner) return fromOwner;

  const doubtful = arrival.provenance === 'contradicted' || mail.fromUnclear;
  // A telephone or a portal sends many in an hour, each for somebody else; nobody is answered by them.
  const person = contact.email;
  if (person !== undefined && kind === 'person') {
    // Who misuses an address must not use up what its owner may send.
    const sender = doubtful ? `doubtful ${person}` : person;
    const count = await deps.intake.countSender(sender, delivery.id, delivery.receivedAt);
    if (count > maxMailsOfSender) {
      return { ...(await noteMail('doubtful', arrival, deps)), flags: ['too-many'] };
    }
  }
  if (thread.lead && kind === 'person' && doubtful) return holdBack(arrival, thread.lead, deps);
  if (delivery.verdicts.spam === 'fail' && !thread.known) {
    return { outcome: 'spam-quarantined', reason: 'spam' };
  }
  if (kind === 'automatic') return noteMail('auto-reply', arrival, deps);
  if (mail.calendar && !thread.lead) return { outcome: 'auto-reply-noted', reason: 'calendar' };
  // Nobody has to do anything: the visit stands.
  if (mail.calendar && isPlainYes(mail.calendar, arrival)) return noteMail('accepted', arrival, deps);
  if (!thread.lead) return (await settleOwnStop(arrival, deps)) ?? captureRequest(arrival, deps);
  const settled = await appendReply(arrival, thread.lead, deps);
  if (thread.ringing) await appendReply(arrival, thread.ringing, deps);
  if (isNewEmergency(arrival, thread.lead)) await captureRequest(aboutSomethingNew(arrival), deps);
  return settled;
}

/** The sentence that calendars write themselves, or none. */
const acceptedByProgram = /angenommen|zugesagt|accepted|accepté|accettato/i;

const isPlainYes = ({ answer, comment }: CalendarAnswer, { newText }: Arrival): boolean =>
  answer === 'accepted' &&
  comment === undefined &&
  (newText.trim() === '' || acceptedByProgram.test(newText));

/** Water in the cellar rings, whatever it answers; where it rings already, it is the same water. */
const isNewEmergency = ({ newText }: Arrival, { stage }: Lead): boolean =>
  !pipeline[stage].alarm && readMessage(newText).urgency === 'now';

/** The same mail, as a request of its own beside the thread it came in. */
function aboutSomethingNew(arrival: Arrival): Arrival {
  const { lead, ...thread } = arrival.thread;
  return { ...arrival, thread: { ...thread, related: lead?.id } };
}
