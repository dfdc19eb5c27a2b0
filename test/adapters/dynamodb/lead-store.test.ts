import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dynamoLeadStore } from '../../../adapters/dynamodb/lead-store.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { summarise } from '../../../domain/lead/summary.ts';
import { CorruptItemError } from '../../../domain/ports/errors.ts';
import type { LeadStore, SubmissionKeys } from '../../../domain/ports/lead-store.ts';
import { chases, leadNumber, ownSubmission } from '../../contract/lead-store.contract.ts';
import { startDynalite, type TestDatabase, type TestTable } from '../../support/dynalite.ts';
import {
  crash,
  crashingClient,
  forgetfulClient,
  throttledClient,
  watchedClient,
} from '../../support/troubled-client.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

let table: TestTable;
let store: LeadStore;
beforeEach(async () => {
  table = await database.createTable();
  store = dynamoLeadStore(table);
});

const on = (client: TestTable['client']) => dynamoLeadStore({ ...table, client });

async function itemsOf(prefix: string): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(table.client);
  const items: Record<string, unknown>[] = [];
  for await (const { Items } of paginateScan({ client }, { TableName: table.tableName })) {
    items.push(...(Items ?? []).filter(({ pk }) => pk.startsWith(prefix)));
  }
  return items;
}

const partsOf = async (lead: Lead) =>
  (await itemsOf(`LEAD#${lead.id}`)).filter(({ sk }) => String(sk).startsWith('TIMELINE#'));

/** What one item looks like in the table. */
async function rawItem(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
  const documents = DynamoDBDocumentClient.from(table.client);
  return (await documents.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk } }))).Item;
}

async function put(item: Record<string, unknown>): Promise<void> {
  const documents = DynamoDBDocumentClient.from(table.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  await documents.send(new PutCommand({ TableName: table.tableName, Item: item }));
}

const submission: SubmissionKeys = { submissionId: 'form-1', contentHash: 'a' };
const seconds = (moment: string) => Date.parse(moment) / 1000;
const capturedAt = leadNumber(1).capturedAt;

/** The process can die before each call and after it. */
const deaths = (calls: number) =>
  Array.from({ length: calls }, (_, afterCalls) => [
    { afterCalls, reached: false },
    { afterCalls, reached: true },
  ]).flat();

describe('a capture that is killed', () => {
  test.each(deaths(3))('is completed by its repeat, as one lead: %o', async (death) => {
    const [first, repeat] = [leadNumber(1), leadNumber(2)];
    await expect(on(crashingClient(database.endpoint, death)).add(first, submission)).rejects.toBe(crash);
    const { leadId } = await store.add(repeat, submission);
    const [lead, ...others] = await itemsOf('LEAD#');
    expect(others).toEqual([]);
    expect(lead).toMatchObject({ id: leadId });
    expect(await store.load(leadId)).toMatchObject({ id: leadId, timeline: [{ id: leadId }] });
    expect(await store.add(leadNumber(3), submission)).toEqual({ leadId, created: false });
  });

  test.each(deaths(3))('is completed by the same content from elsewhere: %o', async (death) => {
    const crashing = on(crashingClient(database.endpoint, death));
    await expect(crashing.add(leadNumber(1), submission)).rejects.toBe(crash);
    const { leadId } = await store.add(leadNumber(2), { submissionId: 'form-2', contentHash: 'a' });
    expect(await store.add(leadNumber(3), submission)).toEqual({ leadId, created: false });
    expect(await itemsOf('LEAD#')).toHaveLength(1);
  });

  // Claims: the submission, the content; then the lead's absence is seen, its content read and the claim redirected.
  test.each(deaths(4))('while it found out that it repeats another lead: %o', async (death) => {
    await store.add(leadNumber(1), { submissionId: 'form-0', contentHash: 'a' });
    const crashing = on(crashingClient(database.endpoint, death));
    await crashing.add(leadNumber(2), submission).catch(() => {});
    const hoursLater = new Date(Date.parse(capturedAt) + 3 * 3_600_000).toISOString();
    const { leadId } = await store.add(leadNumber(3, { capturedAt: hoursLater }), submission);
    // A first try that left no trace is a new request by then.
    expect(leadId).toBe(death.afterCalls === 0 && !death.reached ? '0000000003' : '0000000001');
  });

  test('is stored under its first id when it comes again hours later', async () => {
    const death = { afterCalls: 1, reached: true };
    await expect(on(crashingClient(database.endpoint, death)).add(leadNumber(1), submission)).rejects.toBe(
      crash,
    );
    const hoursLater = new Date(Date.parse(capturedAt) + 3 * 3_600_000).toISOString();
    const repeat = leadNumber(2, { capturedAt: hoursLater });
    expect(await store.add(repeat, submission)).toEqual({ leadId: '0000000001', created: true });
  });
});

describe('an answer that got lost', () => {
  test('does not turn a new lead into a repeated one', async () => {
    const lead = leadNumber(1);
    expect(await on(forgetfulClient(database.endpoint)).add(lead, submission)).toEqual({
      leadId: lead.id,
      created: true,
    });
    expect(await store.load(lead.id)).toEqual(lead);
  });

  test('does not make a change look lost', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const saved = await on(forgetfulClient(database.endpoint)).save({ ...lead, valueCents: 100 });
    expect(saved.version).toBe(1);
    expect(await store.load(lead.id)).toEqual(saved);
  });
});

