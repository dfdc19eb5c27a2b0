import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, Refusal } from '../../../domain/lead/command.ts';
import { decideAll } from '../../../domain/lead/decide-all.ts';
import { type Lead, leadSchema } from '../../../domain/lead/lead.ts';
import { standingEvents } from '../../../domain/lead/standing-events.ts';
import { summarise, unansweredOf } from '../../../domain/lead/summary.ts';
import { hasHeardOfVisit } from '../../../domain/lead/visit.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, when as decided, letTimePass, monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { anyCommand, anyMoment } from './any-command.ts';

/** As a tap does it: several commands are one step. */
function when(
  lead: Lead,
  command: Command | readonly Command[],
  { now = monday10, by = 'owner', person }: { now?: Moment; by?: 'owner' | 'customer'; person?: string } = {},
): { readonly lead: Lead; readonly refused?: Refusal } {
  const commands = 'type' in command ? [command] : command;
  const done = decideAll(lead, commands, { now, by, person, company: aCompany() });
  return 'refused' in done ? { lead, refused: done.refused } : { lead: leadSchema.parse(done.after) };
}

const later = (moment: Moment, duration: string) => addDuration(moment, duration);
const aSecondLater = later(monday10, 'PT1S');
const tenSecondsLater = later(monday10, 'PT10S');
const undoOf = (doneAt: Moment): Command => ({ type: 'undo', doneAt });

const thursday10 = '2026-11-26T09:00:00.000Z';
const friday10 = '2026-11-27T09:00:00.000Z';
const plan = (startsAt = thursday10): Command => ({ type: 'plan-visit', startsAt, durationMinutes: 60 });

/** All that decides what happens next; numbers of timers and of calendar entries may grow. */
function deciding(lead: Lead): object {
  const {
    generation: _g,
    standsSince: _s,
    dueAt: _d,
    timeline: _t,
    undoable: _u,
    visit,
    visitMails: _mails,
    visitTold: _told,
    cancelledVisit: _off,
    ...rest
  } = lead;
  return { ...rest, visit: visit && { startsAt: visit.startsAt, durationMinutes: visit.durationMinutes } };
}

