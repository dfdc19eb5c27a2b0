import { expect, test } from 'vitest';
import { memoryLeadStore } from '../../../adapters/memory/memory-lead-store.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { watchDue } from '../../../local/clock/due-watch.ts';
import { aLead } from '../../support/a-lead.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const hour = 3_600_000;
const at = (ms: number): Moment => new Date(ms).toISOString();

/** Counts how often the table is asked. */
function aWatch() {
  const store = memoryLeadStore();
  let asked = 0;
  const watch = watchDue(store, async () => {
    asked += 1;
    return (await store.listOpen())[0]?.dueAt;
  });
  return { ...watch, asked: () => asked };
}

test('the table is asked once, and again only when something can be due', async () => {
  const { leads, mayBeOverdue, asked } = aWatch();
  await leads.add(aLead({ dueAt: at(noon + 3 * hour) }), { contentHash: 'a' });
  expect(await mayBeOverdue(noon)).toBe(false);
  expect(await mayBeOverdue(noon + hour)).toBe(false);
  expect(await mayBeOverdue(noon + 2 * hour)).toBe(false);
  expect(asked()).toBe(1);
  expect(await mayBeOverdue(noon + 3 * hour)).toBe(true);
});

test('a lead that comes or is moved forward meanwhile is noticed', async () => {
  const { leads, mayBeOverdue } = aWatch();
  expect(await mayBeOverdue(noon)).toBe(false);
  await leads.add(aLead({ dueAt: at(noon + 2 * hour) }), { contentHash: 'a' });
  expect(await mayBeOverdue(noon + hour)).toBe(false);
  const lead = await leads.load('7K2M9QX4TD');
  if (!lead) throw new Error('The lead was not stored');
  await leads.save({ ...lead, dueAt: at(noon + hour) });
  expect(await mayBeOverdue(noon + hour)).toBe(true);
});

test('a lead that is written while the table is asked is noticed', async () => {
  const store = memoryLeadStore();
  const answer = Promise.withResolvers<Moment | undefined>();
  const watch = watchDue(store, () => answer.promise);
  const asking = watch.mayBeOverdue(noon);
  await watch.leads.add(aLead({ dueAt: at(noon) }), { contentHash: 'a' });
  answer.resolve(undefined);
  expect(await asking).toBe(true);
});
