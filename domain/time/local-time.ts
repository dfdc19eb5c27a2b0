/**
 * Between moments and the company's wall clock. Dates are ISO dates (`2026-11-23`) and times are `14:05`, both as a
 * calendar and a clock on the company's wall show them; moments are UTC. Whatever is malformed is a RangeError.
 */
import { Temporal } from 'temporal-polyfill';
import type { Moment } from './moment.ts';
import { type Weekday, weekdays } from './weekday.ts';

/** The local date of a moment: `2026-11-23`. */
export function localDate(moment: Moment, timeZone: string): string {
  return onTheWall(moment, timeZone).toPlainDate().toString();
}

/** The local time of a moment: `14:05`. */
export function localTime(moment: Moment, timeZone: string): string {
  return onTheWall(moment, timeZone).toPlainTime().toString().slice(0, 5);
}

/** Whether clocks are set forward in spring. In Europe it is the hour from 02:00 that is left out. */
export function hasSummerTime(timeZone: string): boolean {
  const [january, july] = ['2026-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'].map(
    (moment) => onTheWall(moment, timeZone).offset,
  );
  return january !== july;
}

/** The local calendar month of a moment: `2026-11`. */
export function monthOf(moment: Moment, timeZone: string): string {
  return localDate(moment, timeZone).slice(0, 7);
}

/**
 * The moment at which the wall clock shows this date and time. `24:00` is the midnight that ends the day. A time in
 * the hour skipped in spring moves forward by that hour; one in the doubled hour of autumn is the earlier of the two.
 */
export function momentOf(date: string, time: string, timeZone: string): Moment {
  if (time === '24:00') return momentOf(addDays(date, 1), '00:00', timeZone);
  return momentFrom(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant());
}

/** The same wall-clock time so many calendar days later; skipped and doubled hours as in `momentOf`. */
export function addLocalDays(moment: Moment, days: number, timeZone: string): Moment {
  return momentFrom(onTheWall(moment, timeZone).add({ days }).toInstant());
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day so many months later, or the last day of a month that is too short for it. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** So many calendar days or months later, as ISO 8601 writes them (`P7D`, `P3M`); months as in `addMonths`. */
export function addPeriod(date: string, isoPeriod: string): string {
  return Temporal.PlainDate.from(date).add(isoPeriod).toString();
}

/** Calendar days from `a` to `b`; negative if `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(b).days;
}

export function weekdayOf(date: string): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1];
  if (!weekday) throw new RangeError(`No weekday for ${date}`);
  return weekday;
}

/** By the clock, whatever the wall shows. */
export function addMinutes(moment: Moment, minutes: number): Moment {
  return addMilliseconds(moment, Math.round(minutes * 60_000));
}

/** By the clock: a day is 24 hours, a week 7 of them. Months and years have no fixed length and are a RangeError. */
export function addDuration(moment: Moment, isoDuration: string): Moment {
  return addMilliseconds(moment, durationMilliseconds(isoDuration));
}

/** Whole milliseconds; `addDuration` has the rules. */
export function durationMilliseconds(isoDuration: string): number {
  const duration = Temporal.Duration.from(isoDuration);
  const weeksAsDays = duration.with({ weeks: 0, days: duration.days + 7 * duration.weeks });
  return Math.trunc(weeksAsDays.total('milliseconds'));
}

export function addMilliseconds(moment: Moment, milliseconds: number): Moment {
  return momentFrom(Temporal.Instant.from(moment).add({ milliseconds }));
}

/** From `a` to `b`; negative if `b` is earlier. */
export function millisecondsBetween(a: Moment, b: Moment): number {
  return Temporal.Instant.from(b).epochMilliseconds - Temporal.Instant.from(a).epochMilliseconds;
}

/** For sorting: moments are written so that their text sorts by time. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function laterOf(a: Moment, b: Moment): Moment {
  return a < b ? b : a;
}

export function earlierOf(a: Moment, b: Moment): Moment {
  return a < b ? a : b;
}

function onTheWall(moment: Moment, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
}

function momentFrom(instant: Temporal.Instant): Moment {
  return instant.toString({ smallestUnit: 'millisecond' });
}
