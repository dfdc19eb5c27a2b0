/** How a rhythm of follow-up begins. */
import { addMinutes, laterOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Lead, Visit } from './lead.ts';
import { type CadenceName, pipeline } from './pipeline.ts';
import { alreadySent } from './reminders.ts';
import { without } from './renew.ts';
import { waitsForVisit } from './stages.ts';

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

/** The cadence that begins when a lead enters its stage. What a visit brings is owed from the end of the visit on. */
export function beginStageCadence(lead: Lead, at: Moment): Lead {
  const { cadence } = pipeline[lead.stage];
  if (!cadence) return without(lead, 'cadence', 'stalledAt', 'postponedUntil');
  const from = lead.visit && waitsForVisit(lead.stage) ? laterOf(visitEnd(lead.visit), at) : at;
  return begin(lead, cadence, from);
}

/** Asleep until a day that somebody named; what comes then is counted from that day. */
export function sleep(lead: Lead, wakesAt: Moment): Lead {
  return { ...beginStageCadence(lead, wakesAt), dueAt: wakesAt };
}
