import { describe, expect, test } from 'vitest';
import { added, store } from './a-lead-store.ts';
import { chases, leadNumber } from './numbered-leads.ts';

export function timelinesContract(): void {
  describe('long timelines', () => {
    test('200 events stay together', async () => {
      const lead = await added(leadNumber(1));
      const saved = await store.save({ ...lead, timeline: [...lead.timeline, ...chases(199)] });
      expect(saved.timeline).toHaveLength(200);
      expect(await store.loadArchive(lead.id)).toEqual([]);
    });

    test('of 201 events the oldest 100 move aside', async () => {
      const lead = await added(leadNumber(1));
      const timeline = [...lead.timeline, ...chases(200)];
      const saved = await store.save({ ...lead, timeline });
      expect(saved.timeline).toEqual(timeline.slice(100));
      expect(saved.archivedEvents).toBe(100);
      expect(await store.load(lead.id)).toEqual(saved);
      expect(await store.loadArchive(lead.id)).toEqual(timeline.slice(0, 100));
    });

    test('a thousand events, written in bursts, are all kept in order', async () => {
      let lead = await added(leadNumber(1));
      const events = chases(1_000);
      for (let written = 0; written < events.length; written += 50) {
        lead = await store.save({
          ...lead,
          timeline: [...lead.timeline, ...events.slice(written, written + 50)],
        });
      }
      expect(lead.timeline.length).toBeLessThanOrEqual(200);
      const archive = await store.loadArchive(lead.id);
      expect([...archive, ...lead.timeline]).toEqual([...leadNumber(1).timeline, ...events]);
    });

    test('several hundred events at once move aside in order', async () => {
      const lead = await added(leadNumber(1));
      const timeline = [...lead.timeline, ...chases(650)];
      const saved = await store.save({ ...lead, timeline });
      expect(saved.timeline.length).toBeLessThanOrEqual(200);
      expect([...(await store.loadArchive(lead.id)), ...saved.timeline]).toEqual(timeline);
    });

    test('of many who fill the timeline at once one wins, and no event is there twice', async () => {
      const lead = await added(leadNumber(1));
      const full = await store.save({ ...lead, timeline: [...lead.timeline, ...chases(199)] });
      await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          store.save({ ...full, timeline: [...full.timeline, ...chases(1 + index, 200)] }),
        ),
      );
      const stored = await store.load(lead.id);
      const numbers = [...(await store.loadArchive(lead.id)), ...(stored?.timeline ?? [])].map((event) =>
        event.type === 'owner-chased' ? event.number : 0,
      );
      expect(numbers).toEqual(numbers.map((_, index) => index));
    });

    test('the archive of an erased lead is gone, and what comes later is kept again', async () => {
      const lead = await added(leadNumber(1));
      const saved = await store.save({ ...lead, timeline: [...lead.timeline, ...chases(300)] });
      await store.eraseArchive(lead.id);
      expect(await store.loadArchive(lead.id)).toEqual([]);
      const later = chases(150, 301);
      await store.save({ ...saved, timeline: [...saved.timeline, ...later] });
      expect((await store.loadArchive(lead.id))[0]).toEqual(saved.timeline[0]);
    });

    test('a lead without an archive, and one that is not there, have none', async () => {
      await added(leadNumber(1));
      expect(await store.loadArchive('0000000001')).toEqual([]);
      expect(await store.loadArchive('0000000002')).toEqual([]);
      await store.eraseArchive('0000000002');
    });
  });
}
