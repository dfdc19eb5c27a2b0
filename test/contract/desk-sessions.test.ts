import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDeskSessions } from '../../adapters/table/desk-sessions.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { deskSessionsContract } from './desk-sessions.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

deskSessionsContract('DynamoDB', async () => tableDeskSessions(openTable(await database.createTable())));
deskSessionsContract('SQLite', () => tableDeskSessions(aSqliteTable()));
