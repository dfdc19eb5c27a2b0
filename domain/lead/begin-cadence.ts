/** How a rhythm of follow-up begins. */
import { addMinutes, laterOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Lead, Visit } from './lead.ts';
import { type CadenceName, pipeline } from './pipeline.ts';
import { alreadySent } from './reminders.ts';
import { without } from './renew.ts';

export function begin(lead: Lead, name: CadenceName, startedAt: Moment): Lead {
  return {
    ...without(lead, 'stalledAt', 'postponedUntil'),
    cadence: { name, startedAt, generation: lead.generation, sent: alreadySent(lead, name) },
  };
}

/** When a visit is over. */
export function visitEnd(visit: Pick<Visit, 'startsAt' | 'durationMinutes'>): Moment {
  return addMinutes(visit.startsAt, visit.durationMinutes);
}

/** Nobody is asked for anything before a visit that was agreed: it counts from the end of that. */
export function afterVisit({ visit, stage }: Pick<Lead, 'visit' | 'stage'>, at: Moment): Moment {
  return visit && pipeline[stage].visit !== 'none' ? laterOf(visitEnd(visit), at) : at;
}

/** The cadence that begins when a lead enters its stage. What a visit brings is owed from the end of the visit on. */
export function beginStageCadence(lead: Lead, at: Moment): Lead {
  const { cadence } = pipeline[lead.stage];
  if (!cadence) return without(lead, 'cadence', 'stalledAt', 'postponedUntil');
  return begin(lead, cadence, afterVisit(lead, at));
}

/** Asleep until a day that somebody named; what comes then is counted from that day. */
export function sleep(lead: Lead, wakesAt: Moment): Lead {
  const asleep = beginStageCadence(lead, wakesAt);
  // Whoever has the date of a visit that is off hears of it first.
  return lead.cancelledVisit?.untold ? asleep : { ...asleep, dueAt: wakesAt };
}
