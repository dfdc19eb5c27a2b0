import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { addDelay, isOpen, lastWorkingDayBefore, nextOpening } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { at, bavaria, datesFrom, later } from './a-wall-clock.ts';

describe('faults of the company file', () => {
  test('a company that is closed for more than 400 days is named, not searched for ever', () => {
    // More than the check of a company file lets pass; it may have been stored before there was one.
    const closed = { ...aCompany(), closedOn: datesFrom('2026-11-01', 600) };
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
