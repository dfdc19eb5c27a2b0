/** The calls all adapters of the table are made of. */
import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { tableAttributes } from './table.ts';

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Told after each call what it cost, in read or write units; asked for only if given. */
  readonly onConsumed?: ((operation: string, units: number) => void) | undefined;
}

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export interface Item extends Key {
  readonly [attribute: string]: unknown;
}

/** The names (`#name`) and values (`:value`) that a condition or a change speaks of. */
interface Placeholders {
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

export interface Condition extends Placeholders {
  readonly condition: string;
}

export interface Change extends Placeholders {
  readonly change: string;
  readonly condition?: string;
}

export const isAbsent: Condition = { condition: 'attribute_not_exists(pk)' };

/** The item is still as it was read. */
export const isAtRevision = (revision: number): Condition => ({
  condition: '#revision = :expected',
  names: { '#revision': 'revision' },
  values: { ':expected': revision },
});

/** The one way to wrap a client: the options are kept on the client itself, so a second way would change the first. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export type Table = ReturnType<typeof openTable>;

export function openTable({ client, tableName, onConsumed }: TableOptions) {
  const documents = documentClient(client);
  const basics = {
    TableName: tableName,
    ...(onConsumed && { ReturnConsumedCapacity: 'TOTAL' as const }),
  };

  function count<O extends { ConsumedCapacity?: { CapacityUnits?: number | undefined } | undefined }>(
    operation: string,
    output: O,
  ): O {
    onConsumed?.(operation, output.ConsumedCapacity?.CapacityUnits ?? 0);
    return output;
  }

  async function get(key: Key): Promise<Item | undefined> {
    const command = new GetCommand({ ...basics, Key: key, ConsistentRead: true });
    return count('GetItem', await documents.send(command)).Item as Item | undefined;
  }

  async function put(item: Item): Promise<void> {
    count('PutItem', await documents.send(new PutCommand({ ...basics, Item: item })));
  }

  /**
   * Puts an item on a condition. The client repeats a put whose answer was lost, and then meets the item it wrote
   * itself; the write's own id tells that from somebody else's.
   * @returns whether the item was written, and what stands there if it was not.
   */
  async function putIf(
    item: Item,
    { condition, names, values }: Condition,
  ): Promise<{ written: true } | { written: false; found: Item | undefined }> {
    const writeId = randomBytes(9).toString('base64url');
    const command = new PutCommand({
      ...basics,
      Item: { ...item, writeId },
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    });
    try {
      count('PutItem', await documents.send(command));
      return { written: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const found = await get({ pk: item.pk, sk: item.sk });
      return found?.writeId === writeId ? { written: true } : { written: false, found };
    }
  }

  /**
   * Puts an item where none stands.
   * @returns `undefined` if it was put, otherwise the item of whoever was first.
   */
  async function claim(item: Item, condition = isAbsent): Promise<Item | undefined> {
    for (;;) {
      const result = await putIf(item, condition);
      if (result.written) return undefined;
      // Neither written nor found: whoever was first gave it back in between.
      if (result.found) return result.found;
    }
  }

  /**
   * Changes an item.
   * @returns the item afterwards; `undefined` if the condition did not hold.
   */
  async function update(key: Key, { change, condition, names, values }: Change): Promise<Item | undefined> {
    const command = new UpdateCommand({
      ...basics,
      Key: key,
      UpdateExpression: change,
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
      ReturnValues: 'ALL_NEW',
    });
    return await documents
      .send(command)
      .then((output) => count('UpdateItem', output).Attributes as Item, unlessConditionFailed);
  }

  /** Deletes an item; where the condition does not hold, nothing happens. */
  async function remove(key: Key, { condition, names, values }: Partial<Condition> = {}): Promise<void> {
    const command = new DeleteCommand({
      ...basics,
      Key: key,
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    });
    await documents.send(command).then((output) => count('DeleteItem', output), unlessConditionFailed);
  }

  /** Reads all pages of a query. */
  async function query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of paginateQuery({ client: documents }, { ...basics, ...input })) {
      items.push(...((count('Query', page).Items ?? []) as Item[]));
    }
    return items;
  }

  /** The items of one partition whose sort key begins so, by sort key. */
  function queryPartition(pk: string, prefix: string): Promise<Item[]> {
    return query({
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': tableAttributes.partitionKey, '#sk': tableAttributes.sortKey },
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    });
  }

  /**
   * What the index carries of the items with this status, by `sortAt`.
   * @param range a condition on `#sortAt`, e.g. `#sortAt < :before`.
   */
  function queryIndex(status: string, range?: IndexRange): Promise<Item[]> {
    return query(inIndex(status, range));
  }

  /** The last item with this status before a value of `sortAt`. */
  async function lastInIndex(status: string, before: string): Promise<Item | undefined> {
    const range = { condition: '#sortAt < :before', values: { ':before': before } };
    const command = new QueryCommand({
      ...basics,
      ...inIndex(status, range),
      ScanIndexForward: false,
      Limit: 1,
    });
    return count('Query', await documents.send(command)).Items?.[0] as Item | undefined;
  }

  return { get, put, putIf, claim, update, remove, queryPartition, queryIndex, lastInIndex };
}

interface IndexRange {
  readonly condition: string;
  readonly values: Record<string, string>;
}

function inIndex(status: string, range?: IndexRange) {
  const { index, indexPartitionKey, indexSortKey } = tableAttributes;
  return {
    IndexName: index,
    KeyConditionExpression: ['#status = :status', ...(range ? [range.condition] : [])].join(' AND '),
    ExpressionAttributeNames: { '#status': indexPartitionKey, ...(range && { '#sortAt': indexSortKey }) },
    ExpressionAttributeValues: { ':status': status, ...range?.values },
  };
}

function unlessConditionFailed(error: unknown): undefined {
  if (error instanceof ConditionalCheckFailedException) return undefined;
  throw error;
}
