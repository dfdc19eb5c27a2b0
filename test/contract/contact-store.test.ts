import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { contactStoreContract } from './contact-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

contactStoreContract('DynamoDB', async () => tableContactStore(openTable(await database.createTable())));
contactStoreContract('SQLite', () => tableContactStore(aSqliteTable()));
