import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/open-database.ts';
import { openTable, type SqliteTable } from '../../../adapters/sqlite/open-table.ts';
import { until } from '../../support/until.ts';
import { commitEnds } from '../../support/write-ahead-log.ts';

/** A disk that gives its word when the test says so. */
function aSlowDisk() {
  const asked: PromiseWithResolvers<void>[] = [];
  return {
    asked,
    log: {
      sync() {
        const word = Promise.withResolvers<void>();
        asked.push(word);
        return word.promise;
      },
      close: () => {},
    },
  };
}

let folder: string;
let disk: ReturnType<typeof aSlowDisk>;
let database: Database;
let table: SqliteTable;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  disk = aSlowDisk();
  database = openDatabase(join(folder, 'database'), disk.log);
  table = openTable(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const key = (pk: string) => ({ pk, sk: 'x' });
const commits = () => commitEnds(readFileSync(join(folder, 'database-wal'))).length;
const askedTimes = (times: number) => until(() => disk.asked.length >= times);

describe('until the disk has given its word', () => {
  test('a write is not answered, nor a read that sees it', async () => {
    const answered: string[] = [];
    const write = table.put(key('A')).then(() => answered.push('write'));
    await askedTimes(1);
    const read = table.get(key('A')).then((item) => answered.push(`read ${item?.pk}`));
    await new Promise(setImmediate);
    expect(answered).toEqual([]);
    disk.asked[0]?.resolve();
    await Promise.all([write, read]);
    expect(answered.toSorted()).toEqual(['read A', 'write']);
  });

  test('others write on, and one more word is enough for all of them', async () => {
    const before = commits();
    const first = table.put(key('A'));
    await askedTimes(1);
    const others: Promise<void>[] = [];
    for (const pk of ['B', 'C', 'D']) {
      others.push(table.put(key(pk)));
      await until(() => commits() === before + 1 + others.length);
    }
    expect(disk.asked).toHaveLength(1);
    disk.asked[0]?.resolve();
    await first;
    await askedTimes(2);
    disk.asked[1]?.resolve();
    await Promise.all(others);
    expect(disk.asked).toHaveLength(2);
  });
});

describe('a disk that refuses', () => {
  beforeEach(async () => {
    const refused = table.put(key('A'));
    await askedTimes(1);
    disk.asked[0]?.reject(new Error('no space left on device'));
    await expect(refused).rejects.toThrow('no space left on device');
  });

  test('keeps nobody from reading what it has after all', async () => {
    expect(await table.get(key('A'))).toEqual(key('A'));
    expect(disk.asked).toHaveLength(1);
  });

  test('is told to whoever waits for it, and what comes behind the gap goes into the database itself', async () => {
    await table.put(key('B'));
    expect(commits()).toBe(0);
    expect(disk.asked).toHaveLength(1);
    const written = table.put(key('C'));
    await askedTimes(2);
    disk.asked[1]?.resolve();
    await written;
    expect(commits()).toBe(1);
  });
});

test('what ended while the disk refused what was before it is refused with it', async () => {
  const before = commits();
  const first = table.put(key('A'));
  await askedTimes(1);
  const second = table.put(key('B'));
  await until(() => commits() === before + 2);
  disk.asked[0]?.reject(new Error('no space left on device'));
  const outcomes = await Promise.allSettled([first, second]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(disk.asked).toHaveLength(1);
});
