import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import type { ReadMail } from '../../local/mail/read-mail.ts';
import { aCompany } from '../support/company.ts';
import { startWiredSystem, type WiredSystem } from '../support/wired-system.ts';
import { commitEnds } from '../support/write-ahead-log.ts';

/** What somebody was told, and the bytes of the log that were written by then. */
interface Promised {
  readonly end: number;
  readonly lead?: string;
  readonly mailFrom?: string;
  readonly clock?: string;
  /** A copy of the synced files at that moment. What was removed since may be back after a power cut. */
  readonly files: string;
}

let root: string;
let log: Buffer;
const promises: Promised[] = [];

/** Captures, mails and a moved clock on one log that is never emptied, with notes of what was answered when. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  const folder = join(root, 'living');
  const system = await startWiredSystem(folder, {
    now: '2026-11-23T09:00:00.000Z',
    database: (own) => {
      own.connection.exec('PRAGMA wal_autocheckpoint = 0');
      return own;
    },
  });
  const note = (promised: Omit<Promised, 'end' | 'files'>) => {
    const { size: end } = statSync(join(folder, 'database-wal'));
    const files = join(root, `files-${promises.length}`);
    for (const name of ['spool', 'incoming'])
      cpSync(join(folder, name), join(files, name), { recursive: true });
    promises.push({ end, files, ...promised });
  };
  const capture = async (number: number) => {
    const response = await system.post('/leads', {
      email: `k${number}@example.org`,
      message: `Neues Bad ${number}`,
    });
    note({ lead: ((await response.json()) as { id: string }).id });
  };
  const send = async (mailFrom: string) => {
    const to = aCompany().mail.from;
    const text = 'Guten Tag,\r\n\r\nunsere Heizung ist alt. Was kostet eine neue?\r\n\r\nPetra Beispiel';
    const raw = Buffer.from(`From: ${mailFrom}\r\nTo: ${to}\r\nSubject: Anfrage Heizung\r\n\r\n${text}\r\n`);
    await system.acceptMail({ from: mailFrom, to: [to] }, raw);
    note({ mailFrom });
  };
  await Promise.all([1, 2].map(capture));
  await send('petra@example.org');
  const moving = system.advance('P1D');
  await send('paul@example.org');
  await capture(3);
  await moving;
  note({ clock: system.now() });
  log = readFileSync(join(folder, 'database-wal'));
  cpSync(join(folder, 'database'), join(root, 'database'));
  await system.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The data folder after a power cut, when so many bytes of the log were on the disk. */
function folderAfterCut(bytes: number, committed: number): string {
  const folder = join(root, `cut-${bytes}`);
  const files = promises.findLast(({ end }) => end <= committed)?.files;
  if (files !== undefined) cpSync(files, folder, { recursive: true });
  cpSync(join(root, 'database'), join(folder, 'database'));
  writeFileSync(join(folder, 'database-wal'), log.subarray(0, bytes));
  return folder;
}

async function expectAllKept(system: WiredSystem, committed: number): Promise<void> {
  const clock = system.now();
  await system.advance('PT0S');
  const leads = (await system.json('/_local/leads')) as Lead[];
  const kept = promises.filter(({ end }) => end <= committed);
  const ids = leads.map(({ id }) => id);
  expect(kept.flatMap(({ lead }) => lead ?? []).filter((id) => !ids.includes(id))).toEqual([]);
  const writers = leads.map(({ contact }) => contact.email);
  for (const { mailFrom } of kept) {
    if (mailFrom !== undefined) expect(writers.filter((email) => email === mailFrom)).toEqual([mailFrom]);
  }
  for (const promised of kept) if (promised.clock !== undefined) expect(clock >= promised.clock).toBe(true);
  expect(leads.filter(({ capturedAt }) => capturedAt > system.now())).toEqual([]);

  const mails = (await system.json('/_local/mailbox')) as ReadMail[];
  const keys = mails.map(({ to, headers }) => `${to} ${headers['x-nachfass-mail']}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { id } of leads) {
    const about = mails.map(({ headers }) => headers['x-nachfass-mail']);
    expect(about).toContain(`${id}/g1#acknowledgement#1`);
    expect(about).toContain(`${id}/g1#new-lead-alert#1`);
  }
  expect(leads.filter(({ uncertainMails }) => uncertainMails > 0)).toEqual([]);

  const executions = (await system.json('/_local/executions')) as { name: string; status: string }[];
  const running = executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name);
  const waiting = leads.filter(isWaiting).map(({ id, generation }) => `${id}-g${generation}`);
  expect(running.sort()).toEqual(waiting.sort());
}

test('after a power cut at any synced place of the log nothing that was answered is lost, and no mail goes out twice', async () => {
  const ends = commitEnds(log);
  expect(ends.length).toBeGreaterThan(30);
  expect(ends.at(-1)).toBe(log.length);
  for (const [index, committed] of ends.entries()) {
    // The transaction after it reached the disk but for a part of its last page.
    const torn = (ends[index + 1] ?? log.length) - 2000;
    const folder = folderAfterCut(index % 3 === 0 ? committed : torn, committed);
    const system = await startWiredSystem(folder);
    try {
      await expectAllKept(system, committed);
    } finally {
      await system.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a log that was lost as a whole leaves a system that starts', async () => {
  const folder = folderAfterCut(0, 0);
  const system = await startWiredSystem(folder, { now: '2026-11-23T09:00:00.000Z' });
  expect(await system.json('/_local/leads')).toEqual([]);
  await system.stop();
  expect(existsSync(join(folder, 'database-wal'))).toBe(false);
});
