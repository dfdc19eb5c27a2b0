/** DynamoDB's API on LevelDB, on disk, in a thread of its own. */
import { once } from 'node:events';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface DatabaseOptions {
  readonly folder: string;
  /** Deletes what is there, unless another process uses it. */
  readonly fresh: boolean;
}

/** What the thread says first. */
export type DatabaseReport = { readonly open: true } | { readonly open: false; readonly reason: string };

/** One call of the API. */
export interface DatabaseRequest {
  readonly id: number;
  /** As in the header `x-amz-target`. */
  readonly target: string;
  readonly body: string;
}

export interface DatabaseAnswer {
  readonly id: number;
  readonly status: number;
  readonly body: string;
}

export interface Database {
  call(target: string, body: string): Promise<DatabaseAnswer>;
  close(): Promise<void>;
}

/** @throws Error in one line: the folder is in use, damaged or not writable. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), {
    workerData: options,
    // Without limits V8 lets the garbage of ten thousand calls lie: 150 MB around 15 MB in use.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
  });
  const [report] = (await once(worker, 'message')) as [DatabaseReport];
  if (!report.open) {
    await worker.terminate();
    throw new Error(explain(report.reason, dirname(options.folder)));
  }
  worker.once('error', (error) => {
    console.error('The database failed:', error);
    process.exit(1);
  });

  const waiting = new Map<number, (answer: DatabaseAnswer) => void>();
  let calls = 0;
  worker.on('message', (answer: DatabaseAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  return {
    call(target, body) {
      calls += 1;
      const id = calls;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ id, target, body } satisfies DatabaseRequest);
      });
    },
    async close() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}

function explain(reason: string, folder: string): string {
  if (reason === 'LEVEL_LOCKED') return `The data in ${folder} is in use: another local system runs on it.`;
  return `The data in ${folder} cannot be opened: ${reason}`;
}
