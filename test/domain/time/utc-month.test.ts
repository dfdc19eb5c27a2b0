import { expect, test } from 'vitest';
import { addUtcMonths, beginOfUtcMonth, utcMonthOf } from '../../../domain/time/utc-month.ts';

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2026-11', -23, '2024-12'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months are %s', (month, count, then) => {
  expect(addUtcMonths(month, count)).toBe(then);
});

test('a moment belongs to the month that began last', () => {
  const moment = '2026-11-30T23:59:59.999Z';
  expect(utcMonthOf(moment)).toBe('2026-11');
  expect(beginOfUtcMonth('2026-11') <= moment).toBe(true);
  expect(beginOfUtcMonth('2026-12') > moment).toBe(true);
});
