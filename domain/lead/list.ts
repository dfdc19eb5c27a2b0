/** Which list of the store a lead stands in. */
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';

/** `open`: somebody or something is waited for; `later`: sleeps until its date. */
export type LeadList = 'open' | 'later' | 'won' | 'closed';

type Standing = Pick<Lead, 'stage' | 'waitsFor' | 'stalledAt'>;

/** An unqualified lead sleeps until its date: no execution, only the reconciler looks. */
export function isAsleep(lead: Standing): boolean {
  return lead.stage === 'unqualified' && lead.waitsFor === 'nobody' && lead.stalledAt === undefined;
}

/** Has this lead an execution? Closed ones and sleeping ones have none. */
export function isWaiting(lead: Standing): boolean {
  return pipeline[lead.stage].open && !isAsleep(lead);
}

/** The list a lead stands in; none if it is spam. */
export function listOf(lead: Standing & Pick<Lead, 'spam'>): LeadList | undefined {
  if (lead.spam) return undefined;
  if (isWaiting(lead)) return 'open';
  if (isAsleep(lead)) return 'later';
  return lead.stage === 'won' ? 'won' : 'closed';
}
