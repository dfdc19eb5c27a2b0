/**
 * Between moments and the company's wall clock. Dates are ISO dates (`2026-11-23`) and times are `14:05`, both as a
 * calendar and a clock on the company's wall show them; moments are UTC. Whatever is malformed is a RangeError.
 */
import { Temporal } from 'temporal-polyfill';
import type { Moment } from './moment.ts';
import { type Weekday, weekdays } from './weekday.ts';

/** The local date of a moment: `2026-11-23`. */
export function localDate(moment: Moment, timeZone: string): string {
  const millis = epochMilliseconds(moment);
  return new Date(millis + offsetAt(millis, timeZone)).toISOString().slice(0, -'T14:05:00.000Z'.length);
}

/** The local time of a moment: `14:05`. */
export function localTime(moment: Moment, timeZone: string): string {
  const millis = epochMilliseconds(moment);
  return new Date(millis + offsetAt(millis, timeZone))
    .toISOString()
    .slice(-'14:05:00.000Z'.length, -':00.000Z'.length);
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
  const wall = canonicalMilliseconds(`${date}T${time}:00.000Z`);
  const offset = wall === undefined ? undefined : steadyOffset(wall, timeZone);
  if (wall !== undefined && offset !== undefined) return new Date(wall - offset).toISOString();
  return momentFrom(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant());
}

/** The same wall-clock time so many calendar days later; skipped and doubled hours as in `momentOf`. */
export function addLocalDays(moment: Moment, days: number, timeZone: string): Moment {
  const millis = epochMilliseconds(moment);
  const wall = millis + offsetAt(millis, timeZone) + days * dayMilliseconds;
  const offset = Number.isInteger(days) ? steadyOffset(wall, timeZone) : undefined;
  if (offset !== undefined) return new Date(wall - offset).toISOString();
  return momentFrom(onTheWall(moment, timeZone).add({ days }).toInstant());
}

export function addDays(date: string, days: number): string {
  const midnight = canonicalMilliseconds(`${date}T00:00:00.000Z`);
  if (midnight === undefined || !Number.isInteger(days)) {
    return Temporal.PlainDate.from(date).add({ days }).toString();
  }
  return new Date(midnight + days * dayMilliseconds).toISOString().slice(0, -'T00:00:00.000Z'.length);
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
  return (midnightOf(b) - midnightOf(a)) / dayMilliseconds;
}

export function weekdayOf(date: string): Weekday {
  // The first day of the epoch was a Thursday.
  const weekday = weekdays[(((midnightOf(date) / dayMilliseconds + 3) % 7) + 7) % 7];
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
  const known = durations.get(isoDuration);
  if (known !== undefined) return known;
  const duration = Temporal.Duration.from(isoDuration);
  const weeksAsDays = duration.with({ weeks: 0, days: duration.days + 7 * duration.weeks });
  const milliseconds = Math.trunc(weeksAsDays.total('milliseconds'));
  durations.set(isoDuration, milliseconds);
  return milliseconds;
}

/** Read once: there are as many as the code and the business's own rhythms have, and each link of a mail asks for one. */
const durations = new Map<string, number>();

/** @param milliseconds whole ones; others are a RangeError. */
export function addMilliseconds(moment: Moment, milliseconds: number): Moment {
  if (!Number.isInteger(milliseconds)) throw new RangeError(`${milliseconds} are no whole milliseconds`);
  return new Date(epochMilliseconds(moment) + milliseconds).toISOString();
}

/** From `a` to `b`; negative if `b` is earlier. */
export function millisecondsBetween(a: Moment, b: Moment): number {
  return epochMilliseconds(b) - epochMilliseconds(a);
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

const dayMilliseconds = 86_400_000;

/**
 * What is written as moments and dates are written everywhere is read without Temporal, in a fiftieth of the time: a digest
 * and a round of the reconciler ask for some thousand. Any other spelling is left to it, and so is a day that no month has,
 * which `Date` moves into the next month.
 */
function canonicalMilliseconds(moment: string): number | undefined {
  const millis = Date.parse(moment);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === moment ? millis : undefined;
}

const epochMilliseconds = (moment: Moment): number =>
  canonicalMilliseconds(moment) ?? Temporal.Instant.from(moment).epochMilliseconds;

const midnightOf = (date: string): number =>
  canonicalMilliseconds(`${date}T00:00:00.000Z`) ??
  Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;

/** Clocks are changed at quarters of an hour. */
const quarterMilliseconds = 900_000;
/** So many are kept: a year of quarters, of which few are asked for. */
const maxOffsets = 35_000;
const offsets = new Map<string, Map<number, number>>();

/** By how many milliseconds the wall is ahead of UTC. */
function offsetAt(millis: number, timeZone: string): number {
  const quarter = Math.floor(millis / quarterMilliseconds);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(timeZone);
  const offset = offsetNanoseconds / 1_000_000;
  if (known.size >= maxOffsets) known.clear();
  offsets.set(timeZone, known.set(quarter, offset));
  return offset;
}

/** `undefined`: clocks are changed about then, and Temporal knows what the wall shows. @param wall as if it were UTC. */
function steadyOffset(wall: number, timeZone: string): number | undefined {
  const before = offsetAt(wall - dayMilliseconds, timeZone);
  return before === offsetAt(wall + dayMilliseconds, timeZone) ? before : undefined;
}

function onTheWall(moment: Moment, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
}

function momentFrom(instant: Temporal.Instant): Moment {
  return instant.toString({ smallestUnit: 'millisecond' });
}
