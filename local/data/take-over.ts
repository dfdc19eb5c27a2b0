/**
 * Takes over what the release before kept: leads in LevelDB as dynalite wrote them, and mails, clock and link secret in files
 * beside. The new database gets its name only when it is complete, so whatever ends the process on the way, the next start
 * begins again; the old files are kept in a folder of their own.
 */
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ClassicLevel } from 'classic-level';
import * as z from 'zod';
import { type Database, openDatabase } from '../../adapters/sqlite/open-database.ts';
import { openTable } from '../../adapters/sqlite/open-table.ts';
import { leadKey } from '../../adapters/table/lead-item.ts';
import type { Item } from '../../adapters/table/table.ts';
import { readHeaders } from '../mail/mail-headers.ts';
import { openMailbox } from '../mail/mailbox.ts';
import { DamagedFileError } from './damage.ts';
import { type DataFolder, FolderInUseError, keptFolder } from './data-folder.ts';
import { openSettings, readClockOffset, readLinkSecret, settingNames } from './settings.ts';
import { syncFolder } from './sync-file.ts';

/** Beside the database itself. What was due by the clock is found out anew. */
const oldFiles = ['mails.ndjson', 'mails.raw', 'clock', 'schedules.json', 'link-secret'];

/**
 * To be called while the folder has data of the last release (`hasOldData`).
 * @returns how many leads were taken over.
 * @throws Error in one line: the last release runs on the folder, or its data cannot be read.
 */
export async function takeOver(folder: DataFolder): Promise<number> {
  const kept = keptFolder(folder);
  const complete = `${folder.database}.new`;
  if (existsSync(folder.database)) {
    const removeNew = () => {
      for (const ending of ['', '-wal', '-shm']) rmSync(complete + ending, { force: true });
    };
    removeNew();
    const putBack = keepUntouched(folder);
    await copyAll(folder, complete).catch((error: unknown) => {
      putBack();
      removeNew();
      throw error;
    });
    rmSync(untouched(folder), { recursive: true });
    mkdirSync(kept, { recursive: true });
    renameSync(folder.database, join(kept, 'database'));
    await syncFolder(folder.path);
  }
  for (const name of oldFiles) {
    const file = join(folder.path, name);
    if (existsSync(file)) renameSync(file, join(kept, name));
  }
  await syncFolder(kept);
  if (!existsSync(complete)) {
    throw new Error(
      `The database in ${folder.path} is missing. To begin again with what the last release left, move all of ${kept} up into the folder; to begin anew, start with --fresh.`,
    );
  }
  // Last: only now is nothing left to do.
  renameSync(complete, folder.database);
  await syncFolder(folder.path);
  return countLeads(folder.database);
}

const untouched = ({ database }: DataFolder) => `${database}.untouched`;

/**
 * LevelDB throws away what it cannot read as soon as it is opened: a copy is made before.
 * @returns what puts it back.
 */
function keepUntouched(folder: DataFolder): () => void {
  const copy = untouched(folder);
  const putBack = () => {
    rmSync(folder.database, { recursive: true, force: true });
    renameSync(copy, folder.database);
  };
  // Whoever made it was killed before it was done.
  if (existsSync(copy)) putBack();
  rmSync(`${copy}.new`, { recursive: true, force: true });
  cpSync(folder.database, `${copy}.new`, { recursive: true });
  renameSync(`${copy}.new`, copy);
  return putBack;
}

type OldDatabase = ClassicLevel<string, Record<string, AttributeValue>>;

async function openOld({ path, database }: DataFolder): Promise<OldDatabase> {
  const old: OldDatabase = new ClassicLevel(database, { valueEncoding: 'json', createIfMissing: false });
  try {
    await old.open();
    return old;
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    if (cause?.code === 'LEVEL_LOCKED') throw new FolderInUseError(path);
    throw new Error(
      `The data of the last release in ${path} cannot be taken over: ${cause?.message ?? error}. ` +
        'Start the last release on it once more, or this one on an empty folder (--data).',
    );
  }
}

/** @throws FolderInUseError the last release runs on the folder. */
export async function refuseIfLastReleaseRuns(folder: DataFolder): Promise<void> {
  if (existsSync(folder.database)) await (await openOld(folder)).close();
}

/**
 * @throws DamagedFileError a file cannot be read, or does not go with the others.
 * @throws FolderInUseError
 */
async function copyAll(folder: DataFolder, file: string): Promise<void> {
  const old = await openOld(folder);
  // For nobody else on this machine, as every database of ours (`openData`).
  closeSync(openSync(file, 'a', 0o600));
  const database = openDatabase(file);
  try {
    await copyItems(old, database).catch((error: unknown) => {
      throw new DamagedFileError(folder.database, `is damaged: ${oneLine(error)}`);
    });
    const mails = readOldMails(folder);
    await refuseIfLeadsAreMissing(mails, database, folder);
    await copyMails(mails, folder, database);
    await copySettings(folder, database);
  } finally {
    database.close();
    await old.close();
  }
}

/** So many rows are one transaction. */
const rowsAtOnce = 500;

async function copyItems(old: OldDatabase, database: Database): Promise<void> {
  const table = openTable(database);
  let storing: Promise<void>[] = [];
  // As dynalite names the items of a table; those of its index are made anew.
  for await (const stored of old.values({ gte: 'item-Leads~', lt: 'item-Leads~\u{10ffff}' })) {
    storing.push(table.put(unmarshall(stored) as Item));
    if (storing.length < rowsAtOnce) continue;
    await Promise.all(storing);
    storing = [];
  }
  await Promise.all(storing);
}

