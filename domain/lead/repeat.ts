/** Which submissions a stored lead may be repeated or corrected by. */
import type { Contact } from './contact.ts';
import { isErased } from './erase.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import type { Request } from './request.ts';
import { isConflicting, isSamePerson } from './same-contact.ts';
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
export const sortedText = (data: unknown): string => JSON.stringify(sorted(data));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const inOrder: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) inOrder[name] = sorted((value as typeof inOrder)[name]);
  return inOrder;
}

/** Somebody will look at it: what goes to it is not lost. */
export const isStanding = (lead: Lead): boolean => !lead.spam && !isErased(lead);

/**
 * May a submission under the same id go to this lead? What it knows already may; other words only of the same person, and only
 * as long as it is open. None of its submissions may conflict: digit by digit a number would become another one.
 */
export function takesRepeat(stored: Lead, again: Pick<Lead, 'contact' | 'request' | 'capturedAt'>): boolean {
  if (!isStanding(stored)) return false;
  const earlier = stored.timeline.filter(isSubmitted);
  const content = contentText(again);
  if (earlier.some((event) => contentText(event) === content)) return true;
  if (isClosed(stored.stage) || earlier.some((event) => isConflicting(event, again))) return false;
  // One that comes late corrects what stood when it was sent; what came since counts all the same.
  const isLate = earlier.some(({ at }) => at > again.capturedAt);
  const { alarm } = pipeline[stored.stage];
  return [stored, ...(isLate ? earlier : [])].some((known) => isSamePerson(known, again, alarm));
}
