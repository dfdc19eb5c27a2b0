import {
  type Delivery,
  type IncomingMail,
  type MailFlag,
  senderOf,
} from '../../domain/inbound/incoming-mail.ts';
import { interpretMail } from '../../domain/inbound/mail-reading.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import { appendReply } from './append-reply.ts';
import type { Arrival, ReceivedMail, ReceiveMailDeps, Settled } from './arrival.ts';
import { captureRequest, quarantine } from './capture-request.ts';
import { contentKey } from './content-key.ts';
import { holdBack } from './hold-back.ts';
import { noteMail } from './note-mail.ts';
import { openArrival } from './open-arrival.ts';
import { withSenderDomains } from './parse-delivery.ts';
import { recordBounce } from './record-bounce.ts';
import { settleOwnerMail } from './settle-owner-mail.ts';

/** Rule 15: more mails of one sender than this within 2 hours come from a machine, whatever they say. */
const maxMailsOfSender = 20;

/**
 * One delivery ends in one outcome, which is stored. Repeating it is safe at any point: a delivery that has its outcome
 * keeps it, a lead and an answer are stored once per delivery.
 * @throws Error the raw mail is not there, or a store does not answer: to be tried again.
 */
export async function receiveMail(notified: Delivery, deps: ReceiveMailDeps): Promise<IntakeRecord> {
  const known = await deps.intake.find(notified.id);
  if (known) return known;
  const raw = await deps.mailFiles.load(notified.id);
  if (!raw) throw new Error(`No raw mail ${notified.id}`);
  const delivery = withSenderDomains(notified, raw);
  const read = await deps.readMail(raw);
  const { mail } = read;
  const contents = read.result === 'read' ? read.contents : [];
  const flags: readonly MailFlag[] = [
    ...(delivery.verdicts.virus === 'fail' ? ['virus' as const] : []),
    ...(mail.fromUnclear ? ['unclear-sender' as const] : []),
  ];
  const received: ReceivedMail = { delivery, mail, contents, flags };
  const settled = await settle(received, read.result, deps);
  const record: IntakeRecord = {
    deliveryId: delivery.id,
    receivedAt: delivery.receivedAt,
    outcome: settled.outcome,
    ...(settled.leadId !== undefined && { leadId: settled.leadId }),
    flags: settled.flags ?? flags,
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

/** For the digest. */
function describe(mail: IncomingMail): Pick<IntakeRecord, 'sender' | 'subject'> {
  const sender = senderOf(mail) ?? mail.fromHint;
  const subject = excerpt(mail.subject);
  return { ...(sender && { sender: sender.address }), ...(subject !== undefined && { subject }) };
}

/** @returns flags are all there are; absent: those the mail came with. */
async function settle(
  received: ReceivedMail,
  result: 'read' | 'too-large' | 'unreadable',
  deps: ReceiveMailDeps,
): Promise<Settled> {
  if (result === 'unreadable') return { outcome: 'unreadable' };
  const first = await firstWithContent(received, deps);
  if (first !== undefined) return first;
  const settled = await interpret(received, deps);
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

async function interpret(received: ReceivedMail, deps: ReceiveMailDeps): Promise<Settled> {
  const reading = interpretMail(received.mail, received.delivery, deps.company);
  if (reading.kind === 'own') return { outcome: 'own-mail-ignored' };
  const arrival = await openArrival(received, reading, deps);
  const settled = await dispatch(arrival, deps);
  return { ...settled, flags: [...arrival.flags, ...(settled.flags ?? [])] };
}

/** Whose turn it is, by what is known of the mail. */
async function dispatch(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const { mail, delivery, kind, thread, contact } = arrival;
  if (kind === 'bounce') return recordBounce(arrival, deps);
  const fromOwner = await settleOwnerMail(arrival, deps);
  if (fromOwner) return fromOwner;

  const person = contact.email ?? senderOf(mail)?.address;
  if (person !== undefined && kind === 'person') {
    const count = await deps.intake.countSender(person, delivery.id, delivery.receivedAt);
    if (count > maxMailsOfSender) {
      return { ...(await noteMail('doubtful', arrival, deps)), flags: ['too-many'] };
    }
  }
  const { lead } = thread;
  const doubtful = arrival.provenance === 'contradicted' || mail.fromUnclear;
  if (lead && kind === 'person' && doubtful) return holdBack(arrival, lead, deps);
  if (delivery.verdicts.spam === 'fail' && !thread.known) return quarantine(arrival, deps);
  if (kind === 'automatic') return noteMail('auto-reply', arrival, deps);
  return lead ? appendReply(arrival, lead, deps) : captureRequest(arrival, deps);
}
