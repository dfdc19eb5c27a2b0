import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company, CompanyFile } from '../../../domain/business/company.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import {
  addDays,
  addDuration,
  addMinutes,
  localDate,
  localTime,
  momentOf,
  weekdayOf,
} from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import {
  addDelay,
  gapBetween,
  isHoliday,
  isOpen,
  isWorkingDay,
  lastWorkingDayBefore,
  nextOpening,
  openingOn,
} from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';

const bavaria = aCompany();
const berlin = aCompany({ region: 'BE' });
const vienna = aCompany({ country: 'AT', region: '9', timeZone: 'Europe/Vienna' });
const zurich = aCompany({ country: 'CH', region: 'ZH', timeZone: 'Europe/Zurich', currency: 'CHF' });
const everyDay: NonNullable<Exclude<CompanyFile['workingTime'], 'always'>>['days'] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const always = aCompany({ workingTime: 'always' });

/** `2026-11-24 14:00` on the company's wall. */
function at(wall: string, company: Company = bavaria): Moment {
  const [date = '', time = ''] = wall.split(' ');
  return momentOf(date, time, company.timeZone);
}

function wall(moment: Moment, company: Company = bavaria): string {
  return `${localDate(moment, company.timeZone)} ${localTime(moment, company.timeZone)}`;
}

function later(from: string, delay: Delay, company: Company = bavaria): string {
  return wall(addDelay(company, at(from, company), delay), company);
}

/** Every date from the first to the last. */
function datesFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, days) => addDays(first, days));
}

