import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTable } from '../../../adapters/sqlite/open-table.ts';
import {
  emptyDataFolder,
  lockDataFolder,
  openData,
  openDataFolder,
} from '../../../local/data/data-folder.ts';
import { keptOffset, linkSecret, openSettings } from '../../../local/data/settings.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

test('only one system runs on a folder, and tools use its database meanwhile', async () => {
  const folder = openDataFolder(path);
  const unlock = lockDataFolder(folder);
  const [system, tool] = [openData(folder), openData(folder)];
  expect(() => lockDataFolder(folder)).toThrow(
    `The data in ${path} is in use: another local system runs on it.`,
  );
  await openTable(tool).put({ pk: 'A', sk: 'x' });
  expect(await openTable(system).get({ pk: 'A', sk: 'x' })).toBeDefined();
  tool.close();
  system.close();
  unlock();
  lockDataFolder(folder)();
});

test('the database is for nobody else on the machine', () => {
  const folder = openDataFolder(path);
  openData(folder).close();
  expect(statSync(folder.database).mode & 0o077).toBe(0);
});

test('a folder of a newer release is refused in one line', () => {
  const folder = openDataFolder(path);
  openData(folder).close();
  const newer = new DatabaseSync(folder.database);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openData(folder)).toThrow(
    `The data in ${path} cannot be opened: it was written by a newer release. Start that one, or an empty folder`,
  );
});

test('the link secret is made once, and gone with the data', async () => {
  const folder = openDataFolder(path);
  const secretNow = async () => {
    const database = openData(folder);
    const secret = await linkSecret(openSettings(database));
    database.close();
    return secret;
  };
  const first = await secretNow();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await secretNow()).toBe(first);
  emptyDataFolder(folder);
  expect(await secretNow()).not.toBe(first);
});

test('the clock is kept with what is stored next, and at the end of a move', async () => {
  const folder = openDataFolder(path);
  const database = openData(folder);
  const clock = keptOffset(database, openSettings(database));
  expect(clock.offsetMs).toBeUndefined();
  const onDisk = () => {
    const other = openData(folder);
    const { offsetMs } = keptOffset(other, openSettings(other));
    other.close();
    return offsetMs;
  };
  clock.keep(3_600_000.4);
  expect(onDisk()).toBeUndefined();
  await openTable(database).put({ pk: 'A', sk: 'x' });
  expect(onDisk()).toBe(3_600_000);
  clock.keep(7_200_000);
  await clock.flush();
  expect(onDisk()).toBe(7_200_000);
  database.close();
});
