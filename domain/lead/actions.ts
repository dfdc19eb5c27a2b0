/** What the owner (and in one case the customer) can do with one tap, and where it makes sense. */
import type { Action } from './action.ts';
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { isClosed } from './stages.ts';
import type { LeadSummary } from './summary.ts';

/** Where a lead stands, as far as it decides what can be done with it. */
export type Standing = Pick<Lead, 'stage' | 'confirmedAt' | 'waitsFor' | 'stalledAt'> &
  Pick<Lead | LeadSummary, 'cadence'>;

/**
 * The rhythm of the stage was interrupted, because the customer is silent or has answered: the owner calls, and it begins
 * anew. Before the first talk calling is a step of its own.
 */
function shouldCall({ stage, waitsFor, stalledAt, cadence }: Standing): boolean {
  const { on, steps } = pipeline[stage];
  const running = typeof cadence === 'object' ? cadence.name : cadence;
  const interrupted = stalledAt !== undefined || running !== on.reached;
  return waitsFor === 'owner' && on.reached !== 'note' && interrupted && !steps.includes('reached');
}

/** An emergency that nobody has taken on. */
export function isAlarm({ stage, confirmedAt }: Pick<Standing, 'stage' | 'confirmedAt'>): boolean {
  return pipeline[stage].alarm && confirmedAt === undefined;
}

/** What the owner can sensibly do now, the likeliest first. */
export function actionsFor(lead: Standing): readonly Action[] {
  const { steps, alarm } = pipeline[lead.stage];
  if (alarm && !isAlarm(lead)) return steps.filter((step) => step !== 'confirm');
  return shouldCall(lead) ? ['reached', ...steps] : steps;
}

/** The one or two steps that fit on a line of the digest. */
export function primaryActionsFor(lead: Standing): readonly Action[] {
  return actionsFor(lead).slice(0, 2);
}

/** Everything else the lead's own page offers below the next steps. */
export function furtherActionsFor({ stage }: Pick<Lead, 'stage'>): readonly Action[] {
  if (!isClosed(stage)) return ['refine', 'move', 'erase'];
  return pipeline[stage].sum === 'none' ? ['erase'] : ['refine', 'erase'];
}
