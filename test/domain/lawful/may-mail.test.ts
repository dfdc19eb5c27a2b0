import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayMail } from '../../../domain/lawful/may-mail.ts';
import type { Command } from '../../../domain/lead/command.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { remindersOf } from '../../../domain/lead/reminders.ts';
import { addDuration, laterOf } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { addDelay } from '../../../domain/time/working-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, type FollowedMail, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const greeted = (lead: Lead): Lead => ({ ...lead, acknowledgedAt: monday10, alertedAt: monday10 });

interface Walk {
  readonly lead: Lead;
  readonly now: Moment;
  /** Reminders to the customer. */
  readonly mails: readonly FollowedMail[];
}

const start = (lead: Lead): Walk => ({ lead: greeted(lead), now: monday10, mails: [] });

function waits({ lead, now, mails }: Walk, duration: string, company = aCompany()): Walk {
  const until = addDuration(now, duration);
  const passed = letTimePass(lead, { from: now, until, company });
  return { lead: passed.lead, now: until, mails: [...mails, ...passed.mails.filter(isReminder)] };
}

const isReminder = ({ to, mail }: FollowedMail) =>
  to === 'customer' && !/^(visit-|acknowledgement)/.test(mail);

const does = (walk: Walk, command: Command, by: 'owner' | 'customer' = 'owner'): Walk => ({
  ...walk,
  lead: when(walk.lead, command, { now: walk.now, by }).lead,
});

const notReached = { type: 'note-contact-attempt', reached: false } as const;
const reached = { type: 'note-contact-attempt', reached: true } as const;
/** He said that he gets back to us. */
const getsBack = { ...reached, next: 'customer' } as const;
const quote = (quotedCents: number) => ({ type: 'move', to: 'quoted', facts: { quotedCents } }) as const;

describe('after "this is our last e-mail"', () => {
  const promised = waits(does(start(aLead()), notReached), 'P40D');

  test('the third mail says so', () => {
    expect(promised.mails.map(({ mail, last }) => [mail, last])).toEqual([
      ['not-reached', false],
      ['not-reached', false],
      ['not-reached', true],
    ]);
    expect(promised.lead).toMatchObject({ waitsFor: 'owner', reminders: { promised: true } });
  });

  test.each<[string, readonly Command[]]>([
    ['calling in vain, three times', [notReached, notReached, notReached]],
    ['moving on', [{ type: 'move', to: 'needs-analysis' }]],
    [
      'moving back and forth',
      [{ type: 'move', to: 'in-progress' }, { type: 'move', to: 'first-contact' }, notReached],
    ],
    ['having reached him by phone', [reached]],
    [
      'losing and reopening',
      [
        { type: 'move', to: 'lost', facts: { reason: 'meldet sich nicht' } },
        { type: 'move', to: 'needs-analysis' },
      ],
    ],
    ['putting it off', [{ type: 'postpone', until: '2027-01-20' }]],
    ['having answered once more', [{ type: 'record-owner-reply', text: 'Noch da?' }]],
  ])('%s by the owner alone brings the customer none', (_, commands) => {
    const after = commands.reduce((walk, command) => does(walk, command), promised);
    expect(waits(after, 'P90D').mails).toHaveLength(3);
  });

  test('the owner is chased instead, and the timeline says why', () => {
    const again = does(promised, getsBack);
    const { lead, mails } = letTimePass(again.lead, {
      from: again.now,
      until: addDuration(again.now, 'P90D'),
    });
    expect(mails.map(({ to, mail }) => [to, mail])).toEqual([
      ['owner', 'needs-analysis'],
      ['owner', 'needs-analysis'],
      ['owner', 'needs-analysis'],
    ]);
    expect(lead.timeline.filter(({ type }) => type === 'mail-refused')).toMatchObject([
      { mail: 'needs-analysis', why: 'promised', by: 'system' },
    ]);
  });

  test.each<[string, readonly (readonly [Command, 'owner' | 'customer'])[]]>([
    [
      'he writes, and is waited for',
      [
        [{ type: 'record-reply', text: 'Ich bin noch da' }, 'customer'],
        [{ type: 'record-owner-reply', text: 'Schön!' }, 'owner'],
      ],
    ],
    ['a quote goes out', [[quote(900_000), 'owner']]],
  ])('%s: then he is reminded again', (_, steps) => {
    const after = steps.reduce((walk, [command, by]) => does(walk, command, by), promised);
    expect(waits(after, 'P60D').mails).toHaveLength(6);
  });

  test('a visit is agreed, and after it a quote follows', () => {
    const visited = does(promised, {
      type: 'plan-visit',
      startsAt: addDuration(promised.now, 'P3D'),
      durationMinutes: 60,
    });
    expect(visited.lead.reminders).toMatchObject({ inWaiting: 0, unanswered: 3 });
    expect(visited.lead.reminders?.promised).toBeUndefined();
  });

  test('a visit that is moved is news to the customer as one that is agreed', () => {
    const visit = { type: 'plan-visit', durationMinutes: 60 } as const;
    const agreed = does(promised, { ...visit, startsAt: addDuration(promised.now, 'P20D') });
    const reminded: Walk = {
      ...agreed,
      lead: { ...agreed.lead, reminders: { unanswered: 4, inWaiting: 1, lastAt: promised.now } },
    };
    const moved = does(reminded, { ...visit, startsAt: addDuration(promised.now, 'P21D') });
    expect(moved.lead.timeline.at(-1)?.type).toBe('visit-moved');
    expect(moved.lead.reminders).toMatchObject({ unanswered: 4, inWaiting: 0 });
  });
});

