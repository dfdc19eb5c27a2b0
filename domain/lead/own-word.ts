import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';

/** What was known of an address before was said of another request. */
const isOwnWord = (event: LeadEvent): event is EventOf<'stopped' | 'complained'> =>
  event.type === 'stopped' || (event.type === 'complained' && event.knownSince === undefined);

/**
 * A bounce and "that was not me" speak of one address, and another one lifts them. That the person wants no mails about this
 * request was said under any: it stays, whatever else came after it and is settled now.
 */
export function keepOwnWord(before: Lead, after: Lead): Lead {
  if (before.mailsStopped === undefined || after.mailsStopped !== undefined) return after;
  const said = before.timeline.findLast(isOwnWord);
  return said ? { ...after, mailsStopped: said.type } : after;
}
