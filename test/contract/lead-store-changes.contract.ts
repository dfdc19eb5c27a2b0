import { describe, expect, test } from 'vitest';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import { added, store } from './a-lead-store.ts';
import { capturedAt, leadNumber, unmarked } from './numbered-leads.ts';

export function changesContract(): void {
  describe('storing and changing', () => {
    test('a stored lead is read as it was', async () => {
      const lead = await added(
        leadNumber(1, {
          consent: { at: capturedAt, wording: 'Ja, ich möchte Neuigkeiten.', page: '' },
          probability: null,
          attribution: { utm: { utm_source: 'zeitung', utm_campaign: '' } },
        }),
      );
      expect(await store.load(lead.id)).toEqual(lead);
    });

    test('what is absent stays absent', async () => {
      const lead = leadNumber(1);
      await added({ ...lead, contact: { ...lead.contact, name: undefined } });
      expect(Object.keys((await store.load(lead.id))?.contact ?? {})).not.toContain('name');
    });

    test('an unknown lead is not there', async () => {
      expect(await store.load('0000000009')).toBeUndefined();
    });

    test('a number that another try was told leads to the lead, and its own does as before', async () => {
      const lead = await added(leadNumber(1));
      const saved = await store.save({ ...lead, otherNumbers: ['0000000008', '0000000009'] });
      for (const number of [lead.id, '0000000008', '0000000009']) {
        expect(await store.load(number)).toEqual(saved);
      }
      expect(await store.load('0000000007')).toBeUndefined();
      expect((await store.listOpen()).map(({ id }) => id)).toEqual([lead.id]);
    });

    test('what was stored under a number of its own is found by it, whoever else was told it', async () => {
      const [lead, other] = [await added(leadNumber(1)), await added(leadNumber(2))];
      await store.save({ ...lead, otherNumbers: [other.id] });
      expect(await store.load(other.id)).toEqual(other);
    });

    test('a change afterwards to what was passed in or out does not reach the store', async () => {
      const lead = await added(leadNumber(1));
      lead.request.extra.push({ name: 'later', value: 'x' });
      const loaded = await store.load(lead.id);
      loaded?.request.extra.push({ name: 'later', value: 'x' });
      expect((await store.load(lead.id))?.request.extra).toEqual([]);
    });

    test('a saved lead has the next version', async () => {
      const lead = await added(leadNumber(1));
      const saved = await store.save({ ...lead, valueCents: 1_200_000 });
      expect(unmarked(saved)).toEqual({ ...lead, valueCents: 1_200_000, version: lead.version + 1 });
      expect(await store.load(lead.id)).toEqual(saved);
    });

    test('what was taken out of a lead is gone', async () => {
      const lead = await added(leadNumber(1, { reason: 'zu teuer', valueCents: 5 }));
      const { reason: _, valueCents: __, ...rest } = lead;
      await store.save(rest);
      expect(unmarked(await store.load(lead.id))).toEqual({ ...rest, version: lead.version + 1 });
    });

    test('whoever saves an old version is told and changes nothing', async () => {
      const lead = await added(leadNumber(1));
      const saved = await store.save({ ...lead, valueCents: 100 });
      await expect(store.save({ ...lead, valueCents: 200 })).rejects.toThrow(VersionConflictError);
      expect(await store.load(lead.id)).toEqual(saved);
    });

    test('a version that was never stored cannot be built upon', async () => {
      const lead = await added(leadNumber(1));
      await expect(store.save({ ...lead, version: 1 })).rejects.toThrow(VersionConflictError);
      expect(await store.load(lead.id)).toEqual(lead);
    });

    test('a lead that was never stored cannot be saved', async () => {
      await expect(store.save(leadNumber(1))).rejects.toThrow(VersionConflictError);
      expect(await store.load(leadNumber(1).id)).toBeUndefined();
    });

    test('of twenty who save at once exactly one wins', async () => {
      const lead = await added(leadNumber(1));
      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => store.save({ ...lead, valueCents: index })),
      );
      const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      expect(await store.load(lead.id)).toEqual(winners[0]?.value);
      for (const attempt of attempts) {
        if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(VersionConflictError);
      }
    });
  });
}
