/** DynamoDB's time to live, which dynalite does not know: items whose time has come are deleted, some days later. */
import { DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { tableAttributes } from '../../adapters/table/table.ts';

export async function expireItems(
  table: { readonly client: DynamoDBClient; readonly tableName: string },
  nowMs: number,
): Promise<void> {
  const { client, tableName } = table;
  const { partitionKey, sortKey, expiresAt } = tableAttributes;
  const expired = {
    ExpressionAttributeNames: { '#expiresAt': expiresAt },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(nowMs / 1000)) } },
  };
  const pages = paginateScan(
    { client },
    { TableName: tableName, FilterExpression: '#expiresAt <= :now', ...expired },
  );
  for await (const { Items = [] } of pages) {
    for (const { [partitionKey]: pk, [sortKey]: sk } of Items) {
      if (!pk || !sk) continue;
      // On the same condition: it may have been given more time since it was read.
      await client
        .send(
          new DeleteItemCommand({
            TableName: tableName,
            Key: { [partitionKey]: pk, [sortKey]: sk },
            ConditionExpression: '#expiresAt <= :now',
            ...expired,
          }),
        )
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
        });
    }
  }
}
