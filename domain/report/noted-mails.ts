/** The mails that moved no lead, as the owner is told of them: nobody but he can say that one is a request after all. */
import type { NoteReason } from '../inbound/incoming-mail.ts';
import { whyNoted } from '../inbound/noted-mail.ts';
import type { LeadSummary } from '../lead/summary.ts';
import type { IntakeRecord } from '../ports/intake-log.ts';
import { addDuration, compareMoments } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';

export interface NotedMail extends IntakeRecord {
  readonly reason: NoteReason;
  /** The lead on whose timeline it stands. */
  readonly standsOn?: string | undefined;
}

/** Mails that came in and of which somebody should know. */
export interface MailNews {
  /** They moved no lead: one tap makes one of each. The likeliest to be a request stands first. */
  readonly noted: readonly NotedMail[];
  /** They made or moved a lead, but are doubtful: a forged address, an unknown sender, a virus, only partly read. */
  readonly flagged: readonly IntakeRecord[];
  /** Stored, but without an outcome: given up, or lost on the way. */
  readonly unprocessed: number;
}

interface NoteRule {
  /** 0 is the likeliest to be a request after all. */
  readonly rank: number;
  /** Whoever looks at the lead on which it stands sees it there. */
  readonly shownByLead: boolean;
}

const rules: Readonly<Record<NoteReason, NoteRule>> = {
  unreachable: { rank: 0, shownByLead: false },
  unsigned: { rank: 1, shownByLead: false },
  doubtful: { rank: 2, shownByLead: false },
  unreadable: { rank: 3, shownByLead: false },
  'unread-form': { rank: 4, shownByLead: false },
  automatic: { rank: 5, shownByLead: true },
  spam: { rank: 6, shownByLead: false },
  'withheld-number': { rank: 6, shownByLead: false },
  'unclear-call': { rank: 6, shownByLead: false },
  robot: { rank: 7, shownByLead: false },
  calendar: { rank: 8, shownByLead: true },
  absence: { rank: 9, shownByLead: true },
  acknowledgement: { rank: 10, shownByLead: true },
  bounce: { rank: 11, shownByLead: true },
  delayed: { rank: 12, shownByLead: true },
  'read-receipt': { rank: 13, shownByLead: true },
  newsletter: { rank: 14, shownByLead: false },
  copy: { rank: 15, shownByLead: true },
  own: { rank: 16, shownByLead: false },
};

/** What of these mails was noted. Records of earlier releases say neither why nor under which id. */
export function notedMails(records: readonly IntakeRecord[]): NotedMail[] {
  return records.flatMap((record): NotedMail[] => {
    const reason = whyNoted(record);
    if (reason === undefined) return [];
    const quarantined = record.outcome === 'spam-quarantined';
    const asideId = record.asideId ?? (quarantined ? record.leadId : undefined);
    const standsOn = record.leadId === asideId ? undefined : record.leadId;
    return [{ ...record, reason, asideId, standsOn }];
  });
}

export interface Untold {
  /** To be told of each lead that may be what a sender came back with. */
  compare(lead: LeadSummary): void;
  left(): NotedMail[];
}

/** Those that nobody has judged yet, and whose senders did not come back with a form that is right. */
export function untold(noted: readonly NotedMail[]): Untold {
  const unsettled = noted.filter(({ settled }) => settled === undefined);
  const correctable = new Set(
    unsettled.filter(({ reason }) => reason === 'unreachable').map(correctableUntil),
  );
  const corrected = new Set<NotedMail>();
  return {
    compare(lead) {
      for (const one of correctable) {
        if (!corrects(lead, one)) continue;
        correctable.delete(one);
        corrected.add(one.mail);
      }
    },
    left: () => unsettled.filter((mail) => !corrected.has(mail)),
  };
}

/** So long somebody may need to look up his number. */
const correctedWithin = 'PT24H';
/** Whoever said no word yet is taken for the same by his full name alone, and not for long. */
const namedAgainWithin = 'PT30M';
/** Fewer words are said by many. */
const minSameWords = 3;

interface Correctable {
  readonly mail: NotedMail;
  readonly until: Moment;
}

const correctableUntil = (mail: NotedMail): Correctable => ({
  mail,
  until: addDuration(mail.receivedAt, mail.subject === undefined ? namedAgainWithin : correctedWithin),
});

/**
 * A form without a way to answer is corrected by its visitor, who is still there: the next one says the same under the same
 * name. Nobody needs to be told of the first one then. A name alone is no proof where something was said: others have it too.
 */
function corrects(lead: LeadSummary, { mail, until }: Correctable): boolean {
  const { receivedAt, senderName, subject } = mail;
  if (lead.capturedAt < receivedAt || lead.capturedAt > until) return false;
  const name = senderName?.toLowerCase();
  if (name !== undefined && lead.name?.toLowerCase() !== name) return false;
  if (subject === undefined) return name?.includes(' ') ?? false;
  return saysTheSame(subject, lead.excerpt ?? '', name === undefined ? minSameWords : 1);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));

/** Most words of the shorter of the two stand in the other as well, and at least so many. */
function saysTheSame(one: string, other: string, atLeast: number): boolean {
  const [some, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared >= atLeast && shared * 2 > Math.min(some.size, others.size);
}

/** What looks like the work of robots: all of it may be thrown away with one tap. */
export const isSuspicious = ({ reason, settled }: NotedMail): boolean =>
  settled === undefined && (reason === 'robot' || reason === 'spam');

/** Mails that made or moved a lead, and of which something is odd. */
export const doubtfulMails = (records: readonly IntakeRecord[]): IntakeRecord[] =>
  records.filter(
    (record) => whyNoted(record) === undefined && (record.flags.length > 0 || record.outcome === 'too-large'),
  );

/** Those that no lead shows first, then what is likely to be a request, then the newest. */
export function byLikelihood(one: NotedMail, other: NotedMail): number {
  const isKnown = ({ standsOn, reason }: NotedMail) =>
    Number(standsOn !== undefined && rules[reason].shownByLead);
  const rank = ({ reason }: NotedMail) => rules[reason].rank;
  return (
    isKnown(one) - isKnown(other) ||
    rank(one) - rank(other) ||
    compareMoments(other.receivedAt, one.receivedAt) ||
    compareMoments(one.deliveryId, other.deliveryId)
  );
}

/**
 * It can wait for a digest that has something else to say: its lead shows it, or we wrote it ourselves. A digest that comes
 * back would else bring about the next one.
 */
export function canWait({ reason, standsOn, flags }: NotedMail): boolean {
  if (flags.length > 0) return false;
  return reason === 'own' || (standsOn !== undefined && rules[reason].shownByLead);
}
