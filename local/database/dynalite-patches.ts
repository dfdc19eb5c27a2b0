/** What dynalite 4.0.0 lacks to be trusted with leads for months on end. */
import db, { type Item, type Store, type Table, type TableCallback } from 'dynalite/db/index.js';

/** Must be called before a database is opened. `opened` is told each store that dynalite makes. */
export function patchDynalite(opened: (store: Store) => void): void {
  const { create } = db;
  db.create = (options) => {
    const store = create(options);
    leaveItemsToTheBatch(store);
    keepTables(store);
    closeIterators(store);
    opened(store);
    return store;
  };
  db.updateIndexes = (store, table, existing, item, done) =>
    store.db.batch(allWrites(table, existing, item), done);
}

/**
 * dynalite deletes the old index entry, writes the new one and then the item: three writes. A process that is killed
 * between them leaves an item that no list shows any more: a lead that nobody follows up. DynamoDB promises that an item
 * and its index entries change together, so here they are one batch of LevelDB.
 */
function allWrites(table: Table, existing: Item | null | undefined, item: Item | null | undefined) {
  const current = item ?? existing;
  if (!current) return [];
  const itemKey = `item-${table.TableName}~${db.createKey(current, table)}`;
  const indexWrites = (type: 'global' | 'local', indexes: unknown[] = []) => {
    const keyOf = (index: string, key: string) => `index-${type}~${table.TableName}~${index}~${key}`;
    const { puts, deletes } = db.getIndexActions(indexes, existing, item, table);
    return [
      ...deletes.map(({ index, key }) => ({ type: 'del' as const, key: keyOf(index, key) })),
      ...puts.map((put) => ({ type: 'put' as const, key: keyOf(put.index, put.key), value: put.item })),
    ];
  };
  return [
    ...indexWrites('local', table.LocalSecondaryIndexes),
    ...indexWrites('global', table.GlobalSecondaryIndexes),
    item ? ({ type: 'put', key: itemKey, value: item } as const) : ({ type: 'del', key: itemKey } as const),
  ];
}

/** All of dynalite's actions update the indexes right before the item; the batch held the item. */
function leaveItemsToTheBatch(store: Store): void {
  const { getItemDb } = store;
  store.getItemDb = (tableName) => {
    const items = getItemDb(tableName);
    items.put = (_key, _item, done) => done();
    items.del = (_key, done) => done();
    return items;
  };
}

/** dynalite reads the table's description from the disk with each call; here there is one, and it does not change. */
function keepTables(store: Store): void {
  const { getTable } = store;
  const known = new Map<string, Table>();
  store.getTable = (name, checkStatus, done) => {
    const answer = done ?? (checkStatus as TableCallback);
    const table = known.get(name);
    if (table) return answer(null, table);
    const keep: TableCallback = (error, read) => {
      if (read?.TableStatus === 'ACTIVE') known.set(name, read);
      answer(error, read);
    };
    return done ? getTable(name, checkStatus, keep) : getTable(name, keep);
  };
}

/** dynalite ends an iterator by a method it does not have: each query would leave one open, with all it holds. */
function closeIterators({ db: level }: Store): void {
  const values = level.values.bind(level);
  level.values = (options) => {
    const iterator = values(options);
    iterator.return = () => iterator.close();
    return iterator;
  };
}