describe('the last step of a person is taken back', () => {
  const asked: Command[] = [];
  const startArb = fc.array(fc.record({ command: anyCommand, now: anyMoment }), { maxLength: 12 });

  test('and the request stands as before, whatever it was and however it came there', () => {
    fc.assert(
      fc.property(startArb, anyCommand, (steps, command) => {
        let lead = aLeadIn('new');
        let now = monday10;
        for (const step of [...steps].sort((a, b) => (a.now < b.now ? -1 : 1))) {
          now = step.now;
          lead = decided(lead, step.command, { now }).lead;
        }
        const doneAt = later(now, 'PT1M');
        const done = when(lead, command, { now: doneAt, person: 'Sabine Muster' });
        if (done.refused || !done.lead.undoable) return;
        asked.push(command);
        const at = later(doneAt, 'PT10S');
        const back = when(done.lead, undoOf(doneAt), { now: at, person: 'Karl Muster' });
        expect(back.refused).toBeUndefined();
        expect(deciding(back.lead)).toEqual(deciding(lead));
        expect(back.lead.undoable).toBeUndefined();
        expect(standingEvents(back.lead.timeline)).toEqual(standingEvents(lead.timeline));
        expect(unansweredOf(back.lead)).toEqual(unansweredOf(lead));
        expect(back.lead.timeline.at(-1)).toMatchObject({ type: 'undone', person: 'Karl Muster' });
        expect(summarise(back.lead).moves).toEqual(summarise(lead).moves);
      }),
      { numRuns: 400 },
    );
    // Several kinds of steps have come.
    expect(new Set(asked.map(({ type }) => type)).size).toBeGreaterThan(3);
  });

  test('and what goes out from then on is what would have gone out without it', () => {
    const commands: Command[] = [
      { type: 'postpone', until: '2027-02-01' },
      { type: 'note-contact-attempt', reached: true, next: 'customer' },
      { type: 'note-contact-attempt', reached: false },
      { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } },
      { type: 'move', to: 'unqualified', facts: { reason: 'kein Budget', lookAgainOn: '2027-03-01' } },
      { type: 'move', to: 'quoted', facts: { quotedCents: 900_000 } },
    ];
    const told = (lead: Lead) =>
      letTimePass(lead, { from: later(monday10, 'PT11S'), until: '2027-01-20T09:00:00.000Z' }).mails.map(
        ({ to, mail, number, at }) => ({ to, mail, number, at }),
      );
    for (const stage of ['new', 'needs-analysis', 'quoted', 'negotiation'] as const) {
      const lead = letTimePass(aLeadIn(stage), { until: monday10 }).lead;
      for (const command of commands) {
        const done = when(lead, command, { now: later(monday10, 'PT1S') });
        if (done.refused) continue;
        const back = when(done.lead, undoOf(later(monday10, 'PT1S')), { now: tenSecondsLater }).lead;
        expect([stage, command, told(back)]).toEqual([stage, command, told(lead)]);
      }
    }
  });

  test('several commands of one step are taken back together', () => {
    const lead = aLeadIn('needs-analysis');
    const at = { now: tenSecondsLater };
    const quote: Command = { type: 'move', to: 'quoted', facts: { quotedCents: 500_000, name: 'Neu' } };
    const both = when(lead, [quote, { type: 'set-probability', probability: 40 }], at).lead;
    const back = when(both, undoOf(tenSecondsLater), { now: later(monday10, 'PT20S') }).lead;
    expect(deciding(back)).toEqual(deciding(lead));
  });

  test('by anybody, but only the last one, and only once', () => {
    const lead = aLeadIn('new');
    const first = when(lead, { type: 'set-value', valueCents: 100 }, { now: monday10 }).lead;
    const second = when(first, { type: 'set-value', valueCents: 200 }, { now: tenSecondsLater }).lead;
    const now = later(monday10, 'PT20S');
    expect(when(second, undoOf(monday10), { now }).refused).toEqual({ code: 'changed-since' });
    const back = when(second, undoOf(tenSecondsLater), { now }).lead;
    expect(back.valueCents).toBe(100);
    expect(when(back, undoOf(tenSecondsLater), { now }).refused).toEqual({ code: 'already-done' });
    expect(when(back, undoOf(monday10), { now }).refused).toEqual({ code: 'changed-since' });
  });

  test('for a minute, then no longer', () => {
    const moved = when(aLeadIn('new'), { type: 'set-value', valueCents: 100 }).lead;
    const tap = (now: Moment) => when(moved, undoOf(monday10), { now }).refused;
    expect(tap(later(monday10, 'PT60S'))).toBeUndefined();
    expect(tap(later(monday10, 'PT61S'))).toEqual({ code: 'too-late-to-undo' });
  });

  test('not once the customer wrote: his words count', () => {
    const called = when(aLeadIn('new'), { type: 'note-contact-attempt', reached: true }).lead;
    const answered = when(
      called,
      { type: 'record-reply', text: 'Doch nicht' },
      { now: tenSecondsLater, by: 'customer' },
    ).lead;
    expect(when(answered, undoOf(monday10), { now: later(monday10, 'PT20S') }).refused).toEqual({
      code: 'changed-since',
    });
  });

  test.each<[string, Command]>([
    ['erasing', { type: 'erase' }],
    ['spam', { type: 'mark-spam' }],
    ['merging', { type: 'merge-into', into: '7K2M9QX4TE' }],
    ['an answer to the customer', { type: 'record-owner-reply', text: 'Gern' }],
  ])('never %s, nor what was done before it', (_, command) => {
    const lead = when(aLeadIn('new'), { type: 'set-value', valueCents: 100 }).lead;
    const done = when(lead, command, { now: tenSecondsLater }).lead;
    expect(done.undoable).toBeUndefined();
    for (const doneAt of [monday10, tenSecondsLater]) {
      expect(when(done, undoOf(doneAt), { now: later(monday10, 'PT20S') }).refused).toBeDefined();
    }
  });

  test('what stood before goes with the next event, and with the data', () => {
    const renamed = when(aLeadIn('new'), { type: 'set-details', details: { name: 'Neu' } }).lead;
    expect(JSON.stringify(renamed.undoable)).toContain('Erika Muster');
    const erased = when(renamed, { type: 'erase' }, { now: tenSecondsLater }).lead;
    expect(JSON.stringify(erased)).not.toContain('Erika Muster');
  });

  test('what was wanted of the next mail is wanted again', () => {
    const nextMail = { key: 'g3#quoted#1', text: 'eigene Worte' };
    const lead: Lead = { ...aLeadIn('quoted'), nextMail };
    const put = when(lead, { type: 'postpone', until: '2027-02-01' }, { now: aSecondLater }).lead;
    expect(put.nextMail).toBeUndefined();
    expect(when(put, undoOf(aSecondLater), { now: tenSecondsLater }).lead.nextMail).toEqual(nextMail);
  });

  test('the same form may be sent again after it', () => {
    const lead = { ...aLeadIn('new'), carriedOut: ['a tap before'] };
    const done = when(lead, { type: 'set-value', valueCents: 100 }).lead;
    const kept = { ...done, carriedOut: ['a tap before', 'this tap'] };
    const back = when(kept, undoOf(monday10), { now: tenSecondsLater }).lead;
    expect(back.carriedOut).toEqual(['a tap before']);
  });
});

