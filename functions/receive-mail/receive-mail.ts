import {
  type Delivery,
  type IncomingMail,
  type MailFlag,
  senderOf,
} from '../../domain/inbound/incoming-mail.ts';
import { classifyMail } from '../../domain/inbound/mail-class.ts';
import { contactOf } from '../../domain/inbound/mail-contact.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { contentKey } from './content-key.ts';
import { findThread } from './find-thread.ts';
import { noteMail } from './note-mail.ts';
import { takeBounce } from './take-bounce.ts';
import { takeOwnerMail } from './take-owner-mail.ts';
import { takeReply } from './take-reply.ts';
import { quarantine, takeRequest } from './take-request.ts';

/** Rule 15: more mails of one sender than this within 2 hours come from a machine, whatever they say. */
const mostMailsOfSender = 20;

/**
 * One delivery ends in one outcome, which is stored. Repeating it is safe at any point: a delivery that has its outcome
 * keeps it, a lead and an answer are stored once per delivery.
 * @throws Error the raw mail is not there, or a store does not answer: to be tried again.
 */
export async function receiveMail(delivery: Delivery, deps: ReceiveMailDeps): Promise<IntakeRecord> {
  const known = await deps.intake.find(delivery.id);
  if (known) return known;
  const raw = await deps.mailFiles.load(delivery.id);
  if (!raw) throw new Error(`No raw mail ${delivery.id}`);
  const read = await deps.readMail(raw);
  const { mail } = read;
  const contents = read.result === 'read' ? read.contents : [];
  const virus: readonly MailFlag[] = delivery.verdicts.virus === 'fail' ? ['virus'] : [];
  const arrival: Arrival = { delivery, mail, contents, flags: virus };
  const settled = await settle(arrival, read.result, deps);
  const record: IntakeRecord = {
    deliveryId: delivery.id,
    receivedAt: delivery.receivedAt,
    outcome: settled.outcome,
    ...(settled.leadId !== undefined && { leadId: settled.leadId }),
    flags: [...virus, ...(settled.flags ?? [])],
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
  const sender = senderOf(mail);
  const subject = excerpt(mail.subject);
  return { ...(sender && { sender: sender.address }), ...(subject !== undefined && { subject }) };
}

async function settle(
  arrival: Arrival,
  result: 'read' | 'too-large' | 'unreadable',
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { mail, delivery } = arrival;
  if (result === 'unreadable') return { outcome: 'unreadable' };
  const first = await firstWithContent(arrival, deps);
  if (first !== undefined) return first;
  const settled = await sort(arrival, deps);
  // Whatever became of it, the owner must know that only its beginning was read.
  deps.log.info('Mail read', { delivery: delivery.id, files: mail.files.length });
  return result === 'too-large' ? { ...settled, outcome: 'too-large' } : settled;
}

/** Rule 3: the same Message-ID with the same content came before. An empty id equals no other. */
async function firstWithContent(
  { mail, contents, delivery }: Arrival,
  { intake }: ReceiveMailDeps,
): Promise<Settled | undefined> {
  if (mail.messageId === undefined) return undefined;
  const key = contentKey(mail.messageId, mail, contents);
  const firstId = await intake.claimContent(key, delivery.id, delivery.receivedAt);
  if (firstId === delivery.id) return undefined;
  const first = await intake.find(firstId);
  return { outcome: 'duplicate', ...(first?.leadId !== undefined && { leadId: first.leadId }) };
}

async function sort(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const { mail, delivery } = arrival;
  const { company, intake } = deps;
  const kind = classifyMail(mail, delivery, company);
  if (kind === 'own') return { outcome: 'own-mail-ignored' };
  if (kind === 'bounce') return takeBounce(arrival, deps);

  const thread = await findThread(arrival, deps);
  const flags: readonly MailFlag[] = thread.forged ? ['forged-token'] : [];
  const marked: Arrival = { ...arrival, flags: [...arrival.flags, ...flags] };
  const fromOwner = await takeOwnerMail(marked, thread, kind, deps);
  if (fromOwner) return withFlags(fromOwner, flags);

  const person = contactOf(mail, company).email ?? senderOf(mail)?.address;
  if (person !== undefined && kind === 'person') {
    const count = await intake.countSender(person, delivery.id, delivery.receivedAt);
    if (count > mostMailsOfSender) {
      return withFlags(await noteMail('doubtful', marked, thread.lead, deps), [...flags, 'too-many']);
    }
  }
  if (delivery.verdicts.spam === 'fail' && !thread.known) {
    return withFlags(await quarantine(marked, thread, deps), flags);
  }
  if (thread.lead && kind === 'automatic') {
    return withFlags(await noteMail('auto-reply', marked, thread.lead, deps), flags);
  }
  if (thread.lead) return withFlags(await takeReply(marked, thread.lead, thread.known, deps), flags);
  return withFlags(await takeRequest(marked, thread, kind, deps), flags);
}

const withFlags = (settled: Settled, flags: readonly MailFlag[]): Settled => ({
  ...settled,
  flags: [...flags, ...(settled.flags ?? [])],
});
