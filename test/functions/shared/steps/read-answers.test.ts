import { describe, expect, test } from 'vitest';
import { ask, offer, type QuestionName } from '../../../../domain/lead/questions.ts';
import { readAnswers, readHeardPhone } from '../../../../functions/shared/steps/read-answers.ts';
import { aCompany } from '../../../support/company.ts';

const read = (name: QuestionName, typed: string, own = '', company = aCompany()) =>
  readAnswers([ask(name)], new URLSearchParams({ [name]: typed, [`${name}-own`]: own }), company);

describe('an answer is read as people write it', () => {
  test.each<[QuestionName, string, object]>([
    ['name', ' Karl   Maier ', { name: 'Karl Maier' }],
    ['phone', '0170 1234567', { phone: '0170 1234567', phoneE164: '+491701234567' }],
    ['email', 'Karl@Maier.example', { email: 'karl@maier.example' }],
    ['kind', 'repair', { kind: 'repair' }],
    ['message', 'Eins\r\n\r\n\r\n\r\nzwei', { message: 'Eins\n\nzwei' }],
    ['quotedCents', '8.500,50', { quotedCents: 850_050 }],
    ['probability', '60 %', { probability: 60 }],
    ['date', '1.12.2026', { date: '2026-12-01' }],
    ['date', '2026-12-01', { date: '2026-12-01' }],
    ['time', '9.30 Uhr', { time: '09:30' }],
    ['time', '14', { time: '14:00' }],
    ['durationMinutes', '90', { durationMinutes: 90 }],
    ['sure', 'ja', { sure: true }],
  ])('%s: %j', (name, typed, answers) => {
    expect(read(name, typed)).toEqual({ answers });
  });

  test('of two dates the one of one’s own wins, of two reasons both count', () => {
    expect(read('until', '2026-12-01', '5.12.2026')).toEqual({ answers: { until: '2026-12-05' } });
    expect(read('reason', 'Zu teuer', 'um 2.000 €')).toEqual({ answers: { reason: 'Zu teuer: um 2.000 €' } });
  });

  test('sums are read in the currency of the business', () => {
    const swiss = aCompany({ country: 'CH', currency: 'CHF', region: 'ZH', timeZone: 'Europe/Zurich' });
    expect(read('quotedCents', "8'500.-", '', swiss)).toEqual({ answers: { quotedCents: 850_000 } });
  });

  test('a caller’s number is kept as it was heard', () => {
    const heard = (phone: string) =>
      readAnswers([offer('phone')], new URLSearchParams({ phone }), aCompany(), { phone: readHeardPhone });
    expect(heard('4711 23')).toEqual({ answers: { phone: '4711 23' } });
    expect(heard('12')).toEqual({ faults: new Map([['phone', 'no-phone']]) });
    expect(read('phone', '4711 23')).toEqual({ faults: new Map([['phone', 'incomplete-phone']]) });
  });
});

describe('what cannot be read', () => {
  test.each<[QuestionName, string, string]>([
    ['phone', '1234567', 'incomplete-phone'],
    ['email', 'karl@', 'no-email'],
    ['kind', 'gift', 'not-offered'],
    ['urgency', 'later', 'not-offered'],
    ['message', 'x'.repeat(10_001), 'message-too-long'],
    ['note', 'x'.repeat(10_001), 'message-too-long'],
    ['city', 'x'.repeat(201), 'line-too-long'],
    ['name', `Anna ${'x'.repeat(200)}`, 'line-too-long'],
    ['reason', 'x'.repeat(201), 'line-too-long'],
    ['probability', '101', 'no-percentage'],
    ['date', '2026-02-30', 'no-date'],
    ['time', '25:00', 'no-time'],
    ['durationMinutes', '1', 'no-duration'],
  ])('%s: %j is told as %s', (name, typed, fault) => {
    expect(read(name, typed)).toEqual({ faults: new Map([[name, fault]]) });
  });

  test('empty is a fault only where it is required', () => {
    const nothing = new URLSearchParams({ name: '  ' });
    expect(readAnswers([ask('name')], nothing, aCompany())).toEqual({ faults: new Map([['name', 'empty']]) });
    expect(readAnswers([offer('name')], nothing, aCompany())).toEqual({ answers: {} });
  });

  test('every wrong field is told at once, and what was not asked is not read', () => {
    const form = new URLSearchParams({ email: 'x', time: 'abends', valueCents: '5' });
    expect(readAnswers([offer('email'), ask('time')], form, aCompany())).toEqual({
      faults: new Map([
        ['email', 'no-email'],
        ['time', 'no-time'],
      ]),
    });
  });
});
