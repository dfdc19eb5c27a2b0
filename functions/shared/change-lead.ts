/** Load, decide, write on a condition, move the timer: the one way a lead changes. */

import type { Company } from '../../domain/business/company.ts';
import { stillStands } from '../../domain/lead/as-seen.ts';
import { isCarriedOut, withCarriedOut } from '../../domain/lead/carried-out.ts';
import type { Command, Refusal } from '../../domain/lead/command.ts';
import { decideAll } from '../../domain/lead/decide-all.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import { bringsBack, marksOfLine } from '../../domain/lead/said-before.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { ConcurrentUpdateError, VersionConflictError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { measure } from '../../domain/report/metrics.ts';
import type { Moment } from '../../domain/time/moment.ts';
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
  | {
      readonly outcome: 'refused';
      readonly lead: Lead;
      readonly refusal: Refusal;
      /** It was done before under this very key, or by this very mail. */
      readonly repeated?: true;
    }
  /** What the caller saw is no longer so, or the timer that he knew is not the one that runs. */
  | { readonly outcome: 'stale'; readonly lead: Lead }
  | { readonly outcome: 'not-found' };

/**
 * Does what is asked for. Where the running timer is no longer right, the new execution is started and the old
 * one stopped. Both may fail without harm: the reconciler starts what is missing, a superseded execution ends itself.
 * @param asked a command, or what has to be asked of the lead as it is stored: several commands are one change.
 * @param options.person the name of whoever did it, where his own link says so.
 * @param options.timer the generation of the timer that the caller knew; absent: whatever runs now.
 * @param options.seen the generation that the caller saw: nothing may have happened since that people know of. Absent:
 *   whatever stands now.
 * @param options.answers when what a line of a mail answers was shown: it brings nothing back that was changed elsewhere since.
 * @param options.key of the line or the tap that asks: what was done under it before is refused as done already.
 * @param options.unless tells of the lead as it is stored whether the command was done already.
 * @param options.overtaken tells of the lead as it is stored whether somebody else was faster with the same: then it is stale.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function changeLead(
  deps: ChangeLeadDeps,
  leadId: string,
  asked: Command | ((lead: Lead) => readonly Command[]),
  options: {
    readonly by: 'customer' | 'owner' | 'system';
    readonly person?: string | undefined;
    readonly timer?: number | undefined;
    readonly seen?: number | undefined;
    readonly answers?: Moment | undefined;
    readonly key?: string | undefined;
    readonly unless?: ((lead: Lead) => boolean) | undefined;
    readonly overtaken?: ((lead: Lead) => boolean) | undefined;
  },
): Promise<Change> {
  let change: Change = { outcome: 'not-found' };
  const updated = await updateLead(deps.leads, leadId, (lead) => {
    const { key, answers } = options;
    if ((key !== undefined && isCarriedOut(lead, key)) || options.unless?.(lead)) {
      change = { outcome: 'refused', lead, refusal: { code: 'already-done' }, repeated: true };
      return undefined;
    }
    if (isStale(lead, options) || options.overtaken?.(lead)) {
      change = { outcome: 'stale', lead };
      return undefined;
    }
    const commands = typeof asked === 'function' ? asked(lead) : [asked];
    if (answers !== undefined && bringsBack(lead, commands, answers)) {
      change = { outcome: 'stale', lead };
      return undefined;
    }
    const { by, person } = options;
    const context = { now: deps.clock.now(), by, person, company: deps.company };
    const decision = decideAll(lead, commands, context);
    if ('refused' in decision) {
      change = { outcome: 'refused', lead, refusal: decision.refused };
      // It is so already. Said once, it does not come into force later, when it is so no longer.
      const isSo = key !== undefined && decision.refused.code === 'already-done';
      return isSo ? withCarriedOut(lead, key) : undefined;
    }
    const { after, events } = decision;
    change = { outcome: 'changed', lead: after, events };
    if (key === undefined) return after;
    return withCarriedOut(after, key, answers === undefined ? [] : marksOfLine(events));
  });
  if (!updated) return { outcome: 'not-found' };
  await moveTimer(deps, updated.before, updated.after);
  // Assigned in the callback above, which the compiler does not follow.
  const result = change as Change;
  if (result.outcome !== 'changed') return result;
  countAll(deps.metrics, measure(updated.before, result.events));
  return { ...result, lead: updated.after };
}

function isStale(
  lead: Lead,
  { timer, seen }: { readonly timer?: number | undefined; readonly seen?: number | undefined },
): boolean {
  return (
    (timer !== undefined && timer !== lead.generation) || (seen !== undefined && !stillStands(lead, seen))
  );
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
