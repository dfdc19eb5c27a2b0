/** The disk's word that it has SQLite's write-ahead log: a slow one is waited for beside the event loop. */
import { fdatasyncSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export interface SyncLog {
  /** Resolves when all that stood in the log is on the disk. @throws Error of the disk. */
  sync(): Promise<void>;
  /** Ends after what is under way. */
  close(): void;
}

/** Waking a thread and hearing of it costs about as much as a disk that answers within this. */
const quickMs = 0.3;
/** After so long a slow disk is asked at once again: a thread is heard of late on a busy loop, and says nothing of the disk. */
const askAgainMs = 500;

/** @param file of the database; one in memory has no log. */
export function syncLogOf(file: string): SyncLog {
  if (file === ':memory:') return { sync: async () => {}, close: () => {} };
  let log: Promise<FileHandle> | undefined;
  /** From when on it is asked at once. */
  let atOnceFromMs = 0;
  return {
    async sync() {
      // It is there as long as the database is open, and only then. Windows syncs only what may be written.
      log ??= open(`${file}-wal`, 'r+');
      const opened = await log;
      const begunMs = performance.now();
      if (begunMs < atOnceFromMs) {
        await opened.datasync();
        return;
      }
      fdatasyncSync(opened.fd);
      const endedMs = performance.now();
      if (endedMs - begunMs >= quickMs) atOnceFromMs = endedMs + askAgainMs;
    },
    close: () => void log?.then((opened) => opened.close()).catch(() => undefined),
  };
}