test('a write that is refused for another reason is neither a repeat nor a lost race', async () => {
  const lead = leadNumber(1);
  await store.add(lead, submission);
  const throttled = on(throttledClient(database.endpoint));
  await expect(throttled.add(lead, submission)).rejects.toThrow('Too fast');
  await expect(throttled.save(lead)).rejects.toThrow('Too fast');
});

describe('what it costs', () => {
  test('a capture is three writes and nothing else, two without a submission id', async () => {
    const withId = watchedClient(database.endpoint);
    await on(withId.client).add(leadNumber(1), submission);
    expect(withId.commands()).toEqual(['PutItem', 'PutItem', 'PutItem']);
    const without = watchedClient(database.endpoint);
    await on(without.client).add(leadNumber(2), { contentHash: 'b' });
    expect(without.commands()).toEqual(['PutItem', 'PutItem']);
  });

  test('a change is one write', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const { client, commands } = watchedClient(database.endpoint);
    await on(client).save(lead);
    expect(commands()).toEqual(['PutItem']);
  });

  test('what decides is read as it is now, not as it was a moment ago', async () => {
    const { client, sent } = watchedClient(database.endpoint);
    await on(client).add(leadNumber(1), submission);
    await on(client).add(leadNumber(2), submission);
    await on(client).load('0000000001');
    const reads = sent.filter(({ command }) => command === 'GetItem');
    expect(reads).toHaveLength(3);
    for (const { input } of reads) expect(input).toMatchObject({ ConsistentRead: true });
  });

  test('the units of each call are told to who asks for them', async () => {
    const consumed: [string, number][] = [];
    const counting = dynamoLeadStore({ ...table, onConsumed: (...call) => consumed.push(call) });
    const lead = leadNumber(1);
    await counting.add(lead, submission);
    await counting.load(lead.id);
    await counting.listOpen();
    expect(consumed.map(([operation]) => operation)).toEqual([
      'PutItem',
      'PutItem',
      'PutItem',
      'GetItem',
      'Query',
    ]);
    for (const [, units] of consumed) expect(units).toBeGreaterThan(0);
  });

  test('listing open and won leads costs what is listed, however many leads were lost', async () => {
    const costOfLists = async () => {
      let units = 0;
      const counting = dynamoLeadStore({ ...table, onConsumed: (_, cost) => (units += cost) });
      await counting.listOpen();
      await counting.listOverdue('2030-01-01T00:00:00.000Z');
      await counting.listWon('2026-11');
      await counting.listClosed('2026-11-22T05:30:00.000Z', '2026-11-23T05:30:00.000Z');
      return units;
    };
    await store.add(leadNumber(1), ownSubmission(leadNumber(1)));
    const before = await costOfLists();
    const lost = { stage: 'lost', waitsFor: 'nobody', closedAt: '2026-11-23T09:00:00.000Z' } as const;
    for (let number = 2; number < 40; number++) {
      await store.add(leadNumber(number, lost), ownSubmission(leadNumber(number)));
    }
    expect(await costOfLists()).toBe(before);
  });
});

