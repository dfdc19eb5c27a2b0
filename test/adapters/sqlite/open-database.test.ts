import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/open-database.ts';
import { openTable, type SqliteTable } from '../../../adapters/sqlite/open-table.ts';
import { isAbsent } from '../../../adapters/table/table.ts';
import { commitEnds } from '../../support/write-ahead-log.ts';

let folder: string;
let database: Database;
let table: SqliteTable;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  database = openDatabase(join(folder, 'database'));
  table = openTable(database);
});
afterEach(() => {
  if (database.connection.isOpen) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const commits = () => commitEnds(readFileSync(join(folder, 'database-wal'))).length;
const key = (pk: string) => ({ pk, sk: 'x' });

describe('writes of one turn', () => {
  test('are one transaction, and answered only when it is complete on the disk', async () => {
    const before = commits();
    const seen: number[] = [];
    const writes = Array.from({ length: 50 }, (_, index) =>
      table.put(key(`P${index}`)).then(() => seen.push(commits())),
    );
    expect(commits()).toBe(before);
    await Promise.all(writes);
    expect(new Set(seen)).toEqual(new Set([before + 1]));
  });

  test('see each other in their order, and a read among them is answered no sooner', async () => {
    const before = commits();
    const [first, second, read] = await Promise.all([
      table.putIf({ ...key('A'), who: 1 }, isAbsent),
      table.putIf({ ...key('A'), who: 2 }, isAbsent),
      table.get(key('A')).then((item) => ({ item, commits: commits() })),
    ]);
    expect([first, second]).toEqual([{ written: true }, { written: false, found: { ...key('A'), who: 1 } }]);
    expect(read).toEqual({ item: { ...key('A'), who: 1 }, commits: before + 1 });
  });

  test('whoever goes on hears of it at once, and what he writes next is stored together with it', async () => {
    const before = commits();
    const write = async (pk: string) => {
      const claim = await table.putIf({ ...key(pk), who: 1 }, isAbsent, true);
      expect(commits()).toBe(before);
      await table.put(key(`${pk}-next`));
      return { claim, commits: commits() };
    };
    const stored = { claim: { written: true }, commits: before + 1 };
    expect(await Promise.all([write('A'), write('B')])).toEqual([stored, stored]);
  });

  test('of which one goes on are told of a commit that fails with the next that they wait for', async () => {
    database.beforeCommit(() => {
      throw new Error('full');
    });
    expect(await table.putIf(key('A'), isAbsent, true)).toEqual({ written: true });
    await expect(table.put(key('B'))).rejects.toThrow('full');
    database.beforeCommit(() => {});
    expect(await Promise.all(['A', 'B'].map((pk) => table.get(key(pk))))).toEqual([undefined, undefined]);
  });

  test('one that cannot be stored harms no other', async () => {
    const [bad, path, good] = await Promise.allSettled([
      table.put({ ...key('A'), value: Number.NaN }),
      table.update(key('B'), { set: { 'summary.state': 1 } }),
      table.put(key('C')),
    ]);
    expect([bad.status, path.status, good.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await Promise.all(['A', 'B', 'C'].map((pk) => table.get(key(pk))))).toEqual([
      undefined,
      undefined,
      key('C'),
    ]);
  });

  test('of which the last does not fit the disk are told so, and it goes on once there is room', async () => {
    await table.put(key('before'));
    const { page_count: pages } = database.connection.prepare('PRAGMA page_count').get() as {
      page_count: number;
    };
    database.connection.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const text = 'x'.repeat(6_000);
    const results = await Promise.allSettled(['A', 'B', 'C'].map((pk) => table.put({ ...key(pk), text })));
    expect(results.map(({ status }) => status)).toContain('rejected');
    for (const [index, { status }] of results.entries()) {
      const found = await table.get(key(['A', 'B', 'C'][index] ?? ''));
      expect(found !== undefined).toBe(status === 'fulfilled');
    }
    database.connection.exec('PRAGMA max_page_count = 1000000');
    await table.put({ ...key('C'), text });
    expect(await table.get(key('C'))).toEqual({ ...key('C'), text });
    expect(await table.get(key('before'))).toEqual(key('before'));
  });

  test('that end with a commit that fails are all told, and nothing of them is stored', async () => {
    let fails = true;
    database.beforeCommit(() => {
      if (fails) throw new Error('The disk is gone');
    });
    const writes = await Promise.allSettled([table.put(key('A')), table.put(key('B')), table.get(key('A'))]);
    expect(writes.map((write) => (write.status === 'rejected' ? write.reason.message : write.value))).toEqual(
      Array.from({ length: 3 }, () => 'The disk is gone'),
    );
    fails = false;
    expect(await table.get(key('A'))).toBeUndefined();
    await table.put(key('A'));
    expect(await table.get(key('A'))).toEqual(key('A'));
  });
});

test('another process reads and writes the same database meanwhile', async () => {
  await table.put({ ...key('A'), who: 'here' });
  const url = (path: string) =>
    JSON.stringify(fileURLToPath(new URL(`../../../adapters/sqlite/${path}`, import.meta.url)));
  const program = `
    const { openDatabase } = await import(${url('open-database.ts')});
    const { openTable } = await import(${url('open-table.ts')});
    const database = openDatabase(${JSON.stringify(join(folder, 'database'))});
    const table = openTable(database);
    const item = await table.get({ pk: 'A', sk: 'x' });
    await table.update({ pk: 'A', sk: 'x' }, { set: { who: 'there', before: item.who } });
    database.close();
  `;
  execFileSync(process.execPath, ['--input-type=module', '-e', program]);
  expect(await table.get(key('A'))).toEqual({ ...key('A'), who: 'there', before: 'here' });
  await table.put({ ...key('A'), who: 'here again' });
});

test('everything is there after a restart', async () => {
  await table.put({ ...key('A'), text: 'ß 🛠️' });
  void table.put(key('B'));
  database.close();
  database = openDatabase(join(folder, 'database'));
  table = openTable(database);
  expect(await Promise.all([table.get(key('A')), table.get(key('B'))])).toEqual([
    { ...key('A'), text: 'ß 🛠️' },
    key('B'),
  ]);
});

test('a database of a newer release is refused with how to go on, and not touched', () => {
  database.close();
  const file = join(folder, 'database');
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  const before = readFileSync(file);
  expect(() => openDatabase(file)).toThrow(
    'it was written by a newer release. Start that one, or an empty folder',
  );
  expect(readFileSync(file)).toEqual(before);
});

test('what has outlived its time is deleted, and nothing else', async () => {
  const ends = Date.parse('2027-11-23T00:00:00.000Z') / 1000;
  await table.put({ ...key('A'), status: 'CLOSED', sortAt: '2026', expiresAt: ends });
  await table.put(key('B'));
  await table.deleteExpired(ends * 1000 - 1);
  expect(await table.queryIndex('CLOSED')).toHaveLength(1);
  await table.deleteExpired(ends * 1000);
  expect(await table.queryIndex('CLOSED')).toEqual([]);
  expect(await table.get(key('B'))).toEqual(key('B'));
});

test('a scan finds every item of a sort key, however many', async () => {
  const keys = Array.from({ length: 450 }, (_, index) => key(`P${String(index).padStart(3, '0')}`));
  await Promise.all([...keys.map((one) => table.put(one)), table.put({ pk: 'P000', sk: 'y' })]);
  const found: unknown[] = [];
  for await (const item of table.scan('x')) found.push(item);
  expect(found).toEqual(keys);
});

test('a number and a text have no order: a condition on it does not hold', async () => {
  const table = openTable(openDatabase(':memory:'));
  await table.put({ pk: 'A', sk: 'a', version: 3 });
  expect((await table.putIf({ pk: 'A', sk: 'a' }, { path: 'version', atMost: '9' })).written).toBe(false);
});
