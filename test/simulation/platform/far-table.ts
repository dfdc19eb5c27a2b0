/** The table as functions reach it: over calls that can fail. */
import type { IndexRange, Item, Key, Table } from '../../../adapters/table/table.ts';
import type { Call } from './calls.ts';

const nameOf = ({ pk, sk }: Key) => (pk.endsWith(`#${sk}`) ? pk : `${pk} ${sk}`);

export function farTable(table: Table, call: Call): Table {
  return {
    get: (key) => call(`get ${nameOf(key)}`, () => table.get(key), { repeatable: true }),
    put: (item) => call(`put ${nameOf(item)}`, () => table.put(item), { repeatable: true }),
    /** The client repeats it too, and tells its own write by its id. */
    putIf: (item, condition) => call(`put if ${nameOf(item)}`, () => table.putIf(item, condition)),
    // A change that was made holds no condition any more: the client's second try says that nothing was changed.
    update: (key, change) =>
      call(`update ${nameOf(key)}`, () => table.update(key, change), { repeatable: true }),
    remove: (key, condition) =>
      call(`remove ${nameOf(key)}`, () => table.remove(key, condition), { repeatable: true }),
    queryPartition: (pk, prefix) =>
      call(`query ${pk} ${prefix}`, () => table.queryPartition(pk, prefix), { repeatable: true }),
    lastInPartition: (pk, prefix, atMost) =>
      call(`last of ${pk} ${prefix}`, () => table.lastInPartition(pk, prefix, atMost), { repeatable: true }),
    queryIndex: (status, range) =>
      call(`list ${status}`, () => table.queryIndex(status, range), { repeatable: true }),
    indexPages: (status, range) => farPages(table, call, status, range),
    lastInIndex: (status, before) =>
      call(`last of ${status}`, (): Promise<Item | undefined> => table.lastInIndex(status, before), {
        repeatable: true,
      }),
  };
}

/** Each page is a call of its own. */
async function* farPages(
  table: Table,
  call: Call,
  status: string,
  range?: IndexRange,
): AsyncGenerator<Item[]> {
  const pages = table.indexPages(status, range)[Symbol.asyncIterator]();
  for (;;) {
    const page = await call(`list a page of ${status}`, () => pages.next());
    if (page.done) return;
    yield page.value;
  }
}