describe('what is in the table', () => {
  test('a lead lies under its id with its own fields', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const { pk, sk, status, sortAt, summary, writeId, ...fields } =
      (await rawItem(`LEAD#${lead.id}`, 'LEAD')) ?? {};
    expect({ pk, sk, status, sortAt }).toEqual({
      pk: 'LEAD#0000000001',
      sk: 'LEAD',
      status: 'OPEN',
      sortAt: lead.dueAt,
    });
    expect(summary).toEqual({ ...summarise(lead), schemaVersion: 1 });
    expect(writeId).toEqual(expect.any(String));
    expect(fields).toEqual(lead);
  });

  test('a lead that is to be erased goes by itself, and stays when it is reopened', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    expect(await rawItem(`LEAD#${lead.id}`, 'LEAD')).not.toHaveProperty('expiresAt');
    const closed = await store.save({
      ...lead,
      stage: 'lost',
      closedAt: capturedAt,
      expiresOn: '2027-11-23',
    });
    expect(await rawItem(`LEAD#${lead.id}`, 'LEAD')).toMatchObject({
      expiresAt: seconds('2027-11-23T00:00:00.000Z'),
    });
    const { expiresOn: _, closedAt: __, ...reopened } = closed;
    await store.save({ ...reopened, stage: 'quoted' });
    expect(await rawItem(`LEAD#${lead.id}`, 'LEAD')).not.toHaveProperty('expiresAt');
  });

  test('a submission is known for a year, its content for a day, honeypot entries for 30 days', async () => {
    await store.add(leadNumber(1), submission);
    await store.keepSpam(leadNumber(2, { spam: true }));
    const days = async (prefix: string) =>
      (await itemsOf(prefix)).map(({ expiresAt }) => (Number(expiresAt) - seconds(capturedAt)) / 86_400);
    expect(await days('SUBMISSION#')).toEqual([365]);
    expect(await days('CONTENT#')).toEqual([1]);
    expect(await days('SPAM#')).toEqual([30]);
  });

  test('archived events go with their lead, and stay when it is reopened', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const full = await store.save({ ...lead, timeline: [...lead.timeline, ...chases(400)] });
    const expiries = async () => new Set((await partsOf(lead)).map(({ expiresAt }) => expiresAt));
    expect((await partsOf(lead)).length).toBeGreaterThan(1);
    expect(await expiries()).toEqual(new Set([undefined]));
    const closed = await store.save({
      ...full,
      stage: 'lost',
      closedAt: capturedAt,
      expiresOn: '2027-11-23',
    });
    expect(await expiries()).toEqual(new Set([seconds('2027-11-23T00:00:00.000Z')]));
    const { expiresOn: _, closedAt: __, ...reopened } = closed;
    await store.save({ ...reopened, stage: 'quoted' });
    expect(await expiries()).toEqual(new Set([undefined]));
  });
});

