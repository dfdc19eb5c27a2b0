/**
 * What buttons and held answers rest on: the lead as people saw it. They name the generation they were made in, and hold as long
 * as nothing happened since that people know of. Timers have generations of their own above it.
 */
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';

/**
 * A new timer because of this tells nobody anything: the system repaired or noticed something by itself, the owner had the
 * answer sent that did not go out, or gave it to somebody, for whom everything stands as it did. What else a person did is known,
 * and what stood before is over.
 */
const isBesideThePoint = (event: LeadEvent): boolean =>
  event.by === 'system' ||
  event.type === 'acknowledgement-requested' ||
  event.type === 'assigned' ||
  // A mail of ours that goes earlier: for the customer everything stands as it did.
  event.type === 'mail-hurried' ||
  event.type === 'reminders-resumed' ||
  // Whoever takes the emergency by the first alert takes it.
  (event.type === 'customer-replied' && event.newNumber === true);

/**
 * @param applied what the event itself made of the lead: a new generation says that the timer before is no longer right.
 * @param after with what follows from it.
 * @returns with the generation since which people know of nothing new.
 */
export function noteSeen(
  event: LeadEvent,
  { before, applied, after }: Readonly<Record<'before' | 'applied' | 'after', Lead>>,
): Lead {
  const isNews = applied.generation > before.generation && !isBesideThePoint(event);
  const since = isNews ? applied.generation : standsSince(before);
  const isKnown = after.generation === before.generation && since === before.generation;
  return isKnown ? after : { ...after, standsSince: since };
}

/** That a mail of ours went out, or may have. */
export const ourMails: readonly LeadEvent['type'][] = [
  'acknowledged',
  'owner-alerted',
  'follow-up-sent',
  'owner-chased',
  'owner-informed',
  'mail-uncertain',
];

/** Mails of ours, and what is known of the person: never a reason for a new timer. */
const withoutTimer: readonly LeadEvent['type'][] = [
  ...ourMails,
  'stalled',
  'person-recognised',
  'request-followed',
  'acknowledgement-withheld',
  'mail-noted',
  'noted',
  'person-joined',
  'mail-refused',
  'fact-dismissed',
  'mail-skipped',
  'mail-worded',
  'reminders-paused',
];

const repairs: readonly LeadEvent['type'][] = ['timer-renewed', 'woken'];

/** Of a lead of earlier releases the timeline tells it: as far back as its timer was only renewed. */
export function standsSince({ standsSince: known, generation, timeline }: Lead): number {
  if (known !== undefined) return known;
  const told = timeline.findLastIndex(({ type }) => !withoutTimer.includes(type) && !repairs.includes(type));
  // Of a timeline without its beginning nobody knows what else there was.
  if (told < 0) return generation;
  return generation - timeline.slice(told).filter(({ type }) => repairs.includes(type)).length;
}

/** Corrections say what is known better; a button from before them holds. */
const withoutNews: readonly LeadEvent['type'][] = ['value-changed', 'probability-changed', 'details-changed'];

/** The newest of what people did, or the customer, that makes what was seen before it old. */
export const newestNews = ({ timeline }: Lead): LeadEvent | undefined =>
  timeline.findLast(
    (event) => ![...withoutTimer, ...withoutNews].includes(event.type) && !isBesideThePoint(event),
  );

/** Does the lead stand as it stood in that generation, as far as people know? */
export const stillStands = (lead: Lead, seenIn: number | undefined): boolean =>
  seenIn !== undefined && seenIn <= lead.generation && seenIn >= standsSince(lead);
