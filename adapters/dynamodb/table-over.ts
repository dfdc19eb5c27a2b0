/** The table in DynamoDB, whatever carries its calls. */
import { randomBytes } from 'node:crypto';
import { type IndexRange, type Item, type Key, type Table, tableAttributes } from '../table/table.ts';
import { conditionExpression, updateExpression } from './expressions.ts';

export type Operation = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';

/** Names as in DynamoDB's API; items are plain objects, with sets of texts as `Set`. What is `undefined` is not sent. */
export type Input = Readonly<Record<string, unknown>>;

export interface Output {
  readonly Item?: Item | undefined;
  readonly Items?: readonly Item[] | undefined;
  readonly Attributes?: Item | undefined;
  readonly LastEvaluatedKey?: Readonly<Record<string, unknown>> | undefined;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number | undefined } | undefined;
}

/**
 * Makes one call, and repeats it where its answer is lost.
 * @throws Error named `ConditionalCheckFailedException` where the condition did not hold.
 */
export type Call = (operation: Operation, input: Input) => Promise<Output>;

interface Options {
  readonly tableName: string;
  /** Told after each call what it cost, in read or write units; asked for only if given. */
  readonly onConsumed?: ((operation: string, units: number) => void) | undefined;
}

export function tableOver(send: Call, { tableName, onConsumed }: Options): Table {
  const basics = {
    TableName: tableName,
    ...(onConsumed && { ReturnConsumedCapacity: 'TOTAL' as const }),
  };

  const call: Call = async (operation, input) => {
    const output = await send(operation, { ...basics, ...input });
    onConsumed?.(operation, output.ConsumedCapacity?.CapacityUnits ?? 0);
    return output;
  };

  async function get(key: Key): Promise<Item | undefined> {
    return (await call('GetItem', { Key: key, ConsistentRead: true })).Item;
  }

  /** A page is what DynamoDB reads at once: 1 MB. */
  async function* pagesOf(input: Input): AsyncIterable<Item[]> {
    let from: Output['LastEvaluatedKey'];
    do {
      const page = await call('Query', { ...input, ...(from && { ExclusiveStartKey: from }) });
      yield [...(page.Items ?? [])];
      from = page.LastEvaluatedKey;
    } while (from);
  }

  async function query(input: Input): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of pagesOf(input)) items.push(...page);
    return items;
  }

  return {
    get,

    async put(item) {
      await call('PutItem', { Item: item });
    },

    /**
     * The caller repeats a put whose answer was lost, and then meets the item it wrote itself; the write's own id tells
     * that from somebody else's.
     */
    async putIf(item, wanted) {
      const writeId = randomBytes(9).toString('base64url');
      const { condition, names, values } = conditionExpression(wanted);
      try {
        await call('PutItem', {
          Item: { ...item, writeId },
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        });
        return { written: true };
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        const found = await get({ pk: item.pk, sk: item.sk });
        return found?.writeId === writeId ? { written: true } : { written: false, found };
      }
    },

    async update(key, wanted) {
      const { change, condition, names, values } = updateExpression(wanted);
      return await call('UpdateItem', {
        Key: key,
        UpdateExpression: change,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
        ReturnValues: 'ALL_NEW',
      }).then(({ Attributes }) => Attributes, unlessConditionFailed);
    },

    async remove(key, wanted) {
      const { condition, names, values } = (wanted && conditionExpression(wanted)) ?? {};
      await call('DeleteItem', {
        Key: key,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      }).catch(unlessConditionFailed);
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
      const page = await call('Query', { ...inIndex(status, range), ScanIndexForward: false, Limit: 1 });
      return page.Items?.[0];
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

const isConditionFailed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

function unlessConditionFailed(error: unknown): undefined {
  if (isConditionFailed(error)) return undefined;
  throw error;
}
