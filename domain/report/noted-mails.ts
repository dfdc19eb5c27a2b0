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

/** The likeliest to be a request after all stands first. */
const likeliestFirst: readonly NoteReason[] = [
  'doubtful',
  'unreadable',
  'automatic',
  'spam',
  'absence',
  'acknowledgement',
  'bounce',
  'delayed',
  'read-receipt',
  'newsletter',
  'copy',
  'own',
];

/** Of a lead that everybody knows already: whoever looks at the lead sees it there. */
const quietOnLead: readonly NoteReason[] = [
  'automatic',
  'absence',
  'acknowledgement',
  'read-receipt',
  'bounce',
  'delayed',
  'copy',
];

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

/** Those of no lead first, then what is likely to be a request, then the newest. */
export function byLikelihood(one: NotedMail, other: NotedMail): number {
  const isKnown = ({ standsOn }: NotedMail) => Number(standsOn !== undefined);
  const rank = ({ reason }: NotedMail) => likeliestFirst.indexOf(reason);
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
  return reason === 'own' || (standsOn !== undefined && quietOnLead.includes(reason));
}
