/** What every door has in common: a captured request becomes a lead, and the lead gets its timer. */

import type { Company } from '../../domain/business/company.ts';
import type { CaptureCommand } from '../../domain/lead/command.ts';
import { decide } from '../../domain/lead/decide.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore, SubmissionKeys } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { measure } from '../../domain/report/metrics.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from './logger.ts';
import { countAll, type Metrics } from './metrics.ts';

/**
 * A lead that is not stored yet.
 * @throws Error a capture was refused: no rule refuses one, so this is a fault of the program.
 */
export function newLead(command: CaptureCommand, now: Moment, company: Company): Lead {
  const decision = decide(undefined, command, { now, by: command.by, company });
  if ('refused' in decision) throw new Error(`A capture was refused: ${decision.refused.code}`);
  return evolveAll(undefined, decision.events);
}

/** Stores a new lead, unless its submission is known, and counts it if it is new. */
export async function addLead(
  { leads, metrics }: { readonly leads: Pick<LeadStore, 'add'>; readonly metrics: Metrics },
  lead: Lead,
  submission: SubmissionKeys,
): Promise<{ readonly leadId: string; readonly created: boolean }> {
  const added = await leads.add(lead, submission);
  if (added.created) countAll(metrics, measure(undefined, lead.timeline));
  return added;
}

/**
 * Starts the first execution of a stored lead. A repeat may be the retry of a first try that died before it got here,
 * so it starts it too. It may fail without harm: the reconciler starts what is missing.
 * @param first the generation that the lead was captured in.
 */
export async function beginFirstTimer(
  { workflow, log }: { readonly workflow: Workflow; readonly log: Log },
  { id, generation }: Lead,
  first = 1,
): Promise<void> {
  if (generation !== first) return;
  await workflow
    .begin(id, generation)
    .catch((error: unknown) => log.error('Timer not started, the reconciler will', error, { leadId: id }));
}