describe('public holidays', () => {
  function regional(country: Company['country'], region?: string): Company {
    const { region: _, ...company } = aCompany({ country });
    return region === undefined ? company : { ...company, region };
  }

  test.each<[Company['country'], string | undefined, string, string | undefined]>([
    ['DE', 'BY', '2026-06-04', 'Fronleichnam'],
    ['DE', 'BE', '2026-06-04', undefined],
    ['DE', 'BY', '2027-11-01', 'Allerheiligen'],
    ['DE', 'BE', '2027-11-01', undefined],
    ['DE', 'BY', '2026-01-06', 'Heilige Drei Könige'],
    ['DE', 'BE', '2026-01-06', undefined],
    ['DE', 'BE', '2027-03-08', 'Internationaler Frauentag'],
    ['DE', 'BY', '2027-03-08', undefined],
    ['DE', 'SN', '2026-10-31', 'Reformationstag'],
    ['DE', 'HH', '2026-10-31', 'Reformationstag'],
    ['DE', 'BY', '2026-10-31', undefined],
    ['DE', 'BY', '2017-10-31', 'Reformationstag'],
    ['DE', 'SN', '2026-11-18', 'Buß- und Bettag'],
    ['DE', 'BY', '2026-11-18', undefined],
    ['DE', 'SL', '2026-08-15', 'Mariä Himmelfahrt'],
    ['DE', 'BY', '2026-08-15', undefined],
    ['DE', 'BY-KATH', '2026-08-15', 'Mariä Himmelfahrt'],
    ['DE', 'BY-EVANG', '2026-08-15', undefined],
    ['DE', 'BY-KATH', '2026-08-08', undefined],
    ['DE', 'BY-A', '2026-08-08', 'Augsburger Friedensfest'],
    ['DE', 'BY-A', '2026-06-04', 'Fronleichnam'],
    ['DE', undefined, '2026-10-03', 'Tag der Deutschen Einheit'],
    ['DE', undefined, '2026-06-04', undefined],
    ['AT', '9', '2026-12-08', 'Mariä Empfängnis'],
    ['AT', '7', '2026-10-26', 'Nationalfeiertag'],
    ['AT', undefined, '2026-06-04', 'Fronleichnam'],
    ['AT', '9', '2026-04-03', undefined],
    ['DE', 'BY', '2026-12-08', undefined],
    ['CH', 'ZH', '2027-08-01', 'Bundesfeiertag'],
    ['CH', 'ZH', '2026-05-01', 'Tag der Arbeit'],
    ['CH', 'BE', '2026-05-01', undefined],
    ['CH', 'BE', '2026-01-02', 'Berchtoldstag'],
    ['CH', 'ZH', '2026-01-02', undefined],
    ['CH', 'TI', '2026-06-29', 'Peter und Paul'],
    ['CH', 'ZH', '2026-10-03', undefined],
  ])('in %s %s, %s is %s', (country, region, date, name) => {
    expect(isHoliday(regional(country, region), date)).toBe(name);
  });

  test('Easter Monday moves with Easter', () => {
    const mondays = ['2024-04-01', '2026-04-06', '2027-03-29', '2028-04-17', '2030-04-22', '2038-04-26'];
    for (const date of mondays) {
      expect(isHoliday(bavaria, date)).toBe('Ostermontag');
      expect(isHoliday(vienna, date)).toBe('Ostermontag');
      expect(isHoliday(zurich, date)).toBe('Ostermontag');
      expect(isHoliday(bavaria, addDays(date, 7))).toBeUndefined();
    }
  });

  test('a holiday is its whole local date and no minute of the dates beside it', () => {
    expect(isHoliday(bavaria, '2026-12-31')).toBeUndefined();
    expect(isHoliday(bavaria, '2027-01-01')).toBe('Neujahr');
    expect(isHoliday(bavaria, '2027-01-02')).toBeUndefined();
  });

  test('Christmas Eve and New Year’s Eve are working days', () => {
    for (const company of [bavaria, berlin, vienna, zurich]) {
      expect(isWorkingDay(company, '2026-12-24')).toBe(true);
      expect(isWorkingDay(company, '2026-12-31')).toBe(true);
      expect(isWorkingDay(company, '2026-12-25')).toBe(false);
    }
  });

  test('a half holiday is none', () => {
    expect(isHoliday(regional('CH', 'VS'), '2026-12-24')).toBeUndefined();
    expect(isHoliday(regional('CH', 'SO'), '2026-05-01')).toBeUndefined();
    expect(isHoliday(regional('CH', 'VS'), '2026-12-08')).toBe('Mariä Empfängnis');
  });

  test('half-day customs of Zurich (Sechseläuten, Knabenschiessen) are working days', () => {
    expect(isWorkingDay(zurich, '2026-04-20')).toBe(true);
    expect(isWorkingDay(zurich, '2026-09-14')).toBe(true);
  });

  test('a company of an unknown region is refused by name instead of working on its holidays', () => {
    const company = { ...bavaria, region: 'XX' };
    expect(() => isWorkingDay(company, '2026-11-23')).toThrow('Company "muster": no public holidays');
    expect(() => nextOpening(company, at('2026-11-23 09:00'))).toThrow('region "XX" of DE');
  });

  test('a holiday has a name even where the business always works', () => {
    expect(isHoliday(always, '2026-12-25')).toBe('1. Weihnachtstag');
  });
});

