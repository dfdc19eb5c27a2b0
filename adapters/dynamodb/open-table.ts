/** The table in DynamoDB. */
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
import { type IndexRange, type Item, type Key, type Table, tableAttributes } from '../table/table.ts';
import { conditionExpression, updateExpression } from './expressions.ts';

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Told after each call what it cost, in read or write units; asked for only if given. */
  readonly onConsumed?: ((operation: string, units: number) => void) | undefined;
}

/** The one way to wrap a client: the options are kept on the client itself, so a second way would change the first. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export function openTable({ client, tableName, onConsumed }: TableOptions): Table {
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

  /** A page is what DynamoDB reads at once: 1 MB. */
  async function* pagesOf(input: Omit<QueryCommandInput, 'TableName'>): AsyncIterable<Item[]> {
    for await (const page of paginateQuery({ client: documents }, { ...basics, ...input })) {
      yield (count('Query', page).Items ?? []) as Item[];
    }
  }

  async function query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of pagesOf(input)) items.push(...page);
    return items;
  }

  return {
    get,

    async put(item) {
      count('PutItem', await documents.send(new PutCommand({ ...basics, Item: item })));
    },

    /**
     * The client repeats a put whose answer was lost, and then meets the item it wrote itself; the write's own id tells
     * that from somebody else's.
     */
    async putIf(item, wanted) {
      const writeId = randomBytes(9).toString('base64url');
      const { condition, names, values } = conditionExpression(wanted);
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
    },

    async update(key, wanted) {
      const { change, condition, names, values } = updateExpression(wanted);
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
    },

    async remove(key, wanted) {
      const { condition, names, values } = (wanted && conditionExpression(wanted)) ?? {};
      const command = new DeleteCommand({
        ...basics,
        Key: key,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      });
      await documents.send(command).then((output) => count('DeleteItem', output), unlessConditionFailed);
    },

    queryPartition: (pk, prefix) => query(inPartition(pk, prefix)),

    async lastInPartition(pk, prefix, atMost) {
      const items: Item[] = [];
      // A page ends after 1 MB, however few items that are.
      for await (const page of pagesOf({
        ...inPartition(pk, prefix),
        ScanIndexForward: false,
        Limit: atMost,
      })) {
        items.push(...page);
        if (items.length >= atMost) break;
      }
      return items.slice(0, atMost);
    },

    queryIndex: (status, range = {}) => query(inIndex(status, rangeExpression(range))),

    indexPages: (status, range = {}) => pagesOf(inIndex(status, rangeExpression(range))),

    async lastInIndex(status, before) {
      const range = { condition: '#sortAt < :before', values: { ':before': before } };
      const command = new QueryCommand({
        ...basics,
        ...inIndex(status, range),
        ScanIndexForward: false,
        Limit: 1,
      });
      return count('Query', await documents.send(command)).Items?.[0] as Item | undefined;
    },
  };
}

/** Without a prefix the whole partition: DynamoDB takes no empty text for a key. */
const inPartition = (pk: string, prefix: string) =>
  prefix === ''
    ? {
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': tableAttributes.partitionKey },
        ExpressionAttributeValues: { ':pk': pk },
      }
    : {
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
        ExpressionAttributeNames: { '#pk': tableAttributes.partitionKey, '#sk': tableAttributes.sortKey },
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      };

interface RangeExpression {
  readonly condition: string;
  readonly values: Record<string, string>;
}

/** `BETWEEN` includes both ends. */
function rangeExpression({ from, through }: IndexRange): RangeExpression | undefined {
  if (from !== undefined && through !== undefined) {
    return {
      condition: '#sortAt BETWEEN :from AND :through',
      values: { ':from': from, ':through': through },
    };
  }
  if (from !== undefined) return { condition: '#sortAt >= :from', values: { ':from': from } };
  if (through !== undefined) return { condition: '#sortAt <= :through', values: { ':through': through } };
  return undefined;
}

function inIndex(status: string, range: RangeExpression | undefined) {
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
