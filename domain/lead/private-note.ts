/**
 * What the business tells itself about a lead, and no customer ever reads: notes, whose it is, who asked, and what it wants of our
 * mails that are still to go.
 */
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { standingEvents } from './standing-events.ts';

/** It tells the business something and does nothing: nobody's turn, no mail and no answer is settled by it. */
export const isPrivate = ({ type }: Pick<LeadEvent, 'type'>): boolean => privateEvents.includes(type);

const privateEvents: readonly LeadEvent['type'][] = [
  'noted',
  'assigned',
  'mail-skipped',
  'mail-hurried',
  'mail-worded',
  'reminders-paused',
  'reminders-resumed',
  'person-joined',
];

/** A note that still has its words. */
export type PrivateNote = EventOf<'noted'> & { readonly text: string };

/** The notes on a lead, the oldest first. */
export const notesOf = ({ timeline }: Pick<Lead, 'timeline'>): readonly PrivateNote[] =>
  standingEvents(timeline).filter(
    (event): event is PrivateNote => event.type === 'noted' && event.text !== undefined,
  );

/** What a request is about of which nothing else is known: the newest note; `undefined`: the customer said something himself. */
export const noteInstead = (lead: Pick<Lead, 'timeline' | 'request'>): string | undefined =>
  lead.request.message === undefined ? notesOf(lead).at(-1)?.text : undefined;
