import { describe, expect, test } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { leadNumber, ownSubmission } from '../../contract/numbered-leads.ts';
import { watchedClient } from '../../support/troubled-client.ts';
import { aTableForEachTest, database, on, store, submission, table } from './a-lead-table.ts';

aTableForEachTest();

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
    const indexed = await store.save(lead);
    const { client, commands } = watchedClient(database.endpoint);
    await on(client).save({ ...indexed, generation: 2 });
    expect(commands()).toEqual(['PutItem']);
  });

  test('the first change, which makes the lead findable, is a write for each thing it is found by', async () => {
    const contact = {
      language: 'de',
      name: 'Erika Muster',
      phoneE164: '+49891234567',
      city: 'München',
    } as const;
    const lead = leadNumber(1, { contact });
    await store.add(lead, submission);
    const { client, commands } = watchedClient(database.endpoint);
    await on(client).save(lead);
    // Two names and their sounds, the place, the number from both ends, the words; then the lead.
    const puts = Array.from({ length: 9 }, () => 'PutItem');
    expect(commands()).toEqual(['UpdateItem', ...puts]);
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
    const counting = tableLeadStore(openTable({ ...table, onConsumed: (...call) => consumed.push(call) }));
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
      const counting = tableLeadStore(openTable({ ...table, onConsumed: (_, cost) => (units += cost) }));
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
      const { cadence: _cadence, ...rests } = leadNumber(number, lost);
      await store.add(rests, ownSubmission(leadNumber(number)));
    }
    expect(await costOfLists()).toBe(before);
  });
});
