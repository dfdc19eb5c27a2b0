import type { Company } from '../../domain/business/company.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import { isAsleep } from '../../domain/lead/list.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { isFaultOfOurs } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { changeLead } from '../shared/change-lead.ts';
import type { Log } from '../shared/logger.ts';
import type { Metrics } from '../shared/metrics.ts';
import { endCommonAlarm, type RingForAllDeps, ringAgain } from '../shared/ring-for-all.ts';
import { type TellBundleDeps, tellBundle } from '../shared/tell-bundle.ts';
import { type IndexLeadsDeps, indexLeads } from './index-leads.ts';
import { type RetryHeldDeps, retryHeld } from './retry-held.ts';
import { type SettleMailsDeps, settleMails } from './settle-mails.ts';

export interface ReconcileLeadsDeps
  extends RingForAllDeps,
    TellBundleDeps,
    SettleMailsDeps,
    RetryHeldDeps,
    IndexLeadsDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save' | 'eachOverdue' | 'eachOpen'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly company: Company;
  /** A lead whose time came so long ago has lost its timer. */
  readonly overdueMinutes: number;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface Reconciled {
  /** Open leads whose timer was lost: each has a new generation. */
  readonly renewed: number;
  /** Unqualified leads whose day has come. */
  readonly woken: number;
  readonly failed: number;
}

/**
 * So many are repaired at a time. Step Functions starts 150 executions a second in most regions, and a repair, which starts one,
 * takes about 50 ms.
 */
const atOnce = 8;

/** The function ends after 10 minutes; what comes after the repairs takes less than two of them. */
const repairsForMinutes = 8;

/**
 * Gives every overdue lead a new timer and wakes the unqualified ones whose date has come, the longest overdue first. Repeating
 * it is harmless: where its time is over, the next run goes on. One lead that cannot be repaired does not keep the others
 * waiting. Then it settles mails whose sender died, puts back mails that waited, tells the owner of what he is to hear
 * together, and makes old leads findable.
 * @throws Error if a repair failed, after all were tried: somebody must look.
 */
export async function reconcileLeads(deps: ReconcileLeadsDeps): Promise<Reconciled> {
  const reconciled = await repairOverdue(deps);
  deps.log.info('Leads reconciled', { ...reconciled });
  const mails = await settleMails(deps);
  const held = await retryHeld(deps);
  // Whatever could not be repaired: what waits for the owner waits no longer because of it.
  await tellOfMany(deps);
  await indexLeads(deps);
  if (reconciled.failed > 0) throw new Error(`${reconciled.failed} leads could not be repaired`);
  if (mails.failed > 0) throw new Error(`${mails.failed} mails could not be settled`);
  if (held.failed > 0) throw new Error('Mails that wait could not be put back');
  return reconciled;
}

async function repairOverdue(deps: ReconcileLeadsDeps): Promise<Reconciled> {
  const { leads, clock, overdueMinutes } = deps;
  const began = clock.now();
  const until = addMinutes(began, repairsForMinutes);
  const counts = { renewed: 0, woken: 0, failed: 0 };
  // Several take from one list, and hold no more of it than a page.
  const overdue = leads.eachOverdue(addMinutes(began, -overdueMinutes))[Symbol.asyncIterator]();
  let isDone = false;
  const repairInTurn = async () => {
    while (clock.now() < until) {
      const next = await overdue.next();
      if (next.done) {
        isDone = true;
        return;
      }
      const result = await repair(deps, next.value);
      if (result) counts[result] += 1;
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: atOnce }, repairInTurn));
  await overdue.return?.();
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
  if (!isDone) deps.log.warn('The time for repairs is over: the next run goes on', { ...counts });
  return counts;
}

/** What the owner hears of in one mail for several: requests that came in a crowd, and emergencies. */
async function tellOfMany(deps: ReconcileLeadsDeps): Promise<void> {
  await unlessHeld(deps, async () => {
    const bundled = await tellBundle(deps);
    if (bundled > 0) deps.log.info('Requests told together', { requests: bundled });
  });
  for (const { leadId } of await endCommonAlarm(deps)) {
    await changeLead(
      deps,
      leadId,
      { type: 'renew-timer' },
      { by: 'system', unless: (lead) => !isAlarm(lead) },
    );
  }
  await unlessHeld(deps, () => ringAgain(deps));
}

/** What waits for the owner goes on waiting while our sender is out of order: the next run tries again. */
async function unlessHeld({ metrics, log }: ReconcileLeadsDeps, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!isFaultOfOurs(error)) throw error;
    metrics.count('MailsHeld');
    log.warn('A mail about several leads is held');
  }
}

/** @returns `undefined`: nothing was to be done any more. */
async function repair(deps: ReconcileLeadsDeps, summary: LeadSummary): Promise<keyof Reconciled | undefined> {
  const { id, generation } = summary;
  const sleeps = isAsleep(summary);
  try {
    // The generation that was seen: whoever changed the lead since then has started its timer.
    const command = { type: sleeps ? 'wake' : 'renew-timer' } as const;
    const { outcome } = await changeLead(deps, id, command, { by: 'system', timer: generation });
    if (outcome !== 'changed') return undefined;
    return sleeps ? 'woken' : 'renewed';
  } catch (error) {
    deps.log.error('Lead not repaired', error, { leadId: id });
    return 'failed';
  }
}
