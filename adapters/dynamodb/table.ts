/** The table as DynamoDB makes it, and the client that speaks to it. */
import { type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tableAttributes } from '../table/table.ts';

/** The table as `CreateTable` wants it. Time to live is switched on by another call, which dynalite does not know. */
export function tableInput(tableName: string): CreateTableCommandInput {
  const { partitionKey, sortKey, index, indexPartitionKey, indexSortKey, summary } = tableAttributes;
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [partitionKey, sortKey, indexPartitionKey, indexSortKey].map((name) => ({
      AttributeName: name,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: index,
        KeySchema: [
          { AttributeName: indexPartitionKey, KeyType: 'HASH' },
          { AttributeName: indexSortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [summary] },
      },
    ],
  };
}

/**
 * A client for calls that a person waits for. DynamoDB answers within milliseconds; what takes longer than 2 s is
 * lost. Three tries end after about 7 s, well before the 29 s of an HTTP function. Connections are kept open.
 * @param options.endpoint a table on this machine, which asks for no real credentials and answers when a busy machine
 *   gets round to it: a call repeated meanwhile would find its own traces. Its region is that of the environment, for some
 *   know only AWS's own; where that names none, any does. Absent: AWS, as the environment says.
 */
export function dynamoClient(options: { readonly endpoint?: string } = {}): DynamoDBClient {
  const { endpoint } = options;
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && {
      endpoint,
      region: process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: { connectionTimeout: 60_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    }),
  });
}
