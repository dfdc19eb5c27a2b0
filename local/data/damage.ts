/**
 * What is damaged is found before anything is written: SQLite takes an empty file, or a log it cannot read, for a beginning, and
 * would begin anew in silence.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One line for the person who starts the system: which file it is, and what to do. */
export class DamagedFileError extends Error {
  constructor(file: string, what: string) {
    super(
      `${file} ${what}. Nothing was changed. Put back a copy of ${dirname(file)}, ` +
        'or start on another folder (--data NAME), or delete all that is left in this one (--fresh).',
    );
  }
}

/** What only a system leaves that has stored something. */
const filledFolders = ['incoming', 'spool', 'submissions'];
const filesBeside = ['mailbox.json', 'mails.ndjson', 'mails.raw', 'clock', 'link-secret', 'schedules.json'];

/** @returns a file that tells of an earlier start; none: the folder is a new one. */
function traceOf(folder: string): string | undefined {
  const file = filesBeside.find((name) => existsSync(join(folder, name)));
  const entry = () =>
    filledFolders.find(
      (name) => existsSync(join(folder, name)) && readdirSync(join(folder, name)).length > 0,
    );
  return file ?? entry();
}

/**
 * @param file the database, which nobody else uses meanwhile.
 * @throws DamagedFileError it is gone, empty or damaged, or its log is.
 */
export function refuseDamaged(file: string): void {
  const log = `${file}-wal`;
  const bytes = sizeOf(file) ?? 0;
  // The log is the first to come and the last to go.
  if (existsSync(`${file}-shm`) && !existsSync(log)) {
    throw new DamagedFileError(log, 'is missing, with what was stored last');
  }
  const damage = existsSync(log) && damageOfLog(readFileSync(log));
  if (damage) throw new DamagedFileError(log, damage);
  if (bytes > 0) {
    refuseUnreadable(file);
    return;
  }
  const trace = traceOf(dirname(file));
  const logBytes = sizeOf(log) ?? 0;
  if (trace === undefined && logBytes === 0) return;
  const beside = trace ?? 'its log';
  throw new DamagedFileError(
    file,
    `${existsSync(file) ? 'is empty' : 'is missing'}, although ${beside} tells that there was something in it`,
  );
}

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;

/** Reads it whole, which takes a millisecond for each megabyte, and without the right to write: nothing is mended by chance. */
function refuseUnreadable(file: string): void {
  const hadLog = existsSync(`${file}-wal`);
  const connection = new DatabaseSync(file, { readOnly: true });
  try {
    const { quick_check: found } = connection.prepare('PRAGMA quick_check(1)').get() as {
      quick_check: string;
    };
    if (found !== 'ok') throw new DamagedFileError(file, `is damaged: ${found.split('\n').at(-1)}`);
    const { tables } = connection.prepare('SELECT count(*) AS tables FROM sqlite_master').get() as {
      tables: number;
    };
    const trace = traceOf(dirname(file));
    if (tables === 0 && trace !== undefined)
      throw new DamagedFileError(
        file,
        `holds nothing, although ${trace} tells that there was something in it`,
      );
  } catch (error) {
    if (error instanceof DamagedFileError) throw error;
    throw new DamagedFileError(file, `is damaged: ${(error as Error).message}`);
  } finally {
    connection.close();
    // A reader leaves them empty, and whoever looks at the folder would think that something is in them.
    if (!hadLog) for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  }
}

/** https://www.sqlite.org/fileformat2.html#walformat */
const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
const saltsAt = 16;
/**
 * A power cut tears what the disk had not yet said that it has, in any order: the transactions of some milliseconds, none of them
 * answered. What has more of them behind it was answered.
 */
const tornCommits = 100;

/** @returns what is wrong with a write-ahead log that no power cut leaves so. */
export function damageOfLog(log: Buffer): string | undefined {
  // Its header was being written, or nothing at all: it is synced before anything is stored in it.
  if (log.length <= headerBytes || log.subarray(0, headerBytes).every((byte) => byte === 0)) return undefined;
  const inBigEndian = log.readUInt32BE(0) === magic + 1;
  const sums = checksums(log, inBigEndian);
  if (!inBigEndian && log.readUInt32BE(0) !== magic) return 'is damaged: it is no log of SQLite';
  sums.add(0, headerBytes - 8);
  if (!sums.areAt(headerBytes - 8)) return 'is damaged: its beginning cannot be read';
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  const isOfThisLog = (at: number) => log.compare(log, saltsAt, saltsAt + 8, at + 8, at + 16) === 0;
  let at = headerBytes;
  for (; at + frameBytes <= log.length && isOfThisLog(at); at += frameBytes) {
    sums.add(at, 8);
    sums.add(at + frameHeaderBytes, frameBytes - frameHeaderBytes);
    if (!sums.areAt(at + 16)) break;
  }
  let commitsBehind = 0;
  for (; at + frameBytes <= log.length; at += frameBytes)
    if (isOfThisLog(at) && log.readUInt32BE(at + 4) !== 0) commitsBehind += 1;
  return commitsBehind > tornCommits ? 'is damaged in its middle' : undefined;
}

/** The checksum of SQLite's log, which goes on from frame to frame. */
function checksums(log: Buffer, inBigEndian: boolean) {
  let [first, second] = [0, 0];
  const word = (at: number) => (inBigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at));
  return {
    add(from: number, bytes: number) {
      for (let at = from; at < from + bytes; at += 8) {
        first = (first + word(at) + second) >>> 0;
        second = (second + word(at + 4) + first) >>> 0;
      }
    },
    areAt: (at: number) => log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second,
  };
}
