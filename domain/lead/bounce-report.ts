/** A mail tells that one of ours did not arrive: what it holds, and when that is settled. */
import type { Moment } from '../time/moment.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isWaiting } from './list.ts';
import { renew, without } from './renew.ts';

/**
 * Nothing is stopped, and the rhythm stays where it stands: a report proves nothing. While it holds the reminders nobody writes
 * to the customer, so it is the owner's turn to phone.
 */
export function reported(lead: Lead, { at, heldUntil }: EventOf<'mail-bounced'>): Lead {
  if (heldUntil === undefined) return { ...lead, bounceReport: { at } };
  const { waitsFor } = turnGivenBack(lead);
  return waitsFor === 'customer' || waitsFor === 'either'
    ? { ...lead, waitsFor: 'owner', bounceReport: { at, heldUntil, turn: waitsFor } }
    : { ...lead, bounceReport: { at, heldUntil } };
}

/** It is again the turn of whoever was waited for before the reminders were held. */
export function turnGivenBack(lead: Lead): Lead {
  if (lead.bounceReport?.turn === undefined) return lead;
  const { turn, ...bounceReport } = lead.bounceReport;
  return { ...lead, waitsFor: turn, bounceReport };
}

/** Whoever acts knows of the report, and so does the service that tells for sure; what it held goes on. */
export const reportSettled = (lead: Lead): Lead => without(turnGivenBack(lead), 'bounceReport');

/** The timer looks at once: it may have been told to wait for the end of the hold. */
export function goesOn({ bounceReport, generation }: Lead, after: Lead, at: Moment): Lead {
  const heldUntil = bounceReport?.heldUntil;
  const waits = heldUntil !== undefined && heldUntil > at && isWaiting(after);
  return waits && after.generation === generation ? renew(after, at) : after;
}
