import { describe, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { summarise } from '../../../domain/lead/summary.ts';
import { CorruptItemError } from '../../../domain/ports/errors.ts';
import { endOfTime } from '../../../domain/time/moment.ts';
import { chases, leadNumber, unmarked } from '../../contract/numbered-leads.ts';
import {
  aTableForEachTest,
  capturedAt,
  itemsOf,
  partsOf,
  put,
  rawItem,
  seconds,
  store,
  submission,
  table,
} from './a-lead-table.ts';

aTableForEachTest();

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

  test('a number that leads to a lead names nobody, and ends with it', async () => {
    const lead = leadNumber(1, { otherNumbers: ['0000000009'] });
    await store.add(leadNumber(1), submission);
    const closed = await store.save({
      ...lead,
      stage: 'lost',
      closedAt: capturedAt,
      expiresOn: '2027-11-23',
    });
    const number = { pk: 'NUMBER#0000000009', sk: 'NUMBER', schemaVersion: 1, leadId: lead.id };
    expect(await rawItem('NUMBER#0000000009', 'NUMBER')).toMatchObject({
      ...number,
      expiresAt: seconds('2027-11-23T00:00:00.000Z'),
    });
    const { expiresOn: _, closedAt: __, ...reopened } = closed;
    await store.save({ ...reopened, stage: 'quoted' });
    const { writeId: ___, ...item } = (await rawItem('NUMBER#0000000009', 'NUMBER')) ?? {};
    expect(item).toEqual(number);
  });

  test('a number whose lead is gone leads nowhere', async () => {
    await put({ pk: 'NUMBER#0000000009', sk: 'NUMBER', schemaVersion: 1, leadId: '0000000001' });
    expect(await store.load('0000000009')).toBeUndefined();
  });

  test('a submission is known for 15 days, its content for a day, honeypot entries for 30 days, our own names for a year', async () => {
    await store.add(leadNumber(1), submission);
    await store.add(leadNumber(3), { once: 'mail-1' });
    await store.keepSpam(leadNumber(2, { spam: true }));
    const days = async (prefix: string) =>
      (await itemsOf(prefix)).map(({ expiresAt }) => (Number(expiresAt) - seconds(capturedAt)) / 86_400);
    expect(await days('FORM#')).toEqual([15]);
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

  const brokenSummary = {
    status: 'OPEN',
    sortAt: capturedAt,
    summary: { schemaVersion: 1, id: '0000000001' },
  };

  test('a list takes from the lead itself what its summary does not say', async () => {
    await put({ ...damaged, ...brokenSummary });
    expect((await store.listOpen()).map(({ id }) => id)).toEqual(['0000000001']);
  });

  test('a list leaves out a lead that cannot be read, reports it, and has all others', async () => {
    await put({ ...damaged, ...brokenSummary, stage: 'geheim' });
    await store.add(leadNumber(2), { contentHash: 'two' });
    const reported: string[] = [];
    const listing = tableLeadStore(openTable(table), {
      onUnreadable: ({ message }) => reported.push(message),
    });
    expect((await listing.listOpen()).map(({ id }) => id)).toEqual([leadNumber(2).id]);
    expect(await listing.listOverdue(endOfTime)).toHaveLength(1);
    expect(reported).toEqual([
      expect.stringMatching(/0000000001.*stage/),
      expect.stringMatching(/0000000001.*stage/),
    ]);
  });

  test('a lead with fields that a newer release added is read and written, and keeps them', async () => {
    const lead = leadNumber(1);
    const [captured] = lead.timeline;
    const newer = {
      ...damaged,
      colour: 'blue',
      contact: { ...lead.contact, title: 'Dr.' },
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
    expect(loaded).toMatchObject({ colour: 'blue', contact: { title: 'Dr.' } });
    if (!loaded) throw new Error('The lead is gone');
    await store.save({ ...loaded, stage: 'in-progress' });
    expect(await store.load(lead.id)).toMatchObject({
      stage: 'in-progress',
      colour: 'blue',
      contact: { title: 'Dr.' },
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
      const reader = tableLeadStore(openTable(table), { upgraders });
      expect(await reader.load('0000000001')).toEqual(upgraded);
      await reader.save(upgraded as Lead);
      expect(unmarked(await store.load('0000000001'))).toEqual({ ...upgraded, version: 1 });
    });

    test('stands in lists as it would today', async () => {
      await put({ ...old, status: 'OPEN', sortAt: capturedAt, summary: { schemaVersion: 0, name: 'Erika' } });
      const reader = tableLeadStore(openTable(table), { upgraders });
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
      const reader = tableLeadStore(openTable(table), { upgraders });
      expect(await reader.loadArchive('0000000001')).toEqual([{ ...chase, key: 'archived', number: 1 }]);
    });
  });
});
