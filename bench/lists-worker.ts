/**
 * `node bench/lists-worker.ts CHECKOUT digest|reconcile LEADS`: does it once, on a table of SQLite in which each call takes as long
 * as one of DynamoDB, and prints the figures as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Table } from '../adapters/table/table.ts';

const [checkout = '.', what = 'digest', amount = '40000'] = process.argv.slice(2);
const from = <T>(path: string) => import(join(checkout, path)) as Promise<T>;

const [{ openDatabase }, { openTable }, { tableLeadStore }, { tableDigestLog }, { aWorld }, { aLead }] =
  await Promise.all([
    from<typeof import('../adapters/sqlite/open-database.ts')>('adapters/sqlite/open-database.ts'),
    from<typeof import('../adapters/sqlite/open-table.ts')>('adapters/sqlite/open-table.ts'),
    from<typeof import('../adapters/table/lead-store.ts')>('adapters/table/lead-store.ts'),
    from<typeof import('../adapters/table/digest-log.ts')>('adapters/table/digest-log.ts'),
    from<typeof import('../test/support/a-world.ts')>('test/support/a-world.ts'),
    from<typeof import('../test/support/a-lead.ts')>('test/support/a-lead.ts'),
  ]);
const { sendDigest } = await from<typeof import('../functions/send-digest/send-digest.ts')>(
  'functions/send-digest/send-digest.ts',
);
const { reconcileLeads } = await from<typeof import('../functions/reconcile-leads/reconcile-leads.ts')>(
  'functions/reconcile-leads/reconcile-leads.ts',
);

/** Of a call of DynamoDB or Step Functions from a Lambda. */
const callMs = 5;

/** Whoever puts in an item of more than 400 KB is refused, as by DynamoDB. */
function slowed(table: Table): Table {
  return new Proxy(table, {
    get(target, name: keyof Table) {
      const call = target[name] as (...args: unknown[]) => unknown;
      if (name === 'indexPages') return call;
      return async (...args: unknown[]) => {
        if (name.startsWith('put') && JSON.stringify(args[0]).length > 400 * 1024)
          throw new Error('Item size has exceeded the maximum allowed size');
        await sleep(callMs);
        return call(...args);
      };
    },
  });
}

const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
try {
  const database = openDatabase(join(folder, 'database'));
  const table = openTable(database);
  const stored = tableLeadStore(table);
  const dueAt = '2026-11-22T08:00:00.000Z';
  for (let lead = 0; lead < Number(amount); lead += 500) {
    const ids = Array.from({ length: 500 }, (_, at) => String(1_000_000_000 + lead + at));
    await Promise.all(
      ids.map((id) => stored.add({ ...aLead(), id, dueAt, timeline: [] }, { contentHash: id })),
    );
  }
  const world = await aWorld();
  world.clock.set('2026-11-24T05:30:00.000Z');
  const slow = slowed(table);
  const workflow = { begin: () => sleep(callMs), end: () => sleep(callMs) };
  const deps = { ...world, workflow, leads: tableLeadStore(slow), digestLog: tableDigestLog(slow) };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const begin = performance.now();
  await (what === 'digest' ? sendDigest({}, deps) : reconcileLeads(deps));
  const seconds = (performance.now() - begin) / 1000;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage().rss);
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  console.log(
    JSON.stringify({
      seconds: Math.round(seconds * 10) / 10,
      megabytes: megabytes(most),
      before: megabytes(before),
    }),
  );
  database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
