import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCarriedOut, withCarriedOut } from '../../../domain/lead/carried-out.ts';
import type { Command } from '../../../domain/lead/command.ts';
import { decideAll } from '../../../domain/lead/decide-all.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { anyCommand, anyWish } from './any-command.ts';

describe('what is so already', () => {
  test('is not done once more, whatever it is and whatever the lead has been through', () => {
    fc.assert(
      fc.property(
        fc.array(anyCommand, { maxLength: 8 }),
        anyWish,
        fc.constantFrom('PT0S', 'PT1M', 'PT5H'),
        (before, wish, later) => {
          const walked = before.reduce((lead, command) => when(lead, command).lead, aLead());
          const { lead: once } = when(walked, wish);
          const again = when(once, wish, { now: addDuration(monday10, later) });
          expect(again.events).toEqual([]);
          expect(again.lead).toEqual(once);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each<[string, Lead, Command]>([
    [
      'the visit at that very time',
      aLeadIn('site-visit'),
      { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
    ],
    ['the sum of the quote', aLeadIn('quoted'), { type: 'set-value', valueCents: 1_150_000 }],
    ['the agreed sum', aLeadIn('won'), { type: 'set-value', valueCents: 1_100_000 }],
    [
      'the chance that the owner gave it',
      when(aLeadIn('quoted'), { type: 'set-probability', probability: 60 }).lead,
      { type: 'set-probability', probability: 60 },
    ],
    [
      'the day it rests until',
      when(aLeadIn('quoted'), { type: 'postpone', until: '2027-01-11' }).lead,
      { type: 'postpone', until: '2027-01-11' },
    ],
    ['the day it is looked at again', aLeadIn('unqualified'), { type: 'postpone', until: '2027-03-01' }],
  ])('%s', (_, lead, command) => {
    expect(when(lead, command).refused).toEqual({ code: 'already-done' });
  });

  test.each<[string, Lead, Command]>([
    ['another sum', aLeadIn('quoted'), { type: 'set-value', valueCents: 1_150_001 }],
    [
      'the estimated value that is now the quote',
      { ...aLeadIn('quoted'), quotedCents: 900_000 },
      { type: 'set-value', valueCents: 1_150_000 },
    ],
    ['the usual chance, now from the owner', aLeadIn('quoted'), { type: 'set-probability', probability: 75 }],
    [
      'the same visit, after which the customer wrote: it is settled again',
      when(aLeadIn('site-visit'), { type: 'record-reply', text: 'Bleibt es dabei?' }, { by: 'customer' })
        .lead,
      { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
    ],
    [
      'a call that was made again',
      aLeadIn('first-contact'),
      { type: 'note-contact-attempt', reached: false },
    ],
  ])('is something else than %s', (_, lead, command) => {
    expect(when(lead, command, { now: '2026-11-24T09:00:00.000Z' }).events).not.toEqual([]);
  });

  test('a call in vain on the next day counts, and the one after it too', () => {
    const calls = ['2026-11-23', '2026-11-24', '2026-11-25'].reduce(
      (lead, day) =>
        when(lead, { type: 'note-contact-attempt', reached: false }, { now: `${day}T10:00:00.000Z` }).lead,
      aLead(),
    );
    expect(calls.timeline.filter(({ type }) => type === 'contact-attempted')).toHaveLength(3);
  });
});

describe('one appointment is told once', () => {
  const thursday = '2026-11-26T09:00:00.000Z';
  const friday = '2026-11-27T09:00:00.000Z';
  const plan = (startsAt: string, durationMinutes = 60): Command => ({
    type: 'plan-visit',
    startsAt,
    durationMinutes,
  });
  const sent = (lead: Lead, number: number, outcome: 'sent' | 'uncertain' | 'rejected' = 'sent') =>
    when(
      lead,
      {
        type: 'record-mail',
        mail: {
          type: 'follow-up-sent',
          mail: 'visit-confirmation',
          number,
          key: `visit#visit-confirmation#${number}`,
          outcome,
          at: '2026-11-23T10:00:00.000Z',
        },
      },
      { by: 'system' },
    ).lead;
  /** The dates that the customer is told from here on, in a quarter of an hour. */
  const toldFrom = (lead: Lead) =>
    letTimePass(lead, { from: '2026-11-23T10:30:00.000Z', until: '2026-11-23T10:45:00.000Z' }).mails.filter(
      ({ mail }) => mail === 'visit-confirmation',
    );
  const known = sent(aLeadIn('site-visit'), 1);

  test('a new date is told, the same one is not', () => {
    expect(toldFrom(known)).toEqual([]);
    expect(toldFrom(when(known, plan(friday)).lead)).toHaveLength(1);
    expect(toldFrom(when(known, plan(thursday)).lead)).toEqual([]);
  });

  test('there and back before the customer heard of it: he knows the date', () => {
    const there = when(known, plan(friday)).lead;
    const back = when(there, plan(thursday)).lead;
    expect(back.visit).toMatchObject({ startsAt: thursday, sequence: 2 });
    expect(toldFrom(back)).toEqual([]);
  });

  test.each(['sent', 'uncertain'] as const)(
    'there and back after he heard (%s): he is told again',
    (outcome) => {
      const there = sent(when(known, plan(friday)).lead, 2, outcome);
      expect(toldFrom(when(there, plan(thursday)).lead)).toHaveLength(1);
    },
  );

  test('that he heard of the other date becomes known late: he is told again, and at once', () => {
    const back = when(when(known, plan(friday)).lead, plan(thursday)).lead;
    const late = sent(back, 2);
    expect(late.generation).toBeGreaterThan(back.generation);
    expect(toldFrom(late)).toHaveLength(1);
    // A mail that was refused told him nothing.
    expect(toldFrom({ ...sent(back, 2, 'rejected'), mailsStopped: undefined } as Lead)).toEqual([]);
  });

  test('a mail about the date before settles nothing of the one that stands', () => {
    const moved = when(aLeadIn('site-visit'), plan(friday)).lead;
    expect(toldFrom(sent(moved, 1))).toHaveLength(1);
  });

  test('put off, and then it is to be at the same time after all', () => {
    const off = when(known, { type: 'postpone', until: '2026-12-07' }).lead;
    const on = when(off, plan(thursday)).lead;
    expect(on.postponedUntil).toBeUndefined();
    expect(on.visit).toMatchObject({ startsAt: thursday });
    expect(toldFrom(on)).toEqual([]);
    expect(toldFrom(when(off, plan(friday)).lead)).toHaveLength(1);
    // Whoever was told meanwhile that it is off is told that it takes place.
    const { lead: told } = letTimePass(off, {
      from: '2026-11-23T10:30:00.000Z',
      until: '2026-11-23T10:45:00.000Z',
    });
    expect(toldFrom(when(told, plan(thursday)).lead)).toHaveLength(1);
  });

  test('moved back and forth through the stages', () => {
    const back = when(known, {
      type: 'move',
      to: 'opportunity',
      facts: { qualified: true, valueCents: 1 },
    }).lead;
    expect(toldFrom(when(back, plan(thursday)).lead)).toEqual([]);
    const again = when(back, {
      type: 'move',
      to: 'site-visit',
      facts: { visit: { startsAt: thursday, durationMinutes: 60 } },
    }).lead;
    expect(again.stage).toBe('site-visit');
    expect(toldFrom(again)).toEqual([]);
  });

  test('that it takes longer is no new appointment, but the calendar of the owner is', () => {
    const longer = when(known, plan(thursday, 120)).lead;
    expect(longer.visit).toMatchObject({ durationMinutes: 120, sequence: 1 });
    expect(toldFrom(longer)).toEqual([]);
    const { mails } = letTimePass(longer, { until: monday10 });
    expect(mails.map(({ mail }) => mail)).toContain('owner-visit-confirmation');
  });

  test('of a lead of an earlier release its mails tell what the customer knows', () => {
    const { visitTold: _, ...earlier } = known;
    const back = when(when(earlier, plan(friday)).lead, plan(thursday)).lead;
    expect(toldFrom(back)).toEqual([]);
  });

  test('however dates go there and back, the customer never hears the same one twice in a row', () => {
    const times = [thursday, friday, '2026-11-30T09:00:00.000Z'];
    const step = fc.record({
      startsAt: fc.constantFrom(...times),
      outcome: fc.constantFrom('sent', 'uncertain', 'none'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let lead = known;
        const heard = [thursday];
        for (const { startsAt, outcome } of steps) {
          lead = when(lead, plan(startsAt)).lead;
          const isDue = !lead.visitMails.includes('confirmation');
          // Whenever all mails are out the customer knows the date that stands.
          if (!isDue) expect(heard.at(-1)).toBe(lead.visit?.startsAt);
          if (!isDue || outcome === 'none') continue;
          lead = sent(lead, (lead.visit?.sequence ?? 0) + 1, outcome as 'sent');
          expect(heard.at(-1)).not.toBe(startsAt);
          heard.push(startsAt);
        }
      }),
    );
  });
});

describe('several commands are one change', () => {
  const context = { now: monday10, by: 'owner', company: aCompany() } as const;
  const lead = aLeadIn('quoted');

  test('all of them are carried out', () => {
    const decided = decideAll(
      lead,
      [
        { type: 'set-value', valueCents: 900_000 },
        { type: 'move', to: 'negotiation' },
      ],
      context,
    );
    expect(decided).toMatchObject({ after: { stage: 'negotiation', quotedCents: 900_000 } });
  });

  test('or none, if one cannot be', () => {
    expect(
      decideAll(
        lead,
        [
          { type: 'set-value', valueCents: 900_000 },
          { type: 'move', to: 'lost' },
        ],
        context,
      ),
    ).toEqual({ refused: { code: 'missing-facts', to: 'lost', missing: ['reason'] } });
  });

  test('what is so already keeps the rest from nothing; if all of it is, that is said', () => {
    const sum: Command = { type: 'set-value', valueCents: 1_150_000 };
    const stage: Command = { type: 'move', to: 'quoted' };
    expect(decideAll(lead, [sum, { type: 'move', to: 'negotiation' }], context)).toMatchObject({
      after: { stage: 'negotiation' },
    });
    expect(decideAll(lead, [sum, stage], context)).toEqual({ refused: { code: 'already-done' } });
    expect(decideAll(lead, [stage], context)).toEqual({
      refused: { code: 'already-there', stage: 'quoted' },
    });
    expect(decideAll(lead, [], context)).toEqual({ refused: { code: 'already-done' } });
  });
});

test('a lead remembers the lines that were carried out on it, as many as can come again', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `key-${index}`);
  const lead = keys.reduce((before, key) => withCarriedOut(before, key), aLead());
  expect(lead.carriedOut).toHaveLength(80);
  expect(isCarriedOut(lead, 'key-99')).toBe(true);
  expect(isCarriedOut(lead, 'key-20')).toBe(true);
  expect(isCarriedOut(lead, 'key-19')).toBe(false);
  expect(when(lead, { type: 'erase' }).lead.carriedOut).toBeUndefined();
});
