import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableMailLog } from '../../../adapters/table/mail-log.ts';
import { CorruptItemError } from '../../../domain/ports/errors.ts';
import { startDynalite, type TestDatabase, type TestTable } from '../../support/dynalite.ts';
import { crashingClient, forgetfulClient } from '../../support/troubled-client.ts';

const at = '2026-11-23T08:00:00.000Z';
const mail = { leadId: '7K2M9QX4TD', key: 'g1#new#1', to: 'customer' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

let table: TestTable;
beforeEach(async () => {
  table = await database.createTable();
});

async function items(): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(table.client);
  const found: Record<string, unknown>[] = [];
  for await (const { Items } of paginateScan({ client }, { TableName: table.tableName }))
    found.push(...(Items ?? []));
  return found;
}

test('a claim whose answer got lost is still a claim: the mail is sent', async () => {
  const log = tableMailLog(openTable({ ...table, client: forgetfulClient(database.endpoint) }));
  expect(await log.claim(mail, at)).toBe('claimed');
  expect(await tableMailLog(openTable(table)).claim(mail, at)).toMatchObject({ state: 'claimed' });
});

test('a mail that went out is never marked without its answers finding the lead', async () => {
  await tableMailLog(openTable(table)).claim(mail, at);
  for (const afterCalls of [0, 1]) {
    const client = crashingClient(database.endpoint, { afterCalls, reached: false });
    await tableMailLog(openTable({ ...table, client }))
      .markSent(mail.leadId, mail.key, 'message-1', at)
      .catch(() => {});
    expect(await tableMailLog(openTable(table)).list(mail.leadId)).toMatchObject([{ state: 'claimed' }]);
  }
  expect(await tableMailLog(openTable(table)).findLead('message-1')).toBe(mail.leadId);
});

test('nothing about a mail is kept for more than 400 days', async () => {
  const log = tableMailLog(openTable(table));
  await log.claim(mail, at);
  await log.markSent(mail.leadId, mail.key, 'message-1', at);
  const found = await items();
  expect(found.map(({ pk, sk }) => `${pk} ${sk}`).sort()).toEqual([
    'LEAD#7K2M9QX4TD MAIL#g1#new#1',
    'SES#message-1 MAIL',
  ]);
  for (const { expiresAt } of found) expect(Number(expiresAt) - Date.parse(at) / 1000).toBe(400 * 86_400);
});

test('listing the unsettled costs nothing for what was sent', async () => {
  const log = tableMailLog(openTable(table));
  for (let number = 1; number <= 30; number++) {
    const key = `g1#new#${number}`;
    await log.claim({ ...mail, key }, at);
    await log.markSent(mail.leadId, key, `message-${number}`, at);
  }
  let units = 0;
  const counting = tableMailLog(openTable({ ...table, onConsumed: (_, cost) => (units += cost) }));
  expect(await counting.listUnsettled()).toEqual([]);
  expect(units).toBeLessThanOrEqual(0.5);
});

test('a broken record is reported', async () => {
  const log = tableMailLog(openTable(table));
  await log.claim({ ...mail, to: 'nobody' as 'owner' }, at);
  await expect(log.list(mail.leadId)).rejects.toThrow(CorruptItemError);
});
