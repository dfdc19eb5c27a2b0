import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { intakeLogContract } from './intake-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

intakeLogContract('DynamoDB', async () => tableIntakeLog(openTable(await database.createTable())));
intakeLogContract('SQLite', () => tableIntakeLog(aSqliteTable()));
