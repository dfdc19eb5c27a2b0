import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableLeadSearch } from '../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { erased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { NotRestoredError, restoreLead, restoreMissing } from '../../ops/restore-items.ts';
import { chases, leadNumber, ownSubmission, unmarked } from '../contract/numbered-leads.ts';
import { startDynalite, type TestDatabase, type TestTable } from '../support/dynalite.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

const at = '2026-11-23T08:00:00.000Z';
const nowSeconds = Date.parse('2026-11-23T12:00:00.000Z') / 1000;
const email = { kind: 'email', value: 'erika.muster@example.org' } as const;

let living: TestTable;
let restored: TestTable;
beforeEach(async () => {
  living = await database.createTable();
  restored = await database.createTable();
});

const storesOf = (table: TestTable) => ({
  leads: tableLeadStore(openTable(table)),
  mailLog: tableMailLog(openTable(table)),
  contacts: tableContactStore(openTable(table)),
});

/** A lead with a mail that was sent, a history that has its own items, and its person. */
async function storeLead(number: number, overrides: Partial<Lead> = {}): Promise<Lead> {
  const { leads, mailLog, contacts } = storesOf(living);
  const lead = leadNumber(number, overrides);
  await leads.add(lead, ownSubmission(lead));
  const full = await leads.save({ ...lead, timeline: [...lead.timeline, ...chases(250)] });
  await mailLog.claim({ leadId: lead.id, key: 'g1#acknowledgement#1', to: 'customer' }, at);
  await mailLog.markSent(lead.id, 'g1#acknowledgement#1', `message-${number}`, at);
  await contacts.linkLead(email, lead.id);
  return full;
}

async function itemsOf({ client, tableName }: TestTable) {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  return Items;
}

const textOf = async (table: TestTable) =>
  (await itemsOf(table)).map((item) => JSON.stringify(Object.entries(item).sort())).sort();

/** As point-in-time recovery would: the restored table holds what the living one holds now. */
async function takeCopy(): Promise<void> {
  for (const Item of await itemsOf(living)) {
    await restored.client.send(new PutItemCommand({ TableName: restored.tableName, Item }));
  }
}

async function lose(isLost: (pk: string) => boolean): Promise<void> {
  for (const { pk, sk } of await itemsOf(living)) {
    if (!pk || !sk || !isLost(pk.S ?? '')) continue;
    await living.client.send(new DeleteItemCommand({ TableName: living.tableName, Key: { pk, sk } }));
  }
}

const options = (dryRun = false) => ({
  client: living.client,
  from: restored.tableName,
  to: living.tableName,
  dryRun,
  nowSeconds,
});

describe('what is missing', () => {
  test('comes back as it was, down to the last item', async () => {
    await storeLead(1);
    await storeLead(2);
    await takeCopy();
    const before = await textOf(living);
    await lose(() => true);
    expect(await restoreMissing(options())).toMatchObject({ leads: 2, there: 0, expired: 0, orphans: 0 });
    expect(await textOf(living)).toEqual(before);
  });

  test('is copied once: a second run has nothing to do', async () => {
    await storeLead(1);
    await takeCopy();
    await lose(() => true);
    await restoreMissing(options());
    expect(await restoreMissing(options())).toMatchObject({ leads: 0, items: 0, linked: 0 });
  });

  test('is only counted in a dry run', async () => {
    await storeLead(1);
    await storeLead(2);
    await takeCopy();
    await lose((pk) => pk === 'LEAD#0000000001' || pk.startsWith('CONTACT#'));
    const before = await textOf(living);
    const counted = await restoreMissing(options(true));
    expect(await textOf(living)).toEqual(before);
    expect(await restoreMissing(options())).toEqual(counted);
    expect(counted).toMatchObject({ leads: 1 });
  });

  test('never replaces what changed since, nor what is new', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    const { leads } = storesOf(living);
    const changed = await leads.save({ ...lead, valueCents: 1_200_000 });
    await storeLead(3);
    await restoreMissing(options());
    expect(await leads.load(lead.id)).toEqual(changed);
    expect(await leads.load('0000000003')).toBeDefined();
  });

  test('is known to its person again, who had other requests meanwhile', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    await lose(() => true);
    await storeLead(3);
    expect(await restoreMissing(options())).toMatchObject({ leads: 1, linked: 1 });
    const contact = await storesOf(living).contacts.load(email);
    expect(contact?.leadIds).toEqual([lead.id, '0000000003']);
  });

  test('has its answers find it again', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    await lose(() => true);
    await restoreMissing(options());
    expect(await storesOf(living).mailLog.findLead('message-1')).toBe(lead.id);
  });
});

