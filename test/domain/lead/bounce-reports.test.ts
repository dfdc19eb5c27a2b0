import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressAt } from '../../../domain/lead/address-at.ts';
import type { Command } from '../../../domain/lead/command.ts';
import { knownUndelivered } from '../../../domain/lead/known-undelivered.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isClosed, timedStages } from '../../../domain/lead/stages.ts';
import { measure } from '../../../domain/report/metrics.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';

const email = 'erika.muster@example.org';
const mail = { id: 'delivery-1', files: [] };
const report = (more: Partial<Extract<Command, { type: 'note-bounce-report' }>> = {}) =>
  ({ type: 'note-bounce-report', email, why: 'address', mail, ...more }) as const;
/** It names a mail that went to her an hour ago. */
const holding = report({ sentAt: '2026-11-23T08:00:00.000Z' });
const bySystem = { by: 'system' } as const;
const inAMonth = addDuration(monday10, 'P30D');

const acknowledged = (stage: Parameters<typeof aLeadIn>[0]) => ({
  ...aLeadIn(stage),
  acknowledgedAt: monday10,
});

/** The days on which the customer is reminded. */
const reminded = (passed: ReturnType<typeof letTimePass>) =>
  passed.mails.filter(({ to }) => to === 'customer').map(({ at }) => at.slice(0, 10));