describe('large leads', () => {
  const largest = 250_000;
  const resubmitted = (number: number, message: string): LeadEvent => ({
    type: 'resubmitted',
    at: capturedAt,
    by: 'customer',
    contact: { name: `Erika ${number}`, language: 'de' },
    request: { message, urgency: 'planned', gas: false, extra: [] },
  });

  async function expectWhole(lead: Lead, timeline: Lead['timeline']): Promise<void> {
    const stored = await store.load(lead.id);
    expect([...(await store.loadArchive(lead.id)), ...(stored?.timeline ?? [])]).toEqual(timeline);
    for (const item of await itemsOf('LEAD#')) {
      expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThan(largest);
    }
  }

  test('two hundred events with long texts are kept, in items of a modest size', async () => {
    let lead = leadNumber(1);
    await store.add(lead, submission);
    const timeline = [...lead.timeline];
    const message = '🛁'.repeat(5_000);
    for (let number = 1; number < 200; number += 20) {
      const events = Array.from({ length: 20 }, (_, index) => resubmitted(number + index, message));
      timeline.push(...events);
      lead = await store.save({ ...lead, timeline: [...lead.timeline, ...events] });
    }
    await expectWhole(lead, timeline);
  });

  test('a form with as much text as it may carry is stored, its event apart', async () => {
    const extra = Array.from({ length: 200 }, (_, index) => ({
      name: `feld-${index}`,
      value: 'x'.repeat(1_100),
    }));
    const request = { ...leadNumber(1).request, extra };
    const timeline = leadNumber(1).timeline.map((event) =>
      event.type === 'captured' ? { ...event, request } : event,
    );
    const lead = leadNumber(1, { request, timeline });
    expect(await store.add(lead, submission)).toMatchObject({ created: true });
    expect((await store.load(lead.id))?.request).toEqual(request);
    await expectWhole(lead, timeline);
  });

  test('killed after a long event moved aside, a history that went on otherwise is whole', async () => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const long = (number: number, kilobytes: number) => resubmitted(number, 'x'.repeat(kilobytes * 1_000));
    const nine = Array.from({ length: 9 }, (_, index) => long(index, 20));
    const full = await store.save({ ...lead, timeline: [...lead.timeline, ...nine] });
    // Two parts and their expiry are written, the lead is not.
    const crashing = on(crashingClient(database.endpoint, { afterCalls: 3, reached: false }));
    const interrupted = crashing.save({ ...full, timeline: [...full.timeline, long(10, 150)] });
    await expect(interrupted).rejects.toBe(crash);
    expect((await partsOf(lead)).map(({ from }) => from)).toEqual([0, 10]);

    const next = await store.save({ ...full, timeline: [...full.timeline, long(11, 30)] });
    await store.save({ ...next, timeline: [...next.timeline, long(12, 150)] });
    await expectWhole(lead, [...full.timeline, long(11, 30), long(12, 150)]);
  });

  test.each(deaths(4))('killed while events move aside, the history stays whole: %o', async (death) => {
    const lead = leadNumber(1);
    await store.add(lead, submission);
    const full = await store.save({ ...lead, timeline: [...lead.timeline, ...chases(199)] });
    const interrupted = { ...full, timeline: [...full.timeline, ...chases(120, 200)] };
    await on(crashingClient(database.endpoint, death))
      .save(interrupted)
      .catch(() => {});
    const stored = await store.load(lead.id);
    const timeline = [...(await store.loadArchive(lead.id)), ...(stored?.timeline ?? [])];
    expect([full.timeline, interrupted.timeline]).toContainEqual(timeline);

    // The next one has something else to say.
    const later = chases(45, 900);
    const saved = await store.save({
      ...(stored ?? full),
      timeline: [...(stored?.timeline ?? []), ...later],
    });
    expect([...(await store.loadArchive(lead.id)), ...saved.timeline]).toEqual([...timeline, ...later]);
  });
});

