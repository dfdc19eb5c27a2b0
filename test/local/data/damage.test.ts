/** What somebody finds who starts the system on a folder in which something went wrong. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/open-database.ts';
import { serialiseSubmission } from '../../../domain/capture/captured-submission.ts';
import { damageOfLog } from '../../../local/data/damage.ts';
import { aSubmission } from '../../support/a-submission.ts';
import { layOutLastReleaseData } from '../../support/last-release-data.ts';
import { startLocalSystem } from '../../support/local-system.ts';
import { commitEnds } from '../../support/write-ahead-log.ts';

const main = fileURLToPath(new URL('../../../local/main.ts', import.meta.url));
let root: string;
let folder: string;
/** A folder whose system was stopped, one whose system was killed, and one of the release before SQLite. */
const origins = ['stopped', 'killed', 'last-release'] as const;
type Origin = (typeof origins)[number];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  layOutLastReleaseData(join(root, 'last-release'));
  const system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
  for (const who of ['anna', 'bert', 'carla'])
    await system.capture({ email: `${who}@kunden.example`, message: 'Das Bad soll neu werden' });
  await system.quiet();
  cpSync(system.dataFolder, join(root, 'killed'), { recursive: true });
  cpSync(system.dataFolder, join(root, 'stopped'), { recursive: true });
  await system.stop();
  // Whoever ends in good order leaves no log.
  openDatabase(join(root, 'stopped/database')).close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(root, 'x-'));
});

const layOut = (origin: Origin) => cpSync(join(root, origin), folder, { recursive: true });
const file = (name: string) => join(folder, name);
const garbage = (name: string, bytes = statSync(file(name)).size) =>
  writeFileSync(file(name), randomBytes(bytes));
const half = (name: string) => truncateSync(file(name), Math.floor(statSync(file(name)).size / 2));
const overwrite = (name: string, at: number, bytes: number) => {
  const content = readFileSync(file(name));
  randomBytes(bytes).copy(content, at);
  writeFileSync(file(name), content);
};
const setting = (name: string, text: string) => {
  const database = new DatabaseSync(file('database'));
  database.prepare('UPDATE settings SET text = ? WHERE name = ?').run(text, name);
  database.close();
};

const start = () => {
  const args = [main, '--data', folder, '--port', '0', '--smtp-port', '0'];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
};

/** Every file but those that say who runs, by its content. */
const contents = (path = folder): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('lock') && !entry.name.endsWith('-shm'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((name) => [name, createHash('sha256').update(readFileSync(name)).digest('hex')]),
  );

const damages: readonly (readonly [name: string, origin: Origin, damage: () => void, named: string])[] = [
  ['the database is empty', 'stopped', () => truncateSync(file('database'), 0), 'database'],
  ['the database is gone', 'stopped', () => rmSync(file('database')), 'database'],
  ['the database is garbage', 'stopped', () => garbage('database'), 'database'],
  ['the database is cut off', 'stopped', () => half('database'), 'database'],
  [
    'the database is damaged in its middle',
    'stopped',
    () => overwrite('database', 40_000, 20_000),
    'database',
  ],
  ['the database is a text', 'stopped', () => writeFileSync(file('database'), 'oh'), 'database'],
  ['its log is garbage', 'killed', () => garbage('database-wal'), 'database-wal'],
  ['its log is gone', 'killed', () => rmSync(file('database-wal')), 'database-wal'],
  [
    'both are gone',
    'killed',
    () => ['database', 'database-wal', 'database-shm'].map((name) => rmSync(file(name))),
    'database',
  ],
  ['the database is gone, its log is there', 'killed', () => rmSync(file('database')), 'database'],
  ['the clock is no number', 'stopped', () => setting('clock-offset', 'abc'), 'clock-offset'],
  ['the clock is empty', 'stopped', () => setting('clock-offset', ''), 'clock-offset'],
  ['the clock is beyond all time', 'stopped', () => setting('clock-offset', '9e20'), 'clock-offset'],
  ['the key of the links is empty', 'stopped', () => setting('link-secret', ''), 'link-secret'],
  ['the lock is garbage', 'stopped', () => garbage('lock', 5_000), 'lock'],
  [
    'a folder of entries is a file',
    'stopped',
    () => [rmSync(file('spool'), { recursive: true }), writeFileSync(file('spool'), '')],
    'spool',
  ],
  [
    'the mailbox is a folder',
    'stopped',
    () => [rmSync(file('mailbox.json')), mkdirSync(file('mailbox.json'))],
    'mailbox.json',
  ],
  ['CURRENT is gone', 'last-release', () => rmSync(file('database/CURRENT')), 'database'],
  ['CURRENT is empty', 'last-release', () => truncateSync(file('database/CURRENT'), 0), 'CURRENT'],
  [
    'CURRENT names what is not there',
    'last-release',
    () => writeFileSync(file('database/CURRENT'), 'MANIFEST-000099\n'),
    'MANIFEST-000099',
  ],
  [
    'the folder of the database is empty',
    'last-release',
    () => [rmSync(file('database'), { recursive: true }), mkdirSync(file('database'))],
    'database',
  ],
  [
    'the folder of the database is gone',
    'last-release',
    () => rmSync(file('database'), { recursive: true }),
    'database',
  ],
  ['the log of LevelDB is cut off', 'last-release', () => half('database/000003.log'), 'database'],
  ['the log of LevelDB is gone', 'last-release', () => rmSync(file('database/000003.log')), 'database'],
  [
    'a line of the mails is garbage',
    'last-release',
    () => overwrite('mails.ndjson', 400, 60),
    'mails.ndjson',
  ],
  ['the list of the mails is gone', 'last-release', () => rmSync(file('mails.ndjson')), 'mails.ndjson'],
  ['the mails are cut off', 'last-release', () => half('mails.raw'), 'mails.raw'],
  ['the mails are gone', 'last-release', () => rmSync(file('mails.raw')), 'mails.raw'],
  ['the old clock is garbage', 'last-release', () => writeFileSync(file('clock'), 'abc'), 'clock'],
  ['the old clock is empty', 'last-release', () => truncateSync(file('clock'), 0), 'clock'],
  [
    'the old key of the links is empty',
    'last-release',
    () => truncateSync(file('link-secret'), 0),
    'link-secret',
  ],
];

