/**
 * When the business works: its days, its hours and the public holidays of its region; and what "2 working days later"
 * means. Dates are local dates of the business. A business that does not open within `maxClosedDays`, or whose region
 * is unknown, is a fault of its company file: every function that looks at its calendar then throws an Error.
 */
import { Temporal } from 'temporal-polyfill';
import type { Company } from '../business/company.ts';
import type { Delay } from '../lead/cadence.ts';
import { holidaysIn, knownRegion } from './holidays.ts';
import {
  addDays,
  addDuration,
  addLocalDays,
  addMilliseconds,
  daysBetween,
  durationMilliseconds,
  laterOf,
  localDate,
  millisecondsBetween,
  momentOf,
  weekdayOf,
} from './local-time.ts';
import type { Moment } from './moment.ts';

/** Longer than any season or sabbatical; a year without one working day cannot be meant. */
const maxClosedDays = 400;

/** Some forty years: more is a slip of the pen, and would be counted day by day. */
const maxWorkingUnits = 10_000;

/** On Christmas Eve and New Year's Eve, unless the business says that it works on that very date. */
const halfDay = /-12-(?:24|31)$/;
const halfDayEnds = '12:00';

const hourMilliseconds = 3_600_000;

/** The part of a day in which the business is open, or what is left of it. */
interface OpenSpan {
  readonly date: string;
  readonly opensAt: Moment;
  readonly closesAt: Moment;
}

interface Day {
  readonly tomorrow: string;
  readonly holiday: string | undefined;
  readonly working: boolean;
  /**
   * None either when the change of clocks leaves nothing of it, as of 02:00 to 03:00 in spring, or on the half day of a
   * business that opens in the afternoon.
   */
  readonly openSpan: OpenSpan | undefined;
}

/**
 * Every day that was ever asked for, by company. Counting ten working days visits some fifteen days at 30 µs each,
 * and the holidays of a year cost a tenth of a millisecond; remembered, a day costs nothing.
 */
const calendars = new WeakMap<Company, (date: string) => Day>();

/**
 * The German name of the public holiday on this date, if there is one. Half holidays (Christmas Eve in Valais, 1 May
 * in Solothurn) and days that are only customary are none.
 */
export function isHoliday(company: Company, date: string): string | undefined {
  return dayOf(company, date).holiday;
}

/** Whether the business works on this date: on its weekdays, but not on public holidays and its own days off. */
export function isWorkingDay(company: Company, date: string): boolean {
  return dayOf(company, date).working;
}

/** Whether the moment is inside the working time; its end is outside. */
export function isOpen(company: Company, at: Moment): boolean {
  const span = dayOf(company, localDate(at, company.timeZone)).openSpan;
  return span !== undefined && span.opensAt <= at && at < span.closesAt;
}

/** The moment itself if the business is open then, otherwise the moment at which it opens next. */
export function nextOpening(company: Company, at: Moment): Moment {
  return openSpanFrom(company, at).opensAt;
}

/** When the business opens on this date; `undefined` if it does not work then. */
export function openingOn(company: Company, date: string): Moment | undefined {
  return dayOf(company, date).openSpan?.opensAt;
}

/** When the business opens and closes on this date; `undefined` if it does not work then. */
export function openHoursOn(
  company: Company,
  date: string,
): { readonly opensAt: Moment; readonly closesAt: Moment } | undefined {
  return dayOf(company, date).openSpan;
}

/** The last date before this one on which the business works. */
export function lastWorkingDayBefore(company: Company, date: string): string {
  let before = date;
  for (let days = 0; days < maxClosedDays; days++) {
    before = addDays(before, -1);
    if (isWorkingDay(company, before)) return before;
  }
  throw closedTooLong(company, `before ${date}`);
}

/** The date itself if the business works on it, otherwise the next one on which it does. */
export function workingDayFrom(company: Company, date: string): string {
  return isWorkingDay(company, date) ? date : workingDayAfter(company, date);
}

/**
 * The moment one delay later.
 *
 * Working hours count only while the business is open. Working days begin at the next opening and end at the same
 * wall-clock time: Tuesday 14:00 and one is Wednesday 14:00, Saturday 14:00 and one is Tuesday 08:00. Both end inside
 * the working time; what would end at closing time ends at the next opening. An ISO 8601 duration counts by the clock
 * and ends wherever it ends.
 */
export function addDelay(company: Company, from: Moment, delay: Delay): Moment {
  const working = workingDelay(delay);
  if (!working) return addDuration(from, delay);
  return working.unit === 'hour'
    ? addOpenTime(company, from, working.count * hourMilliseconds)
    : addWorkingDays(company, from, working.count);
}

/**
 * The delay from one step of a cadence to the next, both given from its beginning: from `2 working days` to
 * `5 working days` it is `3 working days`. Never less than nothing (`PT0S`). Two delays that do not count in the same
 * way have no difference; the longer one is then the gap, which is late rather than early.
 */
