import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDeskNews } from '../../adapters/table/desk-news.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { deskNewsContract } from './desk-news.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

deskNewsContract('DynamoDB', async () => tableDeskNews(openTable(await database.createTable())));
deskNewsContract('SQLite', () => tableDeskNews(aSqliteTable()));
