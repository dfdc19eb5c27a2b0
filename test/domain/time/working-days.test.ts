import { describe, expect, test } from 'vitest';
import { isHoliday, isWorkingDay, lastWorkingDayBefore } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { bavaria, datesFrom, later } from './a-wall-clock.ts';

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
