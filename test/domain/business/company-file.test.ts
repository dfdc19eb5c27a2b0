import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CompanyFile, cadenceOf, companyFrom } from '../../../domain/business/company.ts';
import { limitsExceeded, parseCompany } from '../../../domain/business/company-file.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import { addDelay, nextOpening } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';

const example = JSON.parse(readFileSync(new URL('../../../companies/example.json', import.meta.url), 'utf8'));

const faultsOf = (file: unknown) => {
  const parsed = parseCompany(file);
  return 'faults' in parsed ? parsed.faults : [];
};

test('the example is a company', () => {
  expect(faultsOf(example)).toEqual([]);
});

const expected = (found: string, expectation: string) => `found ${found}, expected ${expectation}`;

test.each([
  [{ key: 'Muster GmbH' }, 'key', expected('"Muster GmbH"', 'lower-case letters')],
  [
    { country: 'CH', region: 'XX' },
    'region',
    expected('"XX"', 'a region of CH whose public holidays are known, such as "ZH"'),
  ],
  [{ region: 'BX' }, 'region', expected('"BX"', 'a region of DE')],
  [{ timeZone: 'Europe/Munich' }, 'timeZone', expected('"Europe/Munich"', 'a time zone')],
  [{ country: 'FR' }, 'country', expected('"FR"', '"DE" or "AT" or "CH"')],
  [{ phone: null }, 'phone', expected('null', 'a text')],
  [{ phone: '' }, 'phone', expected('""', 'a phone number such as')],
  [{ phone: 'abc' }, 'phone', expected('"abc"', 'a phone number such as')],
  [
    { emergencyPhone: 'Chef anrufen' },
    'emergencyPhone',
    expected('"Chef anrufen"', 'a phone number such as'),
  ],
  [{ name: '   ' }, 'name', expected('"   "', 'a text that is not empty')],
  [{ brand: '\u200b' }, 'brand', expected('"\u200b"', 'a text that is not empty')],
  [
    { brand: 'A\r\nBcc: x@y.example' },
    'brand',
    expected('"A\\r\\nBcc: x@y.example"', 'one line without control'),
  ],
  [{ contactPerson: 'x'.repeat(201) }, 'contactPerson', 'found "xxx'],
  [{ website: 'javascript:alert(1)' }, 'website', expected('"javascript:alert(1)"', 'an address such as')],
  [{ privacyUrl: 'ftp://x.example' }, 'privacyUrl', expected('"ftp://x.example"', 'an address such as')],
  [{ timeZone: '+01:00' }, 'timeZone', expected('"+01:00"', 'a time zone')],
  [
    { answerWithin: '99999999 working days' },
    'answerWithin',
    expected('"99999999 working days"', 'at most 1000 days'),
  ],
  [
    { cadences: { new: { to: 'owner', after: ['PT99999999H'] } } },
    'cadences.new.after.0',
    expected('"PT99999999H"', 'at most 1000 days'),
  ],
  [
    { workingTime: { days: ['monday'], from: '08:00', to: '08:01' } },
    'workingTime',
    'found {"days":["monday"],"from":"08:00","to":"08:01"}, expected at least an hour',
  ],
  [{ closedOn: ['2026-12-28', '2026-12-28'] }, 'closedOn.1', expected('"2026-12-28"', 'each day once')],
  [JSON.parse('{"cadences": {"__proto__": {"to": "owner"}}}'), '__proto__', 'there is no such field'],
  [
    { owner: { name: 'Chef', email: Array.from({ length: 11 }, (_, at) => `chef${at}@example.de`) } },
    'owner.email',
    'found ["chef0@example.de"',
  ],
  [{ name: '' }, 'name', expected('""', 'a text that is not empty')],
  [{ website: 'foo' }, 'website', expected('"foo"', 'an address such as')],
  [
    { workingTime: { days: ['monday'], from: '18:00', to: '08:00' } },
    'workingTime',
    expected('{"days":["monday"],"from":"18:00","to":"08:00"}', 'an end after the beginning'),
  ],
  [{ workingTime: 'never' }, 'workingTime', expected('"never"', '"always", or days')],
  [
    { workingTime: { days: ['montag'], from: '08:00', to: '18:00' } },
    'workingTime.days.0',
    expected('"montag"', '"monday" or'),
  ],
  [
    { cadences: { quoted: { to: 'customer', after: ['3 days'] } } },
    'cadences.quoted.after.0',
    expected('"3 days"', '"2 working hours"'),
  ],
  [
    { cadences: { quoted: { to: 'customer', after: ['3 working days'], thenEach: '5 working days' } } },
    'cadences.quoted.thenEach',
    expected('"5 working days"', 'none'),
  ],
  [
    { cadences: { quoted: { to: 'customer', after: ['P3D', 'P7D', 'P14D', 'P28D'] } } },
    'cadences.quoted.after',
    expected('["P3D","P7D","P14D","P28D"]', 'at most 3 in the list'),
  ],
  [
    { cadences: { quoted: { to: 'customer', after: ['2 working days', '3 working days'] } } },
    'cadences.quoted.after.1',
    expected('"3 working days"', 'at least 2 working days after the mail before'),
  ],
  [
    { trial: true, cadences: { quoted: { to: 'customer', after: ['PT1M'], thenEach: 'PT1M' } } },
    'cadences.quoted.thenEach',
    expected('"PT1M"', 'none'),
  ],
  [{ legal: { form: 'GmbH', registerCourt: 'München' } }, 'legal.registerNumber', 'is missing'],
  [{ legal: { form: 'Ltd' } }, 'legal.form', expected('"Ltd"', '"GmbH" or')],
  [
    { origins: ['https://example.de/kontakt'] },
    'origins.0',
    expected('"https://example.de/kontakt"', 'an origin'),
  ],
  [{ owner: { name: 'Chef', email: [] } }, 'owner.email', expected('[]', 'at least 1')],
  [{ owner: { name: 'Chef', email: ['chef'] } }, 'owner.email.0', expected('"chef"', 'an e-mail address')],
  [{ digestAt: '6:30' }, 'digestAt', expected('"6:30"', 'a time such as')],
  [{ digestAt: 630 }, 'digestAt', expected('630', 'a text')],
  [{ digestAt: '02:30' }, 'digestAt', expected('"02:30"', 'another hour: this one is left out')],
  [{ closedOn: ['24.12.2026'] }, 'closedOn.0', expected('"24.12.2026"', 'a day such as "2026-12-24"')],
  [{ retentionMonths: 0 }, 'retentionMonths', expected('0', 'at least 1')],
  [{ retentionMonths: 500 }, 'retentionMonths', expected('500', 'at most 120')],
  [{ retentionMonths: 1.5 }, 'retentionMonths', expected('1.5', 'a whole number')],
  [
    { people: [{ name: 'Anna', email: 'anna@example.de', role: 'boss' }] },
    'people.0.role',
    expected('"boss"', '"owner" or "office" or "staff"'),
  ],
  [{ telefon: '089' }, 'telefon', 'there is no such field'],
  [{ legal: { ...example.legal, hrb: '1' } }, 'legal.hrb', 'there is no such field'],
])('a fault names the field, what was found and what is expected: %j', (change, field, sentence) => {
  const faults = faultsOf({ ...example, ...change });
  expect(faults.filter((fault) => fault.startsWith(`${field}: ${sentence}`))).toHaveLength(1);
});

