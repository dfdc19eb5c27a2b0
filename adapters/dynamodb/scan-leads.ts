import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadKey, parseLead } from './lead-item.ts';
import { documentClient, type Item, type TableOptions } from './open-table.ts';
import { leadUpgraders } from './upgrade.ts';

/**
 * All leads, open, closed and marked as spam, in no order. Reads the whole table: only for small ones, or once.
 * @throws CorruptItemError
 */
export async function* scanLeads({ client, tableName }: TableOptions): AsyncIterable<Lead> {
  const pages = paginateScan(
    { client: documentClient(client) },
    {
      TableName: tableName,
      FilterExpression: '#sk = :sk',
      ExpressionAttributeNames: { '#sk': 'sk' },
      ExpressionAttributeValues: { ':sk': leadKey('').sk },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pages) {
    for (const item of (Items ?? []) as Item[]) yield parseLead(item, leadUpgraders);
  }
}
