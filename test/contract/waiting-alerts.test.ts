import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { waitingAlertsContract } from './waiting-alerts.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

waitingAlertsContract('DynamoDB', async () => tableWaitingAlerts(openTable(await database.createTable())));
waitingAlertsContract('SQLite', () => tableWaitingAlerts(aSqliteTable()));
