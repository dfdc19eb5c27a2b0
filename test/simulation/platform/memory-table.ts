/** The table in memory, fast enough for a year in a second, with an index that may lag behind as DynamoDB's does. */
import { changed, holds } from '../../../adapters/sqlite/change-item.ts';
import {
  type IndexRange,
  type Item,
  type Key,
  type Table,
  tableAttributes,
} from '../../../adapters/table/table.ts';

export interface MemoryTable extends Table {
  /** All items as they are: for whoever looks at a world from outside. */
  all(): IterableIterator<Item>;
  /** What stands there now. */
  peek(key: Key): Item | undefined;
  /** What stands there now under one partition key. */
  peekPartition(pk: string): readonly Item[];
  /** What the index would show without a lag of the items with one of these statuses. */
  peekIndex(statuses: readonly string[]): readonly Item[];
  /** How often something was written. */
  writes(): number;
  /** Deletes what has expired, as the time to live does. */
  expire(nowMs: number): void;
  /** The numbers of leads that expired. */
  expired(): ReadonlySet<string>;
}

interface Lag {
  nowMs(): number;
  /** Of a look at the index: how long ago the state is, in milliseconds, that it shows of an item. */
  lagsMs(): () => number;
  readonly maxLagMs: number;
}

/** An index without a lag. */
const upToDate: Lag = { nowMs: () => 0, lagsMs: () => () => 0, maxLagMs: 0 };

/** Few, so that there are pages in small worlds. */
const pageLength = 7;

/** What the index shows of an item from a moment on; `undefined`: it is not in the index. */
interface Shown {
  readonly fromMs: number;
  readonly entry: Item | undefined;
}

export function memoryTable(lag: Lag = upToDate): MemoryTable {
  const partitions = new Map<string, Map<string, Item>>();
  const index = new Map<string, Shown[]>();
  /** Places that the index shows, or showed lately, under a status. */
  const placesByStatus = new Map<string, Set<string>>();
  const expiredLeads = new Set<string>();
  let writes = 0;

  const at = ({ pk, sk }: Key): Item | undefined => partitions.get(pk)?.get(sk);

  const show = (key: Key, entry: Item | undefined) => {
    const place = `${key.pk} ${key.sk}`;
    const known = index.get(place);
    if (!known && !entry) return;
    const nowMs = lag.nowMs();
    const shown = [...(known ?? []), { fromMs: nowMs, entry }];
    // Of those that are surely shown by now only the newest counts.
    const from = shown.findLastIndex(({ fromMs }) => fromMs <= nowMs - lag.maxLagMs);
    const left = from > 0 ? shown.slice(from) : shown;
    if (left.length === 1 && left[0]?.entry === undefined) index.delete(place);
    else index.set(place, left);
    if (!entry) return;
    const status = String(entry.status);
    const places = placesByStatus.get(status) ?? new Set();
    placesByStatus.set(status, places.add(place));
  };

  const write = (item: Item): Item => {
    const stored = frozenCopy(item) as Item;
    const partition = partitions.get(stored.pk) ?? new Map<string, Item>();
    partitions.set(stored.pk, partition);
    partition.set(stored.sk, stored);
    show(stored, entryOf(stored));
    writes += 1;
    return stored;
  };

  const remove = (key: Key) => {
    const partition = partitions.get(key.pk);
    if (!partition?.delete(key.sk)) return;
    if (partition.size === 0) partitions.delete(key.pk);
    show(key, undefined);
    writes += 1;
  };

  const inPartition = (pk: string, prefix: string): Item[] =>
    [...(partitions.get(pk)?.values() ?? [])]
      .filter(({ sk }) => sk.startsWith(prefix))
      .sort((one, other) => compareBytes(one.sk, other.sk));

  const inIndex = (status: string): Item[] => {
    const entries: Item[] = [];
    const nowMs = lag.nowMs();
    const lagMs = lag.lagsMs();
    const places = placesByStatus.get(status);
    for (const place of places ?? []) {
      const shown = index.get(place) ?? [];
      const newest = shown.length === 1 ? shown[0] : shownAt(shown, nowMs - lagMs());
      if (newest?.entry?.status === status) entries.push(newest.entry);
      else if (!shown.some(({ entry }) => entry?.status === status)) places?.delete(place);
    }
    return entries.sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));
  };

  return {
    async get(key) {
      return at(key);
    },
    async put(item) {
      write(item);
    },
    async putIf(item, condition) {
      const found = at(item);
      if (!holds(condition, found)) return { written: false, found };
      write(item);
      return { written: true };
    },
    async update(key, change) {
      const found = at(key);
      if (change.condition && !holds(change.condition, found)) return undefined;
      return write(changed(key, found, change));
    },
    async remove(key, condition) {
      if (!condition || holds(condition, at(key))) remove(key);
    },
    async queryPartition(pk, prefix) {
      return inPartition(pk, prefix);
    },
    async lastInPartition(pk, prefix, atMost) {
      return inPartition(pk, prefix).reverse().slice(0, atMost);
    },
    async queryIndex(status, range = {}) {
      return inIndex(status).filter((entry) => isWithin(String(entry.sortAt), range));
    },
    async *indexPages(status, range = {}) {
      // Each page is as the index is when it is read; the next begins behind the last entry of the one before.
      for (let after: Place | undefined; ; ) {
        const left = inIndex(status).filter(
          (entry) =>
            isWithin(String(entry.sortAt), range) && (!after || comparePlaces(placeOf(entry), after) > 0),
        );
        const page = left.slice(0, pageLength);
        const last = page.at(-1);
        if (!last) return;
        yield page;
        after = placeOf(last);
      }
    },
    async lastInIndex(status, before) {
      return inIndex(status).findLast((entry) => String(entry.sortAt) < before);
    },
    *all() {
      for (const partition of partitions.values()) yield* partition.values();
    },
    peek: at,
    peekPartition: (pk) => inPartition(pk, ''),
    peekIndex: (statuses) =>
      statuses.flatMap((status) =>
        [...(placesByStatus.get(status) ?? [])].flatMap((place) => {
          const entry = index.get(place)?.at(-1)?.entry;
          return entry?.status === status ? [entry] : [];
        }),
      ),
    writes: () => writes,
    expire(nowMs) {
      const seconds = nowMs / 1000;
      const expired = [...this.all()].filter(
        ({ expiresAt }) => typeof expiresAt === 'number' && expiresAt <= seconds,
      );
      for (const item of expired) {
        remove(item);
        const [, kind = '', number = ''] = /^(LEAD|SPAM|NUMBER)#(.+)$/.exec(item.pk) ?? [];
        if (item.sk === kind) expiredLeads.add(number);
      }
    },
    expired: () => expiredLeads,
  };
}

