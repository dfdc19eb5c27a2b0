/** Calendar months in UTC (`2026-11`): the lists of closed leads are by these, wherever the business is. */
import type { Moment } from './moment.ts';

export const utcMonthOf = (moment: Moment): string => moment.slice(0, 7);

/** The first moment of a month. */
export const beginOfUtcMonth = (month: string): Moment => `${month}-01T00:00:00.000Z`;

/** @param count may be negative. */
export function addUtcMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
