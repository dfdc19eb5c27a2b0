/** The whole local system: how long it takes to start, what ten thousand open leads hold, how fast a month passes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalSystem, startLocalSystem } from '../test/support/local-system.ts';
import { load } from './captures.ts';
import type { Checkout } from './checkout.ts';
import { report, rounded } from './report.ts';

const openLeads = 10_000;
const monthLeads = 1_000;
const starts = 5;

export async function measureLocalSystem(checkouts: readonly Checkout[]): Promise<void> {
  const measured: (Checkout & { figures: Record<string, number> })[] = [];
  for (const checkout of checkouts) {
    const main = join(checkout.folder, 'local/main.ts');
    const figures = {
      'seconds from start to /health, best': await secondsToHealth(main),
      [`MB resident with ${openLeads} open leads, right after`]: 0,
      [`MB resident with ${openLeads} open leads, a minute later`]: 0,
      [`seconds for ${monthLeads} leads x 30 days`]: await secondsOfMonth(main),
    };
    const [after, later] = await memory(main);
    figures[`MB resident with ${openLeads} open leads, right after`] = after;
    figures[`MB resident with ${openLeads} open leads, a minute later`] = later;
    measured.push({ ...checkout, figures });
  }
  const rows = Object.keys(measured[0]?.figures ?? {});
  report('The whole local system', measured, rows, ({ figures }, row) => ({ value: figures[row] ?? 0 }));
}

async function secondsToHealth(main: string): Promise<number> {
  const seconds: number[] = [];
  for (let start = 0; start < starts; start++) {
    const begin = performance.now();
    const system = await startLocalSystem({ main });
    seconds.push((performance.now() - begin) / 1000);
    await system.stop();
  }
  return rounded(Math.min(...seconds));
}

async function withSystem<T>(main: string, measure: (system: LocalSystem) => Promise<T>): Promise<T> {
  const system = await startLocalSystem({ main, now: '2026-11-23T09:00:00.000Z' });
  try {
    return await measure(system);
  } finally {
    await system.stop();
  }
}

const memory = (main: string) =>
  withSystem(main, async (system) => {
    await load(system.url, 10, { amount: openLeads });
    await system.quiet();
    const right = residentMegabytes(system.pid());
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    return [right, residentMegabytes(system.pid())] as const;
  });

const secondsOfMonth = (main: string) =>
  withSystem(main, async (system) => {
    await load(system.url, 10, { amount: monthLeads });
    await system.quiet();
    const begin = performance.now();
    // Day by day: a single answer that takes minutes is given up by whoever waits for it.
    for (let day = 0; day < 30; day++) await system.advance('P1D');
    return rounded((performance.now() - begin) / 1000);
  });

/** Of a process of Linux. */
function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
