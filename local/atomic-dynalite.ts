/**
 * dynalite deletes the old index entry, writes the new one and then the item: three writes. A process that is killed
 * between them leaves an item that no list shows any more: a lead that nobody follows up. DynamoDB promises that an item
 * and its index entries change together, so here they are one batch of LevelDB.
 */
import db, { type Store } from 'dynalite/db/index.js';

/** Must be called before a database is opened. `opened` is told each store that dynalite makes. */
export function makeWritesAtomic(opened: (store: Store) => void): void {
  db.updateIndexes = (store, table, existing, item, done) => {
    const current = item ?? existing;
    if (!current) return done();
    const itemKey = `item-${table.TableName}~${db.createKey(current, table)}`;
    const indexWrites = (type: 'global' | 'local', indexes: unknown[] = []) => {
      const keyOf = (index: string, key: string) => `index-${type}~${table.TableName}~${index}~${key}`;
      const { puts, deletes } = db.getIndexActions(indexes, existing, item, table);
      return [
        ...deletes.map(({ index, key }) => ({ type: 'del' as const, key: keyOf(index, key) })),
        ...puts.map((put) => ({ type: 'put' as const, key: keyOf(put.index, put.key), value: put.item })),
      ];
    };
    store.db.batch(
      [
        ...indexWrites('local', table.LocalSecondaryIndexes),
        ...indexWrites('global', table.GlobalSecondaryIndexes),
        item ? { type: 'put', key: itemKey, value: item } : { type: 'del', key: itemKey },
      ],
      done,
    );
  };

  const create = db.create;
  db.create = (options) => {
    const store = create(options);
    const getItemDb = store.getItemDb;
    store.getItemDb = (tableName) => {
      const items = getItemDb(tableName);
      // All of dynalite's actions update the indexes right before the item, and that batch held the item.
      items.put = (_key, _item, done) => done();
      items.del = (_key, done) => done();
      return items;
    };
    opened(store);
    return store;
  };
}
