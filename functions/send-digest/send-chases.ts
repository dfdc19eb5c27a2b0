import type { Company } from '../../domain/business/company.ts';
import { emailDomain } from '../../domain/business/mail-address.ts';
import { type Recipient, recipientOf } from '../../domain/business/recipients.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isOver } from '../../domain/lead/list.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { DueChase, DueChases } from '../../domain/ports/due-chases.ts';
import { isFaultOfOurs } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Mailer, OutgoingMail } from '../../domain/ports/mailer.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { chaseTimeAt } from '../../domain/report/chase-times.ts';
import { byMoney } from '../../domain/report/money-at-risk.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { chase } from '../../views/mail/chase.ts';
import { type ChaseLine, chasesMail } from '../../views/mail/chases.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { manyLink, primaryLinks, takeLinks, viewLink } from '../shared/action-links.ts';
import { inTurns } from '../shared/in-turns.ts';
import type { Log } from '../shared/logger.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import type { Metrics } from '../shared/metrics.ts';
import { toOwner } from '../shared/to-owner.ts';
import { claimList } from './claim-list.ts';

export interface SendChasesDeps {
  readonly leads: Pick<LeadStore, 'load'>;
  readonly dueChases: Pick<DueChases, 'list' | 'remove'>;
  readonly digestLog: DigestLog;
  readonly mailer: Mailer;
  readonly links: SignedLinks;
  /** Absent: no mails are received, and nobody can answer. */
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly clock: Clock;
  readonly company: Company;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** So many leads are read at a time. */
const atOnce = 25;

interface Booked extends ChaseLine {
  readonly chase: DueChase;
}

/**
 * Sends all that is due for a person in one mail, if it is one of the times for it and none went out at this time. However often
 * it is called, there is one at each time; what is booked after it waits for the next. If a call died half-way, the next one
 * sends it again.
 * @returns how many requests were told.
 * @throws what the mailer throws, unless it is a fault of ours: then all of it goes on waiting. MailInFlightError another call is
 *   sending it now.
 */
export async function sendChases(deps: SendChasesDeps): Promise<number> {
  const { dueChases, leads, clock, company } = deps;
  const time = chaseTimeAt(company, clock.now());
  if (!time) return 0;
  const chases = await dueChases.list();
  if (chases.length === 0) return 0;
  const loaded = await inTurns(chases, atOnce, async (one) => ({ one, lead: await leads.load(one.leadId) }));
  const owed = loaded.flatMap(({ one, lead }): Booked[] =>
    lead && isStillOwed(lead, one, clock.now()) ? [{ ...one, lead, chase: one }] : [],
  );
  const kept = new Set(owed.map((line) => line.chase));
  await dueChases.remove(chases.filter((one) => !kept.has(one)));
  const people = Map.groupBy(owed, ({ lead }) => recipientOf(company, lead).key);
  let told = 0;
  for (const lines of people.values()) {
    const [first] = lines;
    const recipient = first && recipientOf(company, first.lead);
    if (recipient) told += await sendTo(recipient, lines, [time.date, time.number].join('-'), deps);
  }
  return told;
}

/** Whoever did something since has ended the rhythm, or begun it anew; whose answer waits has done what he owes. */
function isStillOwed(lead: Lead, { cadence, generation, last, at }: DueChase, now: Moment): boolean {
  const { cadence: running, answerHeld, timeline } = lead;
  // Of a closed request the rhythm ends with its last word.
  const hasEnded = last && !running && !timeline.some((event) => event.by !== 'system' && event.at > at);
  const isRunning = hasEnded || (running?.name === cadence && running.generation === generation);
  return isRunning && !isOver(lead) && !(answerHeld && answerHeld.until > now);
}

/** @param time of the day: `2026-11-23-2`. */
async function sendTo(
  { key, to }: Recipient,
  lines: readonly Booked[],
  time: string,
  deps: SendChasesDeps,
): Promise<number> {
  const { digestLog, dueChases, clock, metrics, log } = deps;
  const name = [time, key].filter((part) => part !== undefined).join('-');
  const sent = await digestLog.find(name);
  if (sent?.sentAt !== undefined) {
    // Whoever sent it died before he could say so. What was booked since waits for the next time.
    const told = lines.filter(
      ({ chase: { leadId, at } }) => sent.leadIds.includes(leadId) && at <= sent.claimedAt,
    );
    await dueChases.remove(told.map((line) => line.chase));
    return 0;
  }
  const sorted = lines.toSorted((one, other) => byMoney(one.lead, other.lead));
  const now = clock.now();
  const ids = sorted.map(({ lead }) => lead.id);
  if (!(await claimList(digestLog, name, now, ids))) return 0;
  try {
    await deps.mailer.send(compose(deps, sorted, { name, to, now }));
  } catch (error) {
    await digestLog.release(name);
    if (!isFaultOfOurs(error)) throw error;
    metrics.count('MailsHeld');
    log.info('Chases held, they go out when the provider takes them', { list: name });
    return 0;
  }
  await digestLog.markSent(name, clock.now());
  await dueChases.remove(sorted.map((line) => line.chase));
  log.info('Chases sent', { list: name, leads: sorted.length });
  return sorted.length;
}

/** Of one request alone the mail tells all that is known of it, and an answer goes on to the customer. */
function compose(
  { company, links, replyAddresses }: SendChasesDeps,
  lines: readonly Booked[],
  { name, to, now }: { readonly name: string; readonly to: readonly string[]; readonly now: Moment },
): OutgoingMail {
  const [first, ...others] = lines;
  if (!first) throw new Error('There is nobody to be reminded of');
  const isOne = others.length === 0;
  const about = isOne ? first.lead.id : `digest-${name}`;
  const date = name.slice(0, '2026-11-23'.length);
  return mailFrame(company, now, {
    to,
    replyTo: replyAddresses?.sign(about) ?? (isOne ? first.lead.contact.email : undefined),
    content: isOne
      ? chase({
          ...toOwner({ company, links, replyAddresses }, first.lead, now),
          cadence: first.cadence,
          number: first.number,
          stalls: first.last && !isClosed(first.lead.stage),
        })
      : chasesMail({
          lines,
          company,
          now,
          answerable: replyAddresses !== undefined,
          actionsFor: (lead) => primaryLinks(links, lead, now),
          takesFor: (lead) => takeLinks(links, lead, now),
          viewUrl: ({ id }) => viewLink(links, id, now),
          listUrl: manyLink(links, 'spam-all', now),
          acknowledgeUrl: manyLink(links, 'acknowledge-all', now),
        }),
    headers: {
      ...mailHeaders({
        class: 'timer',
        about: isOne ? first.lead.id : 'chases',
        thread: `chases-${date}@${emailDomain(company.mail.from)}`,
      }),
      'X-Nachfass-Mail': `chases/${name}`,
    },
  });
}
