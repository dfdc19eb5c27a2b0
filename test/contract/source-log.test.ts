import { afterAll, beforeAll } from 'vitest';
import { dynamoSourceLog } from '../../adapters/dynamodb/source-log.ts';
import { memorySourceLog } from '../../adapters/memory/memory-source-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { sourceLogContract } from './source-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

sourceLogContract('memory', memorySourceLog);
sourceLogContract('DynamoDB', async () => dynamoSourceLog(await database.createTable()));