describe('nobody comes back who was erased', () => {
  test('the history and the person of a lead that stands empty stay gone', async () => {
    const { leads, contacts } = storesOf(living);
    const lead = await storeLead(1);
    await takeCopy();
    await leads.eraseArchive(lead.id);
    await contacts.unlinkLead(email, lead.id);
    // What is left of the contact would name it again.
    expect(await contacts.load(email)).toBeUndefined();
    const before = await leads.loadArchive(lead.id);
    expect(before).toEqual([]);
    await restoreMissing(options());
    expect(await leads.loadArchive(lead.id)).toEqual([]);
  });

  test('a lead whose time has come stays gone, and what points to it', async () => {
    const closed: Partial<Lead> = {
      stage: 'lost',
      waitsFor: 'nobody',
      closedAt: at,
      expiresOn: '2026-11-23',
    };
    await storeLead(1, closed);
    await takeCopy();
    await lose(() => true);
    expect(await restoreMissing(options())).toMatchObject({ leads: 0 });
    const left = (await itemsOf(living)).map(({ pk }) => pk?.S);
    expect(left.filter((pk) => /^(LEAD|CONTACT|SES)#/.test(pk ?? ''))).toEqual([]);
  });

  test('but whoever wants no mails is remembered', async () => {
    await storesOf(living).contacts.suppress(email, 'stopped', at);
    await takeCopy();
    await lose(() => true);
    await restoreMissing(options());
    expect((await storesOf(living).contacts.load(email))?.suppressed?.reason).toBe('stopped');
  });
});

describe('by what leads are found', () => {
  const foundBy = async (typed: string) => {
    const { leads } = storesOf(living);
    const found = await tableLeadSearch(openTable(living), leads).find(typed, { now: at, atMost: 5 });
    return found.map(({ lead }) => lead.id);
  };

  test('comes back with the lead', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    await lose(() => true);
    await restoreMissing(options());
    expect(await foundBy('Muster')).toEqual([lead.id]);
    expect(await foundBy('1234567')).toEqual([lead.id]);
  });

  test('does not come back beside somebody who was erased since', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    const event = { type: 'erased', at, by: 'owner', expiresOn: '2027-11-24' } as const;
    await storesOf(living).leads.save(erased({ ...lead, timeline: [...lead.timeline, event] }, event));
    await restoreMissing(options());
    expect((await itemsOf(living)).filter(({ pk }) => /^(?:FIND|WORDS)#/.test(pk?.S ?? ''))).toEqual([]);
  });

  test('is written anew with the next write of a lead that was replaced', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    const { leads } = storesOf(living);
    await leads.save({ ...lead, contact: { ...lead.contact, name: 'Falsch Verstanden' } });
    await restoreLead(lead.id, { ...options(), overwrite: true });
    await leads.save((await leads.load(lead.id)) as Lead);
    expect(await foundBy('Muster')).toEqual([lead.id]);
    expect(await foundBy('Verstanden')).toEqual([]);
  });
});

describe('one lead', () => {
  test('comes back alone, with its mails and its history', async () => {
    const lead = await storeLead(1);
    await storeLead(2);
    const history = await storesOf(living).leads.loadArchive(lead.id);
    await takeCopy();
    await lose(() => true);
    expect(await restoreLead(lead.id, { ...options(), overwrite: false })).toMatchObject({ leads: 1 });
    const { leads, mailLog, contacts } = storesOf(living);
    expect(await leads.load(lead.id)).toEqual(lead);
    expect(await leads.loadArchive(lead.id)).toEqual(history);
    expect(await mailLog.list(lead.id)).toHaveLength(1);
    expect(await mailLog.findLead('message-1')).toBe(lead.id);
    expect((await contacts.load(email))?.leadIds).toContain(lead.id);
    expect(await leads.load('0000000002')).toBeUndefined();
  });

  test('that is there in a newer version is not replaced without being asked to', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    const damaged = await storesOf(living).leads.save({ ...lead, valueCents: 1 });
    await expect(restoreLead(lead.id, { ...options(), overwrite: false })).rejects.toThrow(NotRestoredError);
    expect(await storesOf(living).leads.load(lead.id)).toEqual(damaged);
  });

  test('is replaced on request as a version of its own, which the old timer finds strange', async () => {
    const lead = await storeLead(1);
    await takeCopy();
    const { leads } = storesOf(living);
    const damaged = await leads.save({ ...lead, valueCents: 1, generation: 4 });
    await restoreLead(lead.id, { ...options(), overwrite: true });
    expect(await leads.load(lead.id)).toEqual({
      ...unmarked(lead),
      version: damaged.version + 1,
      generation: 5,
    });
    expect(await leads.listOpen()).toMatchObject([{ id: lead.id, generation: 5 }]);
    // Whoever still holds the damaged one does not write over it.
    await expect(leads.save(damaged)).rejects.toThrow();
  });

  test('that the restored table does not hold is said to be missing there', async () => {
    const asked = restoreLead('0000000009', { ...options(), overwrite: false });
    await expect(asked).rejects.toThrow('The restored table has no lead 0000000009.');
  });
});
