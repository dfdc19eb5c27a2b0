/** What a call to the customer does to the lead. */
import { begin, beginStageCadence } from './begin-cadence.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isInterrupted } from './list.ts';
import { pipeline } from './pipeline.ts';
import { renew } from './renew.ts';
import { rests } from './resting.ts';

/** The owner called, and spoke with the customer or did not. */
export function called(lead: Lead, event: EventOf<'contact-attempted'>): Lead {
  const noted: Lead = { ...lead, movedAt: event.at };
  if (event.reached) return spokenTo(noted, event);
  const { notReached } = pipeline[lead.stage].on;
  // Calling in vain again does not start the mails over.
  if (notReached === 'note' || lead.cadence?.name === notReached) return noted;
  return begin(renew({ ...noted, waitsFor: 'customer' }, event.at), notReached, event.at);
}

/** The owner spoke with the customer: whatever interrupted the rhythm of the stage is settled, and it begins anew. */
function spokenTo(lead: Lead, { at, wakesAt }: EventOf<'contact-attempted'>): Lead {
  if (!isInterrupted(lead)) return lead;
  if (pipeline[lead.stage].on.reached === 'rest') return rests(lead, at, wakesAt);
  return beginStageCadence(renew({ ...lead, waitsFor: pipeline[lead.stage].waitsFor }, at), at);
}
