/** The database's own thread: while it works, the other core answers. */
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import type { Store } from 'dynalite/db/index.js';
import { makeWritesAtomic } from './atomic-dynalite.ts';
import type { DatabaseReport, DatabaseRequest } from './database.ts';

const { folder, fresh } = workerData as DatabaseRequest;
const report = (message: DatabaseReport) => parentPort?.postMessage(message);

const stores: Store[] = [];
makeWritesAtomic((store) => stores.push(store));

async function open() {
  const server = dynalite({ path: folder, createTableMs: 0 });
  await stores.at(-1)?.db.open();
  return server;
}

/** The reason a LevelDB error carries, as a code: `LEVEL_LOCKED`, `LEVEL_CORRUPTION`, `EACCES`. */
function codeOf(error: unknown): string {
  const { cause, code } = error as { cause?: { code?: string; message?: string }; code?: string };
  if (cause?.code === 'LEVEL_LOCKED') return 'LEVEL_LOCKED';
  return cause?.message ?? cause?.code ?? code ?? String(error);
}

try {
  let server = await open();
  if (fresh) {
    // Emptied only after it could be opened: a folder that another process uses stays as it is.
    await stores.at(-1)?.db.close();
    rmSync(folder, { recursive: true, force: true });
    server = await open();
  }
  server.listen(0, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));
  parentPort?.once('message', () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
} catch (error) {
  report({ fault: codeOf(error) });
}
