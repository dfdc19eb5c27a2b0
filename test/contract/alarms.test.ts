import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { alarmsContract } from './alarms.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

alarmsContract('DynamoDB', async () => tableAlarms(openTable(await database.createTable())));
alarmsContract('SQLite', () => tableAlarms(aSqliteTable()));
