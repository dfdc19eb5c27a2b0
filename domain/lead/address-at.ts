import type { Moment } from '../time/moment.ts';
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { standingEvents } from './standing-events.ts';

/**
 * The address that mails to the customer went to at a moment, as the timeline tells: it need not be kept beside each mail,
 * where it would outlive the person's data.
 * @returns `undefined`: he had none, or the events that tell are no longer at hand.
 */
export function addressAt({ timeline, contact }: Lead, at: Moment): string | undefined {
  const told = timeline.filter((event) => toldAddress(event) !== undefined);
  // Of a full timeline the oldest events are gone; what they said holds unless a later one says something else.
  if (told.length === 0) return contact.email;
  const last = standingEvents(timeline.filter((event) => event.at <= at)).findLast(
    (event) => toldAddress(event) !== undefined,
  );
  return last && toldAddress(last);
}

/** The address that somebody gave then. */
export function toldAddress(event: LeadEvent): string | undefined {
  switch (event.type) {
    case 'captured':
    case 'resubmitted':
      return event.contact.email;
    case 'details-changed':
      return event.email;
    default:
      return undefined;
  }
}
