import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MakeStore } from './a-lead-store.ts';
import {
  capturedAt,
  chases,
  leadNumber,
  lost,
  minutesLater,
  sleeping,
  unmarked,
  won,
} from './numbered-leads.ts';

export function historiesContract(makeStore: MakeStore): void {
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
    .then(unmarked, (error: Error) => error.name);
}

async function everything(store: LeadStore, leads: number): Promise<unknown> {
  const ids = Array.from({ length: leads }, (_, index) => leadNumber(index).id);
  return {
    open: await store.listOpen(),
    overdue: await store.listOverdue('2026-12-01T00:00:00.000Z'),
    won: await store.listWon('2026-11'),
    closed: await store.listClosed(capturedAt, '2027-01-01T00:00:00.000Z'),
    leads: await Promise.all(ids.map(async (id) => unmarked(await store.load(id)))),
    archives: await Promise.all(ids.map((id) => store.loadArchive(id))),
  };
}
