/** Leads that rest, closed or until their date: what interrupts that, and how they rest again. */
import type { Company } from '../business/company.ts';
import type { Moment } from '../time/moment.ts';
import { afterVisit, begin, beginStageCadence, sleep } from './begin-cadence.ts';
import { dayBegins } from './dates.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isAnswerOpen, mayGoOnWithVisit } from './list.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';

/** What an event says that ends an interruption: when a lead that slept until its date wakes, if that is still ahead. */
export function asBefore(
  lead: Lead,
  { now, company }: { readonly now: Moment; readonly company: Company },
): { readonly wakesAt?: Moment } {
  const { stage, lookAgainOn } = lead;
  if (!isAnswerOpen(lead) || pipeline[stage].timer !== 'sleep' || lookAgainOn === undefined) return {};
  const wakesAt = dayBegins(company, lookAgainOn);
  return wakesAt > now ? { wakesAt } : {};
}

/** Nobody owes a word for it any more; where a visit is, what it brings is owed as before. */
export function wasRead(lead: Lead, { at, wakesAt }: EventOf<'answer-read'>): Lead {
  if (isAnswerOpen(lead)) return rests(lead, at, wakesAt);
  const { visitOver } = pipeline[lead.stage].on;
  if (!mayGoOnWithVisit(lead) || visitOver === 'note') return lead;
  const next = renew({ ...lead, movedAt: at, waitsFor: 'owner' }, at);
  return begin(next, visitOver, afterVisit(lead, at));
}

/**
 * The owner has dealt with what interrupted it. It is again as it was: nobody's turn, or asleep until its date; after that date
 * it stands still until he decides.
 * @param wakesAt of a lead that sleeps: the date, if it is still ahead.
 */
export function rests(lead: Lead, at: Moment, wakesAt: Moment | undefined): Lead {
  const { timer, cadence } = pipeline[lead.stage];
  const next = renew({ ...lead, movedAt: at, waitsFor: 'nobody' }, at);
  if (wakesAt !== undefined) return sleep(next, wakesAt);
  if (timer === 'sleep') {
    return { ...beginStageCadence({ ...next, waitsFor: 'owner' }, at), stalledAt: at };
  }
  const quiet: Lead = without(next, 'cadence', 'stalledAt', 'postponedUntil');
  // What the stage itself still has to say counts from its beginning, as if nothing had come between.
  const isSaid = lead.timeline.some((event) => event.type === 'cadence-ended' && event.cadence === cadence);
  return cadence === undefined || isSaid ? quiet : begin(quiet, cadence, lead.stageSince);
}
