/**
 * Finds the rules of public holidays in the dates that date-holidays has for every region and year. The dates alone
 * decide, so nothing depends on how the library writes its rules down.
 */
import Holidays from 'date-holidays';
import type { Company } from '../../domain/business/company.ts';
import { easterSunday, type HolidayRule, holidayDate } from '../../domain/time/holiday-rule.ts';
import { daysBetween, weekdayOf } from '../../domain/time/local-time.ts';
import { weekdays } from '../../domain/time/weekday.ts';

type Country = Company['country'];

/** 2017 had a day of its own, 500 years of Reformation. Four decades show every date on every weekday. */
const firstYear = 2017;
const lastYear = 2060;

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(firstYear + index));

/** Stands for the country in general, where no region is named. */
const nationwide = '';

/** All regions of a country: states and cantons (`BY`), and communities with holidays of their own (`BY-KATH`). */
export function regionsOf(country: Country): string[] {
  const library = new Holidays();
  return Object.keys(library.getStates(country)).flatMap((state) => [
    state,
    ...Object.keys(library.getRegions(country, state) ?? {}).map((communities) => `${state}-${communities}`),
  ]);
}

/**
 * One rule for all regions that celebrate a holiday on the same dates.
 * @returns in the order of the calendar
 * @throws Error that names the holiday whose dates no rule describes
 */
export function findRules(country: Country): HolidayRule[] {
  const regions = regionsOf(country);
  const sameDates = new Map<string, { name: string; dates: readonly string[]; having: string[] }>();
  for (const region of [nationwide, ...regions]) {
    for (const [name, dates] of datesByName(country, region)) {
      const key = [name, ...dates].join();
      const group = sameDates.get(key) ?? { name, dates, having: [] };
      group.having.push(region);
      sameDates.set(key, group);
    }
  }
  return [...sameDates.values()]
    .map(({ name, dates, having }) => ({ ...findRule(name, dates), ...describePlaces(having, regions) }))
    .toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
}

/** Whole public holidays; half ones begin at noon, and `date` is the local date and time of the beginning. */
function datesByName(country: Country, region: string): Map<string, string[]> {
  const [state, communities] = region.split('-');
  const library = new Holidays(
    { country, ...(state && { state }), ...(communities && { region: communities }) },
    { types: ['public'], languages: 'de' },
  );
  const holidays = years.flatMap((year) => library.getHolidays(year));
  // Two rules of the library may name the same day, as in 2017.
  const names = new Map(
    holidays
      .filter(({ date }) => date.endsWith(' 00:00:00'))
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );
  return new Map(
    [...Map.groupBy(names, ([, name]) => name)].map(([name, days]) => [name, days.map(([date]) => date)]),
  );
}

function describePlaces(
  having: readonly string[],
  regions: readonly string[],
): Pick<HolidayRule, 'only' | 'except'> {
  if (!having.includes(nationwide)) return { only: writeRegions(having) };
  const lacking = regions.filter((region) => !having.includes(region));
  return lacking.length > 0 ? { except: writeRegions(lacking) } : {};
}

/** A state stands for its communities. */
function writeRegions(regions: readonly string[]): string {
  return regions.filter((region) => !regions.some((state) => region.startsWith(`${state}-`))).join(' ');
}

/** The first way of writing the dates down that gives exactly these. */
function findRule(name: string, dates: readonly string[]): HolidayRule {
  const rule = candidates(name, dates).find((candidate) => {
    const described = years.map((year) => holidayDate(candidate, year)).filter((date) => date !== undefined);
    return described.join() === dates.join();
  });
  if (!rule) throw new Error(`No rule describes ${name} on ${dates.join(', ')}`);
  return rule;
}

function candidates(name: string, dates: readonly string[]): HolidayRule[] {
  const [date = ''] = dates;
  if (dates.length === 1) return [{ name, once: date }];
  const [earliest = ''] = dates.map((each) => each.slice(5)).toSorted();
  const year = date.slice(0, 4);
  const since = Number(year) > firstYear ? { since: Number(year) } : {};
  return [
    { name, on: earliest, ...since },
    { name, on: earliest, notOn: skippedWeekdays(earliest, dates) },
    { name, easter: daysBetween(easterSunday(year), date), ...since },
    { name, first: weekdayOf(date), from: earliest, ...since },
  ];
}

/** The weekdays on which this day of the year is no holiday. */
function skippedWeekdays(day: string, dates: readonly string[]): string {
  const skipped = years
    .map((year) => `${year}-${day}`)
    .filter((date) => !dates.includes(date))
    .map(weekdayOf);
  return weekdays.filter((weekday) => skipped.includes(weekday)).join(' ');
}

/** The month and day by which to sort. */
function firstDay(rule: HolidayRule): string {
  if ('on' in rule) return rule.on;
  if ('first' in rule) return rule.from;
  if ('once' in rule) return rule.once.slice(5);
  return (holidayDate(rule, String(firstYear)) ?? '').slice(5);
}
