import { describe, expect, test } from 'vitest';
import { everybody, onCall } from '../../../domain/business/people.ts';
import { type DueMail, planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { toldOfTaking } from '../../../domain/lead/taking.ts';
import { addMinutes, localTime } from '../../../domain/time/local-time.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const byDay = aCompany({ emergency: { nightService: false } });
const emergency = aLeadIn('service');
/** Reported at this moment. */
const at = (startedAt: string): Lead => ({
  ...emergency,
  capturedAt: startedAt,
  stageSince: startedAt,
  dueAt: startedAt,
  cadence: { name: 'service', startedAt, generation: 1, sent: 0 },
});
const names = (mails: readonly { at: string; mail: string }[]) =>
  mails.map((mail) => `${localTime(mail.at, 'Europe/Berlin')} ${mail.mail}`);

describe('an emergency rings', () => {
  test('those on call at 0, 5 and 10 minutes, everybody from 15 on, and after twelve hours nobody any more', () => {
    const { mails } = letTimePass(emergency, { until: '2026-11-30T12:00:00.000Z' });
    const calls = mails.filter(({ to }) => to === 'owner').map((mail) => mail.calls);
    expect(calls).toEqual([
      ...Array(3).fill('on-call'),
      ...Array(18).fill('everybody'),
      ...Array(2).fill(undefined),
    ]);
  });

  test('whoever is on call as the company says, else whoever gets the mails of the business', () => {
    expect(onCall(company).map(({ name }) => name)).toEqual(['Martin Muster']);
    const [owner, office, jonas] = company.people;
    const withJonas = { ...company, people: [owner, office, { ...jonas, onCall: true }] } as typeof company;
    expect(onCall(withJonas).map(({ name }) => name)).toEqual(['Jonas Huber']);
    expect(everybody(withJonas).map(({ name }) => name)).toEqual([
      'Martin Muster',
      'Sabine Muster',
      'Jonas Huber',
    ]);
  });

  test('no more often than at each step after an outage or a change of the steps', () => {
    const hours = (count: number) => addMinutes(monday10, count * 60);
    // It rang each quarter of an hour for three days, as an earlier release had it.
    const running = { name: 'service', startedAt: monday10, generation: 1, sent: 288 } as const;
    const lead = { ...emergency, alertedAt: monday10, acknowledgedAt: monday10 };
    const young: Lead = { ...lead, cadence: { ...running, sent: 3, lastSentAt: addMinutes(monday10, 45) } };
    const old: Lead = { ...lead, cadence: { ...running, lastSentAt: hours(72) } };
    expect(planFollowUp(young, false, company, addMinutes(monday10, 46)).dueAt).toBe(hours(1));
    expect(planFollowUp(old, false, company, hours(73))).toEqual({ mails: [], dueAt: hours(7 * 24) });
  });

  test('for no longer because a company file says so', () => {
    const shrill = aCompany({ cadences: { service: { to: 'owner', after: ['PT15M'], thenEach: 'PT15M' } } });
    const { mails } = letTimePass(emergency, {
      until: '2026-11-30T12:00:00.000Z',
      company: shrill,
      mailable: false,
    });
    expect(mails.length).toBeLessThan(55);
  });
});

describe('without a night service', () => {
  test('it rings from the next opening on', () => {
    const sunday3 = '2026-11-29T02:00:00.000Z';
    const { mails } = letTimePass(at(sunday3), {
      from: sunday3,
      until: '2026-11-30T08:00:00.000Z',
      company: byDay,
    });
    expect(names(mails)).toEqual([
      '03:00 acknowledgement',
      '08:00 new-lead-alert',
      '08:05 service',
      '08:10 service',
      '08:15 service',
      '08:30 emergency-unanswered',
      '08:30 service',
      '08:45 service',
      '09:00 service',
    ]);
  });

  test('it pauses over the night and goes on where it stood', () => {
    const evening = '2026-11-23T16:50:00.000Z';
    const { mails } = letTimePass(at(evening), {
      from: evening,
      until: '2026-11-24T07:30:00.000Z',
      company: byDay,
      mailable: false,
    });
    expect(names(mails)).toEqual([
      '17:50 new-lead-alert',
      '17:55 service',
      '08:00 service',
      '08:05 service',
      '08:20 service',
    ]);
  });

  test('a business that is always open rings at once', () => {
    const always = aCompany({ workingTime: 'always', emergency: { nightService: false } });
    const night = '2026-11-29T02:00:00.000Z';
    const { mails } = letTimePass(at(night), { from: night, until: night, company: always });
    expect(names(mails)).toEqual(['03:00 acknowledgement', '03:00 new-lead-alert']);
  });
});

describe('its customer', () => {
  const heard = (mails: readonly DueMail[]) => mails.filter(({ to }) => to === 'customer');

  test('hears once more after 30 minutes that nobody has taken it, and never again', () => {
    const { mails } = letTimePass(emergency, { until: '2026-12-23T09:00:00.000Z' });
    expect(names(heard(mails) as typeof mails)).toEqual([
      '10:00 acknowledgement',
      '10:30 emergency-unanswered',
    ]);
  });

  test('hears nothing more once somebody has taken it', () => {
    const { lead } = letTimePass(emergency, { until: addMinutes(monday10, 20) });
    const now = addMinutes(monday10, 29);
    const taken = when(lead, { type: 'confirm' }, { now }).lead;
    const { mails } = letTimePass(taken, { from: now, until: '2026-12-23T09:00:00.000Z' });
    expect(heard(mails)).toEqual([]);
  });

  test.each([
    ['was not answered in the first place', { acknowledgement: 'withheld' }],
    ['is muted', { muted: 'too-many' }],
    ['wants no mails', { mailsStopped: 'stopped' }],
  ] as const)('hears nothing if he %s', (_what, overrides) => {
    const { mails } = letTimePass({ ...emergency, ...overrides }, { until: addMinutes(monday10, 120) });
    expect(heard(mails)).toEqual([]);
  });

  test('hears nothing of an emergency that the owner made of his request', () => {
    const bathroom = { ...aLeadIn('new'), acknowledgedAt: monday10 };
    const now = addMinutes(monday10, 5);
    const { lead } = when(bathroom, { type: 'set-details', details: { urgency: 'now' } }, { now });
    expect(lead.stage).toBe('service');
    const { mails } = letTimePass(lead, { from: now, until: addMinutes(monday10, 120) });
    expect(heard(mails)).toEqual([]);
  });

  test('hears nothing more if he was told on the phone', () => {
    const timeline = emergency.timeline.map((event) =>
      event.type === 'captured' ? { ...event, by: 'owner' as const } : event,
    );
    const { mails } = letTimePass({ ...emergency, timeline }, { until: addMinutes(monday10, 120) });
    expect(names(heard(mails) as typeof mails)).toEqual(['10:00 acknowledgement']);
  });

  const heardAfter = (text: string) => {
    const { lead } = letTimePass(emergency, { until: addMinutes(monday10, 10) });
    const now = addMinutes(monday10, 12);
    const wrote = when(lead, { type: 'record-reply', text }, { now, by: 'customer' }).lead;
    return heard(letTimePass(wrote, { from: now, until: addMinutes(monday10, 120) }).mails);
  };

  test.each([
    'Hat sich erledigt, Sie brauchen nicht mehr zu kommen',
    'Entwarnung, es war nur der Haupthahn.',
    'Die Heizung läuft wieder, danke!',
    'Wir haben einen anderen Installateur gefunden',
    'Sie müssen nicht mehr kommen, mein Schwager hat es repariert',
    'No longer needed, all good',
  ])('hears nothing more after he wrote %j', (text) => {
    expect(heardAfter(text)).toEqual([]);
  });

  test.each([
    'Es ist noch nicht erledigt, das Wasser läuft!',
    'Wann kommt denn jemand?',
    'Ich brauche jemanden, schnell',
  ])('hears once more after he wrote %j', (text) => {
    expect(heardAfter(text)).toHaveLength(1);
  });

  test('of an emergency that has rung since yesterday is not told of it now', () => {
    const lead = { ...emergency, alertedAt: monday10, acknowledgedAt: monday10 };
    const { mails } = planFollowUp(lead, true, company, addMinutes(monday10, 24 * 60));
    expect(heard(mails)).toEqual([]);
  });
});

describe('whoever was called', () => {
  const rung = (minutes: number) => letTimePass(emergency, { until: addMinutes(monday10, minutes) }).lead;
  const toldAfter = (minutes: number, person?: string) => {
    const now = addMinutes(monday10, minutes);
    const { lead } = when(rung(minutes - 1), { type: 'confirm' }, { now, person });
    return toldOfTaking(company, lead).map(({ name }) => name);
  };

  test('hears who took it, but for the one who did', () => {
    expect(toldAfter(20, 'Jonas Huber')).toEqual(['Martin Muster', 'Sabine Muster']);
  });

  test('hears it of somebody unknown, too', () => {
    expect(toldAfter(20)).toEqual(['Martin Muster', 'Sabine Muster', 'Jonas Huber']);
  });

  test('alone and took it hears nothing of himself', () => {
    expect(toldAfter(7, 'Martin Muster')).toEqual([]);
    expect(toldAfter(7)).toEqual([]);
  });

  test('is told once', () => {
    const now = addMinutes(monday10, 20);
    const { lead } = when(rung(19), { type: 'confirm' }, { now, person: 'Jonas Huber' });
    const { mails } = letTimePass(lead, { from: now, until: addMinutes(now, 60) });
    expect(mails.map(({ mail }) => mail)).toEqual(['emergency-taken']);
  });
});
