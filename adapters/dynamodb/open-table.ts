/** The table in DynamoDB, by the client of the SDK. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../table/table.ts';
import { type Input, type Operation, type Output, tableOver } from './table-over.ts';

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Told after each call what it cost, in read or write units; asked for only if given. */
  readonly onConsumed?: ((operation: string, units: number) => void) | undefined;
}

/** The one way to wrap a client: the options are kept on the client itself, so a second way would change the first. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const commands = {
  GetItem: GetCommand,
  PutItem: PutCommand,
  UpdateItem: UpdateCommand,
  DeleteItem: DeleteCommand,
  Query: QueryCommand,
} as const satisfies Record<Operation, unknown>;

export function openTable({ client, ...options }: TableOptions): Table {
  const documents = documentClient(client);
  const send = (operation: Operation, input: Input) => {
    // Each takes the input of its own operation.
    const Command = commands[operation] as unknown as typeof GetCommand;
    return documents.send(new Command(input as never)) as Promise<Output>;
  };
  return tableOver(send, options);
}
