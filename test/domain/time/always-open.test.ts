import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import {
  addDelay,
  isOpen,
  isWorkingDay,
  lastWorkingDayBefore,
  nextOpening,
  openingOn,
} from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { always, at, later, wall } from './a-wall-clock.ts';

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
