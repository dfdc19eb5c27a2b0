import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableHookStore } from '../../adapters/table/hook-store.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { hookStoreContract } from './hook-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

hookStoreContract('DynamoDB', async () => tableHookStore(openTable(await database.createTable())));
hookStoreContract('SQLite', () => tableHookStore(aSqliteTable()));
