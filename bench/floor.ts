/** What the store itself can do: so many writers, each of which waits for its own transaction. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../adapters/sqlite/open-database.ts';
import { openTable } from '../adapters/sqlite/open-table.ts';

/** About what a lead takes as JSON. */
const lead = {
  text: 'x'.repeat(2_500),
  status: 'OPEN',
  sortAt: '2026-11-23T09:00:00.000Z',
  summary: { text: 'x'.repeat(400) },
};
const claim = { leadId: '7K2M9QX4TD', capturedAt: lead.sortAt };

/** Transactions a second that hold the two rows of a capture: what the lead is, and the claim of its content. */
export async function measureFloor(writers: number, seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
  const database = openDatabase(join(folder, 'database'));
  const table = openTable(database);
  const end = performance.now() + seconds * 1000;
  let pairs = 0;
  const write = async (writer: number) => {
    for (let number = 0; performance.now() < end; number++) {
      const id = `${writer}-${number}`;
      await Promise.all([
        table.put({ pk: `CONTENT#${id}`, sk: 'CONTENT', ...claim }),
        table.put({ pk: `LEAD#${id}`, sk: 'LEAD', ...lead }),
      ]);
      pairs += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return pairs / seconds;
}
