import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentClient, type TableOptions } from '../../adapters/dynamodb/open-table.ts';
import type { Item } from '../../adapters/table/table.ts';

/** All items with a sort key, whatever their partition. Reads the whole table. */
export const scanTable = ({ client, tableName }: TableOptions) =>
  async function* scan(sk: string): AsyncIterable<Item> {
    const pages = paginateScan(
      { client: documentClient(client) },
      {
        TableName: tableName,
        FilterExpression: '#sk = :sk',
        ExpressionAttributeNames: { '#sk': 'sk' },
        ExpressionAttributeValues: { ':sk': sk },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) yield* Items as Item[];
  };
