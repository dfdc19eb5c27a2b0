import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { memoryLeadSearch } from '../../adapters/memory/memory-lead-search.ts';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import { tableLeadSearch } from '../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import type { Item, Table } from '../../adapters/table/table.ts';
import { erased } from '../../domain/lead/erase.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import { aSignedTable, startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { leadSearchContract } from './lead-search.contract.ts';
import { leadNumber, ownSubmission } from './numbered-leads.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

const signed = () => aSignedTable(database);

const searched = (table: Table) => {
  const leads = tableLeadStore(table);
  return { leads, search: tableLeadSearch(table, leads) };
};

leadSearchContract('memory', () => {
  const leads = memoryLeadStore();
  return { leads, search: memoryLeadSearch(leads) };
});
leadSearchContract('DynamoDB', async () => searched(openTable(await database.createTable())));
leadSearchContract('DynamoDB, by signed calls', async () => searched(await signed()));
leadSearchContract('SQLite', () => searched(aSqliteTable()));

describe('what is written for the search', () => {
  const now = '2026-11-24T08:00:00.000Z';

  /** A table that remembers the items put or updated. */
  function aWatchedTable() {
    const table = aSqliteTable();
    const keys = new Map<string, { pk: string; sk: string }>();
    const seen = ({ pk, sk }: { pk: string; sk: string }) => keys.set(`${pk}\t${sk}`, { pk, sk });
    const watched: Table = {
      ...table,
      put: (item) => {
        seen(item);
        return table.put(item);
      },
      update: (key, change) => {
        seen(key);
        return table.update(key, change);
      },
    };
    const standing = async (): Promise<Item[]> =>
      (await Promise.all([...keys.values()].map((key) => table.get(key)))).filter(
        (item) => item !== undefined,
      );
    return { table: watched, standing, written: keys };
  }

  test('nothing is left of an erased person, of a former name neither', async () => {
    const { table, standing } = aWatchedTable();
    const { leads } = searched(table);
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    const first = await leads.save(lead);
    const renamed = await leads.save({ ...first, contact: { ...first.contact, name: 'Erika Vormals' } });
    expect(JSON.stringify(await standing())).toMatch(/vormals.*muster|muster.*vormals/);
    const event = { type: 'erased', at: now, by: 'owner', expiresOn: '2027-11-24' } as const;
    await leads.save(erased({ ...renamed, timeline: [...renamed.timeline, event] }, event));
    expect(await standing()).toEqual([]);
  });

  test('nothing is left of a person who is erased while somebody else writes the lead', async () => {
    const { table, standing } = aWatchedTable();
    const { leads } = searched(table);
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    const first = await leads.save(lead);
    // Both have read the same: whoever erases is faster, and the other one has written what it is found by.
    let erase: (() => Promise<unknown>) | undefined = () => {
      const event = { type: 'erased', at: now, by: 'owner', expiresOn: '2027-11-24' } as const;
      return leads.save(erased({ ...first, timeline: [...first.timeline, event] }, event));
    };
    const late: Table = {
      ...table,
      put: async (item) => {
        const faster = erase;
        erase = undefined;
        await faster?.();
        await table.put(item);
      },
    };
    const renamed = { ...first, contact: { ...first.contact, name: 'Erika Vormals' } };
    await expect(tableLeadStore(late).save(renamed)).rejects.toThrow(VersionConflictError);
    const left = (await standing()).filter(({ pk }) => !pk.startsWith('LEAD#') || pk.endsWith('SEARCH'));
    expect(left.length).toBeGreaterThan(0);
    for (const { expiresAt } of left) expect(Number(expiresAt)).toBeLessThanOrEqual(Date.parse(now) / 1000);
  });

  test('it ends with the lead, and a former name at once', async () => {
    const { table, standing } = aWatchedTable();
    const { leads } = searched(table);
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    const first = await leads.save(lead);
    const expiresOn = '2027-05-24';
    const { cadence: _, ...closed } = first;
    const { email: _email, ...contact } = { ...first.contact, name: 'Erika Neumann' };
    const movedAt = now;
    await leads.save({
      ...closed,
      contact,
      movedAt,
      stage: 'lost',
      waitsFor: 'nobody',
      closedAt: now,
      expiresOn,
    });
    const end = Date.parse(`${expiresOn}T00:00:00Z`) / 1000;
    const ends = new Map(
      (await standing()).map(({ pk, sk, expiresAt }) => [`${pk} ${sk.split('#')[0]}`, expiresAt]),
    );
    expect(ends.get('FIND#ne neumann')).toBe(end);
    expect(ends.get('FIND#er erika')).toBe(end);
    expect(ends.get('LEAD#0000000001 SEARCH')).toBe(end);
    expect(ends.get('FIND#mu muster')).toBe(Date.parse(now) / 1000);
    expect(ends.get('WORDS#OPEN 0000000001')).toBe(Date.parse(now) / 1000);
  });

  test('a write that changes nothing of it writes nothing for it', async () => {
    const { table, written } = aWatchedTable();
    const { leads } = searched(table);
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    const first = await leads.save(lead);
    written.clear();
    await leads.save({ ...first, generation: 2 });
    expect([...written]).toEqual([]);
  });

  test('whoever loses a race takes nothing from whoever won it', async () => {
    const { table } = aWatchedTable();
    const { leads, search } = searched(table);
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    const first = await leads.save(lead);
    const named = (name: string) => ({ ...first, contact: { ...first.contact, name } });
    const second = await leads.save(named('Erika Sieger'));
    await expect(leads.save(named('Erika Verlierer'))).rejects.toThrow(VersionConflictError);
    const idsBy = async (typed: string) =>
      (await search.find(typed, { now, atMost: 5 })).map(({ lead: { id } }) => id);
    expect(await idsBy('Sieger')).toEqual([lead.id]);
    expect(await idsBy('Verlierer')).toEqual([]);
    await leads.save({ ...second, contact: { ...second.contact, name: 'Erika Verlierer' } });
    expect(await idsBy('Verlierer')).toEqual([lead.id]);
    expect(await idsBy('Sieger')).toEqual([]);
  });

  test('an item that is damaged hides no other, and is named', async () => {
    const table = aSqliteTable();
    const leads = tableLeadStore(table);
    const unreadable: string[] = [];
    const search = tableLeadSearch(table, leads, { onUnreadable: ({ message }) => unreadable.push(message) });
    const lead = leadNumber(1);
    await leads.add(lead, ownSubmission(lead));
    await leads.save(lead);
    await table.put({ pk: 'FIND#mu', sk: 'muster#2026#X', leadId: 7 });
    const found = await search.find('Muster', { now, atMost: 5 });
    expect(found.map(({ lead: { id } }) => id)).toEqual([lead.id]);
    expect(unreadable).not.toEqual([]);
  });
});
