import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { mailLogContract } from './mail-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

mailLogContract('DynamoDB', async () => tableMailLog(openTable(await database.createTable())));
mailLogContract('SQLite', () => tableMailLog(aSqliteTable()));
