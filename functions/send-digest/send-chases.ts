import type { Company } from '../../domain/business/company.ts';
import { emailDomain } from '../../domain/business/mail-address.ts';
import { listsOf, type Recipient } from '../../domain/business/recipients.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isOver } from '../../domain/lead/list.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { DueChase, DueChases } from '../../domain/ports/due-chases.ts';
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
import { manyLink, openRequestsLink, primaryLinks, takeLinks, viewLink } from '../shared/action-links.ts';
import { inTurns } from '../shared/in-turns.ts';
import type { Log } from '../shared/logger.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import type { Metrics } from '../shared/metrics.ts';
import { toOwner } from '../shared/to-owner.ts';
import { sendClaimed } from './send-claimed.ts';

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
  // What is nobody's in particular stands in several lists, and waits until all of them are out.
  const lists = listsFor(owed, deps);
  const waiting = new Map(
    owed.map(({ chase }) => [
      chase,
      lists.filter(({ lines }) => lines.some((one) => one.chase === chase)).length,
    ]),
  );
  const told = new Set<string>();
  for (const list of lists) {
    const sent = await sendTo(list, [time.date, time.number].join('-'), deps);
    for (const { chase } of sent.lines) {
      waiting.set(chase, (waiting.get(chase) ?? 1) - 1);
      if (sent.justNow) told.add(chase.leadId);
    }
    await dueChases.remove(sent.lines.map(({ chase }) => chase).filter((chase) => waiting.get(chase) === 0));
  }
  return told.size;
}

interface List {
  readonly recipient: Recipient;
  readonly lines: Booked[];
}

/** What is due for each who is to be reminded. */
function listsFor(owed: readonly Booked[], { company, clock }: SendChasesDeps): readonly List[] {
  const lists = new Map<string | undefined, List>();
  for (const line of owed) {
    for (const recipient of listsOf(company, line.lead, clock.now())) {
      const key = recipient.person?.key;
      const list = lists.get(key) ?? { recipient, lines: [] };
      list.lines.push(line);
      lists.set(key, list);
    }
  }
  return [...lists.values()];
}

/** Whoever did something since has ended the rhythm, or begun it anew; whose answer waits has done what he owes. */
function isStillOwed(lead: Lead, { cadence, generation, last, at }: DueChase, now: Moment): boolean {
  const { cadence: running, answerHeld, timeline } = lead;
  // Of a closed request the rhythm ends with its last word.
  const hasEnded = last && !running && !timeline.some((event) => event.by !== 'system' && event.at > at);
  const isRunning = hasEnded || (running?.name === cadence && running.generation === generation);
  return isRunning && !isOver(lead) && !(answerHeld && answerHeld.until > now);
}

const nothing = { lines: [], justNow: false } as const;

/**
 * @param time of the day: `2026-11-23-2`.
 * @returns the lines that are out, by this call or by one before.
 */
async function sendTo(
  { recipient, lines }: List,
  time: string,
  deps: SendChasesDeps,
): Promise<{ readonly lines: readonly Booked[]; readonly justNow: boolean }> {
  const { digestLog, clock, log } = deps;
  const name = [time, recipient.person?.key].filter((part) => part !== undefined).join('-');
  const sent = await digestLog.find(name);
  if (sent?.sentAt !== undefined) {
    // Whoever sent it died before he could say so. What was booked since waits for the next time.
    const isOut = ({ chase }: Booked) => sent.leadIds.includes(chase.leadId) && chase.at <= sent.claimedAt;
    return { lines: lines.filter(isOut), justNow: false };
  }
  const sorted = lines.toSorted((one, other) => byMoney(one.lead, other.lead));
  const now = clock.now();
  // In a mail that may be out some have numbers already: they keep them.
  const leadIds = [...new Set([...(sent?.leadIds ?? []), ...sorted.map(({ lead }) => lead.id)])];
  const mail = () => compose(deps, sorted, { name, recipient, now, leadIds });
  if ((await sendClaimed({ name, leadIds, now, compose: mail }, deps)) !== 'sent') return nothing;
  log.info('Chases sent', { list: name, leads: sorted.length });
  return { lines: sorted, justNow: true };
}

/** Of one request alone the mail tells all that is known of it, and an answer goes on to the customer. */
function compose(
  { company, links, replyAddresses }: SendChasesDeps,
  lines: readonly Booked[],
  {
    name,
    recipient: { person, to },
    now,
    leadIds,
  }: {
    readonly name: string;
    readonly recipient: Recipient;
    readonly now: Moment;
    readonly leadIds: readonly string[];
  },
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
          ...toOwner({ company, links, replyAddresses }, first.lead, now, person),
          cadence: first.cadence,
          number: first.number,
          stalls: first.last && !isClosed(first.lead.stage),
        })
      : chasesMail({
          lines,
          numberOf: ({ id }) => leadIds.indexOf(id) + 1,
          company,
          now,
          answerable: replyAddresses !== undefined,
          actionsFor: (lead) => primaryLinks(links, lead, now, { company, person }),
          takesFor: (lead) => takeLinks(links, lead, now, person?.key),
          viewUrl: ({ id }) => viewLink(links, id, now, person?.key),
          openRequestsUrl: openRequestsLink(links, now, person?.key),
          spamUrl: manyLink(links, 'spam-all', now, person?.key),
          acknowledgeUrl: manyLink(links, 'acknowledge-all', now, person?.key),
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