test('a year of days on which nobody works is as much as can be waited for', () => {
  const days = (amount: number) =>
    Array.from({ length: amount }, (_, day) =>
      new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
    );
  expect(faultsOf({ ...example, closedOn: days(366) })).toEqual([]);
  expect(faultsOf({ ...example, closedOn: days(367) })).toEqual([
    expect.stringMatching(/^closedOn: .* at most 366/),
  ]);
  const company = aCompany({ closedOn: days(366) });
  expect(addDelay(company, '2026-12-31T22:00:00.000Z', '1 working day')).toMatch(/^2028-01-0/);
  expect(nextOpening(company, '2026-12-31T23:00:00.000Z')).toMatch(/^2028-01-0/);
});

test('two people do not share an address, however it is written', () => {
  const anna = { name: 'Anna', email: 'buero@example.de', role: 'office' };
  const bert = { name: 'Bert', email: 'Buero@example.de', role: 'staff' };
  expect(faultsOf({ ...example, people: [anna, bert] })).toEqual([
    'people.1.email: found "Buero@example.de", expected an address of its own for each person',
  ]);
});

test('a field that is far too long is not repeated in full', () => {
  const [fault = ''] = faultsOf({ ...example, website: 'x'.repeat(5_000) });
  expect(fault.length).toBeLessThan(250);
});

