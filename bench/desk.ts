/**
 * The desk at a thousand leads and at a hundred thousand: what a page costs must not grow with what is closed. Asked of the function
 * itself, over a table in SQLite that counts what DynamoDB would charge for reading.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { report } from './report.ts';

const worker = fileURLToPath(new URL('./desk-worker.ts', import.meta.url));

export interface DeskFigures {
  readonly 'p50 ms': number;
  readonly 'p99 ms': number;
  /** As it goes over the wire. */
  readonly 'KB sent': number;
  readonly 'read units': number;
}

/** Each number of leads in a process of its own. */
export function measureDesk(amounts: readonly number[]): void {
  for (const amount of amounts) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [worker, String(amount)], {
      encoding: 'utf8',
      maxBuffer: 1e7,
    });
    if (status !== 0) {
      console.error(`The desk with ${amount} leads: ${stderr.trim().split('\n').slice(0, 6).join(' ')}`);
      continue;
    }
    const figures = JSON.parse(stdout) as Record<string, DeskFigures>;
    report(
      `The desk with ${amount} leads, 500 of them open`,
      [{ label: 'now', figures }],
      Object.keys(figures),
      (checkout, name) => ({ ...checkout.figures[name] }),
    );
  }
}
