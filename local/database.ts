/** DynamoDB's API on LevelDB, on disk, for this process alone. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface DatabaseRequest {
  readonly folder: string;
  /** Deletes what is there, unless another process uses it. */
  readonly fresh: boolean;
}

/** What the worker says once: where it listens, or why it cannot. */
export type DatabaseReport = { readonly port: number } | { readonly fault: string };

export interface Database {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** @throws Error in one line: the folder is in use, damaged or not writable. */
export async function startDatabase(request: DatabaseRequest): Promise<Database> {
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), {
    workerData: request,
    // LevelDB keeps the data; what JavaScript needs is a request at a time.
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const [report] = (await once(worker, 'message')) as [DatabaseReport];
  if ('fault' in report) {
    await worker.terminate();
    throw new Error(explain(report.fault, request.folder));
  }
  return {
    endpoint: `http://127.0.0.1:${report.port}`,
    async close() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}

function explain(fault: string, folder: string): string {
  if (fault === 'LEVEL_LOCKED')
    return `The data in ${folder} is in use: another local system is running on it.`;
  return `The data in ${folder} cannot be opened: ${fault}`;
}
