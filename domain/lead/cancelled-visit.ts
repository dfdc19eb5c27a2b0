/** A visit that does not take place: who is told of it, and the entry that calendars take out. */
import type { Moment } from '../time/moment.ts';
import { beginStageCadence } from './begin-cadence.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { pipeline, type Stage } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { isClosed, isWon } from './stages.ts';

/** The visit that is ahead and takes place, if there is one. */
export function standingVisit(
  {
    visit,
    stage,
    postponedUntil,
    visitKept,
  }: Pick<Lead, 'stage'> & Partial<Pick<Lead, 'visit' | 'postponedUntil' | 'visitKept'>>,
  now: Moment,
): Lead['visit'] {
  if (!visit || visit.startsAt <= now || postponedUntil !== undefined) return undefined;
  return visitKept || pipeline[stage].visit !== 'none' ? visit : undefined;
}

/** Does a visit that is ahead not take place where a lead goes there? A won order keeps it, and whoever has an emergency too. */
export const endsVisit = (to: Stage): boolean =>
  pipeline[to].visit === 'none' && !isWon(to) && !pipeline[to].alarm;

/** The date that the customer was told last; of a lead of earlier releases the mails of its visit tell it. */
export function toldVisit({ visit, visitMails, visitTold }: Lead): Lead['visitTold'] {
  if (visitTold) return visitTold;
  return visit && (visitMails.includes('confirmation') || visitMails.includes('reminder'))
    ? { startsAt: visit.startsAt, number: visit.sequence + 1 }
    : undefined;
}

/** The visit is off: whoever was told of the date is to be told, and whoever was not never hears of it. */
export function calledOff(lead: Lead): Lead {
  const { visit, visitMails } = lead;
  if (!visit) return lead;
  const told = toldVisit(lead);
  const hasHeard = (who: 'customer' | 'owner') =>
    who === 'customer'
      ? told !== undefined
      : visitMails.some((mail) => mail === 'owner-confirmation' || mail === 'owner-reminder');
  const untold = (['customer', 'owner'] as const).filter(hasHeard);
  const { startsAt, durationMinutes, sequence } = visit;
  const off = {
    startsAt,
    durationMinutes,
    sequence: sequence + 1,
    ...(untold.length > 0 && { untold }),
    ...(told && { told }),
  };
  return { ...without(lead, 'visit', 'visitTold', 'visitKept'), visitMails: [], cancelledVisit: off };
}

/** Nothing is owed for it any more; the rhythm of the stage begins anew. */
export function cancelled(lead: Lead, { at }: EventOf<'visit-cancelled'>): Lead {
  if (!lead.visit) return lead;
  const next: Lead = renew({ ...calledOff(lead), movedAt: at }, at);
  if (isClosed(lead.stage)) return next;
  return beginStageCadence({ ...next, waitsFor: pipeline[lead.stage].waitsFor }, at);
}

/** It went out, or never will; the owner's copy is the last word. */
export function cancellationSettled(lead: Lead, mail: string, number: number): Lead {
  const { cancelledVisit } = lead;
  if (!cancelledVisit?.untold || number !== cancelledVisit.sequence + 1) return lead;
  const { untold, ...rest } = cancelledVisit;
  return mail === 'visit-cancelled' && untold.includes('owner')
    ? { ...lead, cancelledVisit: { ...rest, untold: ['owner'] } }
    : { ...lead, cancelledVisit: rest };
}

/** A confirmation that was under way when the visit was called off: he has the date, and must hear that it is off. */
export function toldTooLate(lead: Lead, number: number, at: Moment): Lead {
  const { cancelledVisit, visit } = lead;
  if (visit || !cancelledVisit || number !== cancelledVisit.sequence) return lead;
  if (cancelledVisit.untold?.includes('customer') || cancelledVisit.startsAt <= at) return lead;
  return renew({ ...lead, cancelledVisit: { ...cancelledVisit, untold: ['customer', 'owner'] } }, at);
}
