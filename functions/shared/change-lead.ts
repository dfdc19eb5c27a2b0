/** Load, decide, write on a condition, move the timer: the one way a lead changes. */

import type { Company } from '../../domain/business/company.ts';
import type { Command, Refusal } from '../../domain/lead/command.ts';
import { decide } from '../../domain/lead/decide.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { ConcurrentUpdateError, VersionConflictError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { measure } from '../../domain/report/metrics.ts';
import type { Log } from './logger.ts';
import { countAll, type Metrics } from './metrics.ts';

/**
 * Each loser of a race waits for at least one winner, and no more than a few writers ever meet on one lead (the
 * owner's tap, the timer, a reply): five tries lose only if something loops.
 */
const tries = 5;

/**
 * Applies a change to the newest state of a lead; if somebody was faster, to the next newest.
 * @param change called with the lead as stored; returns the lead to store, or `undefined` to leave it.
 * @returns the lead before and after; the same twice if it was left.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function updateLead(
  leads: Pick<LeadStore, 'load' | 'save'>,
  leadId: string,
  change: (lead: Lead) => Lead | undefined,
): Promise<{ before: Lead; after: Lead } | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await leads.load(leadId);
    if (!before) return undefined;
    const changed = change(before);
    if (!changed) return { before, after: before };
    try {
      return { before, after: await leads.save(changed) };
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
  throw new ConcurrentUpdateError(`Lead ${leadId} changed ${tries} times in a row`);
}

export interface ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly company: Company;
  readonly metrics: Metrics;
  readonly log: Log;
}

export type Change =
  | { readonly outcome: 'changed'; readonly lead: Lead; readonly events: readonly LeadEvent[] }
  | { readonly outcome: 'refused'; readonly lead: Lead; readonly refusal: Refusal }
  /** The caller knew an older generation: what he saw is no longer so. */
  | { readonly outcome: 'stale'; readonly lead: Lead }
  | { readonly outcome: 'not-found' };

/**
 * Does what a command asks for. Where the running timer is no longer right, the new execution is started and the old
 * one stopped. Both may fail without harm: the reconciler starts what is missing, a superseded execution ends itself.
 * @param options.generation the generation the caller saw; absent: whatever stands now.
 * @param options.unless tells of the lead as it is stored whether the command was done already.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function changeLead(
  deps: ChangeLeadDeps,
  leadId: string,
  command: Command,
  options: {
    readonly by: 'customer' | 'owner' | 'system';
    readonly generation?: number | undefined;
    readonly unless?: ((lead: Lead) => boolean) | undefined;
  },
): Promise<Change> {
  let change: Change = { outcome: 'not-found' };
  const updated = await updateLead(deps.leads, leadId, (lead) => {
    if (options.generation !== undefined && options.generation !== lead.generation) {
      change = { outcome: 'stale', lead };
      return undefined;
    }
    if (options.unless?.(lead)) {
      change = { outcome: 'refused', lead, refusal: { code: 'already-done' } };
      return undefined;
    }
    const context = { now: deps.clock.now(), by: options.by, company: deps.company };
    const decision = decide(lead, command, context);
    if ('refused' in decision) {
      change = { outcome: 'refused', lead, refusal: decision.refused };
      return undefined;
    }
    const after = decision.events.length > 0 ? evolveAll(lead, decision.events) : undefined;
    change = { outcome: 'changed', lead: after ?? lead, events: decision.events };
    return after;
  });
  if (!updated) return { outcome: 'not-found' };
  await moveTimer(deps, updated.before, updated.after);
  // Assigned in the callback above, which the compiler does not follow.
  const result = change as Change;
  if (result.outcome !== 'changed') return result;
  countAll(deps.metrics, measure(updated.before, result.events));
  return { ...result, lead: updated.after };
}

async function moveTimer(deps: ChangeLeadDeps, before: Lead, after: Lead): Promise<void> {
  if (after.generation === before.generation) return;
  const facts = { leadId: after.id, generation: after.generation };
  if (isWaiting(after)) {
    await deps.workflow
      .begin(after.id, after.generation)
      .catch((error: unknown) => deps.log.error('Timer not started, the reconciler will', error, facts));
  }
  await deps.workflow
    .end(after.id, before.generation)
    .catch((error: unknown) => deps.log.error('Old timer not stopped, it ends itself', error, facts));
}
