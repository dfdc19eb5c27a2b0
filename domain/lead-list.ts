/** In which list a lead stands: what the digest, the reconciler and the month's figures read. */
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';

/** `open`: somebody or something is waited for. `later`: unqualified, sleeps until its date. */
export type LeadList = 'open' | 'later' | 'won' | 'closed';

/** The list a lead stands in; `undefined` for spam, which is in none. */
export function listOf(lead: Pick<Lead, 'stage' | 'waitsFor' | 'stalledAt' | 'spam'>): LeadList | undefined {
  if (lead.spam) return undefined;
  if (!pipeline[lead.stage].open) return lead.stage === 'won' ? 'won' : 'closed';
  const sleeps = lead.stage === 'unqualified' && lead.waitsFor === 'nobody' && !lead.stalledAt;
  return sleeps ? 'later' : 'open';
}
