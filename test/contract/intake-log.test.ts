import { afterAll, beforeAll } from 'vitest';
import { dynamoIntakeLog } from '../../adapters/dynamodb/intake-log.ts';
import { memoryIntakeLog } from '../../adapters/memory/memory-intake-log.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { intakeLogContract } from './intake-log.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

intakeLogContract('memory', memoryIntakeLog);
intakeLogContract('DynamoDB', async () => dynamoIntakeLog(await database.createTable()));
