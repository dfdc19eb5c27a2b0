/** The table in an SQLite database. */
import { type Item, type Key, type Table, tableAttributes } from '../table/table.ts';
import { changed, holds } from './change-item.ts';
import { fromRow, fromSummaryRow, type ItemRow, itemSchema, type SummaryRow, toRow } from './item-row.ts';
import type { Database } from './open-database.ts';

export interface SqliteTable extends Table {
  /** All items with this sort key, whatever their partition. Reads the whole table. */
  scan(sk: string): AsyncIterable<Item>;
  /** Deletes the items whose time has come, as DynamoDB's time to live does. */
  deleteExpired(nowMs: number): Promise<void>;
}

const rowsAtOnce = 200;

/** Where a page of the index ends. */
interface IndexPlace {
  readonly sortAt: string;
  readonly pk: string;
  readonly sk: string;
}
const { expiresAt } = tableAttributes;

/** In the order of the columns. */
function valuesOf(item: Item) {
  const { pk, sk, status, sortAt, expiresAt, summary, sets, body } = toRow(item);
  return [pk, sk, status, sortAt, expiresAt, summary, sets, body] as const;
}

/** Makes the table if it is not there. */
export function openTable(database: Database): SqliteTable {
  const { connection, read, write } = database;
  connection.exec(itemSchema);
  const rows = 'pk, sk, status, sortAt, expiresAt, summary, sets, body';
  const select = connection.prepare(`SELECT ${rows} FROM items WHERE pk = ? AND sk = ?`);
  const insertion = `INSERT INTO items (${rows}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT`;
  const insert = connection.prepare(`${insertion} (pk, sk) DO NOTHING`);
  const upsert = connection.prepare(`
    ${insertion} (pk, sk) DO UPDATE SET (status, sortAt, expiresAt, summary, sets, body) =
      (excluded.status, excluded.sortAt, excluded.expiresAt, excluded.summary, excluded.sets, excluded.body)`);
  const deleteOne = connection.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  const deleteExpired = connection.prepare(`DELETE FROM items WHERE ${expiresAt} <= ?`);
  // After the last character there is: whoever reads from the end must not read what comes after the prefix.
  const inPartition = `SELECT ${rows} FROM items WHERE pk = :pk AND sk >= :prefix AND sk <= :prefix || char(1114111) AND substr(sk, 1, length(:prefix)) = :prefix`;
  const selectPartition = connection.prepare(`${inPartition} ORDER BY sk`);
  const selectLastOfPartition = connection.prepare(`${inPartition} ORDER BY sk DESC LIMIT :atMost`);
  const inIndex = 'SELECT pk, sk, status, sortAt, summary FROM items WHERE status = :status';
  const selectIndex = connection.prepare(
    `${inIndex} AND sortAt >= :from AND (:through IS NULL OR sortAt <= :through) ORDER BY sortAt, pk, sk`,
  );
  const selectIndexPage = connection.prepare(
    `${inIndex} AND (sortAt, pk, sk) > (:sortAt, :pk, :sk) AND (:through IS NULL OR sortAt <= :through)
      ORDER BY sortAt, pk, sk LIMIT ${rowsAtOnce}`,
  );
  const selectLast = connection.prepare(
    `${inIndex} AND sortAt < :before ORDER BY sortAt DESC, pk DESC, sk DESC LIMIT 1`,
  );
  const selectNext = connection.prepare(
    `SELECT ${rows} FROM items WHERE sk = :sk AND pk > :after ORDER BY pk LIMIT ${rowsAtOnce}`,
  );

  const find = ({ pk, sk }: Key): Item | undefined => {
    const row = select.get(pk, sk) as ItemRow | undefined;
    return row && fromRow(row);
  };
  const store = (item: Item) => {
    upsert.run(...valuesOf(item));
  };

  /** Where nothing need stand, mostly nothing does: one step instead of two. */
  const storeFirst = (item: Item): boolean => insert.run(...valuesOf(item)).changes > 0;

  return {
    get: (key) => read(() => find(key)),

    put: (item) => write(() => store(item)),

    putIf: (item, condition, goesOn) =>
      write(() => {
        if (holds(condition, undefined) && storeFirst(item)) return { written: true };
        const found = find(item);
        if (!holds(condition, found)) return { written: false, found };
        store(item);
        return { written: true };
      }, goesOn),

    update: (key, change) =>
      write(() => {
        if (change.condition && holds(change.condition, undefined)) {
          const first = changed(key, undefined, change);
          if (storeFirst(first)) return first;
        }
        const found = find(key);
        if (change.condition && !holds(change.condition, found)) return undefined;
        const item = changed(key, found, change);
        store(item);
        return item;
      }),

    remove: (key, condition) =>
      write(() => {
        if (!condition || holds(condition, find(key))) deleteOne.run(key.pk, key.sk);
      }),

    queryPartition: (pk, prefix) =>
      read(() => (selectPartition.all({ pk, prefix }) as unknown as ItemRow[]).map(fromRow)),

    lastInPartition: (pk, prefix, atMost) =>
      read(() => (selectLastOfPartition.all({ pk, prefix, atMost }) as unknown as ItemRow[]).map(fromRow)),

    queryIndex: (status, { from = '', through } = {}) =>
      read(() =>
        (selectIndex.all({ status, from, through: through ?? null }) as unknown as SummaryRow[]).map(
          fromSummaryRow,
        ),
      ),

    async *indexPages(status, { from = '', through } = {}) {
      // No item has an empty key: the first page begins with the first item from there on.
      let after: IndexPlace = { sortAt: from, pk: '', sk: '' };
      for (;;) {
        const place = { status, through: through ?? null, ...after };
        const page = await read(() => selectIndexPage.all(place) as unknown as SummaryRow[]);
        if (page.length > 0) yield page.map(fromSummaryRow);
        const last = page.at(-1);
        if (!last || page.length < rowsAtOnce) return;
        after = { sortAt: last.sortAt ?? '', pk: last.pk, sk: last.sk };
      }
    },

    lastInIndex: (status, before) =>
      read(() => {
        const row = selectLast.get({ status, before }) as SummaryRow | undefined;
        return row && fromSummaryRow(row);
      }),

    async *scan(sk) {
      let after = '';
      for (;;) {
        const page = await read(() => selectNext.all({ sk, after }) as unknown as ItemRow[]);
        yield* page.map(fromRow);
        const last = page.at(-1);
        if (!last) return;
        after = last.pk;
      }
    },

    deleteExpired: (nowMs) =>
      write(() => {
        deleteExpired.run(Math.floor(nowMs / 1000));
      }),
  };
}
