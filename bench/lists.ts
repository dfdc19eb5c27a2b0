/** The lists of a flood: a digest and a repair of all open leads, as many as nobody should have. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Checkout } from './checkout.ts';
import { report } from './report.ts';

const worker = fileURLToPath(new URL('./lists-worker.ts', import.meta.url));

/** Each in a process of its own, so that its memory is its own. */
export function measureLists(checkouts: readonly Checkout[], leads: number): void {
  const measured = checkouts.map((checkout) => ({
    ...checkout,
    figures: Object.fromEntries(
      ['digest', 'reconcile'].map((what) => [what, measure(checkout, what, leads)]),
    ),
  }));
  report(`${leads} open leads`, measured, ['digest', 'reconcile'], ({ figures }, what) => ({
    seconds: figures[what]?.seconds ?? Number.NaN,
    'MB at most': figures[what]?.megabytes ?? Number.NaN,
    'MB to begin with': figures[what]?.before ?? Number.NaN,
  }));
}

interface Figures {
  readonly seconds: number;
  readonly megabytes: number;
  readonly before: number;
}

function measure({ folder }: Checkout, what: string, leads: number): Figures | undefined {
  const { stdout, stderr, status } = spawnSync(process.execPath, [worker, folder, what, String(leads)], {
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout) as Figures;
  console.error(`${what} in ${folder}: ${stderr.trim().split('\n').slice(0, 3).join(' ')}`);
  return undefined;
}
