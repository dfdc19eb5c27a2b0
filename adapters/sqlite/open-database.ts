/**
 * An SQLite database that answers a write when it is on the disk, so that neither the end of the process nor a power cut
 * takes back what somebody was told. All writes of one turn of the event loop are one transaction, because what costs is
 * the disk's word that it has them: fifty at once cost as much as one. Nobody stands still for that word: it is waited
 * for beside, and one is enough for all transactions that ended before it was asked for.
 */
import { DatabaseSync } from 'node:sqlite';
import { type SyncLog, syncLogOf } from './sync-log.ts';

export interface Database {
  readonly connection: DatabaseSync;
  /**
   * Does the work at once, in a transaction with all others of this turn. What it throws harms nobody else, so it must be
   * a single statement or throw before its first.
   * @param goesOn whoever writes this writes more before he tells anybody: then he has its result at once, and what he writes
   *   in the same turn is stored together with it.
   * @returns its result, as soon as it is on the disk.
   * @throws Error of SQLite's, e.g. a full disk: then nothing of the transaction is stored.
   */
  write<T>(work: () => T, goesOn?: boolean): Promise<T>;
  /** Sees the writes before it, and answers only when they are on the disk. @throws Error they do not get there. */
  read<T>(work: () => T): Promise<T>;
  /** Calls this at the end of each transaction, as a part of it. */
  beforeCommit(work: () => void): void;
  /** Ends what is under way. */
  close(): void;
}

/** The form of the tables. A release that changes it counts on, and takes the older ones over. */
const schemaVersion = 1;

/** A tool that reads and writes beside the system holds the database for milliseconds. */
const busyMs = 5_000;

/**
 * @param file is made if it is not there.
 * @param syncLog absent: of this file.
 * @throws Error in one line: the database cannot be opened, or is that of a newer release.
 */
export function openDatabase(file: string, syncLog: SyncLog = syncLogOf(file)): Database {
  const connection = new DatabaseSync(file, { timeout: busyMs });
  try {
    const { user_version: version } = connection.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    if (version > schemaVersion)
      throw new Error('it was written by a newer release. Start that one, or an empty folder');
    // NORMAL: SQLite syncs the log where it begins anew or goes into the database, and we sync it after each transaction.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    if (version < schemaVersion) connection.exec(`PRAGMA user_version = ${schemaVersion}`);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, ...groupCommits(connection, syncLog) };
}

/** Asks for the disk's word, one question at a time. */
function askDisk(connection: DatabaseSync, { sync }: SyncLog) {
  /** Those whose transaction ended after the last question. */
  let next: PromiseWithResolvers<void> | undefined;
  /** Settled when everything up to the last transaction is on the disk. */
  let newest: Promise<void> | undefined;
  let isAsking = false;
  let failed = false;

  /** What ended meanwhile stands behind the gap. */
  const refuseNext = (error: unknown) => {
    next?.reject(error);
    next = undefined;
  };

  const ask = async () => {
    isAsking = true;
    while (next) {
      const asked = next;
      next = undefined;
      try {
        await sync();
        if (newest === asked.promise) newest = undefined;
        asked.resolve();
      } catch (error) {
        failed = true;
        asked.reject(error);
        refuseNext(error);
      }
    }
    isAsking = false;
  };

  /**
   * A log that the disk has refused once may have a gap, behind which nothing would be found after a power cut: everything
   * goes into the database itself, at once and outside of a transaction.
   * @throws Error it does not.
   */
  const mend = () => {
    const { busy } = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    if (busy) throw new Error('The disk did not take what was written, and another program holds the data');
    failed = false;
    newest = undefined;
  };

  return {
    /** To be called after a commit. @returns settled when it is on the disk. @throws Error the disk goes on refusing. */
    committed(): Promise<void> {
      if (failed) {
        mend();
        return Promise.resolve();
      }
      next ??= Promise.withResolvers<void>();
      newest = next.promise;
      // Whoever takes part hears of it; if nobody does, nothing is lost.
      newest.catch(() => undefined);
      if (!isAsking) void ask();
      return newest;
    },
    /** Resolves when all that has been committed is on the disk. To be called outside of a transaction. */
    async everything(): Promise<void> {
      if (failed) mend();
      await newest;
    },
  };
}

function groupCommits(connection: DatabaseSync, syncLog: SyncLog): Omit<Database, 'connection'> {
  const disk = askDisk(connection, syncLog);
  /** What is under way; settled when it is on the disk. */
  let group: PromiseWithResolvers<void> | undefined;
  let commitWork = () => {};

  const begin = (): PromiseWithResolvers<void> => {
    connection.exec('BEGIN IMMEDIATE');
    const begun = Promise.withResolvers<void>();
    // As above.
    begun.promise.catch(() => undefined);
    setImmediate(() => {
      if (group === begun) commit(begun);
    });
    return begun;
  };

  const fail = (failed: PromiseWithResolvers<void>, error: unknown) => {
    group = undefined;
    if (connection.isTransaction) connection.exec('ROLLBACK');
    failed.reject(error);
  };

  const commit = (ending: PromiseWithResolvers<void>) => {
    try {
      commitWork();
      connection.exec('COMMIT');
      group = undefined;
      ending.resolve(disk.committed());
    } catch (error) {
      fail(ending, error);
    }
  };

  return {
    async write(work, goesOn = false) {
      group ??= begin();
      const own = group;
      try {
        const result = work();
        if (!goesOn) await own.promise;
        return result;
      } catch (error) {
        // A full disk may end the whole transaction: nobody goes on in it.
        if (group === own && !connection.isTransaction) fail(own, error);
        throw error;
      }
    },
    async read(work) {
      const result = work();
      await (group?.promise ?? disk.everything());
      return result;
    },
    beforeCommit(work) {
      commitWork = work;
    },
    close() {
      if (group) commit(group);
      connection.close();
      syncLog.close();
    },
  };
}
