import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableDigestLog } from '../../../adapters/table/digest-log.ts';
import { startDynalite, type TestDatabase } from '../../support/dynalite.ts';
import { forgetfulClient } from '../../support/troubled-client.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

const at = '2026-11-23T05:30:00.000Z';

test('a claim whose answer got lost is still a claim: the digest is sent', async () => {
  const table = await database.createTable();
  const log = tableDigestLog(openTable({ ...table, client: forgetfulClient(database.endpoint) }));
  expect(await log.claim('2026-11-23', at, [])).toBe(true);
  expect(await tableDigestLog(openTable(table)).claim('2026-11-23', at, [])).toBe(false);
});

test('the digest before is one small read, however many there were', async () => {
  const table = await database.createTable();
  const log = tableDigestLog(openTable(table));
  for (let day = 1; day <= 30; day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    await log.claim(date, `${date}T05:30:00.000Z`, []);
    await log.markSent(date, `${date}T05:30:00.000Z`);
  }
  const consumed: number[] = [];
  const counting = tableDigestLog(openTable({ ...table, onConsumed: (_, units) => consumed.push(units) }));
  expect(await counting.lastSentBefore('2026-12-01')).toBe('2026-11-30T05:30:00.000Z');
  expect(consumed).toEqual([0.5]);
});
