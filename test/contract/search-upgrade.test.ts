/** Leads of an earlier release are made findable, however often that is interrupted. */
import { describe, expect, test } from 'vitest';
import { tableLeadSearch } from '../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableSearchUpgrade } from '../../adapters/table/search-upgrade.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isIndexed } from '../../domain/lead/search-terms.ts';
import { indexLeads } from '../../functions/reconcile-leads/index-leads.ts';
import { silentLog } from '../support/a-world.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { leadNumber, lost, minutesLater, ownSubmission, sleeping, won } from './numbered-leads.ts';

function aSystem() {
  const table = aSqliteTable();
  const leads = tableLeadStore(table);
  let now = '2026-11-24T08:00:00.000Z';
  const clock = { now: () => now };
  const searchUpgrade = tableSearchUpgrade(table);
  return {
    table,
    leads,
    searchUpgrade,
    clock,
    log: silentLog,
    search: tableLeadSearch(table, leads),
    setNow: (moment: string) => {
      now = moment;
    },
  };
}

/** As an earlier release stored it: found by nothing. */
async function stored(leads: ReturnType<typeof aSystem>['leads'], ...all: Lead[]): Promise<void> {
  for (const lead of all) await leads.add(lead, ownSubmission(lead));
}

describe('leads of an earlier release', () => {
  test('are found by name once all lists were looked through, of years ago as well', async () => {
    const system = aSystem();
    const { leads, search, clock } = system;
    const old = [
      leadNumber(1),
      leadNumber(2, sleeping('2027-03-01T08:00:00.000Z')),
      leadNumber(3, won('2026-11-01T08:00:00.000Z')),
      leadNumber(4, lost('2025-10-01T08:00:00.000Z')),
      leadNumber(5, won('2023-12-01T08:00:00.000Z')),
    ];
    await stored(leads, ...old);
    expect(await search.find('Muster', { now: clock.now(), atMost: 9 })).toEqual([]);
    expect(await indexLeads(system)).toEqual({ indexed: 5 });
    const found = await search.find('Muster', { now: clock.now(), atMost: 9 });
    expect(found.map(({ lead }) => lead.id).toSorted()).toEqual(old.map(({ id }) => id));
    expect(await indexLeads(system)).toEqual({ indexed: 0 });
  });

  test('are looked through once, in steps that are never lost and never repeated for nothing', async () => {
    const system = aSystem();
    const { leads, searchUpgrade, clock } = system;
    const due = (number: number) => ({ dueAt: minutesLater(Math.floor(number / 3)) });
    await stored(leads, ...Array.from({ length: 20 }, (_, at) => leadNumber(at, due(at))));
    const first = await searchUpgrade.next(clock.now(), 4);
    // Those that share a moment are never parted.
    expect(first?.leadIds).toHaveLength(6);
    // Whoever died before the step was finished begins it anew.
    expect(await searchUpgrade.next(clock.now(), 4)).toEqual(first);
    const seen: string[] = [];
    for (let step = first; step; step = await searchUpgrade.next(clock.now(), 4)) {
      seen.push(...step.leadIds);
      await searchUpgrade.finish(step);
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => leadNumber(at).id));
  });

  test('that wait open without being found are found within a day', async () => {
    const system = aSystem();
    await indexLeads(system);
    await stored(system.leads, leadNumber(1));
    expect(await indexLeads(system)).toEqual({ indexed: 0 });
    system.setNow('2026-11-25T00:05:00.000Z');
    expect(await indexLeads(system)).toEqual({ indexed: 1 });
    expect(isIndexed((await system.leads.load(leadNumber(1).id)) as Lead)).toBe(true);
  });

  test('one that cannot be read keeps no other from being found', async () => {
    const system = aSystem();
    const { leads, table } = system;
    await stored(leads, leadNumber(1), leadNumber(2, { dueAt: minutesLater(5) }));
    await table.update({ pk: `LEAD#${leadNumber(1).id}`, sk: 'LEAD' }, { set: { stage: 'nonsense' } });
    expect(await indexLeads(system)).toEqual({ indexed: 1 });
  });
});
