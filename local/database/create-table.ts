import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { tableInput } from '../../adapters/dynamodb/table.ts';

/** Creates the table unless it is there, and waits until it can be used. */
export async function createTable(table: { client: DynamoDBClient; tableName: string }): Promise<void> {
  const { client, tableName } = table;
  await client.send(new CreateTableCommand(tableInput(tableName))).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  const describe = new DescribeTableCommand({ TableName: tableName });
  while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE') await sleep(5);
}
