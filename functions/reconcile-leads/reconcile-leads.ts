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
import { type SettleMailsDeps, settleMails } from './settle-mails.ts';

export interface ReconcileLeadsDeps extends RingForAllDeps, TellBundleDeps, SettleMailsDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save' | 'listOverdue' | 'listOpen'>;
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
 * Gives every overdue lead a new timer and wakes the unqualified ones whose date has come. Repeating it is harmless.
 * One lead that cannot be repaired does not keep the others waiting. Then it settles mails whose sender died, and tells the
 * owner of what he is to hear together.
 * @throws Error if a repair failed, after all were tried: somebody must look.
 */
export async function reconcileLeads(deps: ReconcileLeadsDeps): Promise<Reconciled> {
  const overdue = await deps.leads.listOverdue(addMinutes(deps.clock.now(), -deps.overdueMinutes));
  const results: string[] = [];
  for (const summary of overdue) results.push(await repair(deps, summary));
  const count = (result: string) => results.filter((one) => one === result).length;
  const reconciled = { renewed: count('renewed'), woken: count('woken'), failed: count('failed') };
  deps.log.info('Leads reconciled', reconciled);
  const mails = await settleMails(deps);
  // Whatever could not be repaired: what waits for the owner waits no longer because of it.
  await tellOfMany(deps);
  if (reconciled.failed > 0) throw new Error(`${reconciled.failed} leads could not be repaired`);
  if (mails.failed > 0) throw new Error(`${mails.failed} mails could not be settled`);
  return reconciled;
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

async function repair(deps: ReconcileLeadsDeps, summary: LeadSummary) {
  const { id, generation } = summary;
  const sleeps = isAsleep(summary);
  try {
    // The generation that was seen: whoever changed the lead since then has started its timer.
    const command = { type: sleeps ? 'wake' : 'renew-timer' } as const;
    const { outcome } = await changeLead(deps, id, command, { by: 'system', generation });
    if (outcome !== 'changed') return outcome;
    return sleeps ? 'woken' : 'renewed';
  } catch (error) {
    deps.log.error('Lead not repaired', error, { leadId: id });
    return 'failed';
  }
}