test('what was checked before is read without being checked again', () => {
  const parsed = parseCompany({ ...example, digestAt: '07:15' });
  if ('faults' in parsed) throw new Error(parsed.faults.join());
  expect(companyFrom(parsed.file)).toEqual(parsed.company);
});

test('every fault is named at once', () => {
  const { name: _, phone: __, ...rest } = example;
  expect(faultsOf(rest)).toEqual(['name: is missing', 'phone: is missing']);
});

test.each([null, 'x', 7, []])('%j is no company file', (file) => {
  expect(faultsOf(file)[0]).toMatch(/^company file: /);
});

test('a company changes the rhythm of one stage and keeps the others', () => {
  const company = aCompany({ cadences: { quoted: { to: 'customer', after: ['1 working day'] } } });
  expect(cadenceOf(company, 'quoted')).toEqual({ to: 'customer', after: ['1 working day'] });
  expect(cadenceOf(company, 'new')).toEqual({
    to: 'owner',
    after: ['2 working hours'],
    thenEach: '4 working hours',
  });
});

test('where clocks are never set forward, the digest may go out at any time', () => {
  expect(faultsOf({ ...example, timeZone: 'Etc/UTC', digestAt: '02:30' })).toEqual([]);
});

describe('a business that stood before there were limits for mails to customers', () => {
  const rhythm = (...after: Delay[]) => ({
    to: 'customer' as const,
    after,
    thenEach: '1 working day' as Delay,
  });
  const older: CompanyFile = {
    ...example,
    cadences: { quoted: rhythm('1 working day', '2 working days', '3 working days', '4 working days') },
  };

  test('keeps its file, is followed up within the limits, and is told what it is beyond', () => {
    const parsed = parseCompany({ ...older, digestAt: '07:00' }, [older]);
    if ('faults' in parsed) throw new Error(parsed.faults.join());
    expect(parsed.file.cadences).toEqual(older.cadences);
    for (const company of [parsed.company, companyFrom(older)]) {
      expect(cadenceOf(company, 'quoted')).toEqual({
        to: 'customer',
        after: ['1 working day', '2 working days', '3 working days'],
      });
    }
    expect(limitsExceeded(older).map((line) => line.split(':')[0])).toEqual([
      'cadences.quoted.thenEach',
      'cadences.quoted.after',
      'cadences.quoted.after.1',
    ]);
  });

  test('sets nothing new beyond them', () => {
    const { quoted } = older.cadences ?? {};
    const newer = { ...older, cadences: { quoted, answered: rhythm('1 working day') } };
    expect(parseCompany(newer, [older])).toEqual({
      faults: [
        'cadences.answered.thenEach: found "1 working day", expected none: mails to customers are never repeated without end',
      ],
    });
  });

  test('does not keep for real what it tried out', () => {
    const cadences = { quoted: { to: 'customer' as const, after: ['PT1M' as Delay, 'PT2M' as Delay] } };
    const trial = { ...example, trial: true, cadences };
    expect(parseCompany(trial)).toHaveProperty('company.trial', true);
    expect(parseCompany({ ...example, cadences }, [trial])).toHaveProperty('faults');
  });

  test('may chase its owner as it likes', () => {
    const cadences = {
      new: { to: 'owner' as const, after: Array<Delay>(9).fill('PT1M'), thenEach: 'PT1M' as Delay },
    };
    expect(parseCompany({ ...example, cadences })).not.toHaveProperty('faults');
  });
});
