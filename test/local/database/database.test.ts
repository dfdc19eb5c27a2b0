import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { Store } from 'dynalite/db/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { callDynalite } from '../../../local/database/call-dynalite.ts';
import { createTable } from '../../../local/database/create-table.ts';
import { type Database, openDatabase } from '../../../local/database/database.ts';
import { patchDynalite } from '../../../local/database/dynalite-patches.ts';
import { expireItems } from '../../../local/database/expire-items.ts';
import { localDynamoClient } from '../../../local/mail/local-clients.ts';
import { aLead } from '../../support/a-lead.ts';

let folder: string;
const databases: Database[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open({ fresh = false } = {}): Promise<{ client: DynamoDBClient; tableName: string }> {
  const database = await openDatabase({ folder: join(folder, 'database'), fresh });
  databases.push(database);
  const table = { client: localDynamoClient(database), tableName: 'Leads' };
  await createTable(table);
  return table;
}

const closeAll = async () => {
  for (const database of databases.splice(0)) await database.close();
};

test('leads are there after a restart, and gone after a fresh start', async () => {
  await tableLeadStore(openTable(await open())).add(aLead(), { contentHash: 'a' });
  await closeAll();
  expect(await tableLeadStore(openTable(await open())).listOpen()).toHaveLength(1);
  await closeAll();
  expect(await tableLeadStore(openTable(await open({ fresh: true }))).listOpen()).toEqual([]);
});

test('a folder in use is refused by its name, and a fresh start spares it', async () => {
  const leads = tableLeadStore(openTable(await open()));
  await leads.add(aLead(), { contentHash: 'a' });
  const inUse = new RegExp(`${folder} is in use`);
  await expect(open()).rejects.toThrow(inUse);
  await expect(open({ fresh: true })).rejects.toThrow(inUse);
  expect(await leads.listOpen()).toHaveLength(1);
});

test('many calls at once each get their own answer', async () => {
  const leads = tableLeadStore(openTable(await open()));
  const ids = Array.from({ length: 40 }, (_, index) => `TEST0000${String(index).padStart(2, '0')}`);
  await Promise.all(
    ids.map((id) => {
      const lead = aLead();
      const timeline = lead.timeline.map((event) => (event.type === 'captured' ? { ...event, id } : event));
      return leads.add({ ...lead, id, timeline }, { contentHash: id });
    }),
  );
  const loaded = await Promise.all(ids.map((id) => leads.load(id)));
  expect(loaded.map((lead) => lead?.id)).toEqual(ids);
});

test('what has outlived its time is deleted, and nothing else', async () => {
  const table = await open();
  const leads = tableLeadStore(openTable(table));
  const lost = { stage: 'lost', waitsFor: 'nobody', closedAt: '2026-11-23T08:00:00.000Z' } as const;
  await leads.add(aLead({ ...lost, expiresOn: '2027-11-23' }), { contentHash: 'a' });
  await expireItems(table, Date.parse('2027-11-22T23:00:00.000Z'));
  expect(await leads.load('7K2M9QX4TD')).toBeDefined();
  await expireItems(table, Date.parse('2027-11-23T01:00:00.000Z'));
  expect(await leads.load('7K2M9QX4TD')).toBeUndefined();
  expect(await leads.listClosed('2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')).toEqual([]);
});

test('an item and its place in the index are written in one piece, so that no end can come between them', async () => {
  const stores: Store[] = [];
  patchDynalite((store) => stores.push(store));
  const server = dynalite({ createTableMs: 0 });
  const client = localDynamoClient({
    call: async (target, body) => ({ id: 0, ...(await callDynalite(server, target, body)) }),
  });
  const table = { client, tableName: 'Leads' };
  await createTable(table);
  const [store] = stores;
  if (!store) throw new Error('No store was opened');
  const { batch } = store.db;
  const written: string[][] = [];
  Object.assign(store.db, {
    batch: (operations: { type: string; key: string }[], done: () => void) => {
      written.push(operations.map(({ type, key }) => `${type} ${key.split('~')[0]}`));
      batch.call(store.db, operations as Parameters<typeof batch>[0], done);
    },
    put: () => {
      throw new Error('A write of its own');
    },
  });
  const leads = tableLeadStore(openTable(table));
  await leads.add(aLead(), { contentHash: 'a' });
  const lead = await leads.load('7K2M9QX4TD');
  if (!lead) throw new Error('The lead was not stored');
  await leads.save({ ...lead, dueAt: '2026-11-24T09:00:00.000Z' });
  expect(written).toEqual([
    ['put item-Leads'],
    ['put index-global', 'put item-Leads'],
    ['del index-global', 'put index-global', 'put item-Leads'],
  ]);
  expect(await leads.listOpen()).toMatchObject([{ dueAt: '2026-11-24T09:00:00.000Z' }]);
});
