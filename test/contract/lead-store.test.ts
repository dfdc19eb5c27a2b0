import { afterAll, beforeAll } from 'vitest';
import { dynamoLeadStore } from '../../adapters/dynamodb/lead-store.ts';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { leadStoreContract } from './lead-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

leadStoreContract('memory', memoryLeadStore);
leadStoreContract('DynamoDB', async () => dynamoLeadStore(await database.createTable()));
