import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { waitingAlertsContract } from './waiting-alerts.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

waitingAlertsContract('DynamoDB', async () => tableWaitingAlerts(openTable(await database.createTable())));
waitingAlertsContract('SQLite', () => tableWaitingAlerts(aSqliteTable()));

test('an alert that is damaged keeps no other from being told, and is named', async () => {
  const table = aSqliteTable();
  const unreadable: string[] = [];
  const store = tableWaitingAlerts(table, { onUnreadable: ({ message }) => unreadable.push(message) });
  await store.add({ leadId: 'A', what: 'first', at: '2026-11-23T08:00:00.000Z' });
  await table.put({ pk: 'WAITING-ALERTS', sk: 'B', leadId: 'B' });
  expect((await store.list()).map(({ leadId }) => leadId)).toEqual(['A']);
  expect(unreadable).toEqual([expect.stringContaining('The alert B')]);
});