describe('in the middle of a rhythm', () => {
  test('a move back and forth goes on where it stood, and does not begin anew', () => {
    const once = waits(start(aLeadIn('quoted')), 'P4D');
    expect(once.mails.map(({ number }) => number)).toEqual([1]);
    const back = does(does(once, { type: 'move', to: 'negotiation' }), { type: 'move', to: 'quoted' });
    expect(waits(back, 'P60D').mails.map(({ number, last }) => [number, last])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test('another quote is news, the same quote again is none', () => {
    const all = waits(start(aLeadIn('quoted')), 'P40D');
    const move = { type: 'move', to: 'negotiation' } as const;
    const same = does(does(all, move), quote(1_150_000));
    expect(waits(same, 'P60D').mails).toHaveLength(3);
    const other = does(does(all, move), quote(990_000));
    expect(waits(other, 'P60D').mails.map(({ number }) => number)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('three mails of two rhythms are one waiting, and the third is the last', () => {
    const two = waits(does(start(aLead()), notReached), 'P8D');
    expect(two.mails).toHaveLength(2);
    const { mails } = waits(does(two, getsBack), 'P60D');
    expect(mails.map(({ mail, last }) => [mail, last]).slice(2)).toEqual([['needs-analysis', true]]);
  });
});

test('more than six without an answer no customer gets about one request', () => {
  let walk = waits(start(aLeadIn('quoted')), 'P40D');
  for (const cents of [1_000_000, 900_000, 800_000]) {
    walk = waits(does(does(walk, { type: 'move', to: 'negotiation' }), quote(cents)), 'P40D');
  }
  expect(walk.mails).toHaveLength(6);
  expect(walk.mails.at(-1)?.last).toBe(true);
  expect(walk.lead.timeline.findLast(({ type }) => type === 'mail-refused')).toMatchObject({
    why: 'unanswered',
  });
});

test('what an older release sent counts as well', () => {
  const { reminders: _, ...older } = waits(does(start(aLead()), notReached), 'P40D').lead;
  expect(remindersOf(older)).toMatchObject({ unanswered: 3, inWaiting: 3 });
  const now = addDuration(monday10, 'P40D');
  const again = when(older, { type: 'move', to: 'needs-analysis' }, { now }).lead;
  const { mails } = letTimePass(again, { from: now, until: addDuration(now, 'P60D') });
  expect(mails.filter(({ to }) => to === 'customer')).toEqual([]);
});

test('whatever a mail of which nobody knew turns out to be, it counts once', () => {
  const lead = greeted(aLeadIn('quoted'));
  const mail = {
    type: 'follow-up-sent',
    mail: 'quoted',
    number: 1,
    key: 'g2#quoted#1',
    at: monday10,
  } as const;
  const entered = (['uncertain', 'sent'] as const).reduce(
    (one, outcome) => when(one, { type: 'record-mail', mail: { ...mail, outcome } }, { by: 'system' }).lead,
    lead,
  );
  expect(entered.reminders).toMatchObject({ unanswered: 1, inWaiting: 1 });
});

describe('the classes', () => {
  const ask = (lead: Lead, mail: Parameters<typeof mayMail>[0]) =>
    mayMail(mail, { lead }, aCompany(), monday10);

  test('whoever stopped the reminders still hears what he did or agreed', () => {
    const stopped: Lead = { ...aLeadIn('site-visit'), mailsStopped: 'stopped' };
    expect(ask(stopped, 'visit-confirmation')).toMatchObject({ allowed: true, ground: 'appointment' });
    expect(ask(stopped, 'acknowledgement')).toMatchObject({ allowed: true, ground: 'person-asked' });
    expect(ask(stopped, 'owner-answer')).toMatchObject({ allowed: true, ground: 'owner-wrote' });
    expect(ask(stopped, 'quoted')).toEqual({ allowed: false, reason: 'stopped' });
  });

  test.each(['bounced', 'complained', 'disowned'] as const)('where it is %s nothing goes', (mailsStopped) => {
    const lead: Lead = { ...aLeadIn('site-visit'), mailsStopped };
    for (const mail of ['visit-confirmation', 'owner-answer', 'quoted'] as const) {
      expect(ask(lead, mail)).toEqual({ allowed: false, reason: mailsStopped });
    }
  });

  test('nobody is reminded of what is closed', () => {
    expect(ask(aLeadIn('won'), 'quoted')).toEqual({ allowed: false, reason: 'no-open-request' });
    expect(ask(aLeadIn('quoted'), 'quoted')).toMatchObject({ allowed: true, ground: 'open-request' });
  });
});

test('whatever the owner taps and the customer does, the limits hold', () => {
  const step = fc.oneof(
    fc.constantFrom<Command>(notReached, reached, { type: 'postpone', until: '2028-01-20' }),
    fc
      .constantFrom('in-progress', 'first-contact', 'needs-analysis', 'quoted', 'negotiation')
      .map((to): Command => ({ type: 'move', to, facts: to === 'quoted' ? { quotedCents: 5_000 } : {} })),
    fc.constant<Command>({ type: 'record-owner-reply', text: 'Hallo' }),
    fc.constant<Command>({ type: 'record-reply', text: 'Hallo' }),
    fc.integer({ min: 1, max: 30 }).map((days) => `P${days}D`),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let walk = start(aLead());
      let sinceNews = 0;
      let quoted: number | undefined;
      for (const one of steps) {
        const before = walk.mails.length;
        if (typeof one === 'string') walk = waits(walk, one);
        else walk = does(walk, one, one.type === 'record-reply' ? 'customer' : 'owner');
        sinceNews += walk.mails.length - before;
        expect(sinceNews).toBeLessThanOrEqual(3);
        const isNews = typeof one !== 'string' && one.type === 'record-reply';
        if (isNews || walk.lead.quotedCents !== quoted) sinceNews = 0;
        quoted = walk.lead.quotedCents;
      }
      for (const [index, { at }] of walk.mails.entries()) {
        const next = walk.mails[index + 1];
        if (next) expect(laterOf(next.at, addDelay(aCompany(), at, '2 working days'))).toBe(next.at);
      }
    }),
    { numRuns: 60 },
  );
});
