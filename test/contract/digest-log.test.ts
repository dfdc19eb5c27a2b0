import { afterAll, beforeAll } from 'vitest';
import { dynamoDigestLog } from '../../adapters/dynamodb/digest-log.ts';
import { memoryDigestLog } from '../../adapters/memory/memory-digest-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { digestLogContract } from './digest-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

digestLogContract('memory', memoryDigestLog);
digestLogContract('DynamoDB', async () => dynamoDigestLog(await database.createTable()));