describe('what went out because of the step', () => {
  const oneMinute = (lead: Lead) => letTimePass(lead, { until: later(monday10, 'PT5S') });
  const next = (lead: Lead) =>
    letTimePass(lead, { from: tenSecondsLater, until: later(monday10, 'PT5M') }).mails.map(
      ({ mail }) => mail,
    );

  const planned = () => {
    const lead = letTimePass(aLeadIn('needs-analysis'), { until: monday10 }).lead;
    return when(lead, plan(), { now: aSecondLater }).lead;
  };
  const takenBack = (lead: Lead) => when(lead, undoOf(aSecondLater), { now: tenSecondsLater }).lead;

  test('a visit that the customer was told of is off, and he is told so', () => {
    const { lead: told, mails } = oneMinute(planned());
    expect(mails.map(({ mail }) => mail)).toEqual(['visit-confirmation', 'owner-visit-confirmation']);
    const back = takenBack(told);
    expect(back.stage).toBe('needs-analysis');
    expect(back.visit).toBeUndefined();
    expect(next(back)).toEqual(['visit-cancelled', 'owner-visit-cancelled']);
  });

  test('of a visit that nobody was told of nobody hears', () => {
    expect(next(takenBack(planned()))).toEqual([]);
  });

  test('a confirmation that was under way all the same is called off', () => {
    const at = later(monday10, 'PT11S');
    const confirmation = {
      type: 'follow-up-sent',
      mail: 'visit-confirmation',
      number: 1,
      outcome: 'sent',
    } as const;
    const late = decided(
      takenBack(planned()),
      { type: 'record-mail', mail: { ...confirmation, key: 'visit#visit-confirmation#1', at } },
      { now: at, by: 'system' },
    ).lead;
    expect(next(late)).toContain('visit-cancelled');
  });

  test('another date after it is told as a first one', () => {
    const off = letTimePass(takenBack(oneMinute(planned()).lead), {
      from: tenSecondsLater,
      until: later(monday10, 'PT1M'),
    }).lead;
    const again = when(off, plan(friday10), { now: later(monday10, 'PT2M') }).lead;
    expect(again.visit?.sequence).toBeGreaterThan(1);
    expect(hasHeardOfVisit(again)).toBe(false);
  });

  test('a date that was moved and told is the old one again, and told', () => {
    const before = letTimePass(when(aLeadIn('needs-analysis'), plan()).lead, { until: monday10 }).lead;
    const doneAt = aSecondLater;
    const moved = oneMinute(when(before, plan(friday10), { now: doneAt }).lead).lead;
    expect(moved.visitTold?.startsAt).toBe(friday10);
    const back = when(moved, undoOf(doneAt), { now: tenSecondsLater }).lead;
    expect(back.visit?.startsAt).toBe(thursday10);
    expect(next(back)).toContain('visit-confirmation');
  });

  test('a date that was called off stands again; who was told so is told', () => {
    const before = letTimePass(when(aLeadIn('needs-analysis'), plan()).lead, { until: monday10 }).lead;
    const doneAt = aSecondLater;
    const off = when(before, { type: 'cancel-visit' }, { now: doneAt }).lead;
    const quiet = when(off, undoOf(doneAt), { now: tenSecondsLater }).lead;
    expect(quiet.visit?.startsAt).toBe(thursday10);
    expect(next(quiet)).not.toContain('visit-confirmation');
    const told = when(oneMinute(off).lead, undoOf(doneAt), { now: tenSecondsLater }).lead;
    expect(next(told)).toContain('visit-confirmation');
  });

  test('a refusal cannot be called back', () => {
    const lose: Command = { type: 'move', to: 'lost', facts: { reason: 'zu weit' } };
    const commands: Command[] = [lose, { type: 'decline', text: 'Leider nein.' }];
    const declined = when(aLeadIn('needs-analysis'), commands, { now: aSecondLater }).lead;
    expect(when(declined, undoOf(aSecondLater), { now: tenSecondsLater }).refused).toBeUndefined();
    const { lead: told, mails } = oneMinute(declined);
    expect(mails.map(({ mail }) => mail)).toContain('refusal');
    expect(when(told, undoOf(aSecondLater), { now: tenSecondsLater }).refused).toEqual({
      code: 'with-customer',
      mail: 'refusal',
    });
  });

  test('of a call that was noted with its visit nothing is taken back alone', () => {
    const called = aLead({ timeline: aLead().timeline.map((event) => ({ ...event, by: 'owner' as const })) });
    const withVisit = when(called, plan(), { now: called.capturedAt }).lead;
    expect(withVisit.undoable).toBeUndefined();
  });

  test('an emergency that was taken by a slip goes on ringing where it stood', () => {
    const rings = letTimePass(aLeadIn('service'), { until: later(monday10, 'PT6M') }).lead;
    const slip = later(monday10, 'PT7M');
    const taken = when(rings, { type: 'confirm' }, { now: slip, person: 'Sabine Muster' }).lead;
    const back = when(taken, undoOf(slip), { now: later(slip, 'PT10S') }).lead;
    expect(back.confirmedAt).toBeUndefined();
    expect(back.assignedTo).toBeUndefined();
    const { mails } = letTimePass(back, { from: later(slip, 'PT10S'), until: later(monday10, 'PT16M') });
    expect(mails.map(({ mail, number, at }) => [mail, number, at])).toEqual([
      ['service', 2, later(monday10, 'PT10M')],
      ['service', 3, later(monday10, 'PT15M')],
    ]);
  });

  test('a mail that went out meanwhile for another reason counts, and is not sent twice', () => {
    const lead = aLeadIn('new');
    const done = when(lead, { type: 'set-value', valueCents: 5 }).lead;
    const sent = letTimePass(done, { until: later(monday10, 'PT5S') });
    expect(sent.mails.map(({ mail }) => mail)).toContain('acknowledgement');
    const back = when(sent.lead, undoOf(monday10), { now: tenSecondsLater }).lead;
    expect(back.valueCents).toBeUndefined();
    expect(back.acknowledgedAt).toBe(monday10);
    expect(next(back)).toEqual([]);
  });
});
