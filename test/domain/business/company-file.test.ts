import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cadenceOf } from '../../../domain/business/company.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { aCompany } from '../../support/company.ts';

const example = JSON.parse(readFileSync(new URL('../../../companies/example.json', import.meta.url), 'utf8'));

const faultsOf = (file: unknown) => {
  const parsed = parseCompany(file);
  return 'faults' in parsed ? parsed.faults : [];
};

test('the example is a company', () => {
  expect(faultsOf(example)).toEqual([]);
});

test.each([
  [{ key: 'Muster GmbH' }, /^key: lower-case/],
  [{ region: 'BX' }, /^region: .*"BX" in DE/],
  [{ timeZone: 'Europe/Munich' }, /^timeZone: not a time zone/],
  [{ workingTime: { days: ['monday'], from: '18:00', to: '08:00' } }, /^workingTime/],
  [
    { cadences: { quoted: { to: 'customer', after: ['3 days'] } } },
    /^cadences\.quoted\.after\.0: expected "2 working hours"/,
  ],
  [{ legal: { form: 'GmbH', registerCourt: 'Amtsgericht München' } }, /^legal\.registerNumber/],
  [{ origins: ['https://example.de/kontakt'] }, /^origins\.0: expected an origin/],
  [{ owner: { name: 'Chef', email: [] } }, /^owner\.email/],
  [{ digestAt: '6:30' }, /^digestAt: expected a time/],
  [{ digestAt: '02:30' }, /^digestAt: this hour is left out on a night in spring/],
  [{ telefon: '089' }, /telefon/],
])('a fault is one sentence that names the field: %j', (change, sentence) => {
  const faults = faultsOf({ ...example, ...change });
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.join('\n')).toMatch(sentence);
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
