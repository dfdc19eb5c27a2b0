/**
 * The database's own thread: while it works, the other core answers. It takes requests of DynamoDB's API as messages:
 * one over a socket of this machine costs some thirty times as much (0.76 ms against 0.03 ms there and back).
 */
import type { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import type { Store } from 'dynalite/db/index.js';
import { callDynalite } from './call-dynalite.ts';
import type { DatabaseAnswer, DatabaseOptions, DatabaseReport, DatabaseRequest } from './database.ts';
import { patchDynalite } from './dynalite-patches.ts';

const { folder, fresh } = workerData as DatabaseOptions;
const say = (message: DatabaseReport | DatabaseAnswer) => parentPort?.postMessage(message);

let store: Store | undefined;
patchDynalite((opened) => {
  store = opened;
});

async function open(): Promise<EventEmitter> {
  const server = dynalite({ path: folder, createTableMs: 0 });
  await store?.db.open();
  return server;
}

/** Why LevelDB cannot open the folder: `LEVEL_LOCKED`, or what the operating system says. */
function describeFault(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  if (cause?.code === 'LEVEL_LOCKED') return cause.code;
  return cause?.message ?? String(error);
}

try {
  let server = await open();
  if (fresh) {
    // Emptied only after it could be opened: a folder that another process uses stays as it is.
    await store?.db.close();
    rmSync(folder, { recursive: true, force: true });
    server = await open();
  }
  parentPort?.on('message', async (message: DatabaseRequest | 'close') => {
    if (message !== 'close') {
      const { id, target, body } = message;
      return say({ id, ...(await callDynalite(server, target, body)) });
    }
    await store?.db.close();
    process.exit(0);
  });
  say({ open: true });
} catch (error) {
  say({ open: false, reason: describeFault(error) });
}
