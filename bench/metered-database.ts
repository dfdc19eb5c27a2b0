/** DynamoDB's API with a meter between: what the local database does not count, the index above all. */

import { tableInput } from '../adapters/dynamodb/table.ts';
import type { Database } from '../local/database.ts';

export interface StorageMeter {
  /** Write units of the index. */
  indexWrites: number;
  /** Write units of writes whose condition did not hold: they cost like the item that stood there. */
  refusedWrites: number;
  /** Read units of queries that found nothing: the local database counts none, AWS the smallest amount. */
  emptyReads: number;
  /** Calls of the API. */
  calls: number;
  /** What is stored now, the index and DynamoDB's own 100 bytes for each entry included. */
  storedBytes(): number;
}

type Value = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Value>>;

interface Request {
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConsistentRead?: boolean;
}

interface Answer {
  readonly __type?: string;
  readonly Attributes?: Item;
  readonly Count?: number;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Storage.html */
const overheadBytes = 100;

const { GlobalSecondaryIndexes: [index] = [] } = tableInput('Leads');
const indexKeys = (index?.KeySchema ?? []).map(({ AttributeName }) => AttributeName ?? '');
const projected = ['pk', 'sk', ...indexKeys, ...(index?.Projection?.NonKeyAttributes ?? [])];

/**
 * Puts the meter in front of a database. It knows each item as it was written last, so that it asks the database nothing
 * and costs the measured calls no time.
 */
export function meteredDatabase(database: Pick<Database, 'call'>) {
  const items = new Map<string, Item>();
  const nameOf = (key: Item) => JSON.stringify([key.pk, key.sk]);
  const meter: StorageMeter = {
    indexWrites: 0,
    refusedWrites: 0,
    emptyReads: 0,
    calls: 0,
    storedBytes: () =>
      [...items.values()].reduce((sum, item) => {
        const entry = entryOf(item);
        return sum + sizeOf(item) + overheadBytes + (entry ? sizeOf(entry) + overheadBytes : 0);
      }, 0),
  };

  const note = (name: string, after: Item | undefined) => {
    meter.indexWrites += indexUnits(entryOf(items.get(name)), entryOf(after));
    if (after) items.set(name, after);
    else items.delete(name);
  };

  const call: Database['call'] = async (target, body) => {
    const answer = await database.call(target, body);
    meter.calls += 1;
    const operation = target.replace(/^.*\./, '');
    if (!/^(Query|(Put|Update|Delete)Item)$/.test(operation)) return answer;
    const request = JSON.parse(body) as Request;
    const { __type = '', Attributes, Count } = JSON.parse(answer.body) as Answer;
    if (operation === 'Query') {
      if (Count === 0) meter.emptyReads += request.ConsistentRead ? 1 : 0.5;
      return answer;
    }
    const name = nameOf(request.Key ?? request.Item ?? {});
    if (__type.endsWith('ConditionalCheckFailedException')) {
      meter.refusedWrites += unitsOf(items.get(name) ?? {});
    } else if (answer.status === 200) {
      note(name, operation === 'UpdateItem' ? Attributes : request.Item);
    }
    return answer;
  };
  return { call, meter };
}

/** What the index carries of an item; nothing of one without its keys. */
function entryOf(item: Item | undefined): Item | undefined {
  if (!item || !indexKeys.every((key) => key in item)) return undefined;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)));
}

/**
 * An entry that comes or goes is one write; one whose keys change is deleted and put anew, two; one that changes
 * otherwise is one; one that stays costs nothing. Each by its size:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
 */
export function indexUnits(before: Item | undefined, after: Item | undefined): number {
  if (!before || !after) return unitsOf(before ?? after ?? {});
  const differs = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  if (indexKeys.some(differs)) return unitsOf(before) + unitsOf(after);
  return projected.some(differs) ? Math.max(unitsOf(before), unitsOf(after)) : 0;
}

const unitsOf = (item: Item) => Math.ceil(sizeOf(item) / 1024);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(value: Value): number {
  const [type, content] = Object.entries(value)[0] ?? [];
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(content));
    case 'N':
      return Math.ceil(String(content).replace(/\D/g, '').length / 2) + 1;
    case 'M': {
      const members = content as Item;
      return 3 + sizeOf(members) + Object.keys(members).length;
    }
    case 'L':
      return (content as Value[]).reduce((sum, member) => sum + valueBytes(member) + 1, 3);
    default:
      return 1;
  }
}
