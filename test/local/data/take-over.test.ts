import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTable } from '../../../adapters/sqlite/open-table.ts';
import { scanLeads } from '../../../adapters/table/scan-leads.ts';
import { isWaiting } from '../../../domain/lead/list.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { type DataFolder, hasOldData, openData, openDataFolder } from '../../../local/data/data-folder.ts';
import { openSettings } from '../../../local/data/settings.ts';
import { refuseIfLastReleaseRuns, takeOver } from '../../../local/data/take-over.ts';
import { openMailbox } from '../../../local/mail/mailbox.ts';
import { layOutLastReleaseData } from '../../support/last-release-data.ts';
import { startLocalSystem } from '../../support/local-system.ts';
import { until } from '../../support/until.ts';

const tuesday = '2026-11-24T09:10:00.000Z';
let path: string;
let folder: DataFolder;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  layOutLastReleaseData(path);
  folder = openDataFolder(path);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** What stands in the new database. */
async function readNew() {
  const database = openData(folder);
  try {
    const stages = new Map<string, number>();
    for await (const { stage } of scanLeads(openTable(database), (error) => {
      throw error;
    }))
      stages.set(stage, (stages.get(stage) ?? 0) + 1);
    const settings = openSettings(database);
    return {
      leads: [...stages.values()].reduce((sum, leads) => sum + leads, 0),
      stages: [...stages.keys()].toSorted(),
      mails: openMailbox(database).count(),
      secret: settings.get('link-secret'),
      offset: Number(settings.get('clock-offset')),
    };
  } finally {
    database.close();
  }
}

const everything = {
  leads: 41,
  stages: [...stageKeys].toSorted(),
  mails: 107,
  secret: expect.stringMatching(/^[0-9a-f]{64}$/),
  offset: expect.closeTo(-176_000_000, -8),
};

test('leads in all stages, mails, the clock and the link secret are taken over; the old files are kept', async () => {
  expect(hasOldData(folder)).toBe(true);
  expect(await takeOver(folder)).toBe(41);
  expect(hasOldData(folder)).toBe(false);
  expect(await readNew()).toEqual(everything);
  expect(readdirSync(join(path, 'last-release')).sort()).toEqual(
    ['clock', 'database', 'link-secret', 'mails.ndjson', 'mails.raw', 'schedules.json'].sort(),
  );
});

test('the system goes on with them: every timer runs, old buttons work, no mail goes out twice', async () => {
  const system = await startLocalSystem({ now: tuesday, dataFolder: path });
  try {
    const leads = await system.leads();
    expect(leads).toHaveLength(41);
    const executions = (await (await system.get('/_local/executions')).json()) as {
      name: string;
      status: string;
    }[];
    const running = executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name);
    const waiting = leads.filter(isWaiting);
    expect(running.sort()).toEqual(waiting.map(({ id, generation }) => `${id}-g${generation}`).sort());

    const untouched = leads.find(
      ({ stage, contact }) => stage === 'new' && contact.name?.startsWith('Kunde'),
    );
    const alert = (await system.mailbox()).find(
      ({ headers }) => headers['x-nachfass-mail'] === `${untouched?.id}/g1#new-lead-alert#1`,
    );
    await system.press('Erreicht', (alert?.html ?? '').replaceAll(/http:\/\/localhost:\d+/g, system.url));
    expect((await system.lead(untouched?.id ?? '')).stage).toBe('needs-analysis');

    await system.advance('P14D');
    const keys = (await system.mailbox()).map(({ to, headers }) => `${to} ${headers['x-nachfass-mail']}`);
    expect(keys.length).toBeGreaterThan(everything.mails);
    expect(new Set(keys).size).toBe(keys.length);
    await system.restart();
    expect(await system.leads()).toHaveLength(41);
  } finally {
    await system.stop();
  }
});

test('killed while it takes over, the next start begins again', async () => {
  const main = fileURLToPath(new URL('../../../local/main.ts', import.meta.url));
  const killed = spawn(process.execPath, [main, '--port', '0', '--smtp-port', '0', '--data', path], {
    stdio: 'ignore',
  });
  const ended = once(killed, 'exit');
  await until(() => existsSync(`${folder.database}.new`) || !existsSync(join(path, 'mails.raw')));
  killed.kill('SIGKILL');
  await ended;
  if (hasOldData(folder)) await takeOver(folder);
  expect(await readNew()).toEqual(everything);
});

test('ended between any two of its last steps, the next start finishes it', async () => {
  writeFileSync(`${folder.database}.new`, 'half a database');
  writeFileSync(`${folder.database}.new-wal`, 'half a log');
  await takeOver(folder);
  const kept = join(path, 'last-release');
  for (const moved of [
    [],
    ['clock'],
    ['clock', 'mails.raw', 'mails.ndjson', 'schedules.json', 'link-secret'],
  ]) {
    renameSync(folder.database, `${folder.database}.new`);
    for (const name of readdirSync(kept)) {
      if (name !== 'database' && !moved.includes(name)) renameSync(join(kept, name), join(path, name));
    }
    expect(hasOldData(folder)).toBe(true);
    await takeOver(folder);
    expect(await readNew()).toEqual(everything);
    expect(existsSync(join(path, 'mails.raw'))).toBe(false);
  }
});

test('while the last release runs on the folder, nothing is touched', async () => {
  const running = new ClassicLevel(folder.database);
  await running.open();
  const inUse = `The data in ${path} is in use: another local system runs on it.`;
  await expect(takeOver(folder)).rejects.toThrow(inUse);
  await expect(refuseIfLastReleaseRuns(folder)).rejects.toThrow(inUse);
  await running.close();
  expect(await takeOver(folder)).toBe(41);
});

test('what cannot be read is said in one line, with how to go on', async () => {
  rmSync(folder.database, { recursive: true });
  mkdirSync(folder.database);
  await expect(takeOver(folder)).rejects.toThrow(
    /^The data of the last release in \S+ cannot be taken over: .+ Start the last release on it once more, or this one on an empty folder \(--data\)\.$/,
  );
});