async function countLeads(file: string): Promise<number> {
  const database = openDatabase(file);
  let leads = 0;
  for await (const _ of openTable(database).scan(leadKey('').sk)) leads += 1;
  database.close();
  return leads;
}

interface OldMail {
  readonly id: string;
  readonly at: string;
  readonly mailKey?: string | undefined;
  readonly offset: number;
  readonly bytes: number;
}

const oldMailSchema = z.object({
  id: z.string(),
  at: z.string(),
  mailKey: z.string().optional(),
  offset: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});

const oneLine = (error: unknown): string | undefined =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0];

/** Oldest first. A last line without its end was never answered for. */
function readOldMails({ path }: DataFolder): OldMail[] {
  const file = join(path, 'mails.ndjson');
  const raws = join(path, 'mails.raw');
  const rawBytes = statSync(raws, { throwIfNoEntry: false })?.size ?? 0;
  const text = read(file);
  if (text === undefined && rawBytes > 0)
    throw new DamagedFileError(file, 'is missing, but mails.raw is there');
  const lines = text?.split('\n').slice(0, -1) ?? [];
  const mails = lines.map((line, at): OldMail => {
    try {
      return oldMailSchema.parse(JSON.parse(line));
    } catch {
      throw new DamagedFileError(file, `is damaged in line ${at + 1}`);
    }
  });
  const end = mails.reduce((last, { offset, bytes }) => Math.max(last, offset + bytes), 0);
  if (end > rawBytes)
    throw new DamagedFileError(
      raws,
      `${rawBytes === 0 ? 'is missing' : 'is cut off'}, but mails.ndjson tells of more`,
    );
  return [...mails, ...mailsBehind(raws, end, rawBytes)];
}

/** As that release began each mail: with the id it had given it. */
const beginsMail = /(?<=^|\n)Message-ID: <([^@>]+)@/g;

/**
 * What went out and has no line, because the file with the lines was cut off: known by what it says of itself, so that none of it
 * goes out again.
 */
function mailsBehind(file: string, from: number, to: number): OldMail[] {
  if (from >= to) return [];
  const rest = readFileSync(file).toString('latin1', from);
  const begins = [...rest.matchAll(beginsMail)];
  return begins.map((begin, index) => {
    const end = begins[index + 1]?.index ?? rest.length;
    const headers = readHeaders(Buffer.from(rest.slice(begin.index, end), 'latin1'));
    const at = new Date(headers.get('date') ?? Number.NaN);
    return {
      id: begin[1] ?? '',
      at: (Number.isNaN(at.getTime()) ? new Date(0) : at).toISOString(),
      mailKey: headers.get('x-nachfass-mail'),
      offset: from + begin.index,
      bytes: end - begin.index,
    };
  });
}

/** So long before the newest mail: a lead is deleted months after its last one. */
const mailedLatelyDays = 30;

/** LevelDB leaves out in silence what it cannot read. */
async function refuseIfLeadsAreMissing(
  mails: readonly OldMail[],
  database: Database,
  folder: DataFolder,
): Promise<void> {
  const table = openTable(database);
  const newest = mails.reduce((last, { at }) => (at > last ? at : last), '');
  const since =
    newest === '' ? '' : new Date(Date.parse(newest) - mailedLatelyDays * 86_400_000).toISOString();
  const ids = new Set(
    mails.flatMap(
      ({ at, mailKey }) => /^([0-9A-Z]{10})\/g\d/.exec(at >= since ? (mailKey ?? '') : '')?.[1] ?? [],
    ),
  );
  let missing = 0;
  for (const id of ids) if (!(await table.get(leadKey(id)))) missing += 1;
  if (missing > 0) {
    throw new DamagedFileError(
      folder.database,
      `is damaged: of ${ids.size} leads that mails.ndjson tells of, ${missing} are missing`,
    );
  }
}

async function copyMails(mails: readonly OldMail[], { path }: DataFolder, database: Database): Promise<void> {
  if (mails.length === 0) return;
  const mailbox = openMailbox(database);
  const raws = await open(join(path, 'mails.raw'));
  try {
    for (const { id, at, mailKey, ...place } of mails)
      await mailbox.keep({ id, at, mailKey: mailKey ?? null }, await readPart(raws, place));
  } finally {
    await raws.close();
  }
}

async function readPart(
  file: FileHandle,
  { offset, bytes }: Pick<OldMail, 'offset' | 'bytes'>,
): Promise<Buffer> {
  const part = Buffer.alloc(bytes);
  await file.read(part, 0, bytes, offset);
  return part;
}

async function copySettings({ path }: DataFolder, database: Database): Promise<void> {
  const settings = openSettings(database);
  const copy = async (name: string, setting: string, check: (text: string) => unknown) => {
    const file = join(path, name);
    const text = read(file)?.trim();
    if (text === undefined) return;
    try {
      check(text);
    } catch {
      throw new DamagedFileError(file, text === '' ? 'is empty' : 'is damaged');
    }
    await settings.set(setting, text);
  };
  await copy('link-secret', settingNames.linkSecret, readLinkSecret);
  await copy('clock', settingNames.clockOffset, readClockOffset);
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