const shownAt = (shown: readonly Shown[], momentMs: number): Shown | undefined =>
  shown.findLast(({ fromMs }) => fromMs <= momentMs);

const { partitionKey, sortKey, indexPartitionKey, indexSortKey, summary } = tableAttributes;

/** What the index carries of an item; `undefined`: it is none of those that are in it. */
function entryOf(item: Item): Item | undefined {
  if (item[indexPartitionKey] === undefined || item[indexSortKey] === undefined) return undefined;
  const carried = [partitionKey, sortKey, indexPartitionKey, indexSortKey, summary];
  return Object.fromEntries(carried.filter((name) => name in item).map((name) => [name, item[name]])) as Item;
}

/** Where an entry stands in the index, and whether that is of plain letters. */
interface Place {
  readonly text: string;
  readonly isPlain: boolean;
}

const known = new WeakMap<Item, Place>();

function placeOf(entry: Item): Place {
  const found = known.get(entry);
  if (found) return found;
  const text = `${entry.sortAt} ${entry.pk} ${entry.sk}`;
  const place = { text, isPlain: plain.test(text) };
  known.set(entry, place);
  return place;
}

function comparePlaces(one: Place, other: Place): number {
  if (one.isPlain && other.isPlain) return one.text < other.text ? -1 : one.text > other.text ? 1 : 0;
  return Buffer.compare(Buffer.from(one.text), Buffer.from(other.text));
}

const isWithin = (sortAt: string, { from, through }: IndexRange): boolean =>
  (from === undefined || sortAt >= from) && (through === undefined || sortAt <= through);

const plain = /^[ -~]*$/;

/** As DynamoDB sorts: by the bytes of UTF-8, which is the order of the text itself unless it goes beyond 16 bits. */
function compareBytes(one: string, other: string): number {
  if (plain.test(one) && plain.test(other)) return one < other ? -1 : one > other ? 1 : 0;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** A copy that nobody can change, without what is undefined: whoever wrote into what he read would fail at once. */
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Object.isFrozen(value) && !(value instanceof Set)) return value;
  if (value instanceof Set) return new Set(value);
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) copy[name] = frozenCopy(part);
  return Object.freeze(copy);
}
