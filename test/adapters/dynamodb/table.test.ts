import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoHealth } from '../../../adapters/dynamodb/health.ts';
import { dynamoLeadStore } from '../../../adapters/dynamodb/lead-store.ts';
import { dynamoMailLog } from '../../../adapters/dynamodb/mail-log.ts';
import { scanLeads } from '../../../adapters/dynamodb/scan-leads.ts';
import { tableAttributes, tableInput } from '../../../adapters/dynamodb/table.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadNumber, ownSubmission } from '../../contract/numbered-leads.ts';
import { startDynalite, type TestDatabase } from '../../support/dynalite.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

test('the table has one index, which carries nothing but the keys and the summary', async () => {
  const { client, tableName } = await database.createTable();
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  expect(Table?.GlobalSecondaryIndexes).toMatchObject([
    {
      IndexName: tableAttributes.index,
      KeySchema: [
        { AttributeName: 'status', KeyType: 'HASH' },
        { AttributeName: 'sortAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] },
    },
  ]);
  expect(tableInput('leads').BillingMode).toBe('PAY_PER_REQUEST');
});

describe('health', () => {
  test('a table that answers is well', async () => {
    await expect(dynamoHealth(await database.createTable()).check()).resolves.toBeUndefined();
  });

  test('a table that is missing is not', async () => {
    const table = { ...(await database.createTable()), tableName: 'missing' };
    await expect(dynamoHealth(table).check()).rejects.toThrow('Requested resource not found');
  });
});

test('all leads are found, open, closed and spam, and nothing else', async () => {
  const table = await database.createTable();
  const store = dynamoLeadStore(table);
  const name = 'x'.repeat(20_000);
  const leads = Array.from({ length: 40 }, (_, index) =>
    leadNumber(index, { contact: { name, language: 'de' }, spam: index % 3 === 0 }),
  );
  for (const lead of leads) await store.add(lead, ownSubmission(lead));
  await store.keepSpam(leadNumber(99, { spam: true }));
  await dynamoMailLog(table).claim(
    { leadId: '0000000001', key: 'g1#new#1', to: 'owner' },
    leadNumber(1).dueAt,
  );
  const found: Lead[] = [];
  for await (const lead of scanLeads(table)) found.push(lead);
  expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(leads);
});
