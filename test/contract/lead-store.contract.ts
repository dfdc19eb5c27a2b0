import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { summarise } from '../../domain/lead/summary.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import type { LeadStore, SubmissionKeys } from '../../domain/ports/lead-store.ts';
import { aLead } from '../support/a-lead.ts';

const capturedAt = '2026-11-23T08:00:00.000Z';

/** A lead with an id of its own, as captured. */
export function leadNumber(number: number, overrides: Partial<Lead> = {}): Lead {
  const id = String(number).padStart(10, '0');
  const timeline = aLead().timeline.map((event) => (event.type === 'captured' ? { ...event, id } : event));
  return aLead({ id, timeline, ...overrides });
}

/** A submission that nobody else sends. */
export function ownSubmission(lead: Lead): SubmissionKeys {
  return { contentHash: `content-of-${lead.id}` };
}

function minutesLater(minutes: number, moment = capturedAt): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

export const chases = (count: number, first = 1): LeadEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'owner-chased',
    at: minutesLater(first + index),
    by: 'system',
    mail: 'service',
    number: first + index,
    key: `g1#service#${first + index}`,
    cadence: 'service',
  }));

const won = (closedAt: string): Partial<Lead> => ({
  stage: 'won',
  waitsFor: 'nobody',
  stageSince: closedAt,
  closedAt,
});
const lost = (closedAt: string): Partial<Lead> => ({ ...won(closedAt), stage: 'lost' });
const sleeping = (dueAt: string): Partial<Lead> => ({ stage: 'unqualified', waitsFor: 'nobody', dueAt });

const idsOf = (leads: readonly { id: string }[]) => leads.map(({ id }) => id);

/**
 * What every store of leads does.
 * @param makeStore gives an empty store.
 */
