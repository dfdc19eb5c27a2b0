/** Where the local system keeps everything. */
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, openDatabase } from '../../adapters/sqlite/open-database.ts';
import type { SyncLog } from '../../adapters/sqlite/sync-log.ts';

export interface DataFolder {
  readonly path: string;
  /** Leads, sent mails, settings. */
  readonly database: string;
  /** Mails that came in, with their files. */
  readonly incomingMails: string;
  /** Envelopes of mails that have no outcome yet. */
  readonly spool: string;
  /** Submissions that could not be stored yet. */
  readonly submissions: string;
}

/** Where the data of the release before is kept, once it was taken over. */
export const keptFolder = ({ path }: DataFolder) => join(path, 'last-release');

/** A database that is a folder, or one that was set aside and has no heir yet. */
export function hasOldData(folder: DataFolder): boolean {
  const database = statSync(folder.database, { throwIfNoEntry: false });
  return database ? database.isDirectory() : existsSync(join(keptFolder(folder), 'database'));
}

const ours = [
  ...['database', 'database-wal', 'database-shm', 'incoming', 'spool', 'submissions', 'logo', 'mailbox.json'],
  // Of the release before.
  ...[
    'last-release',
    'database.new',
    'database.untouched',
    'mails.ndjson',
    'mails.raw',
    'clock',
    'schedules.json',
    'link-secret',
  ],
];

/** @throws Error in one line: the folder cannot be made or written. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new Error('it is a file');
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`The data folder ${path} cannot be written: ${(error as Error).message}`);
  }
  return {
    path,
    database: join(path, 'database'),
    incomingMails: join(path, 'incoming'),
    spool: join(path, 'spool'),
    submissions: join(path, 'submissions'),
  };
}

/**
 * Only one system runs on a folder; tools may use its database meanwhile. The lock is the operating system's: it goes with
 * the process, however that ends.
 * @returns what gives it back.
 * @throws Error in one line: another one runs.
 */
export function lockDataFolder({ path }: DataFolder): () => void {
  const file = join(path, 'lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) throw new FolderInUseError(path);
    throw new Error(
      `${file} is damaged: ${(error as Error).message}. It holds no data: see that no other local system runs on ${path}, and delete it.`,
    );
  }
  return () => lock.close();
}

/** `SQLITE_BUSY` */
const sqliteBusy = 5;

export class FolderInUseError extends Error {
  constructor(path: string) {
    super(`The data in ${path} is in use: another local system runs on it.`);
  }
}

/** @throws Error in one line: the database cannot be opened, or is that of a newer release. */
export function openData({ path, database }: DataFolder, syncLog?: SyncLog): Database {
  try {
    // For nobody else on this machine: names, addresses, and what signs links.
    closeSync(openSync(database, 'a', 0o600));
    return openDatabase(database, syncLog);
  } catch (error) {
    throw new Error(`The data in ${path} cannot be opened: ${(error as Error).message}`);
  }
}

/** Deletes what the local system itself wrote there, and nothing else. */
export function emptyDataFolder({ path }: DataFolder): void {
  for (const name of ours) rmSync(join(path, name), { force: true, recursive: true });
}

/** `mkdir` with `recursive` never returns for a folder that cannot be made below /proc (Node 24). */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path) throw error;
    makeFolder(parent);
    mkdirSync(path);
  }
}
