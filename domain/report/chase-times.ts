/** When the owner hears what he owes: three times in the working time of a day, each time all of it in one mail. */
import type { Company } from '../business/company.ts';
import {
  addDays,
  addMilliseconds,
  addMinutes,
  laterOf,
  localDate,
  millisecondsBetween,
} from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { openHoursOn, workingDayFrom } from '../time/working-time.ts';

/**
 * Parts of the working time: 10:00, 13:30 and 17:00 from 08:00 to 18:00. What is due when the business opens stands in the digest
 * already, and two working hours after it is the first moment at which a request of the night is due; the last one leaves time
 * to call somebody.
 */
const parts = [0.2, 0.55, 0.9];

/** Who is open day and night sleeps all the same. */
const longestMillis = 12 * 3_600_000;
/** As people name hours, and as often as somebody looks. */
const roundedToMillis = 5 * 60_000;

/** Whatever is due at a time has been booked by then. */
const bookedWithinMinutes = 3;
/** A cut of the calendar without a time for chases: none is as long. */
const maxDays = 400;

/** In order; none on a day without work. */
function chaseTimesOn(company: Company, date: string): readonly Moment[] {
  const hours = openHoursOn(company, date);
  if (!hours) return [];
  const open = millisecondsBetween(hours.opensAt, hours.closesAt);
  const length = Math.min(open, longestMillis);
  const begins = addMilliseconds(hours.opensAt, (open - length) / 2);
  return parts.map((part) =>
    addMilliseconds(begins, Math.round((length * part) / roundedToMillis) * roundedToMillis),
  );
}

/** What was told at this time some days ago is due again a moment after it: it does not wait for the next one. */
const dueWithinMinutes = 10;

/** When what is due at this moment is told: at the next time for it, or one of minutes ago that is not before `from`. */
export function nextChaseTime(company: Company, due: Moment, from?: Moment): Moment {
  const early = addMinutes(due, -dueWithinMinutes);
  const at = from === undefined ? early : laterOf(early, from);
  let date = localDate(at, company.timeZone);
  for (let day = 0; day < maxDays; day++) {
    date = workingDayFrom(company, date);
    const time = chaseTimesOn(company, date).find((one) => one >= at);
    if (time !== undefined) return time;
    date = addDays(date, 1);
  }
  throw new Error(`Company "${company.key}" has no working time within ${maxDays} days: check workingTime`);
}

/** One of the times of a day. */
export interface ChaseTime {
  /** Local date of the business. */
  readonly date: string;
  /** Counts from 1 within the day. */
  readonly number: number;
}

/** The time whose chases may go out now; `undefined`: it is not time for any. */
export function chaseTimeAt(company: Company, now: Moment): ChaseTime | undefined {
  const date = localDate(now, company.timeZone);
  const hours = openHoursOn(company, date);
  if (!hours || now >= hours.closesAt) return undefined;
  const times = chaseTimesOn(company, date).filter((time) => time <= now);
  const newest = times.at(-1);
  if (newest === undefined || now < addMinutes(newest, bookedWithinMinutes)) return undefined;
  return { date, number: times.length };
}
