import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LeadSummary, summarise } from '../../../domain/lead/summary.ts';
import { firstToTurnTo } from '../../../domain/report/whose-turn.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';

const now = '2026-11-23T09:00:00.000Z';

/** Waits for so many days, and may bring so much. */
function waiting(id: string, days: number, euros: number | undefined, fresh = false): LeadSummary {
  const since = addDuration(now, `-PT${Math.round(days * 24)}H`);
  return {
    ...summarise(aLead({ capturedAt: since, stageSince: since, movedAt: since, probability: 50 })),
    id,
    stage: fresh ? 'new' : 'opportunity',
    ...(euros !== undefined && { valueCents: euros * 100 }),
  };
}
const idsOf = (leads: readonly LeadSummary[]) => leads.map(({ id }) => id);

test('the most money stands first where all wait as long, and whoever waits longest where all bring as much', () => {
  const money = [waiting('A', 2, 1_000), waiting('B', 2, 20_000), waiting('C', 2, 5_000)];
  expect(idsOf(firstToTurnTo(money, now))).toEqual(['B', 'C', 'A']);
  const days = [waiting('A', 1, 1_000), waiting('B', 4, 1_000), waiting('C', 3, 1_000)];
  expect(idsOf(firstToTurnTo(days, now))).toEqual(['B', 'C', 'A']);
});

test('money counts times the days that it waits, up to two weeks', () => {
  const both = [waiting('A', 1, 10_000), waiting('B', 6, 2_000), waiting('C', 300, 500)];
  expect(idsOf(firstToTurnTo(both, now))).toEqual(['B', 'A', 'C']);
});

test('what nobody knows the worth of counts as much as the others usually do', () => {
  const some = [
    waiting('A', 2, 100),
    waiting('B', 3, undefined),
    waiting('C', 2, 5_000),
    waiting('D', 2, 900),
  ];
  expect(idsOf(firstToTurnTo(some, now))).toEqual(['C', 'B', 'D', 'A']);
});

test('what has just come in stands above, the newest first, and leaves room for the rest', () => {
  const fresh = [1, 2, 3, 4, 5].map((hours) => waiting(`N${hours}`, hours / 24, undefined, true));
  const old = [1, 2, 3, 4, 5].map((days) => waiting(`O${days}`, days, 4_000));
  const first = idsOf(firstToTurnTo([...old, ...fresh], now));
  expect(first).toEqual(['N1', 'N2', 'N3', 'O5', 'O4', 'O3', 'O2']);
});

test('there are never more than seven, each once, and all where there are fewer', () => {
  const anyLead = fc.record({
    days: fc.integer({ min: 0, max: 90 }),
    euros: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: undefined }),
    fresh: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyLead, { maxLength: 30 }), (some) => {
      const leads = some.map(({ days, euros, fresh }, at) => waiting(`L${at}`, days, euros, fresh));
      const first = idsOf(firstToTurnTo(leads, now));
      expect(first).toHaveLength(Math.min(leads.length, 7));
      expect(new Set(first).size).toBe(first.length);
    }),
  );
});
