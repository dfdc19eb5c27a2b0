import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { signedTable } from '../../../adapters/dynamodb/signed-table.ts';
import { isServiceFault } from '../../../functions/shared/service-fault.ts';

type Answer = readonly [status: number, body: object];
let close: (() => void) | undefined;
afterEach(() => close?.());

/** A DynamoDB that answers so, one after the other, and remembers what it was asked. */
async function answering(...answers: Answer[]) {
  const asked: { target: unknown; signed: boolean; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const { authorization = '' } = request.headers;
    asked.push({ target: request.headers['x-amz-target'], signed: authorization.startsWith('AWS4-'), body });
    const [status, said] = answers.shift() ?? [200, {}];
    response.writeHead(status).end(JSON.stringify(said));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close = () => server.close();
  const surroundings = {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  };
  return { table: signedTable({ tableName: 'Leads', surroundings }), asked };
}

const throttled: Answer = [
  400,
  { __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException' },
];
const key = { pk: 'LEAD#1', sk: 'LEAD' };

describe('a table without the client of the SDK', () => {
  test('asks for an item as it is now, signed', async () => {
    const { table, asked } = await answering([200, { Item: { pk: { S: 'LEAD#1' }, version: { N: '3' } } }]);
    expect(await table.get(key)).toEqual({ pk: 'LEAD#1', version: 3 });
    const Key = { pk: { S: 'LEAD#1' }, sk: { S: 'LEAD' } };
    expect(asked).toEqual([
      {
        target: 'DynamoDB_20120810.GetItem',
        signed: true,
        body: { TableName: 'Leads', Key, ConsistentRead: true },
      },
    ]);
  });

  test('asks again where DynamoDB is busy', async () => {
    const { table, asked } = await answering(throttled, throttled, [200, {}]);
    await table.put({ ...key, stage: 'new' });
    expect(asked).toHaveLength(3);
  });

  test('gives up where it stays busy, and says that it may be tried again', async () => {
    const { table } = await answering(throttled, throttled, throttled, throttled);
    const error = await table.get(key).catch((one: unknown) => one);
    expect(error).toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    expect(isServiceFault(error)).toBe(true);
  });

  test('says of a refusal what it is called, and nothing of what was asked for', async () => {
    const { table, asked } = await answering([
      400,
      { __type: 'com.amazon.coral.validate#ValidationException', message: 'Item LEAD#1 of Erika' },
    ]);
    const error = await table.put({ ...key, name: 'Erika' }).catch((one: unknown) => one as Error);
    expect(error).toMatchObject({ name: 'ValidationException' });
    expect(String((error as Error).message)).not.toMatch(/Erika|LEAD/);
    expect(isServiceFault(error)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test('reads on until the last page', async () => {
    const item = (sk: string) => ({ pk: { S: 'P' }, sk: { S: sk } });
    const { table, asked } = await answering(
      [200, { Items: [item('1')], LastEvaluatedKey: item('1') }],
      [200, { Items: [item('2')] }],
    );
    expect(await table.queryPartition('P', '')).toEqual([
      { pk: 'P', sk: '1' },
      { pk: 'P', sk: '2' },
    ]);
    expect(asked[1]?.body).toMatchObject({ ExclusiveStartKey: item('1') });
  });

  test('a broken connection is no fault of ours', async () => {
    const { table } = await answering();
    close?.();
    const error = await table.get(key).catch((one: unknown) => one);
    expect(isServiceFault(error)).toBe(true);
  });
});