export function leadStoreContract(name: string, makeStore: () => LeadStore | Promise<LeadStore>): void {
  describe(`leads in ${name}`, () => {
    let store: LeadStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    async function added(lead: Lead): Promise<Lead> {
      expect(await store.add(lead, ownSubmission(lead))).toEqual({ leadId: lead.id, created: true });
      return lead;
    }

    async function stored(...leads: Lead[]): Promise<void> {
      for (const lead of leads) await added(lead);
    }

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
        expect(saved).toEqual({ ...lead, valueCents: 1_200_000, version: lead.version + 1 });
        expect(await store.load(lead.id)).toEqual(saved);
      });

      test('what was taken out of a lead is gone', async () => {
        const lead = await added(leadNumber(1, { reason: 'zu teuer', valueCents: 5 }));
        const { reason: _, valueCents: __, ...rest } = lead;
        await store.save(rest);
        expect(await store.load(lead.id)).toEqual({ ...rest, version: lead.version + 1 });
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

    describe('lists', () => {
      test('open leads are listed by when they are due, with what lists show', async () => {
        const late = leadNumber(1, { dueAt: minutesLater(60) });
        const early = leadNumber(2, { dueAt: minutesLater(5), valueCents: 900_000 });
        await stored(late, early);
        expect(await store.listOpen()).toEqual([summarise(early), summarise(late)]);
      });

      test('a lead in every open stage is open, a closed one is not', async () => {
        await stored(
          leadNumber(1, { stage: 'service' }),
          leadNumber(2, { stage: 'negotiation' }),
          leadNumber(3, won(capturedAt)),
          leadNumber(4, lost(capturedAt)),
          leadNumber(5, { ...lost(capturedAt), stage: 'service-done' }),
        );
        expect(idsOf(await store.listOpen())).toEqual(['0000000001', '0000000002']);
      });

      test('a change shows in the list', async () => {
        const lead = await added(leadNumber(1));
        await store.save({ ...lead, dueAt: minutesLater(90), stage: 'quoted', quotedCents: 500 });
        expect(await store.listOpen()).toMatchObject([
          { id: lead.id, dueAt: minutesLater(90), stage: 'quoted', quotedCents: 500 },
        ]);
      });

      test('an unqualified lead is not open before its date, and overdue from then on', async () => {
        await stored(leadNumber(1, sleeping('2027-03-01T07:00:00.000Z')));
        expect(await store.listOpen()).toEqual([]);
        expect(await store.listOverdue('2027-03-01T06:59:59.999Z')).toEqual([]);
        expect(idsOf(await store.listOverdue('2027-03-01T07:00:00.000Z'))).toEqual(['0000000001']);
      });

      test('an unqualified lead that was woken or is stalled is open', async () => {
        await stored(
          leadNumber(1, { stage: 'unqualified', waitsFor: 'owner' }),
          leadNumber(2, { ...sleeping(capturedAt), stalledAt: capturedAt }),
        );
        expect(idsOf(await store.listOpen())).toEqual(['0000000001', '0000000002']);
      });

      test('overdue are open and sleeping leads that were due by then, the longest first', async () => {
        await stored(
          leadNumber(1, { dueAt: minutesLater(30) }),
          leadNumber(2, sleeping(minutesLater(20))),
          leadNumber(3, { dueAt: minutesLater(10) }),
          leadNumber(4, { dueAt: minutesLater(31) }),
          leadNumber(5, { ...lost(capturedAt), dueAt: capturedAt }),
        );
        expect(idsOf(await store.listOverdue(minutesLater(30)))).toEqual([
          '0000000003',
          '0000000002',
          '0000000001',
        ]);
      });

      test('won leads are listed by the month of their end, and no lost ones with them', async () => {
        await stored(
          leadNumber(1, won('2026-11-30T23:59:59.999Z')),
          leadNumber(2, won('2026-12-01T00:00:00.000Z')),
          leadNumber(3, won('2026-11-01T00:00:00.000Z')),
          leadNumber(4, lost('2026-11-15T12:00:00.000Z')),
          leadNumber(5, won('2026-10-31T23:59:59.999Z')),
        );
        expect(idsOf(await store.listWon('2026-11'))).toEqual(['0000000003', '0000000001']);
        expect(idsOf(await store.listWon('2026-12'))).toEqual(['0000000002']);
        expect(await store.listWon('2025-11')).toEqual([]);
      });

      test('closed leads of a span, over months and the end of the year: its end is not in it', async () => {
        await stored(
          leadNumber(1, lost('2026-11-30T06:29:59.999Z')),
          leadNumber(2, won('2026-11-30T06:30:00.000Z')),
          leadNumber(3, { ...lost('2026-12-31T23:59:59.999Z'), stage: 'service-done' }),
          leadNumber(4, lost('2027-01-01T00:00:00.000Z')),
          leadNumber(5, lost('2026-12-06T00:00:00.000Z')),
          leadNumber(6, won('2027-01-02T06:30:00.000Z')),
        );
        const closed = await store.listClosed('2026-11-30T06:30:00.000Z', '2027-01-02T06:30:00.000Z');
        expect(idsOf(closed)).toEqual(['0000000002', '0000000005', '0000000003', '0000000004']);
        expect(closed[0]).toEqual(summarise(leadNumber(2, won('2026-11-30T06:30:00.000Z'))));
      });

      test('an empty or turned span holds nothing', async () => {
        await stored(leadNumber(1, lost(capturedAt)));
        expect(await store.listClosed(capturedAt, capturedAt)).toEqual([]);
        expect(await store.listClosed(minutesLater(1), capturedAt)).toEqual([]);
      });

      test('a reopened lead leaves the closed ones', async () => {
        const closed = await added(leadNumber(1, won(capturedAt)));
        const { closedAt: _, ...rest } = closed;
        await store.save({ ...rest, stage: 'negotiation', waitsFor: 'either' });
        expect(await store.listWon('2026-11')).toEqual([]);
        expect(await store.listClosed(capturedAt, minutesLater(1))).toEqual([]);
        expect(idsOf(await store.listOpen())).toEqual([closed.id]);
      });

      test('a lead that was marked as spam is in no list and still there', async () => {
        const lead = await added(leadNumber(1));
        const spam = await store.save({ ...lead, ...lost(capturedAt), spam: true });
        expect(await store.listOpen()).toEqual([]);
        expect(await store.listOverdue(minutesLater(1_000))).toEqual([]);
        expect(await store.listClosed(capturedAt, minutesLater(1))).toEqual([]);
        expect(await store.load(lead.id)).toEqual(spam);
      });

      test('a submission that filled the honeypot is no lead', async () => {
        await store.keepSpam(leadNumber(1, { spam: true }));
        expect(await store.listOpen()).toEqual([]);
        expect(await store.load('0000000001')).toBeUndefined();
      });

      test('what was kept as spam can be looked at again, with the mail it came by', async () => {
        const [captured, ...rest] = leadNumber(1).timeline;
        if (captured?.type !== 'captured') throw new Error('A lead begins with its capture');
        const mail = { id: 'delivery-1', files: [] };
        const lead = leadNumber(1, { spam: true, timeline: [{ ...captured, mail }, ...rest] });
        await store.keepSpam(lead);
        expect(await store.loadSpam('0000000001')).toEqual(lead);
        expect(await store.loadSpam('0000000002')).toBeUndefined();
      });

      test('more open leads than one page holds are all listed, in order', async () => {
        const name = 'x'.repeat(20_000);
        const leads = Array.from({ length: 80 }, (_, index) =>
          leadNumber(index + 1, {
            contact: { name, language: 'de' },
            dueAt: minutesLater((index * 37) % 80),
          }),
        );
        await Promise.all(leads.map(added));
        const expected = leads.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
        expect(idsOf(await store.listOpen())).toEqual(idsOf(expected));
      });
    });

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

    test('over any history it answers as the store in memory does', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
          const [ours, model] = [await makeStore(), memoryLeadStore()];
          for (const [index, one] of steps.entries()) {
            expect(await take(ours, one, index)).toEqual(await take(model, one, index));
          }
          expect(await everything(ours, steps.length)).toEqual(await everything(model, steps.length));
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** States that differ in where they are listed, at moments around the ends of months. */
const moment = fc.constantFrom(
  capturedAt,
  '2026-11-30T23:59:59.999Z',
  '2026-12-01T00:00:00.000Z',
  '2027-01-01T00:00:00.000Z',
);
const standing: fc.Arbitrary<Partial<Lead>> = fc.oneof(
  moment.map((dueAt) => ({ dueAt })),
  moment.map((dueAt) => ({ dueAt, stage: 'quoted', waitsFor: 'customer' }) as const),
  moment.map(won),
  moment.map(lost),
  moment.map(sleeping),
  moment.map((at) => ({ ...lost(at), spam: true })),
);

const step = fc.oneof(
  fc.record({
    act: fc.constant('add' as const),
    submissionId: fc.option(fc.constantFrom('s1', 's2', 's3'), { nil: undefined }),
    contentHash: fc.constantFrom('a', 'b', 'c'),
    minutes: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    act: fc.constant('save' as const),
    lead: fc.nat({ max: 4 }),
    versionsBehind: fc.constantFrom(0, 0, 0, 1),
    standing,
    events: fc.constantFrom(0, 1, 90, 250),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(store: LeadStore, one: Step, index: number): Promise<unknown> {
  if (one.act === 'add') {
    const { submissionId, contentHash, minutes } = one;
    const lead = leadNumber(index, { capturedAt: minutesLater(minutes) });
    return await store.add(lead, { submissionId, contentHash });
  }
  const open = await store.listOpen();
  const leadId = open[one.lead]?.id ?? leadNumber(one.lead).id;
  const lead = await store.load(leadId);
  if (!lead) return 'not there';
  const { closedAt: _, ...rest } = lead;
  const timeline = [...lead.timeline, ...chases(one.events, lead.timeline.length)];
  return await store
    .save({ ...rest, ...one.standing, timeline, version: lead.version - one.versionsBehind })
    .catch((error: Error) => error.name);
}

async function everything(store: LeadStore, leads: number): Promise<unknown> {
  const ids = Array.from({ length: leads }, (_, index) => leadNumber(index).id);
  return {
    open: await store.listOpen(),
    overdue: await store.listOverdue('2026-12-01T00:00:00.000Z'),
    won: await store.listWon('2026-11'),
    closed: await store.listClosed(capturedAt, '2027-01-01T00:00:00.000Z'),
    leads: await Promise.all(ids.map((id) => store.load(id))),
    archives: await Promise.all(ids.map((id) => store.loadArchive(id))),
  };
}
