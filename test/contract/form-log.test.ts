import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableFormLog } from '../../adapters/table/form-log.ts';
import type { Item } from '../../adapters/table/table.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { formLogContract } from './form-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

formLogContract('DynamoDB', async () => tableFormLog(openTable(await database.createTable())));
formLogContract('SQLite', () => tableFormLog(aSqliteTable()));

test('what is remembered names nobody, quotes nothing and ends by itself', async () => {
  const table = aSqliteTable();
  const written: Item[] = [];
  const log = tableFormLog({
    ...table,
    putIf: (item, condition) => {
      written.push(item);
      return table.putIf(item, condition);
    },
  });
  await log.claimProof('proof-1', 'erika@example.org', '2026-11-23T08:00:00.000Z');
  await log.countText('Mein Name ist Erika', '2026-11-23T08:00:00.000Z');
  expect(written).toHaveLength(2);
  expect(JSON.stringify(written)).not.toMatch(/erika/i);
  const month = 31 * 86_400;
  for (const { expiresAt } of written) {
    expect(expiresAt).toBeLessThan(Date.parse('2026-11-23T08:00:00.000Z') / 1000 + month);
  }
});