describe('working days', () => {
  test('Monday to Friday, but not Saturday and Sunday', () => {
    const week = datesFrom('2026-11-23', 7);
    expect(week.map((date) => isWorkingDay(bavaria, date))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('Saturday, where the business says so', () => {
    const company = aCompany({ workingTime: { days: ['tuesday', 'saturday'], from: '09:00', to: '13:00' } });
    expect(isWorkingDay(company, '2026-11-28')).toBe(true);
    expect(isWorkingDay(company, '2026-11-23')).toBe(false);
    expect(later('2026-11-24 12:00', '1 working day', company)).toBe('2026-11-28 12:00');
    expect(later('2026-11-24 12:00', '2 working hours', company)).toBe('2026-11-28 10:00');
    // 26 December 2026 is a Saturday and a holiday.
    expect(isWorkingDay(company, '2026-12-26')).toBe(false);
  });

  test('not in the company holidays', () => {
    const company = aCompany({ closedOn: datesFrom('2026-12-24', 14) });
    expect(isWorkingDay(company, '2026-12-23')).toBe(true);
    expect(isWorkingDay(company, '2026-12-24')).toBe(false);
    expect(isWorkingDay(company, '2027-01-05')).toBe(false);
    expect(later('2026-12-23 10:00', '1 working day', company)).toBe('2027-01-07 10:00');
    expect(later('2026-12-23 16:00', '4 working hours', company)).toBe('2027-01-07 10:00');
  });

  test('on a public holiday only where the business opens all the same', () => {
    const company = aCompany({
      openOn: ['2026-06-04', '2026-10-03', '2026-05-01'],
      closedOn: ['2026-05-01'],
    });
    expect(isWorkingDay(company, '2026-06-04')).toBe(true);
    expect(isHoliday(company, '2026-06-04')).toBe('Fronleichnam');
    expect(isWorkingDay(company, '2026-05-14')).toBe(false);
    // A Saturday stays a Saturday, and a day off is a day off.
    expect(isWorkingDay(company, '2026-10-03')).toBe(false);
    expect(isWorkingDay(company, '2026-05-01')).toBe(false);
  });

  test('two companies of one region do not share their days off', () => {
    const closed = aCompany({ closedOn: ['2026-11-23'] });
    expect(isWorkingDay(closed, '2026-11-23')).toBe(false);
    expect(isWorkingDay(bavaria, '2026-11-23')).toBe(true);
    expect(isWorkingDay(closed, '2026-11-23')).toBe(false);
  });

  test.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-20'],
    ['2026-11-22', '2026-11-20'],
    ['2026-12-28', '2026-12-24'],
    ['2027-01-07', '2027-01-05'],
    ['2027-01-04', '2026-12-31'],
    ['2027-03-30', '2027-03-25'],
    ['2028-03-01', '2028-02-29'],
  ])('the last one before %s is %s', (date, before) => {
    expect(lastWorkingDayBefore(bavaria, date)).toBe(before);
  });
});

describe('opening', () => {
  test.each([
    ['2026-11-23 07:59', false],
    ['2026-11-23 08:00', true],
    ['2026-11-23 17:59', true],
    ['2026-11-23 18:00', false],
    ['2026-11-22 12:00', false],
    ['2026-12-25 12:00', false],
    ['2026-07-01 17:59', true],
  ])('at %s the business is open: %s', (moment, open) => {
    expect(isOpen(bavaria, at(moment))).toBe(open);
  });

  test('to the millisecond', () => {
    expect(isOpen(bavaria, '2026-11-23T06:59:59.999Z')).toBe(false);
    expect(isOpen(bavaria, '2026-11-23T07:00:00.000Z')).toBe(true);
    expect(isOpen(bavaria, '2026-11-23T16:59:59.999Z')).toBe(true);
    expect(isOpen(bavaria, '2026-11-23T17:00:00.000Z')).toBe(false);
  });

  test.each([
    ['2026-11-23 10:17', '2026-11-23 10:17', 'open'],
    ['2026-11-23 05:00', '2026-11-23 08:00', 'before opening'],
    ['2026-11-23 18:00', '2026-11-24 08:00', 'at closing time'],
    ['2026-11-27 20:00', '2026-11-30 08:00', 'on Friday evening'],
    ['2026-12-24 18:00', '2026-12-28 08:00', 'on Christmas Eve'],
    ['2026-12-31 18:00', '2027-01-04 08:00', 'on New Year’s Eve'],
    ['2027-03-25 19:00', '2027-03-30 08:00', 'before Easter, the clocks change on Sunday'],
    ['2026-10-24 12:00', '2026-10-26 08:00', 'on the Saturday before winter time'],
  ])('from %s it is next open at %s: %s', (moment, opening) => {
    expect(wall(nextOpening(bavaria, at(moment)))).toBe(opening);
  });

  test('in summer and winter the doors open at eight on the wall', () => {
    expect(openingOn(bavaria, '2026-03-27')).toBe('2026-03-27T07:00:00.000Z');
    expect(openingOn(bavaria, '2026-03-30')).toBe('2026-03-30T06:00:00.000Z');
    expect(openingOn(vienna, '2026-10-23')).toBe('2026-10-23T06:00:00.000Z');
    expect(openingOn(vienna, '2026-10-27')).toBe('2026-10-27T07:00:00.000Z');
    expect(openingOn(zurich, '2027-03-30')).toBe('2027-03-30T06:00:00.000Z');
    expect(openingOn(zurich, '2027-11-01')).toBe('2027-11-01T07:00:00.000Z');
  });

  test('there is no opening on a day off', () => {
    expect(openingOn(bavaria, '2026-11-22')).toBeUndefined();
    expect(openingOn(bavaria, '2026-12-25')).toBeUndefined();
  });

  test('a window until 24:00 is open until midnight', () => {
    const company = aCompany({ workingTime: { days: ['monday', 'tuesday'], from: '20:00', to: '24:00' } });
    expect(isOpen(company, at('2026-11-23 23:59'))).toBe(true);
    expect(isOpen(company, at('2026-11-24 00:00'))).toBe(false);
    expect(later('2026-11-23 23:00', '1 working hour', company)).toBe('2026-11-24 20:00');
    expect(later('2026-11-23 23:59', '1 working day', company)).toBe('2026-11-24 23:59');
    expect(later('2026-11-24 23:59', '1 working day', company)).toBe('2026-11-30 23:59');
  });

  test('a window that the change of clocks swallows does not open that day', () => {
    const company = aCompany({ workingTime: { days: everyDay, from: '02:00', to: '03:00' } });
    expect(openingOn(company, '2026-03-28')).toBe('2026-03-28T01:00:00.000Z');
    expect(openingOn(company, '2026-03-29')).toBeUndefined();
    expect(isOpen(company, '2026-03-29T01:00:00.000Z')).toBe(false);
    expect(nextOpening(company, '2026-03-28T02:00:00.000Z')).toBe('2026-03-30T00:00:00.000Z');
  });
});

describe('working hours', () => {
  test.each<[string, Delay, string, string]>([
    ['2026-11-23 10:17', '2 working hours', '2026-11-23 12:17', 'on the same day'],
    ['2026-11-23 07:00', '2 working hours', '2026-11-23 10:00', 'from before opening'],
    ['2026-11-23 17:30', '2 working hours', '2026-11-24 09:30', 'over night'],
    ['2026-11-27 17:00', '2 working hours', '2026-11-30 09:00', 'over the week-end'],
    ['2026-11-28 14:00', '4 working hours', '2026-11-30 12:00', 'from Saturday'],
    ['2026-11-23 16:00', '2 working hours', '2026-11-24 08:00', 'never at closing time'],
    ['2026-11-23 15:59', '2 working hours', '2026-11-23 17:59', 'a minute before closing time'],
    ['2026-11-23 08:00', '10 working hours', '2026-11-24 08:00', 'a whole day'],
    ['2026-11-23 08:00', '25 working hours', '2026-11-25 13:00', 'over several days'],
    ['2026-11-23 18:00', '1 working hour', '2026-11-24 09:00', 'from closing time'],
    ['2026-11-23 12:00', '0 working hours', '2026-11-23 12:00', 'none'],
    ['2026-11-23 20:00', '0 working hours', '2026-11-24 08:00', 'none, from the evening'],
    ['2026-12-24 16:00', '4 working hours', '2026-12-28 10:00', 'over Christmas'],
    ['2027-01-05 17:00', '2 working hours', '2027-01-07 09:00', 'over Epiphany'],
    ['2028-02-28 17:00', '12 working hours', '2028-03-01 09:00', 'over the leap day'],
  ])('%s and %s is %s: %s', (from, delay, expected) => {
    expect(later(from, delay)).toBe(expected);
  });

  test('seconds count', () => {
    expect(addDelay(bavaria, '2026-11-23T16:30:12.345Z', '1 working hour')).toBe('2026-11-24T07:30:12.345Z');
  });

  test('where the clocks change inside the working time, the day has 23 or 25 of them', () => {
    const company = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '24:00' } });
    expect(later('2026-03-29 00:00', '22 working hours', company)).toBe('2026-03-29 23:00');
    expect(later('2026-03-29 00:00', '23 working hours', company)).toBe('2026-03-30 00:00');
    expect(later('2026-10-25 00:00', '24 working hours', company)).toBe('2026-10-25 23:00');
    expect(later('2026-10-25 00:00', '25 working hours', company)).toBe('2026-10-26 00:00');
  });
});

