import { describe, expect, test } from 'vitest';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { chases, leadNumber } from '../../contract/numbered-leads.ts';
import { crash, crashingClient } from '../../support/troubled-client.ts';
import {
  aTableForEachTest,
  capturedAt,
  database,
  deaths,
  itemsOf,
  on,
  partsOf,
  store,
  submission,
} from './a-lead-table.ts';

aTableForEachTest();

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