describe('broken and old items', () => {
  const damaged = { ...leadNumber(1), pk: 'LEAD#0000000001', sk: 'LEAD', schemaVersion: 1 };

  test('a broken lead is reported by its fields, without what they hold', async () => {
    const contact = { email: 'erika@example.org', 'Erika Muster': 1 };
    await put({ ...damaged, stage: 'geheim', contact, attribution: { utm: { 'Erika Muster': 1 } } });
    const error = await store.load('0000000001').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CorruptItemError);
    const { message } = error as Error;
    expect(message).toContain('0000000001');
    expect(message).toContain('stage');
    expect(message).toContain('contact');
    expect(message).not.toMatch(/geheim|erika|Erika/);
  });

  test('a broken summary is reported', async () => {
    await put({
      ...damaged,
      status: 'OPEN',
      sortAt: capturedAt,
      summary: { schemaVersion: 1, id: '0000000001' },
    });
    await expect(store.listOpen()).rejects.toThrow(CorruptItemError);
  });

  test('a lead with fields that a newer release added is read and written, and keeps them', async () => {
    const lead = leadNumber(1);
    const [captured] = lead.timeline;
    const newer = {
      ...damaged,
      colour: 'blue',
      contact: { ...lead.contact, salutation: 'Dr.' },
      timeline: [{ ...captured, device: { kind: 'phone' } }],
    };
    await put({
      ...newer,
      status: 'OPEN',
      sortAt: capturedAt,
      summary: { ...summarise(lead), schemaVersion: 1, star: 1 },
    });
    expect((await store.listOpen()).map(({ id }) => id)).toEqual([lead.id]);
    const loaded = await store.load(lead.id);
    expect(loaded).toMatchObject({ colour: 'blue', contact: { salutation: 'Dr.' } });
    if (!loaded) throw new Error('The lead is gone');
    await store.save({ ...loaded, stage: 'in-progress' });
    expect(await store.load(lead.id)).toMatchObject({
      stage: 'in-progress',
      colour: 'blue',
      contact: { salutation: 'Dr.' },
      timeline: [{ device: { kind: 'phone' } }],
    });
  });

  test('a lead of a version nobody knows is reported', async () => {
    await put({ ...damaged, schemaVersion: 2 });
    await expect(store.load('0000000001')).rejects.toThrow(CorruptItemError);
  });

  describe('of an older version', () => {
    /** There, nobody noted whether a lead was spam, and a chase had no number. */
    const upgraders = {
      0: (stored: Readonly<Record<string, unknown>>) => ({
        ...stored,
        schemaVersion: 1,
        ...('stage' in stored && { spam: false }),
        timeline: (stored.timeline as object[]).map((event) => ({ number: 1, ...event })),
      }),
    };
    const chase = {
      type: 'owner-chased',
      at: capturedAt,
      by: 'system',
      mail: 'new',
      key: 'k',
      cadence: 'new',
    };
    const { spam: _, ...lead } = leadNumber(1);
    const old = { ...lead, schemaVersion: 0, timeline: [chase], pk: 'LEAD#0000000001', sk: 'LEAD' };
    const upgraded = { ...leadNumber(1), timeline: [{ ...chase, number: 1 }] };

    test('is lifted when it is read, and written in the new one', async () => {
      await put(old);
      const reader = dynamoLeadStore({ ...table, upgraders });
      expect(await reader.load('0000000001')).toEqual(upgraded);
      await reader.save(upgraded as Lead);
      expect(await store.load('0000000001')).toEqual({ ...upgraded, version: 1 });
    });

    test('stands in lists as it would today', async () => {
      await put({ ...old, status: 'OPEN', sortAt: capturedAt, summary: { schemaVersion: 0, name: 'Erika' } });
      const reader = dynamoLeadStore({ ...table, upgraders });
      expect(await reader.listOpen()).toEqual([summarise(upgraded as Lead)]);
    });

    test('has its archived events lifted too', async () => {
      await put({ ...old, archivedEvents: 1 });
      await put({
        pk: 'LEAD#0000000001',
        sk: 'TIMELINE#000000',
        schemaVersion: 0,
        from: 0,
        timeline: [{ ...chase, key: 'archived' }],
      });
      const reader = dynamoLeadStore({ ...table, upgraders });
      expect(await reader.loadArchive('0000000001')).toEqual([{ ...chase, key: 'archived', number: 1 }]);
    });
  });
});
