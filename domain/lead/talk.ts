/** What a call to the customer does to the lead. */
import { type Company, cadenceOf } from '../business/company.ts';
import type { Moment } from '../time/moment.ts';
import { begin, beginStageCadence } from './begin-cadence.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isInterrupted } from './list.ts';
import {
  type CadenceName,
  cadences,
  customerGetsBack,
  destinations,
  pipeline,
  type Stage,
} from './pipeline.ts';
import { renew, without } from './renew.ts';
import { rests } from './resting.ts';
import { waitsForVisit } from './stages.ts';

/** The owner called, and spoke with the customer or did not. */
export function called(lead: Lead, event: EventOf<'contact-attempted'>): Lead {
  const noted: Lead = { ...lead, movedAt: event.at };
  if (event.reached) return spokenTo(noted, event);
  const { notReached } = pipeline[lead.stage].on;
  // Calling in vain again does not start the mails over.
  if (notReached === 'note' || lead.cadence?.name === notReached) return noted;
  return begin(renew({ ...noted, waitsFor: 'customer' }, event.at), notReached, event.at);
}

/** The rhythm that reminds a customer who said that he gets back. */
export function rhythmOfCustomer(stage: Stage): CadenceName {
  const { reached } = pipeline[stage].on;
  const isRhythm = reached !== 'note' && reached !== 'rest';
  return isRhythm && cadences[reached].to === 'customer' ? reached : customerGetsBack;
}

/** Whatever interrupted the rhythm of the stage is settled. Nobody is reminded but whom the owner said is next. */
function spokenTo(lead: Lead, { at, next, asks, wakesAt }: EventOf<'contact-attempted'>): Lead {
  const { reached } = pipeline[lead.stage].on;
  if (reached === 'note') return lead;
  if (reached === 'rest') return isInterrupted(lead) ? rests(lead, at, wakesAt) : lead;
  const settled = without(lead, 'asks');
  switch (next) {
    case 'customer':
      return begin(
        renew({ ...settled, waitsFor: 'customer', ...(asks && { asks }) }, at),
        rhythmOfCustomer(lead.stage),
        at,
      );
    case 'owner':
      return ownersTurn(renew({ ...settled, waitsFor: 'owner' }, at), reached, at);
    case 'open':
      return ownersTurn(renew({ ...settled, waitsFor: 'owner' }, at), 'talked', at);
    case undefined:
      // Of an earlier release, which asked nobody who is next.
      if (!isInterrupted(lead)) return lead;
      return beginStageCadence(renew({ ...lead, waitsFor: pipeline[lead.stage].waitsFor }, at), at);
  }
}

/** Before a visit that is planned nothing is owed but the visit. */
function ownersTurn(lead: Lead, name: CadenceName, at: Moment): Lead {
  const visitAhead = lead.visit !== undefined && lead.visit.startsAt > at;
  return visitAhead && waitsForVisit(lead.stage) ? beginStageCadence(lead, at) : begin(lead, name, at);
}

/** The rhythm of the stage begins anew where it is the owner's in this business; where it is the customers', nobody chose it. */
export function nextAfterTalk(
  { stage }: Pick<Lead, 'stage'>,
  next: 'owner' | 'customer',
  company: Company,
): NonNullable<EventOf<'contact-attempted'>['next']> {
  const { talk, on } = pipeline[stage];
  const { reached } = talk === 'before' ? pipeline[destinations.talkedTo].on : on;
  if (next === 'customer' || reached === 'note' || reached === 'rest') return next;
  return cadenceOf(company, reached).to === 'customer' ? 'open' : 'owner';
}
