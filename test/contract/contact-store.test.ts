import { afterAll, beforeAll } from 'vitest';
import { dynamoContactStore } from '../../adapters/dynamodb/contact-store.ts';
import { memoryContactStore } from '../../adapters/memory/memory-contact-store.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { contactStoreContract } from './contact-store.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

contactStoreContract('memory', memoryContactStore);
contactStoreContract('DynamoDB', async () => dynamoContactStore(await database.createTable()));
