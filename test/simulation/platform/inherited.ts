/** What a stack has that the last release ran on: items it wrote, and executions that wait in its definition. */
import { readFileSync } from 'node:fs';
import type { Item } from '../../../adapters/table/table.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isWaiting } from '../../../domain/lead/list.ts';
import { stateName } from '../../../domain/lead/stages.ts';
import type { LeadLifecycle } from '../../../statemachine/lead-lifecycle.ts';
import type { Cloud } from './cloud.ts';

interface Release {
  readonly definition: LeadLifecycle;
  readonly items: readonly Item[];
}

/** Kept by `npm run keep-release`. */
const last = JSON.parse(
  readFileSync(new URL('../../fixtures/last-release.json', import.meta.url), 'utf8'),
) as Release;

/** Sets were kept as lists. */
const restored = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const set = typeof value === 'object' && value !== null && 'set' in value ? value.set : undefined;
      return [name, Array.isArray(set) ? new Set(set) : value];
    }),
  ) as Item;

/** @returns the ids of the leads that are there. */
export async function inherit({ table, executions }: Pick<Cloud, 'table' | 'executions'>): Promise<string[]> {
  const leads: Lead[] = [];
  for (const item of last.items) {
    // The business is this one.
    if (item.pk === 'BUSINESS') continue;
    await table.put(restored(item));
    if (item.sk === 'LEAD') leads.push(item as unknown as Lead);
  }
  for (const { id, generation, stage, dueAt, ...lead } of leads) {
    if (!isWaiting({ stage, ...lead })) continue;
    const data = { leadId: id, generation, outcome: 'wait', stage, dueAt };
    executions.inherit(last.definition, id, generation, stateName(stage), data);
  }
  return leads.map(({ id }) => id);
}
