/**
 * Takes over what the release before kept: leads in LevelDB as dynalite wrote them, and mails, clock and link secret in files
 * beside. The new database gets its name only when it is complete, so whatever ends the process on the way, the next start
 * begins again; the old files are kept in a folder of their own.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ClassicLevel } from 'classic-level';
import { type Database, openDatabase } from '../../adapters/sqlite/open-database.ts';
import { openTable } from '../../adapters/sqlite/open-table.ts';
import { leadKey } from '../../adapters/table/lead-item.ts';
import type { Item } from '../../adapters/table/table.ts';
import { openMailbox } from '../mail/mailbox.ts';
import { type DataFolder, FolderInUseError, keptFolder } from './data-folder.ts';
import { openSettings, settingNames } from './settings.ts';
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
    for (const ending of ['', '-wal', '-shm']) rmSync(complete + ending, { force: true });
    await copyAll(folder, complete);
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

async function copyAll(folder: DataFolder, file: string): Promise<void> {
  const old = await openOld(folder);
  // For nobody else on this machine, as every database of ours (`openData`).
  closeSync(openSync(file, 'a', 0o600));
  const database = openDatabase(file);
  try {
    await copyItems(old, database);
    await copyMails(folder, database);
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
  readonly mailKey?: string;
  readonly offset: number;
  readonly bytes: number;
}

/** Oldest first. A last line without its end was never answered for. */
async function copyMails({ path }: DataFolder, database: Database): Promise<void> {
  const lines = read(join(path, 'mails.ndjson'))?.split('\n').slice(0, -1) ?? [];
  if (lines.length === 0) return;
  const mailbox = openMailbox(database);
  const raws = await open(join(path, 'mails.raw'));
  try {
    for (const line of lines) {
      const { id, at, mailKey, ...place } = JSON.parse(line) as OldMail;
      await mailbox.keep({ id, at, mailKey: mailKey ?? null }, await readPart(raws, place));
    }
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
  const secret = read(join(path, 'link-secret'));
  if (secret) await settings.set(settingNames.linkSecret, secret);
  const offset = read(join(path, 'clock'))?.trim();
  if (offset) await settings.set(settingNames.clockOffset, offset);
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
