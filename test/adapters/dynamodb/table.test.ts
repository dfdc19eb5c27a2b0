import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableInput } from '../../../adapters/dynamodb/table.ts';
import { tableHealth } from '../../../adapters/table/health.ts';
import { tableAttributes } from '../../../adapters/table/table.ts';
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

test('a number and a text have no order: a condition on it does not hold', async () => {
  const table = openTable(await database.createTable());
  await table.put({ pk: 'A', sk: 'a', version: 3 });
  expect((await table.putIf({ pk: 'A', sk: 'a' }, { path: 'version', atMost: '9' })).written).toBe(false);
});

describe('health', () => {
  test('a table that answers is well', async () => {
    await expect(tableHealth(openTable(await database.createTable())).check()).resolves.toBeUndefined();
  });

  test('a table that is missing is not', async () => {
    const table = { ...(await database.createTable()), tableName: 'missing' };
    await expect(tableHealth(openTable(table)).check()).rejects.toThrow('Requested resource not found');
  });
});