describe('a mail says that ours did not arrive', () => {
  test.each(timedStages)('in %s it is noted, and nothing is stopped or moved by it', (stage) => {
    const before = aLeadIn(stage);
    for (const command of [report(), holding]) {
      const { lead, events } = when(before, command, bySystem);
      const { timeline: _, bounceReport, ...after } = lead;
      const { timeline: __, ...untouched } = before;
      const mustPhone = command === holding && ['customer', 'either'].includes(before.waitsFor);
      expect(after).toEqual({ ...untouched, ...(mustPhone && { waitsFor: 'owner' }) });
      expect(bounceReport?.at).toBe(monday10);
      expect(events).toMatchObject([{ type: 'mail-bounced', email, reported: 'address', by: 'system' }]);
    }
  });

  test('a report that names no mail of ours holds nothing', () => {
    const { lead } = when(acknowledged('quoted'), report(), bySystem);
    expect(reminded(letTimePass(lead, { until: inAMonth }))).toEqual([
      '2026-11-26',
      '2026-12-02',
      '2026-12-11',
    ]);
  });

  test('one that names it holds the reminders for five working days, and then they go on where they stood', () => {
    const { lead } = when(acknowledged('quoted'), holding, bySystem);
    expect(lead.bounceReport?.heldUntil).toBe('2026-11-30T09:00:00.000Z');
    const passed = letTimePass(lead, { until: inAMonth });
    expect(reminded(passed)).toEqual(['2026-11-30', '2026-12-04', '2026-12-15']);
    expect(passed.mails.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('while they are held it is the turn of the owner, who must phone; with the next reminder the customer is waited for', () => {
    const { lead } = when(acknowledged('quoted'), holding, bySystem);
    expect(lead.waitsFor).toBe('owner');
    const held = letTimePass(lead, { until: addDuration(monday10, 'P6D') }).lead;
    expect(held.waitsFor).toBe('owner');
    const goesOn = letTimePass(lead, { until: addDuration(monday10, 'P8D') });
    expect(reminded(goesOn)).toHaveLength(1);
    expect(goesOn.lead).toMatchObject({ waitsFor: 'customer', bounceReport: { at: monday10 } });
    // Nobody reacted to any of the reminders: that is the owner's again, whatever he enters.
    const stalled = letTimePass(lead, { until: addDuration(monday10, 'P60D') }).lead;
    const valued = when(stalled, { type: 'set-value', valueCents: 900_000 }).lead;
    expect(valued).toMatchObject({ stalledAt: expect.any(String), waitsFor: 'owner' });
  });

  test('a reminder that was on its way when the report came does not end the turn of the owner', () => {
    const { lead } = when(acknowledged('quoted'), holding, bySystem);
    const sent = {
      type: 'record-mail',
      mail: {
        type: 'follow-up-sent',
        mail: 'quoted',
        number: 1,
        key: `g${lead.cadence?.generation}#quoted#1`,
        outcome: 'sent',
        at: monday10,
      },
    } as const;
    expect(when(lead, sent, bySystem).lead).toMatchObject({ waitsFor: 'owner', cadence: { sent: 1 } });
  });

  test('one that came when all reminders were out leaves a lead that nobody reacted to with the owner', () => {
    const started = acknowledged('quoted');
    const out: Lead = {
      ...started,
      ...(started.cadence && { cadence: { ...started.cadence, sent: 3, lastSentAt: monday10 } }),
    };
    const held = when(out, holding, bySystem).lead;
    const stalled = when(held, { type: 'stall' }, bySystem).lead;
    const { lead } = when(stalled, { type: 'set-value', valueCents: 900_000 });
    expect(lead).toMatchObject({ stalledAt: monday10, waitsFor: 'owner' });
  });

  test.each<[Command, Lead['waitsFor']]>([
    [{ type: 'note-contact-attempt', reached: true, next: 'customer' }, 'customer'],
    [{ type: 'set-value', valueCents: 900_000 }, 'customer'],
    [{ type: 'record-owner-reply', text: 'Kam es an?' }, 'customer'],
    [{ type: 'record-bounce', email }, 'owner'],
    [{ type: 'stop' }, 'owner'],
  ])('whose turn it is after $0.type: $1', (command, turn) => {
    const held = when(acknowledged('quoted'), holding, bySystem).lead;
    const { lead } = when(held, command, command.type === 'record-bounce' ? bySystem : {});
    expect(lead.waitsFor).toBe(turn);
    expect(lead.bounceReport).toBeUndefined();
  });

  test('the owner is reminded all the same', () => {
    const { lead } = when(acknowledged('opportunity'), holding, bySystem);
    const passed = letTimePass(lead, { until: addDuration(monday10, 'P4D') });
    expect(passed.mails.map(({ to, at }) => `${to} ${at.slice(0, 10)}`)).toEqual(['owner 2026-11-25']);
  });

  test.each<Command>([
    { type: 'note-contact-attempt', reached: true, next: 'customer' },
    { type: 'set-value', valueCents: 900_000 },
    { type: 'set-probability', probability: 40 },
    { type: 'set-details', details: { email: 'erika@neu.example' } },
    { type: 'record-owner-reply', text: 'Kam es an?' },
  ])('it ends when the owner does anything: $type', (command) => {
    const held = when(acknowledged('quoted'), holding, bySystem).lead;
    const { lead } = when(held, command, { now: addDuration(monday10, 'PT1H') });
    expect(lead.bounceReport).toBeUndefined();
    // The execution may sleep until the end of the hold: a new one looks at once.
    expect(lead.generation).toBe(held.generation + 1);
    const passed = letTimePass(lead, { from: addDuration(monday10, 'PT1H'), until: inAMonth });
    expect(reminded(passed)[0]).toBe('2026-11-26');
  });

  test('a lead that sleeps until a day goes on sleeping, whatever the owner enters', () => {
    const asleep = aLeadIn('unqualified');
    const held = when(asleep, holding, bySystem).lead;
    const { lead } = when(held, { type: 'set-value', valueCents: 900_000 });
    expect(lead).toMatchObject({ dueAt: asleep.dueAt, generation: asleep.generation });
    expect(lead.bounceReport).toBeUndefined();
  });

  test('what the system does is no act of the owner', () => {
    const held = when(aLeadIn('quoted'), holding, bySystem).lead;
    const { lead } = when(held, { type: 'renew-timer' }, bySystem);
    expect(lead.bounceReport).toEqual(held.bounceReport);
  });

  test('twice is once; only one that holds says more', () => {
    const noted = when(aLeadIn('quoted'), report(), bySystem).lead;
    expect(when(noted, report(), bySystem).refused).toEqual({ code: 'already-done' });
    const held = when(noted, holding, bySystem).lead;
    expect(held.bounceReport?.heldUntil).toBeDefined();
    expect(when(held, holding, bySystem).refused).toEqual({ code: 'already-done' });
  });

  test('a mail holds the reminders once, a later one again', () => {
    const held = when(aLeadIn('quoted'), holding, bySystem).lead;
    const called = when(held, { type: 'note-contact-attempt', reached: true }).lead;
    const later = { ...bySystem, now: addDuration(monday10, 'P1D') };
    const again = when(called, holding, later).lead;
    expect(again.bounceReport).toEqual({ at: later.now });
    const next = when(called, report({ sentAt: addDuration(monday10, 'PT2H') }), later).lead;
    expect(next.bounceReport?.heldUntil).toBeDefined();
  });

  test.each(['won', 'lost', 'service-done'] as const)('%s: it is noted once and holds nothing', (stage) => {
    const noted = when(aLeadIn(stage), holding, bySystem).lead;
    expect(isClosed(noted.stage)).toBe(true);
    expect(noted.bounceReport).toEqual({ at: monday10 });
    expect(when(noted, holding, bySystem).refused).toEqual({ code: 'already-done' });
  });

  test('what the sending service tells ends the mails, and the report is old news', () => {
    const held = when(aLeadIn('quoted'), holding, bySystem).lead;
    const { lead } = when(held, { type: 'record-bounce', email }, bySystem);
    expect(lead).toMatchObject({ mailsStopped: 'bounced', cadence: { name: 'bounced' } });
    expect(lead.bounceReport).toBeUndefined();
    expect(when(lead, holding, bySystem).refused).toEqual({ code: 'already-done' });
  });

  test('is in no figure: anybody can write one', () => {
    const before = aLeadIn('quoted');
    expect(measure(before, when(before, holding, bySystem).events)).toEqual([]);
    const told = when(before, { type: 'record-bounce', email }, bySystem);
    expect(measure(before, told.events)).toEqual([{ metric: 'Bounces', value: 1 }]);
  });

  test('erasing leaves neither the address nor what the server said', () => {
    const noted = when(aLeadIn('quoted'), report({ reason: `550 ${email} unknown` }), bySystem).lead;
    const { lead } = when(noted, { type: 'erase' });
    expect(JSON.stringify(lead)).not.toContain('erika');
    expect(lead.bounceReport).toBeUndefined();
  });
});

test('whatever reports come of mails that went out so far, no reminder waits longer than five working days', () => {
  const hours = fc.integer({ min: 0, max: 24 * 20 });
  const sent = fc.constantFrom(undefined, '2026-11-23T07:00:00.000Z', '2026-11-23T08:00:00.000Z', monday10);
  fc.assert(
    fc.property(fc.array(fc.record({ hours, sent }), { minLength: 1, maxLength: 12 }), (reports) => {
      let lead: Lead = acknowledged('quoted');
      let from = monday10;
      const days: string[] = [];
      for (const one of reports.toSorted((a, b) => a.hours - b.hours)) {
        const until = addDuration(monday10, `PT${one.hours}H`);
        const passed = letTimePass(lead, { from, until });
        days.push(...reminded(passed));
        from = until;
        lead = when(passed.lead, report({ sentAt: one.sent }), { ...bySystem, now: until }).lead;
      }
      days.push(...reminded(letTimePass(lead, { from, until: addDuration(monday10, 'P60D') })));
      // Due on the 26th; held on the 26th at the latest, five working days on is the 3rd.
      expect((days[0] ?? 'never') <= '2026-12-03').toBe(true);
      expect(days).toHaveLength(3);
    }),
    { numRuns: 60 },
  );
});

describe('an address that is known for it when the lead gets it', () => {
  const since = '2026-10-01T08:00:00.000Z';

  test.each(['bounced', 'complained'] as const)('%s: the lead says so, and its rhythm stays', (reason) => {
    const before = aLead();
    const command = knownUndelivered(before, { reason, at: since });
    if (!command) throw new Error('Nothing to say');
    const { lead, events } = when(before, command, bySystem);
    expect(lead).toMatchObject({ mailsStopped: reason, cadence: before.cadence, waitsFor: 'owner' });
    expect(lead.generation).toBe(before.generation);
    expect(events).toMatchObject([{ email, knownSince: since }]);
    expect(measure(before, events)).toEqual([]);
    expect(knownUndelivered(lead, { reason, at: since })).toBeUndefined();
  });

  test('nothing is said of one that is not suppressed, or only wrote off', () => {
    expect(knownUndelivered(aLead(), undefined)).toBeUndefined();
    expect(knownUndelivered(aLead(), { reason: 'stopped', at: since })).toBeUndefined();
    const { email: _, ...contact } = aLead().contact;
    expect(knownUndelivered(aLead({ contact }), { reason: 'bounced', at: since })).toBeUndefined();
  });
});

describe('which address mails went to', () => {
  const corrected = when(
    aLead(),
    { type: 'set-details', details: { email: 'erika@neu.example' } },
    { now: addDuration(monday10, 'P1D') },
  ).lead;

  test('before and after it was corrected', () => {
    expect(addressAt(corrected, monday10)).toBe(email);
    expect(addressAt(corrected, addDuration(monday10, 'P2D'))).toBe('erika@neu.example');
  });

  test('where the oldest events are gone: what holds now, unless a later event set it', () => {
    expect(addressAt(aLead({ timeline: [] }), monday10)).toBe(email);
    const cut = { ...corrected, timeline: corrected.timeline.filter(({ type }) => type !== 'captured') };
    expect(addressAt(cut, monday10)).toBeUndefined();
  });
});
