import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { listOf } from '../../../domain/lead/list.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { notesOf } from '../../../domain/lead/private-note.ts';
import { unansweredOf } from '../../../domain/lead/summary.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { anyCommand } from './any-command.ts';

const note = { type: 'note', text: 'Hund im Garten' } as const;

/** All of the lead but what happened to it. */
function standOf({ timeline: _, ...stand }: Lead) {
  return stand;
}

describe('a note', () => {
  test.each(stageKeys)('may be made in stage %s, open or closed', (stage) => {
    const { lead, refused } = when(aLeadIn(stage), note);
    expect(refused).toBeUndefined();
    expect(notesOf(lead).map(({ text }) => text)).toEqual(['Hund im Garten']);
  });

  test('moves nothing, begins nothing and ends nothing, whatever happened before', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            command: anyCommand.filter(({ type }) => type !== 'erase'),
            by: fc.constantFrom('owner', 'customer', 'system'),
            hours: fc.integer({ min: 0, max: 100 }),
          }),
          { maxLength: 10 },
        ),
        fc.constantFrom(undefined, 'flood', 'portal', 'kept-aside'),
        (steps, muted) => {
          let now = monday10;
          const before = steps.reduce(
            (lead, { command, by, hours }) => {
              now = addDuration(now, `PT${hours}H`);
              return when(lead, command, { now, by }).lead;
            },
            aLead({ ...(muted && { muted }) }),
          );
          const { lead: after } = when(before, note, { now });
          // A lead of before learns since when it stands; nothing else of it changes.
          expect({ ...standOf(after), standsSince: 0 }).toEqual({ ...standOf(before), standsSince: 0 });
          expect(planFollowUp(after, true, aCompany(), now)).toEqual(
            planFollowUp(before, true, aCompany(), now),
          );
          expect(listOf(after)).toBe(listOf(before));
          expect(unansweredOf(after)).toEqual(unansweredOf(before));
        },
      ),
    );
  });

  test('goes with the person when the data is erased, and none is made after it', () => {
    const erased = when(when(aLead(), note).lead, { type: 'erase' }).lead;
    expect(JSON.stringify(erased)).not.toContain('Hund');
    expect(when(erased, note).refused).toEqual({ code: 'erased' });
  });
});
