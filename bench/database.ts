/** DynamoDB's API on a disk for a moment, with a meter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable } from '../local/create-table.ts';
import { openDatabase } from '../local/database.ts';
import { localDynamoClient } from '../local/local-clients.ts';
import { meteredDatabase, type StorageMeter } from './metered-database.ts';

const writes = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** Runs with a fresh table; `units` counts what its calls consume, in DynamoDB's own units, without the index. */
export async function withMeteredTable<T>(
  run: (
    table: Parameters<typeof createTable>[0] & { onConsumed: (operation: string, units: number) => void },
    units: { read: number; write: number },
    storage: StorageMeter,
  ) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
  const database = await openDatabase({ folder, fresh: true });
  const { call, meter } = meteredDatabase(database);
  const client = localDynamoClient({ call });
  const units = { read: 0, write: 0 };
  const table = {
    client,
    tableName: 'Leads',
    onConsumed: (operation: string, consumed: number) => {
      units[writes.includes(operation) ? 'write' : 'read'] += consumed;
    },
  };
  try {
    await createTable(table);
    return await run(table, units, meter);
  } finally {
    client.destroy();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
