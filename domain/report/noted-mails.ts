/** The mails that moved no lead, as the owner is told of them: nobody but he can say that one is a request after all. */
import type { NoteReason } from '../inbound/incoming-mail.ts';
import { whyNoted } from '../inbound/noted-mail.ts';
import type { IntakeRecord } from '../ports/intake-log.ts';
import { compareMoments } from '../time/local-time.ts';

export interface NotedMail extends IntakeRecord {
  readonly reason: NoteReason;
  /** The lead on whose timeline it stands. */
  readonly standsOn?: string | undefined;
}

interface NoteRule {
  /** 0 is the likeliest to be a request after all. */
  readonly rank: number;
  /** Whoever looks at the lead on which it stands sees it there. */
  readonly shownByLead: boolean;
}

const rules: Readonly<Record<NoteReason, NoteRule>> = {
  doubtful: { rank: 0, shownByLead: false },
  unreadable: { rank: 1, shownByLead: false },
  automatic: { rank: 2, shownByLead: true },
  spam: { rank: 3, shownByLead: false },
  calendar: { rank: 4, shownByLead: true },
  absence: { rank: 5, shownByLead: true },
  acknowledgement: { rank: 6, shownByLead: true },
  bounce: { rank: 7, shownByLead: true },
  delayed: { rank: 8, shownByLead: true },
  'read-receipt': { rank: 9, shownByLead: true },
  newsletter: { rank: 10, shownByLead: false },
  copy: { rank: 11, shownByLead: true },
  own: { rank: 12, shownByLead: false },
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
