import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { sourceLogContract } from './source-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

sourceLogContract('DynamoDB', async () => tableSourceLog(openTable(await database.createTable())));
sourceLogContract('SQLite', () => tableSourceLog(aSqliteTable()));
