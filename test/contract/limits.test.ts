import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { limitsContract } from './limits.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

limitsContract('DynamoDB', async () => tableLimits(openTable(await database.createTable())));
limitsContract('SQLite', () => tableLimits(aSqliteTable()));

test('neither a network nor a person can be read from what is kept, and all of it has an end', async () => {
  const table = aSqliteTable();
  await tableLimits(table).countContact('203.0.113.7', 'erika@kunde.test', '2026-11-23T08:00:00.000Z');
  await tableLimits(table).countContact('203.0.113.7', 'erika@kunde.test', '2026-11-24T08:00:00.000Z');
  const items = [];
  for (const sk of ['NETWORK', 'NETWORK-KEY']) for await (const item of table.scan(sk)) items.push(item);
  expect(new Set(items.map(({ pk }) => pk)).size).toBe(4);
  for (const item of items) {
    const text = JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
    expect(text).not.toMatch(/203\.0|erika/);
    expect(item.expiresAt).toBeLessThanOrEqual(Date.parse('2026-11-26T08:00:00.000Z') / 1000);
  }
});
