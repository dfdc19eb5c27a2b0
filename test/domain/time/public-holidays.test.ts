import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { addDays } from '../../../domain/time/local-time.ts';
import { isHoliday, isWorkingDay, nextOpening } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { always, at, bavaria, berlin, vienna, zurich } from './a-wall-clock.ts';

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