describe('working days later', () => {
  test.each<[string, Delay, string, string]>([
    ['2026-11-24 14:00', '1 working day', '2026-11-25 14:00', 'tomorrow at the same time'],
    ['2026-11-28 14:00', '1 working day', '2026-12-01 08:00', 'Saturday counts from Monday’s opening'],
    ['2026-11-23 06:00', '1 working day', '2026-11-24 08:00', 'from before opening'],
    ['2026-11-23 18:00', '1 working day', '2026-11-25 08:00', 'from closing time, that is tomorrow'],
    ['2026-11-27 14:05', '1 working day', '2026-11-30 14:05', 'over the week-end'],
    ['2026-11-23 10:00', '10 working days', '2026-12-07 10:00', 'two weeks'],
    ['2026-11-23 10:00', '0 working days', '2026-11-23 10:00', 'none'],
    ['2026-11-22 10:00', '0 working days', '2026-11-23 08:00', 'none, from Sunday'],
    ['2026-12-23 10:00', '1 working day', '2026-12-24 10:00', 'to Christmas Eve'],
    ['2026-12-23 10:00', '2 working days', '2026-12-28 10:00', 'over Christmas'],
    ['2026-12-23 10:00', '6 working days', '2027-01-04 10:00', 'over New Year'],
    ['2026-12-23 10:00', '8 working days', '2027-01-07 10:00', 'over Epiphany'],
    ['2028-02-28 10:00', '2 working days', '2028-03-01 10:00', 'over the leap day'],
    ['2026-04-02 10:00', '1 working day', '2026-04-07 10:00', 'over Easter'],
  ])('%s and %s is %s: %s', (from, delay, expected) => {
    expect(later(from, delay)).toBe(expected);
  });

  test('the holidays that count are those of the region', () => {
    expect(later('2026-12-23 10:00', '8 working days', berlin)).toBe('2027-01-06 10:00');
    expect(later('2026-06-03 10:00', '1 working day', bavaria)).toBe('2026-06-05 10:00');
    expect(later('2026-06-03 10:00', '1 working day', berlin)).toBe('2026-06-04 10:00');
    expect(later('2026-12-07 10:00', '1 working day', vienna)).toBe('2026-12-09 10:00');
    expect(later('2026-12-07 10:00', '1 working day', zurich)).toBe('2026-12-08 10:00');
  });

  test.each<[string, Company, Moment, Delay, Moment]>([
    [
      'spring 2026 in Bavaria',
      bavaria,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'spring 2026 in Vienna',
      vienna,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'spring 2026 in Zurich',
      zurich,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'autumn 2026 in Bavaria',
      bavaria,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-26T13:00:00.000Z',
    ],
    // Monday after the clocks change is the Austrian national day in 2026.
    [
      'autumn 2026 in Vienna',
      vienna,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-27T13:00:00.000Z',
    ],
    [
      'autumn 2026 in Zurich',
      zurich,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-26T13:00:00.000Z',
    ],
    // In 2027 the clocks change on Easter Sunday; Good Friday is no holiday in Austria.
    [
      'spring 2027 in Bavaria',
      bavaria,
      '2027-03-25T13:00:00.000Z',
      '1 working day',
      '2027-03-30T12:00:00.000Z',
    ],
    [
      'spring 2027 in Vienna',
      vienna,
      '2027-03-25T13:00:00.000Z',
      '2 working days',
      '2027-03-30T12:00:00.000Z',
    ],
    [
      'spring 2027 in Zurich',
      zurich,
      '2027-03-25T13:00:00.000Z',
      '1 working day',
      '2027-03-30T12:00:00.000Z',
    ],
    // All Saints' Day is a holiday in Bavaria and Austria.
    [
      'autumn 2027 in Bavaria',
      bavaria,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-02T13:00:00.000Z',
    ],
    [
      'autumn 2027 in Vienna',
      vienna,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-02T13:00:00.000Z',
    ],
    [
      'autumn 2027 in Zurich',
      zurich,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-01T13:00:00.000Z',
    ],
  ])('14:00 stays 14:00 over %s', (_, company, from, delay, expected) => {
    expect(addDelay(company, from, delay)).toBe(expected);
  });

  test('seconds stay', () => {
    expect(addDelay(bavaria, '2026-11-23T16:59:59.999Z', '1 working day')).toBe('2026-11-24T16:59:59.999Z');
  });

  test('a time skipped in spring moves forward, and on to the next opening if that is too late', () => {
    const nights = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '05:00' } });
    expect(later('2026-03-28 02:30', '1 working day', nights)).toBe('2026-03-29 03:30');
    expect(later('2026-03-28 02:30', '2 working days', nights)).toBe('2026-03-30 02:30');
    const shortNights = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '03:00' } });
    expect(later('2026-03-28 02:30', '1 working day', shortNights)).toBe('2026-03-30 00:00');
  });
});

