/** Where the local system keeps everything. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** Mails that came in, with their files. */
  readonly incomingMails: string;
  /** Envelopes of mails that have no outcome yet. */
  readonly spool: string;
  /** Submissions that could not be stored yet. */
  readonly submissions: string;
}

const ours = [
  'mails.ndjson',
  'mails.raw',
  'clock',
  'schedules.json',
  'link-secret',
  'incoming',
  'spool',
  'submissions',
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

/** Deletes what the local system itself wrote there, except the database, and nothing else. */
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

const secretBytes = 32;

/** The key of signed links: made once, so that links in old mails still work after a restart. */
export function linkSecret({ path }: DataFolder): string {
  const file = join(path, 'link-secret');
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (kept.length === secretBytes * 2) return kept;
  const secret = randomBytes(secretBytes).toString('hex');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

export interface OffsetFile {
  /** The offset of the local clock to the real time; absent at the first start. */
  readonly offsetMs: number | undefined;
  keep(offsetMs: number): void;
  close(): void;
}

/** Wide enough for a thousand years: each write replaces the one before by a single call of the same length. */
const offsetWidth = 16;

export function openOffsetFile({ path }: DataFolder): OffsetFile {
  const file = openSync(join(path, 'clock'), constants.O_RDWR | constants.O_CREAT);
  const text = readFileSync(file, 'utf8');
  return {
    offsetMs: text.length === offsetWidth ? Number(text) : undefined,
    keep: (offsetMs) => {
      writeSync(file, String(Math.round(offsetMs)).padStart(offsetWidth), 0);
    },
    close: () => closeSync(file),
  };
}
