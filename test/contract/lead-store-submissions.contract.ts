import { describe, expect, test } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import { added, store } from './a-lead-store.ts';
import { capturedAt, idsOf, leadNumber, minutesLater } from './numbered-leads.ts';

export function submissionsContract(): void {
  describe('submissions', () => {
    const first = leadNumber(1);
    const again = (overrides: Partial<Lead> = {}) => leadNumber(2, overrides);

    const own = { contact: first.contact };
    const { email: _email, ...withoutEmail } = first.contact;
    /** Somebody else, who has the same id in his page. */
    const max = { name: 'Max Anders', email: 'max@example.org', language: 'de' } as const;

    test.each([
      { hours: 0, created: false },
      { hours: 24, created: false },
      { hours: -24, created: false },
      { hours: 24.001, created: true },
      { hours: -24.001, created: true },
      { hours: 31 * 24, created: true },
    ])(
      'the same submission with other content $hours hours later is a new lead: $created',
      async ({ hours, created }) => {
        await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
        const repeated = again({ capturedAt: minutesLater(hours * 60) });
        expect(await store.add(repeated, { submissionId: 'form-1', contentHash: 'b' })).toEqual({
          leadId: created ? repeated.id : first.id,
          created,
        });
        expect(await store.load(first.id)).toEqual(first);
      },
    );

    test.each([
      ['somebody else', max, true],
      [
        'the same mail address with another number',
        { ...own.contact, phone: '030 9999999', phoneE164: '+49309999999' },
        true,
      ],
      ['the same number with another address', { ...own.contact, email: 'muster@fremd.example' }, true],
      [
        'the same number, a slip in the address mended',
        { ...own.contact, email: `${own.contact.email}m` },
        false,
      ],
      ['the same number without a mail address', withoutEmail, false],
      [
        'another person of the household with the same number',
        { ...own.contact, name: 'Paul Muster', email: 'paul@example.org' },
        true,
      ],
      ['nobody that could be told apart', { language: 'de' }, true],
    ] as const)('under one id, %s is a new lead: %s', async (_, contact, created) => {
      await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
      const repeated = again({ contact });
      expect(await store.add(repeated, { submissionId: 'form-1', contentHash: 'b' })).toEqual({
        leadId: created ? repeated.id : first.id,
        created,
      });
    });

    test('each of those who share an id finds his own lead again', async () => {
      const people = Array.from({ length: 5 }, (_, index) => ({
        ...max,
        email: `kunde-${index}@example.org`,
      }));
      for (const round of [0, 1, 2]) {
        for (const [index, contact] of people.entries()) {
          const lead = leadNumber(round * 5 + index + 1, { contact, capturedAt: minutesLater(round * 20) });
          const added = await store.add(lead, { submissionId: 'kontakt', contentHash: `${round}-${index}` });
          expect(added).toEqual({ leadId: leadNumber(index + 1).id, created: round === 0 });
        }
      }
    });

    test.each([
      ['spam', { spam: true, stage: 'lost', closedAt: capturedAt }],
      [
        'erased',
        {
          timeline: [
            ...first.timeline,
            { type: 'erased', at: capturedAt, by: 'owner', expiresOn: '2027-11-23' },
          ],
        },
      ],
    ] as const)('what is %s is repeated by nothing, neither by id nor by content', async (_, ended) => {
      const keys = { submissionId: 'form-1', contentHash: 'a' };
      await store.add(first, keys);
      await store.save({ ...first, ...ended } as Lead);
      const repeated = again();
      expect(await store.add(repeated, keys)).toEqual({ leadId: repeated.id, created: true });
      expect(await store.add(leadNumber(3), keys)).toEqual({ leadId: repeated.id, created: false });
      const other = leadNumber(4, { contact: max });
      expect(await store.add(other, { contentHash: 'a' })).toEqual({ leadId: repeated.id, created: false });
    });

    test('a lead that is closed takes what it knows, and nothing new', async () => {
      await store.add(first, { submissionId: 'form-1', contentHash: 'a' });
      await store.save({ ...first, stage: 'lost', waitsFor: 'nobody', closedAt: capturedAt });
      const keys = { submissionId: 'form-1', contentHash: 'b' };
      const sameAgain = again();
      expect(await store.add(sameAgain, { submissionId: 'form-1', contentHash: 'a' })).toEqual({
        leadId: first.id,
        created: false,
      });
      const other = leadNumber(3, { request: { ...first.request, message: 'Und noch die Küche.' } });
      expect(await store.add(other, keys)).toEqual({ leadId: other.id, created: true });
      expect(await store.add(leadNumber(4, { request: other.request }), keys)).toEqual({
        leadId: other.id,
        created: false,
      });
    });

    test('what this system names itself is one lead, whoever it is of and however late', async () => {
      await store.add(first, { once: 'mail-1' });
      const repeated = again({ contact: max, capturedAt: minutesLater(60 * 24 * 60) });
      expect(await store.add(repeated, { once: 'mail-1' })).toEqual({ leadId: first.id, created: false });
    });

    test('no sender can name what this system names', async () => {
      await store.add(first, { once: 'mail-1' });
      const named = again();
      expect(await store.add(named, { submissionId: 'mail-1', contentHash: 'b' })).toEqual({
        leadId: named.id,
        created: true,
      });
      await store.add(leadNumber(3), { submissionId: 'rescue-1', contentHash: 'c' });
      const rescued = leadNumber(4);
      expect(await store.add(rescued, { once: 'rescue-1' })).toEqual({ leadId: rescued.id, created: true });
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

    test('twenty people with one id at the same instant are twenty leads, and each is one', async () => {
      const lead = (index: number) =>
        leadNumber(index + 1, {
          contact: { name: `Kunde ${index % 20}`, email: `kunde-${index % 20}@example.org`, language: 'de' },
        });
      const added = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          store.add(lead(index), { submissionId: 'kontakt', contentHash: `${index}` }),
        ),
      );
      expect(added.filter(({ created }) => created)).toHaveLength(20);
      for (let index = 0; index < 20; index++) expect(added[index]?.leadId).toBe(added[index + 20]?.leadId);
      expect(await store.listOpen()).toHaveLength(20);
    });

    test('a household with one number and one id is a lead each, also at the same instant', async () => {
      const phone = { phone: '089 7654321', phoneE164: '+49897654321', language: 'de' } as const;
      const lead = (number: number, name: string) => leadNumber(number, { contact: { ...phone, name } });
      await store.add(lead(9, 'Wer zuerst kam'), { submissionId: 'kontakt', contentHash: 'first' });
      const names = ['Paul Huber', 'Eva Huber', 'Paul Huber', 'Eva Huber'];
      const added = await Promise.all(
        names.map((name, index) =>
          store.add(lead(index + 1, name), { submissionId: 'kontakt', contentHash: `${name} ${index}` }),
        ),
      );
      const [paul, eva, paulAgain, evaAgain] = added.map(({ leadId }) => leadId);
      expect([paulAgain, evaAgain]).toEqual([paul, eva]);
      expect(new Set([paul, eva, leadNumber(9).id]).size).toBe(3);
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
