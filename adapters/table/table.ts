/**
 * The one table, as the stores see it. Conditions and changes are data: what an item is, its key and its end is written
 * once, and a technology only says how it carries them out.
 */

/** The names the table, its index and every item share. */
export const tableAttributes = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Sparse: only items with a `status` are in it. `sortAt` is `dueAt` for open leads, `closedAt` for closed ones. */
  index: 'byStatus',
  indexPartitionKey: 'status',
  indexSortKey: 'sortAt',
  /** All the index carries besides the keys: what lists show. */
  summary: 'summary',
  /** Time to live, in epoch seconds. */
  expiresAt: 'expiresAt',
} as const;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Texts, numbers, booleans, lists and objects of them; at the top also sets of texts. What is `undefined` is not stored. */
export interface Item extends Key {
  readonly [attribute: string]: unknown;
}

/** Where a value lies: `status`, `summary.state`. */
type Path = string;
type Scalar = string | number | boolean;

/** Holds or does not hold for an item, or for the place where none stands. Texts compare by their bytes. */
export type Condition =
  | { readonly absent: Path }
  | { readonly exists: Path }
  | { readonly path: Path; readonly equals: Scalar }
  | { readonly path: Path; readonly atMost: Scalar }
  | { readonly path: Path; readonly below: Scalar }
  | { readonly path: Path; readonly above: Scalar }
  /** Of a set, a list or a text: how long it is. What is not there holds no condition. */
  | { readonly path: Path; readonly shorterThan: number }
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] };

/** What an update does to an item; where none stands, it makes one. */
export interface Change {
  /** The object that a path of two parts lies in must be there. */
  readonly set?: Readonly<Record<Path, unknown>>;
  readonly remove?: readonly Path[];
  /** A set that is not there yet begins with these. */
  readonly addToSet?: Readonly<Record<string, readonly string[]>>;
  /** A set that has nothing left is not there any more. */
  readonly removeFromSet?: Readonly<Record<string, readonly string[]>>;
  readonly condition?: Condition;
}

/** Of `sortAt`, both ends included. */
export interface IndexRange {
  readonly from?: string;
  readonly through?: string;
}

type PutResult = { readonly written: true } | { readonly written: false; readonly found: Item | undefined };

export interface Table {
  /** Sees every write that was answered before. */
  get(key: Key): Promise<Item | undefined>;
  put(item: Item): Promise<void>;
  /**
   * @param goesOn whoever puts it writes or reads more before he tells anybody: he may go on before it is kept for good, and the
   *   next is kept, or read, no sooner.
   * @returns whether the item was written, and what stands there if it was not.
   */
  putIf(item: Item, condition: Condition, goesOn?: boolean): Promise<PutResult>;
  /** @returns the item afterwards; `undefined` if the condition did not hold. */
  update(key: Key, change: Change): Promise<Item | undefined>;
  /** Deletes an item; where the condition does not hold, nothing happens. */
  remove(key: Key, condition?: Condition): Promise<void>;
  /** The items of one partition whose sort key begins so, by sort key. Sees every write that was answered before. */
  queryPartition(pk: string, prefix: string): Promise<Item[]>;
  /** The last so many of them, the last first. */
  lastInPartition(pk: string, prefix: string, atMost: number): Promise<Item[]>;
  /** What the index carries of the items with this status, by `sortAt`: keys, `status`, `sortAt` and `summary`. */
  queryIndex(status: string, range?: IndexRange): Promise<Item[]>;
  /**
   * The same, as many at a time as are read at once: for whoever must not hold them all. An item that moves meanwhile may come
   * twice or not at all.
   */
  indexPages(status: string, range?: IndexRange): AsyncIterable<Item[]>;
  /** The last item with this status before a value of `sortAt`. */
  lastInIndex(status: string, before: string): Promise<Item | undefined>;
}

export const isThere: Condition = { exists: tableAttributes.partitionKey };
export const isAbsent: Condition = { absent: tableAttributes.partitionKey };

/** The item is still as it was read. */
export const isAtRevision = (revision: number): Condition => ({ path: 'revision', equals: revision });

/**
 * Puts an item where none stands.
 * @param goesOn as of `putIf`.
 * @returns `undefined` if it was put, otherwise the item of whoever was first.
 */
export async function claimItem(
  table: Pick<Table, 'putIf'>,
  item: Item,
  condition = isAbsent,
  goesOn = false,
): Promise<Item | undefined> {
  for (;;) {
    const result = await table.putIf(item, condition, goesOn);
    if (result.written) return undefined;
    // Neither written nor found: whoever was first gave it back in between.
    if (result.found) return result.found;
  }
}
