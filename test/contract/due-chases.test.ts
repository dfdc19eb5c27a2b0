import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDueChases } from '../../adapters/table/due-chases.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { dueChasesContract } from './due-chases.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

dueChasesContract('DynamoDB', async () => tableDueChases(openTable(await database.createTable())));
dueChasesContract('SQLite', () => tableDueChases(aSqliteTable()));
