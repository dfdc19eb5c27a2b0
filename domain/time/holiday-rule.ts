/** How the date of a public holiday is written down, and how it is found in a year. Weekdays have English names. */
import type { Company } from '../business/company.ts';
import { addDays, weekdayOf } from './local-time.ts';
import type { Weekday } from './weekday.ts';

export type HolidayDate =
  /** Every year on this month and day (`10-31`), unless it falls on one of the weekdays `notOn` (`monday friday`). */
  | { readonly on: string; readonly notOn?: string }
  /** So many days after Easter Sunday; negative: before it. */
  | { readonly easter: number }
  /** The first such weekday from this month and day on. */
  | { readonly first: Weekday; readonly from: string }
  /** On one date only: `2028-06-17`. */
  | { readonly once: string };

export type HolidayRule = HolidayDate & {
  readonly name: string;
  /** The first year, where a holiday is younger than the table. */
  readonly since?: number;
  /** The regions that have it, `SL BY-KATH`; one that has communities stands for all of them. Default: all but `except`. */
  readonly only?: string;
  readonly except?: string;
};

export type HolidayTable = Readonly<
  Record<
    Company['country'],
    {
      /** All there are, those of communities (`BY-KATH`) too. */
      readonly regions: string;
      readonly holidays: readonly HolidayRule[];
    }
  >
>;

/**
 * The date of the holiday in this year, written as in a date; `undefined` in a year without it. Any year of the Gregorian
 * calendar has an answer: holidays are taken to stay as they are.
 */
export function holidayDate(
  rule: HolidayDate & Pick<HolidayRule, 'since'>,
  year: string,
): string | undefined {
  if (rule.since !== undefined && Number(year) < rule.since) return undefined;
  if ('once' in rule) return rule.once.startsWith(`${year}-`) ? rule.once : undefined;
  if ('easter' in rule) return addDays(easterSunday(year), rule.easter);
  if ('on' in rule) {
    const date = `${year}-${rule.on}`;
    return rule.notOn?.split(' ').includes(weekdayOf(date)) ? undefined : date;
  }
  let date = `${year}-${rule.from}`;
  while (weekdayOf(date) !== rule.first) date = addDays(date, 1);
  return date;
}

/** Easter of the Western churches, as Meeus reckons it (Astronomical Algorithms, chapter 8). */
export function easterSunday(year: string): string {
  const y = Number(year);
  const century = Math.floor(y / 100);
  const cycle = y % 19;
  const correction =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * cycle + correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((y % 100) / 4) - epact - (y % 4)) % 7;
  const late = Math.floor((cycle + 11 * epact + 22 * weekday) / 451);
  return addDays(`${year}-03-22`, epact + weekday - 7 * late);
}
