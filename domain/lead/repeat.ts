/** Which submissions a stored lead may be repeated or corrected by. */
import type { Contact } from './contact.ts';
import { isErased } from './erase.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import type { Request } from './request.ts';
import { isSameContact } from './same-contact.ts';
import { isClosed } from './stages.ts';

/** So long the id of a submission stands for its lead, in hours. */
export const repeatedWithinHours = 24;

export type Submitted = EventOf<'captured' | 'resubmitted'>;

export const isSubmitted = (event: LeadEvent): event is Submitted =>
  event.type === 'captured' || event.type === 'resubmitted';

/** What was submitted, as one text. */
export const contentText = ({ contact, request }: { contact: Contact; request: Request }): string =>
  sortedText([contact, request]);

/** Data as a text to compare. Names are sorted: a store gives them back in an order of its own. */
export function sortedText(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Somebody will look at it: what goes to it is not lost. */
export const isStanding = (lead: Lead): boolean => !lead.spam && !isErased(lead);

/**
 * May a submission under the same id go to this lead? Only of the same person. A lead that is closed takes no new words, only
 * what it knows already.
 */
export function takesRepeat(stored: Lead, again: Lead): boolean {
  if (!isStanding(stored)) return false;
  const earlier = stored.timeline.filter(isSubmitted);
  if (isClosed(stored.stage)) {
    const content = contentText(again);
    return earlier.some((event) => contentText(event) === content);
  }
  return [stored, ...earlier].some(({ contact }) => isSameContact(contact, again.contact));
}
