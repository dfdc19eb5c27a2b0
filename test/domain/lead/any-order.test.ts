import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import { evolve, evolveAll } from '../../../domain/lead/evolve.ts';
import { type Lead, leadSchema } from '../../../domain/lead/lead.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { leadSummarySchema, summarise } from '../../../domain/lead/summary.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10, when } from '../../support/a-walk.ts';
import { anyCommand, anyMoment } from './any-command.ts';

describe('whatever is asked of a lead, in any order', () => {
  const walk = (
    steps: readonly { command: Command; now: string }[],
    check: (before: Lead, now: Lead) => void,
  ) => {
    let lead = aLead();
    for (const { command, now } of [...steps].sort((a, b) => (a.now < b.now ? -1 : 1))) {
      const next = when(lead, command, { now }).lead;
      check(lead, next);
      lead = next;
    }
    return lead;
  };
  const stepsArb = fc.array(fc.record({ command: anyCommand, now: anyMoment }), { maxLength: 25 });

  test('it stays a valid lead, its summary too, and its past is never rewritten', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        walk(steps, (before, now) => {
          leadSchema.parse(now);
          leadSummarySchema.parse(summarise(now));
          expect(now.timeline.length).toBeGreaterThanOrEqual(before.timeline.length);
          expect(now.generation).toBeGreaterThanOrEqual(before.generation);
          if (!now.timeline.some((event) => event.type === 'erased')) {
            expect(now.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
          }
        });
      }),
    );
  });

  test('an open lead always says whose turn it is and has a cadence; a closed one waits for the owner or for nobody', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        walk(steps, (_, now) => {
          if (!isClosed(now.stage)) {
            expect(now.cadence).toBeDefined();
            expect(now.closedAt).toBeUndefined();
          } else {
            // Only what its customer wrote since makes it somebody's turn.
            expect(now.waitsFor).toBe(now.cadence?.name === 'replied' ? 'owner' : 'nobody');
            expect(now.closedAt).toBeDefined();
          }
        });
      }),
    );
  });

  test('the lead is the fold of its timeline', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const lead = walk(steps, () => {});
        const erasedAt = lead.timeline.findIndex((event) => event.type === 'erased');
        if (erasedAt >= 0) return;
        const folded = evolveAll(undefined, lead.timeline);
        expect(folded).toEqual(lead);
      }),
    );
  });
});

test('a lead is captured once, and first', () => {
  const [captured] = aLead().timeline;
  if (!captured) throw new Error('The builder captures the lead');
  expect(() => evolve(aLead(), captured)).toThrow('captured once');
  expect(() => evolve(undefined, { type: 'confirmed', at: monday10, by: 'owner' })).toThrow('capture');
});
