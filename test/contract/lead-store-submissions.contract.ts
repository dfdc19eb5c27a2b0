import { describe, expect, test } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import { added, store } from './a-lead-store.ts';
import { idsOf, leadNumber, minutesLater } from './numbered-leads.ts';

export function submissionsContract(): void {
  describe('submissions', () => {
    const first = leadNumber(1);
    const again = (overrides: Partial<Lead> = {}) => leadNumber(2, overrides);

    test('the same submission is the same lead, even with other content a month later', async () => {
      await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
      const repeated = again({ capturedAt: minutesLater(31 * 24 * 60) });
      expect(await store.add(repeated, { submissionId: 'form-1', contentHash: 'b' })).toEqual({
        leadId: first.id,
        created: false,
      });
      expect(await store.load(first.id)).toEqual(first);
      expect(await store.load(repeated.id)).toBeUndefined();
    });

    test.each([
      { minutes: 0, created: false },
      { minutes: 5, created: false },
      { minutes: 5.001, created: true },
      { minutes: -5, created: false },
      { minutes: -5.001, created: true },
    ])('the same content $minutes minutes later is a new lead: $created', async ({ minutes, created }) => {
      await store.add(first, { contentHash: 'a' });
      const repeated = again({ capturedAt: minutesLater(minutes) });
      expect(await store.add(repeated, { contentHash: 'a' })).toEqual({
        leadId: created ? repeated.id : first.id,
        created,
      });
    });

    test('the five minutes count from the lead, not from its last repeat', async () => {
      await store.add(first, { contentHash: 'a' });
      await store.add(again({ capturedAt: minutesLater(4) }), { contentHash: 'a' });
      const late = leadNumber(3, { capturedAt: minutesLater(8) });
      expect(await store.add(late, { contentHash: 'a' })).toEqual({ leadId: late.id, created: true });
    });

    test('the same content under another submission id is the same lead, and stays it', async () => {
      await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
      const twice = await store.add(again(), { submissionId: 'form-2', contentHash: 'a' });
      expect(twice).toEqual({ leadId: first.id, created: false });
      const later = leadNumber(3, { capturedAt: minutesLater(60) });
      expect(await store.add(later, { submissionId: 'form-2', contentHash: 'a' })).toEqual(twice);
    });

    test('other content is another lead', async () => {
      await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
      const other = again();
      expect(await store.add(other, { submissionId: 'form-2', contentHash: 'b' })).toEqual({
        leadId: other.id,
        created: true,
      });
    });

    test.each([
      ['the same submission id', (index: number) => ({ submissionId: 'form-1', contentHash: `${index}` })],
      ['the same content', () => ({ contentHash: 'a' })],
      [
        'the same content and different submission ids',
        (index: number) => ({ submissionId: `form-${index}`, contentHash: 'a' }),
      ],
      ['the same submission id and content', () => ({ submissionId: 'form-1', contentHash: 'a' })],
    ])('twenty at the same instant with %s are one lead', async (_, keysOf) => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.add(leadNumber(index + 1), keysOf(index))),
      );
      const ids = new Set(results.map(({ leadId }) => leadId));
      expect(ids.size).toBe(1);
      expect(results.filter(({ created }) => created)).toHaveLength(1);
      expect(idsOf(await store.listOpen())).toEqual([...ids]);
      const [leadId = ''] = ids;
      const lead = await store.load(leadId);
      expect(lead?.id).toBe(leadId);
      expect(lead?.timeline[0]).toMatchObject({ type: 'captured', id: leadId });
    });

    test('twenty different ones at the same instant are twenty leads', async () => {
      const leads = Array.from({ length: 20 }, (_, index) => leadNumber(index + 1));
      await Promise.all(leads.map(added));
      expect(idsOf(await store.listOpen())).toEqual(idsOf(leads));
    });

    test('a sender may name its submissions as it likes', async () => {
      const submissionId = `${'ü#/ \u0000'.repeat(2_000)}`;
      await store.add(first, { submissionId, contentHash: 'a' });
      expect(await store.add(again(), { submissionId, contentHash: 'b' })).toMatchObject({
        leadId: first.id,
      });
    });
  });
}
