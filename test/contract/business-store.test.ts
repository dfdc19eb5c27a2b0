import { afterAll, beforeAll } from 'vitest';
import { signedBusinessReader } from '../../adapters/dynamodb/business-reader.ts';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { memoryBusinessStore } from '../../adapters/memory/memory-business-store.ts';
import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import { rememberedBusiness } from '../../local/data/remembered-business.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { businessStoreContract } from './business-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

businessStoreContract('memory', () => ({ store: memoryBusinessStore() }));
businessStoreContract('SQLite', () => ({ store: tableBusinessStore(aSqliteTable()) }));
businessStoreContract('SQLite, remembered', () => ({
  store: rememberedBusiness(tableBusinessStore(aSqliteTable())),
}));
businessStoreContract('DynamoDB', async () => {
  const table = await database.createTable();
  // Real credentials stand in the environment if the table is real.
  const surroundings =
    database.endpoint === 'aws'
      ? undefined
      : {
          AWS_ENDPOINT_URL: database.endpoint,
          AWS_REGION: await table.client.config.region(),
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
        };
  const reader = signedBusinessReader({ tableName: table.tableName, ...(surroundings && { surroundings }) });
  return { store: tableBusinessStore(openTable(table)), readers: [reader] };
});