describe('says which file it is and what to do in one line, ends with 1, and changes nothing', () => {
  test.each(damages)('%s (%s)', (_, origin, damage, named) => {
    layOut(origin);
    damage();
    const before = contents();
    const { status, lines } = start();
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(named)]);
    expect(lines[0]).toContain(folder);
    expect(lines[0]).toMatch(/Put back|--data|delete it/);
    expect(contents()).toEqual(before);
  });
});

/** Starts, and waits until all is quiet. */
async function begun(work: (system: Awaited<ReturnType<typeof startLocalSystem>>) => Promise<void>) {
  const system = await startLocalSystem({ dataFolder: folder });
  try {
    await system.quiet();
    await work(system);
  } finally {
    await system.stop();
  }
}

describe('goes on', () => {
  test.each(['stopped', 'killed'] as const)(
    'with a folder of a system that was %s and has no damage',
    async (origin) => {
      layOut(origin);
      await begun(async (system) => {
        expect(await system.leads()).toHaveLength(3);
        // Each customer, the owner and the office were told.
        expect(await system.mailbox()).toHaveLength(9);
      });
    },
  );

  test.each(['spool', 'submissions'])(
    'where an entry of %s is damaged: it is put aside, and the rest is done',
    async (name) => {
      layOut('stopped');
      const damaged = ['', '{"x":', '{}', '[1]', 'null', '\u0000\u0000'];
      for (const [at, text] of damaged.entries()) writeFileSync(file(`${name}/0${at}.json`), text);
      mkdirSync(file(`${name}/a-folder.json`));
      writeFileSync(file('submissions/2026-11-23T090000.000Z-1.json'), serialiseSubmission(aSubmission()));
      await begun(async (system) => {
        await expect
          .poll(() => readdirSync(file('submissions')).filter((entry) => entry.endsWith('.json')))
          .toEqual([]);
        expect(await system.leads()).toHaveLength(4);
        const aside = readdirSync(file(name)).filter((entry) => entry.endsWith('.damaged'));
        expect(aside).toHaveLength(damaged.length + 1);
        expect(readFileSync(file(`${name}/01.damaged`), 'utf8')).toBe('{"x":');
      });
    },
  );

  test('where the list of the mails of the last release was cut off: nothing goes out again', async () => {
    layOut('last-release');
    half('mails.ndjson');
    const lines = (text: string) => text.split('\n').filter(Boolean);
    const sent = lines(readFileSync(join(root, 'last-release/mails.ndjson'), 'utf8')).map(
      (line) => JSON.parse(line).mailKey,
    );
    const system = await startLocalSystem({ dataFolder: folder, now: '2026-11-24T09:10:00.000Z' });
    await system.quiet();
    const keys = (await system.mailbox()).map((mail) => `${mail.to} ${mail.headers['x-nachfass-mail']}`);
    expect(keys.length).toBeGreaterThanOrEqual(sent.length);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    await system.stop();
  });
});

test('with --fresh it begins anew whatever is damaged', async () => {
  layOut('stopped');
  garbage('database');
  const args = [main, '--data', folder, '--port', '0', '--smtp-port', '0', '--fresh'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await new Promise<[Buffer]>((resolve) =>
    child.stdout.once('data', (...all) => resolve(all as [Buffer])),
  );
  expect(said.toString()).toContain('is running');
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(existsSync(file('database'))).toBe(true);
});

test('a log that a power cut tore anywhere is no damage', () => {
  const log = readFileSync(join(root, 'killed/database-wal'));
  const ends = commitEnds(log);
  fc.assert(
    fc.property(fc.nat({ max: log.length }), fc.nat({ max: 4_096 }), (cut, torn) => {
      expect(damageOfLog(log.subarray(0, cut))).toBeUndefined();
      // What was being written last reached the disk in part, and not from its beginning on.
      const begin = ends.findLast((end) => end <= cut) ?? 32;
      const end = ends.find((one) => one > cut) ?? log.length;
      const mixed = Buffer.from(log.subarray(0, end));
      mixed.fill(0, begin, Math.min(begin + torn, end));
      expect(damageOfLog(mixed)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('a log that is damaged in its middle, with far more behind it than a power cut tears, is damage', async () => {
  const database = openDatabase(file('long'));
  database.connection.exec('PRAGMA wal_autocheckpoint = 0; CREATE TABLE one (text TEXT)');
  for (let at = 0; at < 300; at++)
    await database.write(() => database.connection.exec(`INSERT INTO one VALUES ('${'x'.repeat(100)}')`));
  const log = readFileSync(file('long-wal'));
  database.close();
  expect(damageOfLog(log)).toBeUndefined();
  const ends = commitEnds(log);
  for (const filling of [0, 0xff, 0x37]) {
    const damagedAt = (commit: number) => {
      const damaged = Buffer.from(log);
      damaged.fill(filling, (ends[commit] ?? 0) + 30, (ends[commit] ?? 0) + 2_000);
      return damageOfLog(damaged);
    };
    expect(damagedAt(0)).toContain('is damaged in its middle');
    expect(damagedAt(150)).toContain('is damaged in its middle');
    // The last of them may have been under way when the power went.
    expect(damagedAt(ends.length - 20)).toBeUndefined();
  }
});
