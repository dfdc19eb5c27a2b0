/** Two leads are one request: what came with the newer goes on in the older. */
import type { Lead } from '../../../domain/lead/lead.ts';
import { handingOver } from '../../../domain/lead/merging.ts';
import type { ContactStore } from '../../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import { type ChangeLeadDeps, changeLead } from '../change-lead.ts';
import { findBy } from '../find-by.ts';
import { loadLiving } from '../living-lead.ts';

export interface MergeLeadsDeps extends ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'save'>;
  readonly contacts: Pick<ContactStore, 'linkLead' | 'unlinkLead'>;
}

/**
 * Hands over what was written to a lead, before it ends: after a crash in between the words stand in both, and the owner presses
 * the button again. Repeating it hands over only what is new.
 * @param person the name of whoever merges, where his own link says so.
 * @returns the id of the lead it goes on in; `undefined`: that is closed, or is none any more.
 */
export async function handOver(
  newer: Lead,
  person: string | undefined,
  deps: MergeLeadsDeps,
): Promise<string | undefined> {
  const older = newer.belongsTo === undefined ? undefined : await loadLiving(newer.belongsTo, deps.leads);
  if (!older || older.id === newer.id) return undefined;
  const change = await changeLead(deps, older.id, handingOver(newer), { by: 'owner', person });
  if (change.outcome === 'refused' && change.refusal.code === 'already-done') return older.id;
  if (change.outcome !== 'changed') return undefined;
  await findBy(older, change.lead, deps);
  return older.id;
}