describe('by the clock', () => {
  test.each<[Moment, Delay, Moment]>([
    ['2026-11-22T03:00:00.000Z', 'PT15M', '2026-11-22T03:15:00.000Z'],
    ['2026-11-22T03:00:00.000Z', 'PT0S', '2026-11-22T03:00:00.000Z'],
    ['2026-12-24T20:00:00.000Z', 'PT12H', '2026-12-25T08:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'P1D', '2026-03-29T12:00:00.000Z'],
  ])('%s and %s is %s, at night and on holidays too', (from, delay, expected) => {
    expect(addDelay(bavaria, from, delay)).toBe(expected);
  });
});

describe('a business that always works', () => {
  test('is open at night, on Sunday and at Christmas, even where the file lists days off', () => {
    const company = aCompany({ workingTime: 'always', closedOn: ['2026-11-22'] });
    for (const moment of ['2026-11-22 03:00', '2026-12-25 12:00', '2026-03-29 03:00']) {
      expect(isOpen(company, at(moment))).toBe(true);
      expect(wall(nextOpening(company, at(moment)))).toBe(moment);
    }
    expect(isWorkingDay(company, '2026-12-25')).toBe(true);
    expect(openingOn(company, '2026-12-25')).toBe('2026-12-24T23:00:00.000Z');
    expect(lastWorkingDayBefore(company, '2026-12-26')).toBe('2026-12-25');
  });

  test('counts hours by the clock, over both changes of clocks', () => {
    for (const from of ['2026-03-28T20:00:00.000Z', '2026-10-24T20:00:00.000Z', '2026-11-23T10:00:00.000Z']) {
      expect(addDelay(always, from, '10 working hours')).toBe(addDuration(from, 'PT10H'));
      expect(addDelay(always, from, '72 working hours')).toBe(addDuration(from, 'PT72H'));
    }
  });

  test('counts days on the calendar', () => {
    expect(later('2026-12-24 22:15', '2 working days', always)).toBe('2026-12-26 22:15');
    expect(later('2026-03-28 02:30', '1 working day', always)).toBe('2026-03-29 03:30');
    expect(later('2026-10-24 14:00', '1 working day', always)).toBe('2026-10-25 14:00');
    expect(later('2028-02-28 14:00', '1 working day', always)).toBe('2028-02-29 14:00');
  });
});

describe('faults of the company file', () => {
  test('a company that is closed for more than 400 days is named, not searched for ever', () => {
    const closed = aCompany({ closedOn: datesFrom('2026-11-01', 600) });
    const middle = at('2027-04-01 09:00');
    const fault = /Company "muster" does not open within 400 days/;
    expect(() => nextOpening(closed, at('2026-11-02 09:00'))).toThrow(fault);
    expect(() => addDelay(closed, at('2026-10-30 09:00'), '1 working day')).toThrow(fault);
    expect(() => addDelay(closed, at('2026-10-30 17:00'), '2 working hours')).toThrow(fault);
    expect(() => lastWorkingDayBefore(closed, '2028-06-20')).toThrow(fault);
    expect(isOpen(closed, middle)).toBe(false);
    expect(addDelay(closed, middle, 'PT15M')).toBe(addMinutes(middle, 15));
  });

  test('a season off is no fault', () => {
    const season = aCompany({ closedOn: datesFrom('2026-11-01', 120) });
    expect(later('2026-10-30 09:00', '1 working day', season)).toBe('2027-03-01 09:00');
    expect(lastWorkingDayBefore(season, '2027-03-01')).toBe('2026-10-30');
  });

  test('a delay of a lifetime is refused', () => {
    expect(() => addDelay(bavaria, at('2026-11-23 09:00'), '99999999 working days')).toThrow(/too long/);
    expect(() => addDelay(bavaria, at('2026-11-23 09:00'), '99999999 working hours')).toThrow(/too long/);
  });

  test('a delay that is none is refused', () => {
    expect(() => addDelay(bavaria, at('2026-11-23 09:00'), '1.5 working days')).toThrow(RangeError);
    expect(() => addDelay(bavaria, at('2026-11-23 09:00'), 'P1M')).toThrow(RangeError);
  });
});

describe('the gap between two steps of a cadence', () => {
  test.each<[Delay, Delay, Delay]>([
    ['5 working days', '2 working days', '3 working days'],
    ['3 working days', '2 working days', '1 working day'],
    ['2 working days', '1 working day', '1 working day'],
    ['6 working hours', '2 working hours', '4 working hours'],
    ['2 working hours', '1 working hour', '1 working hour'],
    ['PT45M', 'PT15M', 'PT30M'],
    ['P3D', 'PT12H', 'PT60H'],
    ['PT1H30M', 'PT45S', 'PT1H29M15S'],
    ['1 working day', '1 working day', 'PT0S'],
    ['1 working day', '2 working days', 'PT0S'],
    ['PT15M', 'PT15M', 'PT0S'],
    ['PT15M', 'PT1H', 'PT0S'],
    ['1 working day', 'PT0S', '1 working day'],
    ['2 working days', '4 working hours', '2 working days'],
    ['P7D', '2 working days', 'P7D'],
  ])('from %s back to %s is %s', (longer, shorter, gap) => {
    expect(gapBetween(longer, shorter)).toBe(gap);
  });
});

describe('whatever the company and the moment', () => {
  /** Open by day: no change of clocks touches them. */
  const ordinary: Company[] = [
    bavaria,
    berlin,
    vienna,
    zurich,
    aCompany({ region: 'BY-A', workingTime: { days: everyDay, from: '06:30', to: '24:00' } }),
    aCompany({ region: 'SN', workingTime: { days: ['tuesday', 'saturday'], from: '09:00', to: '12:15' } }),
    aCompany({ closedOn: datesFrom('2026-12-21', 20), openOn: ['2026-06-04', '2026-11-01'] }),
  ];
  const anyOrdinary = fc.constantFrom(...ordinary);
  const anyCompany = fc.constantFrom(
    ...ordinary,
    always,
    aCompany({ workingTime: { days: everyDay, from: '00:00', to: '03:00' } }),
    aCompany({ workingTime: { days: everyDay, from: '02:15', to: '24:00' } }),
  );
  const lastMillisecond = Date.parse('2028-06-01');
  const firstMillisecond = Date.parse('2026-01-01');
  const hour = 3_600_000;
  /** Half of them near a change of clocks or the end of a year. */
  const anyMoment = fc
    .oneof(
      fc.integer({ min: firstMillisecond, max: lastMillisecond }),
      fc
        .tuple(
          fc.constantFrom('2026-03-29', '2026-10-25', '2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29'),
          fc.integer({ min: -96 * hour, max: 48 * hour }),
        )
        .map(([date, offset]) => Date.parse(date) + offset),
    )
    .map((milliseconds) => new Date(milliseconds).toISOString());
  const workingUnit = fc.constantFrom('working hours', 'working days');
  const anyCount = fc.integer({ min: 0, max: 30 });

  const delayOf = (count: number, unit: 'working hours' | 'working days'): Delay => `${count} ${unit}`;

  test('a delay never ends before it begins, and one of working time ends while the business is open', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, anyCount, workingUnit, (company, from, count, unit) => {
        const end = addDelay(company, from, delayOf(count, unit));
        expect(end >= from).toBe(true);
        expect(isOpen(company, end)).toBe(true);
      }),
    );
  });

  test('a longer delay does not end earlier', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, anyCount, workingUnit, (company, from, count, unit) => {
        const end = addDelay(company, from, delayOf(count, unit));
        expect(addDelay(company, from, delayOf(count + 1, unit)) > end).toBe(true);
      }),
    );
  });

  test('who begins later does not end earlier', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, anyMoment, anyCount, workingUnit, (company, a, b, count, unit) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const delay = delayOf(count, unit);
        expect(addDelay(company, first, delay) <= addDelay(company, second, delay)).toBe(true);
      }),
    );
  });

  test('so many working days are as many times one working day', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, anyCount, (company, from, count) => {
        let step = nextOpening(company, from);
        for (let day = 0; day < count; day++) step = addDelay(company, step, '1 working day');
        expect(addDelay(company, from, delayOf(count, 'working days'))).toBe(step);
      }),
    );
  });

  test('between a moment and its end, the business was open for exactly the working hours', () => {
    const quarter = 15;
    const anyQuarter = anyMoment.map((moment) => {
      const length = quarter * 60_000;
      return new Date(Math.floor(Date.parse(moment) / length) * length).toISOString();
    });
    const anyHours = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(anyOrdinary, anyQuarter, anyHours, (company, from, hours) => {
        const end = addDelay(company, from, delayOf(hours, 'working hours'));
        let openMinutes = 0;
        for (let moment = from; moment < end; moment = addMinutes(moment, quarter)) {
          if (openByTheBook(company, moment)) openMinutes += quarter;
        }
        expect(openMinutes).toBe(hours * 60);
      }),
      { numRuns: 50 },
    );
  });

  test('open is what the wall clock and the calendar say', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, (company, moment) => {
        expect(isOpen(company, moment)).toBe(openByTheBook(company, moment));
      }),
    );
  });

  test('the next opening is open, not in the past, and its own next opening', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, (company, from) => {
        const opening = nextOpening(company, from);
        expect(isOpen(company, opening)).toBe(true);
        expect(opening >= from).toBe(true);
        expect(opening === from).toBe(isOpen(company, from));
        expect(nextOpening(company, opening)).toBe(opening);
      }),
    );
  });

  test('nothing opens between a moment and its next opening', () => {
    fc.assert(
      fc.property(
        anyCompany,
        anyMoment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (company, from, share) => {
          const opening = nextOpening(company, from);
          fc.pre(opening !== from);
          const waited = Math.floor((Date.parse(opening) - Date.parse(from) - 1) * share);
          expect(isOpen(company, new Date(Date.parse(from) + waited).toISOString())).toBe(false);
        },
      ),
    );
  });

  test('the last working day before a date is one, and none lies between', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, (company, moment) => {
        const date = localDate(moment, company.timeZone);
        let day = lastWorkingDayBefore(company, date);
        expect(isWorkingDay(company, day)).toBe(true);
        expect(day < date).toBe(true);
        for (day = addDays(day, 1); day < date; day = addDays(day, 1)) {
          expect(isWorkingDay(company, day)).toBe(false);
        }
      }),
    );
  });

  test('the shorter delay and then the gap is the longer delay', () => {
    const clockDelay = (minutes: number): Delay => `PT${minutes}M`;
    fc.assert(
      fc.property(
        anyOrdinary,
        anyMoment,
        anyCount,
        fc.integer({ min: 1, max: 30 }),
        (company, from, count, more) => {
          for (const delay of [
            (n: number) => delayOf(n, 'working hours'),
            (n: number) => delayOf(n, 'working days'),
            clockDelay,
          ]) {
            const shorter = delay(count);
            const longer = delay(count + more);
            const step = addDelay(company, from, shorter);
            expect(addDelay(company, step, gapBetween(longer, shorter))).toBe(
              addDelay(company, from, longer),
            );
          }
        },
      ),
    );
  });

  function openByTheBook(company: Company, moment: Moment): boolean {
    const { workingTime, timeZone, closedOn, openOn } = company;
    if (workingTime === 'always') return true;
    const date = localDate(moment, timeZone);
    const time = localTime(moment, timeZone);
    const holiday = isHoliday(company, date) !== undefined && !openOn.includes(date);
    const worked = workingTime.days.includes(weekdayOf(date)) && !holiday && !closedOn.includes(date);
    return worked && workingTime.from <= time && time < workingTime.to;
  }
});
