import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { aSignedTable, startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { leadStoreContract } from './lead-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

const signed = () => aSignedTable(database);

leadStoreContract('memory', memoryLeadStore);
leadStoreContract('DynamoDB', async () => tableLeadStore(openTable(await database.createTable())));
leadStoreContract('DynamoDB, by signed calls', async () => tableLeadStore(await signed()));
leadStoreContract('SQLite', () => tableLeadStore(aSqliteTable()));
