import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tablePasskeys } from '../../adapters/table/passkeys.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { passkeysContract } from './passkeys.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

passkeysContract('DynamoDB', async () => tablePasskeys(openTable(await database.createTable())));
passkeysContract('SQLite', () => tablePasskeys(aSqliteTable()));
