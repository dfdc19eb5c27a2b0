import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standsSince, stillStands } from '../../../domain/lead/as-seen.ts';
import type { Command } from '../../../domain/lead/command.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { mailWithFiles as mail } from '../../support/a-mail-reference.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { anyCommand } from './any-command.ts';

const renewTimer = { type: 'renew-timer' } as const;
const renewed = (lead: Lead, times: number): Lead =>
  Array.from({ length: times }).reduce<Lead>((one) => when(one, renewTimer, { by: 'system' }).lead, lead);

describe('what a button rests on', () => {
  test('whatever was done to a lead, its timer may be renewed as often as it likes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ command: anyCommand, hours: fc.integer({ min: 0, max: 100 }) }), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 5 }),
        (steps, times) => {
          let now = monday10;
          const walked = steps.reduce((lead, { command, hours }) => {
            now = addDuration(now, `PT${hours}H`);
            return when(lead, command, { now }).lead;
          }, aLead());
          const after = renewed(walked, times);
          expect(stillStands(after, walked.generation)).toBe(true);
          // And no other one comes to life again.
          for (let seen = 1; seen < walked.generation; seen++) {
            expect(stillStands(after, seen)).toBe(stillStands(walked, seen));
          }
        },
      ),
    );
  });

  test.each(stageKeys)('in stage %s renewals and mails of ours leave the buttons', (stage) => {
    const lead = aLeadIn(stage);
    const chase = {
      type: 'owner-chased',
      mail: 'new',
      number: 1,
      key: 'g1#new#1',
      outcome: 'sent',
      at: monday10,
    } as const;
    const after = when(renewed(lead, 2), { type: 'record-mail', mail: chase }, { by: 'system' }).lead;
    expect(stillStands(renewed(after, 1), lead.generation)).toBe(true);
  });

  const visit = { type: 'plan-visit', startsAt: '2026-11-27T09:00:00.000Z', durationMinutes: 60 } as const;
  test.each<[string, Command, 'owner' | 'customer']>([
    ['the owner moved it', { type: 'move', to: 'quoted', facts: { quotedCents: 900_000 } }, 'owner'],
    ['he called in vain', { type: 'note-contact-attempt', reached: false }, 'owner'],
    ['he answered in writing', { type: 'record-owner-reply', text: 'Wir kommen.' }, 'owner'],
    ['a visit was planned', visit, 'owner'],
    ['it was put off', { type: 'postpone', until: '2027-01-11' }, 'owner'],
    ['the customer wrote', { type: 'record-reply', text: 'Wann kommen Sie?' }, 'customer'],
    ['it is spam', { type: 'mark-spam' }, 'owner'],
    ['its data is gone', { type: 'erase' }, 'owner'],
  ])('it is over as soon as %s, also under renewed timers', (_, command, by) => {
    const before = renewed(aLeadIn('new'), 2);
    const { lead } = when(before, command, { by });
    expect(stillStands(lead, before.generation)).toBe(false);
    expect(stillStands(lead, lead.generation)).toBe(true);
    expect(stillStands(renewed(lead, 3), before.generation)).toBe(false);
    expect(stillStands(renewed(lead, 3), lead.generation)).toBe(true);
  });

  test.each<[string, Command]>([
    ['comes back', { type: 'record-bounce', email: 'erika.muster@example.org' }],
    ['is called spam', { type: 'record-complaint', email: 'erika.muster@example.org' }],
  ])('that a mail of ours %s takes no button: the call that the owner makes is the same', (_, command) => {
    const before = aLeadIn('quoted');
    const { lead } = when(before, command, { by: 'system' });
    expect(lead.generation).toBeGreaterThan(before.generation);
    expect(stillStands(lead, before.generation)).toBe(true);
  });

  test('a lead that sleeps may wake', () => {
    const asleep = aLeadIn('unqualified');
    const { lead } = when(asleep, { type: 'wake' }, { now: '2027-03-01T08:00:00.000Z', by: 'system' });
    expect(lead.generation).toBeGreaterThan(asleep.generation);
    expect(stillStands(lead, asleep.generation)).toBe(true);
  });

  test('whoever has the first answer sent may still say that he reached the customer', () => {
    const withheld = aLead({ acknowledgement: 'withheld' });
    const { lead } = when(withheld, { type: 'acknowledge' });
    expect(lead.generation).toBeGreaterThan(withheld.generation);
    expect(stillStands(lead, withheld.generation)).toBe(true);
  });

  test('a reminder that goes on because the owner did something else takes none', () => {
    const report = {
      type: 'note-bounce-report',
      email: 'erika.muster@example.org',
      why: 'address',
      mail,
      sentAt: '2026-11-23T08:30:00.000Z',
    } as const;
    const held = when(aLeadIn('quoted'), report, { by: 'system' }).lead;
    const { lead } = when(held, { type: 'set-value', valueCents: 900_000 });
    expect(lead.generation).toBeGreaterThan(held.generation);
    expect(stillStands(lead, held.generation)).toBe(true);
  });

  test('a button of a future that was taken back, as after a restore, holds no more', () => {
    const lead = aLeadIn('quoted');
    expect(stillStands(lead, lead.generation + 1)).toBe(false);
    expect(stillStands(lead, undefined)).toBe(false);
  });
});

describe('a lead as earlier releases stored it', () => {
  const at = monday10;
  const bySystem = { at, by: 'system' } as const;
  const moved: LeadEvent = { type: 'moved', at, by: 'owner', from: 'new', to: 'in-progress' };
  const renewal: LeadEvent = { type: 'timer-renewed', ...bySystem };
  const chased: LeadEvent = {
    type: 'owner-chased',
    ...bySystem,
    mail: 'in-progress',
    number: 1,
    key: 'g2#in-progress#1',
    cadence: 'in-progress',
  };
  const asked: LeadEvent = { type: 'customer-replied', at, by: 'customer' };
  const captured = aLead().timeline;

  test.each<[string, readonly LeadEvent[], number, number]>([
    ['nothing was renewed', [...captured, moved], 2, 2],
    ['the timer was renewed since', [...captured, moved, renewal], 3, 2],
    ['twice, with a mail in between', [...captured, moved, renewal, chased, renewal], 4, 2],
    ['before it was moved', [...captured, renewal, moved], 3, 3],
    ['since it was captured', [...captured, renewal], 2, 1],
    ['something else came after it', [...captured, moved, renewal, asked], 4, 4],
    ['nobody knows what was before', [renewal, chased], 9, 9],
  ])('tells by its timeline since when it stands: %s', (_, timeline, generation, since) => {
    const lead = aLead({ generation, timeline: [...timeline] });
    expect(standsSince(lead)).toBe(since);
    const { lead: later } = when(lead, { type: 'set-probability', probability: 60 });
    expect(standsSince(renewed(later, 2))).toBe(since);
  });
});
