import type { Company } from '../../domain/business/company.ts';
import type { Recipient } from '../../domain/business/recipients.ts';
import { silentSources } from '../../domain/inbound/silent-source.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import { comesAgain, type HeldDeliveries } from '../../domain/ports/held-deliveries.ts';
import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { SourceLog } from '../../domain/ports/source-log.ts';
import { type Digest, linesIn, newsSince, nothingToSay, numberedLeads } from '../../domain/report/digest.ts';
import { beginOwnDigest, digestReaders, isHisTurn } from '../../domain/report/digest-readers.ts';
import { dueDigest } from '../../domain/report/digest-time.ts';
import { addDuration, localDate, momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { isWorkingDay } from '../../domain/time/working-time.ts';
import { digestMail } from '../../views/mail/digest.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import {
  captureCallLink,
  dismissSuspiciousLink,
  manyLink,
  notedMailsLink,
  openRequestsLink,
  primaryLinks,
  pushLink,
  rescueLink,
  takeLinks,
  viewLink,
} from '../shared/action-links.ts';
import type { Log } from '../shared/logger.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import type { Metrics } from '../shared/metrics.ts';
import { sendClaimed } from './send-claimed.ts';

export interface SendDigestDeps {
  readonly leads: Pick<LeadStore, 'eachOpen' | 'eachInAftercare' | 'listWon' | 'listClosed'>;
  readonly digestLog: DigestLog;
  readonly mailer: Mailer;
  readonly links: SignedLinks;
  /** Absent: no mails are received, and nobody can answer the digest. */
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly intake: Pick<IntakeLog, 'listSince'>;
  readonly mailFiles: Pick<MailFiles, 'listSince'>;
  readonly sources: Pick<SourceLog, 'list'>;
  readonly heldDeliveries: Pick<HeldDeliveries, 'list'>;
  readonly clock: Clock;
  readonly company: Company;
  /** When the business was stored for the first time. */
  readonly storedSince: () => Promise<Moment>;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface DigestOutcome {
  readonly outcome: 'sent' | 'nothing-to-say' | 'not-a-working-day' | 'already-sent' | 'not-due' | 'held';
  /** Local date of the business. */
  readonly date: string;
}

/**
 * Sends the digest of the day to the owner when its time has come, unless it went out or there is nothing to say. However
 * often it is called, there is one a day; if a call died half-way, or the provider never answered, the next one sends it
 * again: the owner had better get it twice than not at all.
 * @param input.force at once, also on a day without work.
 * @throws MailRefusedError, MailUncertainError as the provider says, unless it is a fault of ours; the next call may try again.
 *   MailInFlightError another call is sending it now.
 */
export async function sendDigest(
  { force = false }: { readonly force?: boolean | undefined },
  deps: SendDigestDeps,
): Promise<DigestOutcome> {
  const { company, digestLog, metrics } = deps;
  const now = deps.clock.now();
  const today = localDate(now, company.timeZone);
  const date = force ? today : dueDigest(company, now, await deps.storedSince());
  if (date === undefined) return { outcome: 'not-due', date: today };
  const end = (outcome: DigestOutcome['outcome']): DigestOutcome => {
    // Also of a run that had nothing to do: its silence means that nobody started it, or that it fails.
    metrics.count('DigestRuns');
    return { outcome, date };
  };
  const readers: Reader[] = [];
  for (const [index, recipient] of digestReaders(company, now).entries()) {
    const name = index === 0 ? date : ownName(date, recipient);
    const record = await digestLog.find(name);
    // It went out, or there was nothing to say.
    const isSettled = record?.sentAt !== undefined || record?.emptyAt !== undefined;
    if (force || !isSettled) readers.push({ recipient, name, numbered: record?.leadIds ?? [] });
  }
  if (readers.length === 0) return end('already-sent');
  if (!force && !isWorkingDay(company, date) && !(await rangBefore(date, deps)))
    return end('not-a-working-day');
  const digests = await readDigests(readers, deps, now, date);
  const results = await Promise.allSettled(
    digests.map(({ reader, digest }) => sendTo(reader, digest, { force, now }, deps)),
  );
  // Who got his keeps it: the next call sends only what is missing.
  const failed = results.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  const outcomes = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const first = (['sent', 'held', 'already-sent'] as const).find((outcome) => outcomes.includes(outcome));
  if (first === 'sent') metrics.count('DigestsSent');
  return first === 'held' ? { outcome: 'held', date } : end(first ?? 'nothing-to-say');
}

/** Whoever gets a digest, and what it is called in the log: the first one as the day. */
interface Reader {
  readonly recipient: Recipient;
  readonly name: string;
  /** The leads by their numbers, of a mail that may be out: an answer to it means the same. */
  readonly numbered: readonly string[];
}

/** As the mails about what is due, before the first of them: by it an answer is known for his. */
const ownName = (date: string, { person }: Recipient): string => `${date}-0-${person?.key ?? ''}`;

async function sendTo(
  reader: Reader,
  digest: Digest,
  { force, now }: { readonly force: boolean; readonly now: Moment },
  deps: SendDigestDeps,
): Promise<'sent' | 'held' | 'already-sent' | 'nothing-to-say'> {
  const { digestLog, metrics, log } = deps;
  const { name, numbered } = reader;
  metrics.count('SilentSources', digest.silentSources.length);
  if (nothingToSay(digest)) {
    // What comes in later in the day is told by its own mails, and by tomorrow's digest.
    if (!force) await digestLog.markEmpty(name, now);
    return 'nothing-to-say';
  }
  const compose = () => composeMail(deps, digest, reader, now);
  const outcome = await sendClaimed({ name, leadIds: numberedLeads(digest, numbered), now, compose }, deps);
  if (outcome === 'sent') log.info('Digest sent', { date: name, ...countLines(digest) });
  return outcome;
}

/**
 * On a day without work only emergencies are worth a digest that nobody has taken on by its hour; what rings later has just been
 * told.
 */
async function rangBefore(date: string, { leads, company }: SendDigestDeps): Promise<boolean> {
  const due = momentOf(date, company.digestAt, company.timeZone);
  for await (const lead of leads.eachOpen()) if (isAlarm(lead) && lead.stageSince < due) return true;
  return false;
}

/** As far back as stored mails are compared with their outcomes: the digest does not come on every day. */
const comparedBack = '-P5D';
/** Three tries of a mail are over by then. */
const settledWithin = '-PT1H';

interface OwnDigest {
  readonly reader: Reader;
  readonly digest: Digest;
}

/** Reads what is open, what closed lately and what came by mail, once for all: never what closed before. */
async function readDigests(
  readers: readonly Reader[],
  deps: SendDigestDeps,
  now: Moment,
  date: string,
): Promise<readonly OwnDigest[]> {
  const { leads, digestLog, intake, mailFiles, sources, heldDeliveries, company } = deps;
  const since = newsSince(company, now, await digestLog.lastSentBefore(date));
  const compared = addDuration(now, comparedBack);
  const [won, closed, outcomes, stored, known, held] = await Promise.all([
    listWonThisMonth(leads, company, now, date),
    leads.listClosed(since, now),
    intake.listSince(since < compared ? since : compared),
    mailFiles.listSince(compared),
    sources.list(),
    heldDeliveries.list(),
  ]);
  const waiting = held.filter((one) => comesAgain(one, now)).map(({ delivery }) => delivery.id);
  // What waits goes on by itself.
  const settled = new Set([...outcomes.map(({ deliveryId }) => deliveryId), ...waiting]);
  const due = addDuration(now, settledWithin);
  const ofHouse = {
    mails: outcomes.filter(({ receivedAt }) => receivedAt >= since),
    unprocessedMails: stored.filter(({ deliveryId, at }) => at < due && !settled.has(deliveryId)).length,
    silentSources: silentSources(known, now),
  };
  const drafts = readers.map((reader) => {
    const { recipient, numbered } = reader;
    const draft = beginOwnDigest(recipient, {
      won,
      closed,
      company,
      now,
      since,
      numbered,
      // What is nobody's request yet is for owner and office to look at.
      ...(recipient.person?.role !== 'staff' && ofHouse),
    });
    return { reader, draft };
  });
  // One after the other: a flood makes tens of thousands.
  for await (const lead of leads.eachOpen()) for (const { draft } of drafts) draft.add(lead);
  for await (const lead of leads.eachInAftercare()) for (const { draft } of drafts) draft.add(lead);
  return drafts.map(({ reader, draft }) => ({ reader, digest: draft.done() }));
}

/** The month of the business touches two months of UTC: it begins an hour or two before the second. */
async function listWonThisMonth(
  leads: Pick<LeadStore, 'listWon'>,
  { timeZone }: Company,
  now: Moment,
  date: string,
): Promise<LeadSummary[]> {
  const monthBegins = momentOf(`${date.slice(0, 7)}-01`, '00:00', timeZone);
  const months = new Set([monthBegins.slice(0, 7), now.slice(0, 7)]);
  const won = await Promise.all([...months].map((month) => leads.listWon(month)));
  return won.flat();
}

function composeMail(
  { company, links, replyAddresses }: SendDigestDeps,
  digest: Digest,
  { recipient: { person, to }, name }: Reader,
  now: Moment,
) {
  const key = person?.key;
  return mailFrame(company, now, {
    to,
    replyTo: replyAddresses?.sign(`digest-${name}`),
    content: digestMail({
      digest,
      company,
      now,
      actionsFor: (lead) => primaryLinks(links, lead, now, { company, person }),
      takesFor: (lead) => takeLinks(links, lead, now, key),
      viewUrl: ({ id }) => viewLink(links, id, now, key),
      captureCallUrl: captureCallLink(links, now, key),
      answerable: replyAddresses !== undefined,
      rescueUrl: (leadId) => rescueLink(links, leadId, now, key),
      notedMailsUrl: notedMailsLink(links, now, key),
      dismissSuspiciousUrl: dismissSuspiciousLink(links, now, key),
      listUrls: {
        unconfirmed: manyLink(links, 'spam-alarms', now, key),
        'new-requests': manyLink(links, 'spam-all', now, key),
      },
      openRequestsUrl: openRequestsLink(links, now, key),
      acknowledgeUrl: manyLink(links, 'acknowledge-all', now, key),
      isHis: (lead) => isHisTurn(company, { to, ...(person && { person }) }, lead, now),
      ...(key !== undefined && { pushUrl: pushLink(links, key, now) }),
      leadUrl: (leadId) => viewLink(links, leadId, now, key),
    }),
    headers: {
      ...mailHeaders({ class: 'timer', about: 'digest' }),
      'X-Nachfass-Mail': `digest/${name}`,
    },
  });
}

/** How many lines each section has; for the log, so no names. */
function countLines({ sections, figures, mails }: Digest): Record<string, number> {
  const counts = sections.map((part) => [part.section, linesIn(part)] as const);
  return {
    openLeads: figures.openLeads,
    notedMails: mails.noted.length,
    unprocessedMails: mails.unprocessed,
    ...Object.fromEntries(counts),
  };
}
