import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { digestLogContract } from './digest-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

digestLogContract('DynamoDB', async () => tableDigestLog(openTable(await database.createTable())));
digestLogContract('SQLite', () => tableDigestLog(aSqliteTable()));
