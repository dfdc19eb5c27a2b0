import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoLeadStore } from '../../../adapters/dynamodb/lead-store.ts';
import { scanLeads } from '../../../adapters/dynamodb/scan-leads.ts';
import { aLead } from '../../support/a-lead.ts';
import { startDynalite, type TestDatabase } from '../../support/dynalite.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

test('listing all leads leaves the client as it was: leads can be stored before, between and after', async () => {
  const table = await database.createTable();
  const leads = dynamoLeadStore(table);
  const ids = ['7K2M9QX4TD', '7K2M9QX4TE', '7K2M9QX4TF'];
  const listed: string[][] = [];
  for (const id of ids) {
    await leads.add({ ...aLead(), id }, { contentHash: id });
    const stored: string[] = [];
    for await (const lead of scanLeads(table)) stored.push(lead.id);
    listed.push(stored.sort());
  }
  expect(listed).toEqual([ids.slice(0, 1), ids.slice(0, 2), ids]);
});