export function gapBetween(longer: Delay, shorter: Delay): Delay {
  const end = workingDelay(longer);
  const start = workingDelay(shorter);
  if (end?.unit !== start?.unit) return longer;
  if (!end || !start) return clockDelay(durationMilliseconds(longer) - durationMilliseconds(shorter));
  const count = end.count - start.count;
  return count > 0 ? `${count} working ${end.unit}${count === 1 ? '' : 's'}` : 'PT0S';
}

function openSpanFrom(company: Company, at: Moment): OpenSpan {
  const today = localDate(at, company.timeZone);
  let date = today;
  for (let days = 0; days <= maxClosedDays; days++) {
    const { openSpan, tomorrow } = dayOf(company, date);
    if (openSpan && at < openSpan.closesAt) return { ...openSpan, opensAt: laterOf(at, openSpan.opensAt) };
    date = tomorrow;
  }
  throw closedTooLong(company, `from ${today} on`);
}

function workingDayAfter(company: Company, date: string): string {
  let after = date;
  for (let days = 0; days < maxClosedDays; days++) {
    after = dayOf(company, after).tomorrow;
    if (isWorkingDay(company, after)) return after;
  }
  throw closedTooLong(company, `after ${date}`);
}

function closedTooLong(company: Company, when: string): Error {
  return new Error(
    `Company "${company.key}" does not open within ${maxClosedDays} days ${when}: check workingTime and closedOn`,
  );
}

/** So much later of the time in which the business is open; inside of it, as working hours end. */
export function addOpenTime(company: Company, from: Moment, milliseconds: number): Moment {
  let left = milliseconds;
  let span = openSpanFrom(company, from);
  for (;;) {
    const open = millisecondsBetween(span.opensAt, span.closesAt);
    if (left < open) return addMilliseconds(span.opensAt, left);
    left -= open;
    span = openSpanFrom(company, span.closesAt);
  }
}

function addWorkingDays(company: Company, from: Moment, days: number): Moment {
  const start = openSpanFrom(company, from);
  let date = start.date;
  for (let day = 0; day < days; day++) date = workingDayAfter(company, date);
  const sameTime = addLocalDays(start.opensAt, daysBetween(start.date, date), company.timeZone);
  // A skipped hour inside the working time can push the same time out of it.
  return nextOpening(company, sameTime);
}

/** `undefined`: counts by the clock. */
function workingDelay(delay: Delay): { count: number; unit: 'hour' | 'day' } | undefined {
  const [, digits, unit] = /^(\d+) working (hour|day)s?$/.exec(delay) ?? [];
  if (!unit) return undefined;
  const count = Number(digits);
  if (count > maxWorkingUnits)
    throw new Error(`The delay "${delay}" is too long: at most ${maxWorkingUnits}`);
  return { count, unit: unit === 'hour' ? 'hour' : 'day' };
}

function clockDelay(milliseconds: number): Delay {
  const duration = Temporal.Duration.from({ milliseconds: Math.max(milliseconds, 0) });
  return duration.round({ largestUnit: 'hour' }).toString() as Delay;
}

function dayOf(company: Company, date: string): Day {
  let calendar = calendars.get(company);
  if (!calendar) {
    calendar = calendarOf(company);
    calendars.set(company, calendar);
  }
  return calendar(date);
}

function calendarOf(company: Company): (date: string) => Day {
  const { workingTime, closedOn, openOn, timeZone } = company;
  const holidayOn = publicHolidays(company);
  const days = new Map<string, Day>();

  function isWorked(date: string, holiday: string | undefined): boolean {
    if (workingTime === 'always') return true;
    if (!workingTime.days.includes(weekdayOf(date)) || closedOn.includes(date)) return false;
    return holiday === undefined || openOn.includes(date);
  }

  function openSpanOn(date: string): OpenSpan | undefined {
    const { from, to } = workingTime === 'always' ? { from: '00:00', to: '24:00' } : workingTime;
    const opensAt = momentOf(date, from, timeZone);
    const isHalf = workingTime !== 'always' && halfDay.test(date) && !openOn.includes(date);
    const closesAt = momentOf(date, isHalf && to > halfDayEnds ? halfDayEnds : to, timeZone);
    return opensAt < closesAt ? { date, opensAt, closesAt } : undefined;
  }

  return (date) => {
    let day = days.get(date);
    if (!day) {
      const holiday = holidayOn(date);
      const working = isWorked(date, holiday);
      day = {
        tomorrow: addDays(date, 1),
        holiday,
        working,
        openSpan: working ? openSpanOn(date) : undefined,
      };
      days.set(date, day);
    }
    return day;
  };
}

/** The name of the public holiday on a date, by year of the region. */
function publicHolidays(company: Company): (date: string) => string | undefined {
  const { country, region } = company;
  if (region !== undefined && !knownRegion(country, region)) {
    throw new Error(
      `Company "${company.key}": no public holidays are known for region "${region}" of ${country}`,
    );
  }
  const years = new Map<string, ReadonlyMap<string, string>>();

  return (date) => {
    const year = date.slice(0, -'-12-31'.length);
    let names = years.get(year);
    if (!names) {
      names = holidaysIn(year, country, region);
      years.set(year, names);
    }
    return names.get(date);
  };
}
