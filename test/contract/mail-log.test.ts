import { afterAll, beforeAll } from 'vitest';
import { dynamoMailLog } from '../../adapters/dynamodb/mail-log.ts';
import { memoryMailLog } from '../../adapters/memory/memory-mail-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { mailLogContract } from './mail-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

mailLogContract('memory', memoryMailLog);
mailLogContract('DynamoDB', async () => dynamoMailLog(await database.createTable()));
