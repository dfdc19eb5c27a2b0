import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { memoryTable } from '../simulation/platform/memory-table.ts';
import { aSignedTable, startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { tableContract } from './table.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

const signed = () => aSignedTable(database);

tableContract('DynamoDB', async () => openTable(await database.createTable()));
tableContract('DynamoDB, by signed calls', signed);
tableContract('SQLite', aSqliteTable);
tableContract('memory', () => memoryTable());
