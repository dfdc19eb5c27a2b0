import { afterAll, beforeAll } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableDigestAnswers } from '../../adapters/table/digest-answers.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { digestAnswersContract } from './digest-answers.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

digestAnswersContract('DynamoDB', async () => tableDigestAnswers(openTable(await database.createTable())));
digestAnswersContract('SQLite', () => tableDigestAnswers(aSqliteTable()));
