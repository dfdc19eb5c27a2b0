import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDueChases } from '../../adapters/table/due-chases.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { dueChasesContract } from './due-chases.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

dueChasesContract('DynamoDB', async () => tableDueChases(openTable(await database.createTable())));
dueChasesContract('SQLite', () => tableDueChases(aSqliteTable()));

test('a chase that is damaged keeps no other from going out, and is named', async () => {
  const table = aSqliteTable();
  const unreadable: string[] = [];
  const store = tableDueChases(table, { onUnreadable: ({ message }) => unreadable.push(message) });
  const at = '2026-11-23T08:00:00.000Z';
  await store.add({ leadId: 'A', cadence: 'new', generation: 1, number: 1, last: false, at });
  await table.put({ pk: 'DUE-CHASES', sk: 'B', leadId: 'B' });
  expect((await store.list()).map(({ leadId }) => leadId)).toEqual(['A']);
  expect(unreadable).toEqual([expect.stringContaining('The chase B')]);
});
