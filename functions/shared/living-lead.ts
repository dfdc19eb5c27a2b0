import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';

/** No lead was merged so often; who links them in a circle gets out of it here. */
const maxMerges = 10;

/** The lead of this id, or the one that it goes on in. */
export async function loadLiving(leadId: string, leads: Pick<LeadStore, 'load'>): Promise<Lead | undefined> {
  let lead = await leads.load(leadId);
  for (let merges = 0; lead?.mergedInto !== undefined && merges < maxMerges; merges++) {
    lead = (await leads.load(lead.mergedInto)) ?? undefined;
  }
  return lead;
}
