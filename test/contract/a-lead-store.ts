/** The store that is tried by the parts of its contract. */
import { beforeEach, expect } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { ownSubmission } from './numbered-leads.ts';

export type MakeStore = () => LeadStore | Promise<LeadStore>;

export let store: LeadStore;

/** Gives each test of the block that calls it an empty store. */
export function aStoreForEachTest(makeStore: MakeStore): void {
  beforeEach(async () => {
    store = await makeStore();
  });
}

export async function added(lead: Lead): Promise<Lead> {
  expect(await store.add(lead, ownSubmission(lead))).toEqual({ leadId: lead.id, created: true });
  return lead;
}

export async function stored(...leads: Lead[]): Promise<void> {
  for (const lead of leads) await added(lead);
}
