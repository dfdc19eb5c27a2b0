/** Incoming mail on the local system: receiving one raw mail, writing one in the browser, and what became of each. */

import type { Company } from '../../domain/business/company.ts';
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import type { HeldDeliveries } from '../../domain/ports/held-deliveries.ts';
import type { IntakeLog, IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { doubtfulMails, notedMails, untold } from '../../domain/report/noted-mails.ts';
import { addLocalDays, compareMoments } from '../../domain/time/local-time.ts';
import { notedMailsLink, rescueLink, viewLink } from '../../functions/shared/action-links.ts';
import type { LocalClock } from '../clock/clock.ts';
import { answerForm, type Call, json, page, Refusal, readFields } from '../http/answers.ts';
import { BodyTooLargeError, readBody, refuseBody } from '../http/gateway.ts';
import { type Envelope, readEnvelope } from '../mail/envelope.ts';
import type { LocalIntake } from '../mail/intake.ts';
import type { OwnAddresses } from '../mail/own-addresses.ts';
import type { ReadMail } from '../mail/read-mail.ts';
import { writeAnswer, writeMail } from '../mail/write-mail.ts';
import { incomingPage } from './incoming-pages.ts';

export interface IncomingApiDeps {
  readonly incoming: LocalIntake;
  readonly intake: Pick<IntakeLog, 'listSince'>;
  readonly heldDeliveries: Pick<HeldDeliveries, 'list'>;
  readonly leads: Pick<LeadStore, 'eachOpen'>;
  readonly own: OwnAddresses;
  readonly smtpPort: number;
  readonly clock: LocalClock;
  readonly company: Company;
  readonly links: SignedLinks;
}

/** One more than a mail may have: what is too large is an outcome and not a fault of the request. */
const maxBodyBytes = 41 * 1024 * 1024;

/** `POST /_local/inbound`: one raw mail, whatever type it claims to be. */
export async function receiveRaw({ request, response }: Call, deps: IncomingApiDeps): Promise<void> {
  let raw: Buffer;
  try {
    raw = await readBody(request, maxBodyBytes);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    return refuseBody(request, response);
  }
  const given = { from: readHeader(request, 'x-envelope-from'), to: readHeader(request, 'x-envelope-to') };
  const record = await receiveNow(readEnvelope(raw, given, deps.own, receiveAddress(deps)), raw, deps);
  json(response, outcomeOf(record));
}

/** `waits`: until our own mails go out again. */
const outcomeOf = (record: IntakeRecord | undefined) => ({
  outcome: record?.outcome ?? 'waits',
  leadId: record?.leadId ?? null,
});

function readHeader({ headers }: Call['request'], name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

const receiveAddress = ({ company: { mail } }: IncomingApiDeps): string => mail.receive ?? mail.from;

async function receiveNow(
  envelope: Envelope,
  raw: Buffer,
  { incoming }: IncomingApiDeps,
): Promise<IntakeRecord | undefined> {
  return incoming.receiveNow(envelope, raw).catch(() => {
    throw new Refusal(500, 'The mail failed three times. It is kept: POST /_local/replay tries it again.');
  });
}

const shownDays = 30;
const shownMails = 200;

const latelyReceived = ({ intake, company, clock }: IncomingApiDeps): Promise<IntakeRecord[]> =>
  intake.listSince(addLocalDays(clock.now(), -shownDays, company.timeZone));

/** `GET /_local/intake`: what became of the mails of the last 30 days, oldest first. */
export async function listIntake({ response }: Call, deps: IncomingApiDeps): Promise<void> {
  json(response, await latelyReceived(deps));
}

/**
 * `GET /_local/notices`: what the digests of the last 30 days name beside leads, oldest first: mails that were noted or kept
 * aside, refused forms, with the page that makes a lead of each, mails of which something is odd, with their lead, mails that wait until ours go out, and mails that failed.
 */
export async function listNotices({ response }: Call, deps: IncomingApiDeps): Promise<void> {
  const { links, clock, incoming, heldDeliveries, leads } = deps;
  const now = clock.now();
  const records = await latelyReceived(deps);
  const mails = untold(notedMails(records));
  for await (const lead of leads.eachOpen()) mails.compare(lead);
  const noted = mails.left().map((mail) => {
    const { asideId } = mail;
    const url = asideId === undefined ? undefined : rescueLink(links, asideId, now);
    return notice({ ...mail, leadId: mail.standsOn }, mail.reason, url);
  });
  const doubtful = doubtfulMails(records).map((mail) => {
    const url = mail.leadId === undefined ? undefined : viewLink(links, mail.leadId, now);
    return notice(mail, mail.flags[0] ?? mail.outcome, url);
  });
  const unsettled = (reason: string) => (delivery: Delivery) => ({
    at: delivery.receivedAt,
    deliveryId: delivery.id,
    sender: delivery.envelopeFrom ?? null,
    reason,
  });
  const failed = incoming.failed().map(unsettled('failed'));
  const held = (await heldDeliveries.list()).map(({ delivery }) => delivery).map(unsettled('waits'));
  const all = [...noted, ...doubtful, ...failed, ...held];
  json(
    response,
    all.toSorted((one, other) => compareMoments(one.at, other.at)),
  );
}

function notice(mail: IntakeRecord, reason: string, url: string | undefined) {
  const { receivedAt: at, deliveryId, outcome, flags } = mail;
  return {
    at,
    deliveryId,
    sender: mail.sender ?? null,
    senderName: mail.senderName ?? null,
    subject: mail.subject ?? null,
    reason,
    outcome,
    flags,
    leadId: mail.leadId ?? null,
    asideId: mail.asideId ?? null,
    url: url ?? null,
  };
}

/** The owner's own page of what was kept aside. */
export function showNotedMails({ response }: Call, { links, clock }: IncomingApiDeps): void {
  response.writeHead(303, { location: notedMailsLink(links, clock.now()) }).end();
}

/** `GET /_local/incoming`. */
export async function showIncoming({ response }: Call, deps: IncomingApiDeps): Promise<void> {
  const { incoming, heldDeliveries, company, clock, smtpPort } = deps;
  const now = clock.now();
  const records = await latelyReceived(deps);
  const shown = {
    records: records.toReversed().slice(0, shownMails),
    waiting: incoming.waiting(),
    failed: incoming.failed(),
    held: (await heldDeliveries.list()).length,
    smtpPort,
    receive: receiveAddress(deps),
  };
  page(response, await incomingPage({ company, now }, shown));
}

/** `POST /_local/write`: a mail of a customer. */
export async function receiveWritten(call: Call, deps: IncomingApiDeps): Promise<void> {
  const { from, subject, text } = await readFields(call.request);
  if (typeof from !== 'string' || !/^[^\s@<>,]+@[^\s@<>,]+$/.test(from.trim())) {
    throw new Refusal(422, 'Von wem ist die E-Mail? „Von“ ist keine Adresse.');
  }
  const to = [receiveAddress(deps)];
  const raw = await writeMail({
    from: from.trim(),
    to,
    subject: String(subject ?? ''),
    text: String(text ?? ''),
    at: deps.clock.now(),
  });
  const record = await receiveNow({ from: from.trim(), to }, raw, deps);
  answerForm(call, outcomeOf(record), '/_local/incoming');
}

/** `POST /_local/mail/<id>/answer`: the answer of whoever got this mail of ours. */
export async function receiveAnswer(call: Call, mail: ReadMail, deps: IncomingApiDeps): Promise<void> {
  const { text } = await readFields(call.request);
  if (typeof text !== 'string' || text.trim() === '') throw new Refusal(422, 'Die Antwort ist leer.');
  const to = mail.replyTo.filter(deps.own.includes);
  if (to.length === 0) {
    throw new Refusal(422, `Antworten gehen an ${mail.replyTo.join(', ')}, und das ist nicht hier.`);
  }
  const raw = await writeAnswer(mail, text, deps.clock.now(), deps.company);
  const record = await receiveNow({ from: mail.to[0], to }, raw, deps);
  answerForm(call, outcomeOf(record), '/_local/incoming');
}

/** `POST /_local/replay`: tries again what failed three times. */
export async function replayFailed(call: Call, { incoming }: IncomingApiDeps): Promise<void> {
  const { replayed, failed } = await incoming.replay();
  const outcomes = replayed.map(({ deliveryId, outcome, leadId }) => ({
    deliveryId,
    outcome,
    leadId: leadId ?? null,
  }));
  answerForm(call, { replayed: outcomes, failed }, '/_local/incoming');
}
