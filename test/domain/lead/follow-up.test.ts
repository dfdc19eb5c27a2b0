import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cadenceOf } from '../../../domain/business/company.ts';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isWaiting } from '../../../domain/lead/list.ts';
import { cadenceNames, customerGetsBack, pipeline } from '../../../domain/lead/pipeline.ts';
import { isClosed, timedStages } from '../../../domain/lead/stages.ts';
import { addDuration, localDate, localTime } from '../../../domain/time/local-time.ts';
import { isOpen, isWorkingDay } from '../../../domain/time/working-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const berlin = 'Europe/Berlin';
const said = (mails: readonly { at: string; mail: string; number: number }[]) =>
  mails.map(({ at, mail, number }) => `${localDate(at, berlin)} ${localTime(at, berlin)} ${mail} ${number}`);

/** A lead whose first mails went out, so that only its cadence speaks. */
const greeted = (lead: Lead): Lead => ({
  ...lead,
  acknowledgedAt: monday10,
  alertedAt: monday10,
});

const getsBack = { type: 'note-contact-attempt', reached: true, next: 'customer' } as const;

const followed = (lead: Lead, until: string, options: { mailable?: boolean } = {}) =>
  letTimePass(greeted(lead), { until, ...options });

describe('the rhythm of each stage (Monday, 23 November 2026, 10:00 in Munich)', () => {
  test('a new lead is acknowledged and announced at once, then the owner is chased after 2 and each 4 working hours, at the next of his times', () => {
    const { mails } = letTimePass(aLead(), { until: '2026-11-25T23:00:00.000Z' });
    expect(said(mails)).toEqual([
      '2026-11-23 10:00 acknowledgement 1',
      '2026-11-23 10:00 new-lead-alert 1',
      '2026-11-23 13:30 new 1',
      '2026-11-24 10:00 new 2',
      '2026-11-24 17:00 new 3',
      '2026-11-25 13:30 new 4',
    ]);
    expect(mails.slice(1).every((mail) => mail.to === 'owner')).toBe(true);
  });

  test.each([
    ['in-progress', 'owner', ['2026-11-24 10:00']],
    ['first-contact', 'owner', ['2026-11-24 10:00']],
    ['opportunity', 'owner', ['2026-11-25 10:00']],
    ['quoted', 'customer', ['2026-11-26 10:00', '2026-12-02 10:00', '2026-12-11 10:00']],
    ['negotiation', 'owner', ['2026-11-26 10:00']],
  ] as const)('%s: the %s, then the lead is stalled', (stage, to, expected) => {
    const { mails, lead } = followed(aLeadIn(stage), '2027-03-31T00:00:00.000Z');
    expect(said(mails)).toEqual(expected.map((at, index) => `${at} ${stage} ${index + 1}`));
    expect(new Set(mails.map((mail) => mail.to))).toEqual(new Set([to]));
    expect(lead.stalledAt).toBe(mails.at(-1)?.at);
    expect(lead.waitsFor).toBe('owner');
    expect(lead.timeline.at(-1)?.type).toBe('stalled');
  });

  test('spoken with: the owner is asked after 2 working days, and the customer gets nothing', () => {
    const { mails } = followed(aLeadIn('needs-analysis'), '2027-03-31T00:00:00.000Z');
    expect(mails.map(({ to }) => to)).toEqual(['owner']);
    expect(said(mails)).toEqual(['2026-11-25 10:00 talked 1']);
  });

  test('a customer who said that he gets back is reminded after 2, 5 and 10 working days', () => {
    const { mails } = followed(when(aLead(), getsBack).lead, '2027-03-31T00:00:00.000Z');
    expect(mails.map(({ to }) => to)).toEqual(['customer', 'customer', 'customer']);
    expect(said(mails)).toEqual([
      '2026-11-25 10:00 needs-analysis 1',
      '2026-11-30 10:00 needs-analysis 2',
      '2026-12-07 10:00 needs-analysis 3',
    ]);
  });

  test('not reached: the customer gets a mail after 2, 5 and 10 working days', () => {
    const lead = when(aLead(), { type: 'note-contact-attempt', reached: false }).lead;
    const { mails } = followed(lead, '2027-01-31T00:00:00.000Z');
    expect(said(mails)).toEqual([
      '2026-11-25 10:00 not-reached 1',
      '2026-11-30 10:00 not-reached 2',
      '2026-12-07 10:00 not-reached 3',
    ]);
  });

  test('a visit is confirmed at once, reminded the day before, and its quote asked for from the day after', () => {
    const { mails } = followed(aLeadIn('site-visit'), '2026-12-02T00:00:00.000Z');
    expect(said(mails)).toEqual([
      '2026-11-23 10:00 visit-confirmation 1',
      '2026-11-23 10:00 owner-visit-confirmation 1',
      '2026-11-25 08:00 visit-reminder 1',
      '2026-11-25 08:00 owner-visit-reminder 1',
      '2026-11-27 13:30 site-visit 1',
      '2026-12-01 13:30 site-visit 2',
    ]);
    expect(mails.map((mail) => mail.to)).toEqual([
      'customer',
      'owner',
      'customer',
      'owner',
      'owner',
      'owner',
    ]);
  });

  test('an emergency rings for twelve hours, ever more rarely, until somebody confirms; then it is a chase as any other', () => {
    const lead = aLeadIn('service');
    const { mails, lead: alarmed } = followed(lead, '2026-11-24T08:59:59.000Z', { mailable: false });
    expect(mails.map(({ at }) => localTime(at, berlin))).toEqual([
      ...['10:05', '10:10', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45', '12:00'],
      ...['13:00', '14:00', '15:00', '16:00', '17:00', '18:00', '19:00', '20:00', '21:00', '22:00'],
    ]);
    expect(mails.every((mail) => mail.to === 'owner')).toBe(true);
    const later = letTimePass(alarmed, {
      from: '2026-11-24T09:00:00.000Z',
      until: '2026-12-01T00:00:00.000Z',
      mailable: false,
    });
    expect(said(later.mails)).toEqual(['2026-11-26 08:00 service 21', '2026-11-30 08:00 service 22']);

    const now = '2026-11-24T09:00:00.000Z';
    const confirmed = when(alarmed, { type: 'confirm' }, { now }).lead;
    const after = letTimePass(confirmed, { from: now, until: '2026-12-24T09:00:00.000Z' });
    expect(said(after.mails)).toEqual([
      '2026-11-24 10:00 emergency-taken 1',
      '2026-11-25 10:00 service-confirmed 1',
    ]);
  });

  test('a reply is told at once and chased until it is answered', () => {
    const lead = when(aLeadIn('quoted'), { type: 'record-reply' }, { by: 'customer' }).lead;
    expect(said(followed(lead, '2026-11-27T00:00:00.000Z').mails)).toEqual([
      '2026-11-23 10:00 replied 1',
      '2026-11-24 10:00 replied 2',
      '2026-11-26 10:00 replied 3',
    ]);
  });

  test('a postponed lead is silent until its day, then the owner is told with all that is due', () => {
    const lead = when(aLeadIn('quoted'), { type: 'postpone', until: '2027-01-06' }).lead;
    const { mails, lead: back } = followed(lead, '2027-01-08T00:00:00.000Z');
    // 6 January is Epiphany, a holiday in Bavaria.
    expect(said(mails)).toEqual(['2027-01-07 10:00 postponed 1']);
    expect(back).toMatchObject({ waitsFor: 'owner', stage: 'quoted' });
    expect(back.postponedUntil).toBeUndefined();
  });

  test('an unqualified lead has no timer of its own and comes back once on its day', () => {
    const lead = greeted(aLeadIn('unqualified'));
    expect(isWaiting(lead)).toBe(false);
    const now = '2027-03-01T07:10:00.000Z';
    const woken = when(lead, { type: 'wake' }, { now, by: 'system' }).lead;
    const { mails, lead: stalled } = letTimePass(woken, { from: now, until: '2027-06-01T00:00:00.000Z' });
    expect(said(mails)).toEqual(['2027-03-01 10:00 unqualified 1']);
    expect(stalled.stalledAt).toBe('2027-03-01T09:00:00.000Z');
  });

  test.each(['won', 'lost', 'service-done'] as const)('a lead in %s waits for nothing', (stage) => {
    expect(isWaiting(aLeadIn(stage))).toBe(false);
  });
});

describe('working time', () => {
  test('what falls due on a holiday or at night moves to the next opening', () => {
    const friday = '2026-12-18T20:00:00.000Z';
    const lead = when(aLead(), getsBack, { now: friday }).lead;
    const { mails } = letTimePass(greeted(lead), { from: friday, until: '2027-01-31T00:00:00.000Z' });
    // Counted from Monday 08:00; 25 December, 1 and 6 January are holidays.
    expect(said(mails)).toEqual([
      '2026-12-23 08:00 needs-analysis 1',
      '2026-12-29 08:00 needs-analysis 2',
      '2027-01-07 08:00 needs-analysis 3',
    ]);
  });

  test('the window is asked again at the moment of sending, not when the timer was set', () => {
    const lead = greeted(aLeadIn('quoted'));
    const { dueAt } = planFollowUp(lead, true, aCompany(), monday10);
    // Meanwhile the business decided to close on that day.
    const company = aCompany({ closedOn: [localDate(dueAt, berlin)] });
    const plan = planFollowUp(lead, true, company, dueAt);
    expect(plan.mails).toEqual([]);
    expect(localDate(plan.dueAt, berlin)).toBe('2026-11-27');
  });

  test('after an outage the customer gets one reminder, not all that were missed', () => {
    const lead = greeted(when(aLead(), getsBack).lead);
    const { mails } = letTimePass(lead, {
      from: '2026-12-09T09:00:00.000Z',
      until: '2027-01-31T00:00:00.000Z',
    });
    expect(said(mails)).toEqual([
      '2026-12-09 10:00 needs-analysis 1',
      '2026-12-14 10:00 needs-analysis 2',
      '2026-12-21 10:00 needs-analysis 3',
    ]);
  });

  test('a visit on Monday is reminded on Friday', () => {
    const lead = when(aLead(), {
      type: 'plan-visit',
      startsAt: '2026-11-30T08:00:00.000Z',
      durationMinutes: 60,
    }).lead;
    const reminders = followed(lead, '2026-12-01T00:00:00.000Z').mails.filter(
      (mail) => mail.mail === 'visit-reminder',
    );
    expect(said(reminders)).toEqual(['2026-11-27 08:00 visit-reminder 1']);
  });

  test('a visit planned for tomorrow is confirmed, not reminded', () => {
    const lead = when(aLead(), {
      type: 'plan-visit',
      startsAt: '2026-11-24T08:00:00.000Z',
      durationMinutes: 60,
    }).lead;
    const names = followed(lead, '2026-11-24T10:00:00.000Z').mails.map((mail) => mail.mail);
    expect(names).toEqual(['visit-confirmation', 'owner-visit-confirmation']);
  });

  test('a visit put off is not reminded', () => {
    const postponed = when(aLeadIn('site-visit'), { type: 'postpone', until: '2027-01-15' }).lead;
    expect(followed(postponed, '2026-12-31T00:00:00.000Z').mails).toEqual([]);
  });
});

describe('whom the mails go to', () => {
  test('a customer without an address is followed up by phone: the owner is asked instead', () => {
    const { mails } = followed(aLeadIn('quoted'), '2027-01-31T00:00:00.000Z', { mailable: false });
    expect(said(mails).map((line) => line.slice(0, 10))).toEqual(['2026-11-26', '2026-12-02', '2026-12-11']);
    expect(mails.every((mail) => mail.to === 'owner' && mail.type === 'owner-chased')).toBe(true);
  });

  test('a customer without an address is not acknowledged, the owner is told all the same', () => {
    expect(planFollowUp(aLead(), false, aCompany(), monday10).mails.map((mail) => mail.mail)).toEqual([
      'new-lead-alert',
    ]);
  });

  test('an owner who is faster than the workflow needs no alert; the customer is acknowledged all the same', () => {
    const moved = when(
      aLead(),
      { type: 'move', to: 'needs-analysis' },
      { now: '2026-11-23T08:00:01.000Z' },
    ).lead;
    const due = (now: string) => planFollowUp(moved, true, aCompany(), now).mails.map((mail) => mail.mail);
    expect(due('2026-11-23T08:00:02.000Z')).toEqual(['acknowledgement']);
    expect(due('2026-11-23T09:00:01.000Z')).toEqual([]);
  });

  test('a company may change any rhythm', () => {
    const company = aCompany({
      workingTime: 'always',
      trial: true,
      cadences: { quoted: { to: 'customer', after: ['PT30S', 'PT90S', 'PT150S'] } },
    });
    const { mails } = letTimePass(greeted(aLeadIn('quoted')), {
      until: addDuration(monday10, 'PT4M'),
      company,
    });
    expect(mails.map((mail) => Date.parse(mail.at) - Date.parse(monday10))).toEqual([
      30_000, 90_000, 150_000,
    ]);
  });
});

describe('a renewed timer', () => {
  test('finds the mails its predecessor sent: the keys stay the same', () => {
    const lead = greeted(aLeadIn('quoted'));
    const due = '2026-11-26T09:00:00.000Z';
    const renewed = when(lead, { type: 'renew-timer' }, { now: due, by: 'system' }).lead;
    const keys = (one: typeof lead) => planFollowUp(one, true, aCompany(), due).mails.map((mail) => mail.key);
    expect(keys(renewed)).toEqual(keys(lead));
    expect(keys(lead)).toHaveLength(1);
  });
});

describe('over a year, whatever the stage, the moment and the region', () => {
  const startArb = fc
    .integer({ min: 0, max: 370 * 24 * 60 })
    .map((minutes) => addDuration('2026-01-01T00:00:00.000Z', `PT${minutes}M`));
  const companyArb = fc.constantFrom(
    aCompany(),
    aCompany({ region: 'BE' }),
    aCompany({ country: 'AT', region: '9', timeZone: 'Europe/Vienna' }),
    aCompany({ country: 'CH', region: 'ZH', timeZone: 'Europe/Zurich', currency: 'CHF' }),
    aCompany({ workingTime: { days: ['tuesday', 'saturday'], from: '07:30', to: '12:00' } }),
  );
  const stageArb = fc.constantFrom(
    ...timedStages.filter((stage) => !isClosed(stage) && !['service', 'unqualified', 'new'].includes(stage)),
  );

  test('customers hear of us only in working time, at most as often as the cadence says, never twice the same', () => {
    fc.assert(
      fc.property(startArb, companyArb, stageArb, fc.boolean(), (now, company, stage, mailable) => {
        const facts = {
          name: 'E',
          kind: 'project',
          qualified: true,
          valueCents: 1,
          quotedCents: 1,
          visit: { startsAt: addDuration(now, 'P6D'), durationMinutes: 60 },
        } as const;
        const lead = greeted(
          when(
            aLead(),
            {
              type: 'move',
              to: stage,
              facts: stage === 'site-visit' ? facts : { ...facts, visit: undefined },
            },
            { now, company },
          ).lead,
        );
        const { mails, wakeUps } = letTimePass(lead, {
          from: now,
          until: addDuration(now, 'P60D'),
          company,
          mailable,
        });
        const keys = mails.map((mail) => mail.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(wakeUps).toBeLessThan(200);
        for (const mail of mails) {
          if (mail.mail.endsWith('visit-confirmation')) continue;
          expect(isOpen(company, mail.at)).toBe(true);
          expect(isWorkingDay(company, localDate(mail.at, company.timeZone))).toBe(true);
          if (!mailable) expect(mail.to).toBe('owner');
        }
        const name = pipeline[stage].cadence;
        if (name && cadenceOf(company, name).thenEach === undefined) {
          expect(
            mails.filter(({ mail }) => cadenceNames.some((cadence) => cadence === mail)).length,
          ).toBeLessThanOrEqual(cadenceOf(company, name).after.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a lead that waits is always looked at again, within 300 days', () => {
    fc.assert(
      fc.property(startArb, companyArb, fc.constantFrom(...timedStages), (now, company, stage) => {
        const { dueAt, mails } = planFollowUp(greeted(aLeadIn(stage)), true, company, now);
        expect(dueAt > now || mails.length > 0).toBe(true);
        expect(Date.parse(dueAt) - Date.parse(now)).toBeLessThanOrEqual(300 * 24 * 3600 * 1000);
      }),
    );
  });
});

test('every cadence is begun by a stage or an event', () => {
  const ofStages = timedStages.flatMap((stage) => pipeline[stage].cadence ?? []);
  const byEvents = [
    'not-reached',
    customerGetsBack,
    'service-confirmed',
    'replied',
    'answered',
    'postponed',
    'bounced',
    'stopped',
  ];
  expect(new Set([...ofStages, ...byEvents])).toEqual(new Set(cadenceNames));
});
