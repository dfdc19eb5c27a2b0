/** The disk's word that it has SQLite's write-ahead log, without the event loop standing still for it. */
import { type FileHandle, open } from 'node:fs/promises';

export interface SyncLog {
  /** Resolves when all that stood in the log is on the disk. @throws Error of the disk. */
  sync(): Promise<void>;
  /** Ends after what is under way. */
  close(): void;
}

/** @param file of the database; one in memory has no log. */
export function syncLogOf(file: string): SyncLog {
  if (file === ':memory:') return { sync: async () => {}, close: () => {} };
  let log: Promise<FileHandle> | undefined;
  return {
    async sync() {
      // It is there as long as the database is open, and only then. Windows syncs only what may be written.
      log ??= open(`${file}-wal`, 'r+');
      await (await log).datasync();
    },
    close: () => void log?.then((opened) => opened.close()).catch(() => undefined),
  };
}
