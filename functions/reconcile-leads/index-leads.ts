/** Makes leads findable that an earlier release wrote, or that nothing has written since they came. */
import { isIndexed } from '../../domain/lead/search-terms.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { CorruptItemError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { SearchUpgrade } from '../../domain/ports/search-upgrade.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { updateLead } from '../shared/change-lead.ts';
import { inTurns } from '../shared/in-turns.ts';
import type { Log } from '../shared/logger.ts';

export interface IndexLeadsDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save'>;
  readonly searchUpgrade: SearchUpgrade;
  readonly clock: Clock;
  readonly log: Log;
}

/** A step is lost with the function at most. */
const leadsPerStep = 200;
/** The next run goes on a quarter of an hour later: ten thousand old leads take an hour. */
const stepsPerRun = 12;
const atOnce = 8;
/** Of the minutes that are left after the repairs. */
const forMinutes = 1;

/** Repeating it is harmless, also at the same time: whoever is second finds the leads indexed. */
export async function indexLeads(deps: IndexLeadsDeps): Promise<{ readonly indexed: number }> {
  const { searchUpgrade, clock, log } = deps;
  const until = addMinutes(clock.now(), forMinutes);
  let indexed = 0;
  for (let steps = 0; steps < stepsPerRun && clock.now() <= until; steps++) {
    const step = await searchUpgrade.next(clock.now(), leadsPerStep);
    if (!step) break;
    const counts = await inTurns(step.leadIds, atOnce, (leadId) => indexOne(leadId, deps));
    indexed += counts.filter((done) => done).length;
    await searchUpgrade.finish(step);
  }
  if (indexed > 0) log.info('Leads made findable', { leads: indexed });
  return { indexed };
}

/** Whoever writes a lead makes it findable. */
async function indexOne(leadId: string, { leads, log }: IndexLeadsDeps): Promise<boolean> {
  try {
    const updated = await updateLead(leads, leadId, (lead) => (isIndexed(lead) ? undefined : lead));
    return updated !== undefined && updated.before !== updated.after;
  } catch (error) {
    if (!(error instanceof CorruptItemError)) throw error;
    log.error('Lead that cannot be read not made findable', error, { leadId });
    return false;
  }
}
