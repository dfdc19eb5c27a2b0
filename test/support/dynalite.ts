/** Tables to test on: in dynalite inside this process, or wherever `DYNAMODB_ENDPOINT` points; `aws` is AWS itself. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { signedTable } from '../../adapters/dynamodb/signed-table.ts';
import { dynamoClient, tableInput } from '../../adapters/dynamodb/table.ts';
import type { Table } from '../../adapters/table/table.ts';

export interface TestTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

export interface TestDatabase {
  readonly endpoint: string;
  /** An empty table of its own. */
  createTable(): Promise<TestTable>;
  /** Deletes all tables it created, and stops what it started. */
  close(): Promise<void>;
}

/** Starts dynalite on a free port, in memory; with `DYNAMODB_ENDPOINT` set, uses the database there. */
export async function startDynalite(): Promise<TestDatabase> {
  const given = process.env.DYNAMODB_ENDPOINT;
  const { endpoint, stop } = given === undefined ? await listen() : { endpoint: given, stop: async () => {} };
  const client = endpoint === 'aws' ? dynamoClient() : dynamoClient({ endpoint });
  const prefix = `test-${process.pid}-${process.hrtime.bigint()}`;
  const tableNames: string[] = [];

  return {
    endpoint,
    async createTable() {
      const tableName = `${prefix}-${tableNames.length}`;
      tableNames.push(tableName);
      await client.send(new CreateTableCommand(tableInput(tableName)));
      await waitUntilTableExists(
        { client, minDelay: 0.01, maxDelay: 1, maxWaitTime: 300 },
        { TableName: tableName },
      );
      return { client, tableName };
    },
    async close() {
      if (given !== undefined) {
        for (const TableName of tableNames) await client.send(new DeleteTableCommand({ TableName }));
      }
      client.destroy();
      await stop();
    },
  };
}

/** What a call needs of its surroundings that is made without the SDK; nothing: those of the process. */
const surroundingsOf = ({ endpoint }: TestDatabase): Readonly<Record<string, string>> | undefined =>
  endpoint === 'aws'
    ? undefined
    : {
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        AWS_REGION: process.env.AWS_REGION || 'local',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      };

/** A table of its own, called without the SDK. */
export async function aSignedTable(database: TestDatabase): Promise<Table> {
  const { tableName } = await database.createTable();
  const surroundings = surroundingsOf(database);
  return signedTable({ tableName, ...(surroundings && { surroundings }) });
}

async function listen(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const server = dynalite({ createTableMs: 0 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
