/** The days on which the firm of the demonstration works, around today: its year is made of them. */
import type { Company } from '../../domain/business/company.ts';
import { addDays, localDate, momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { isWorkingDay } from '../../domain/time/working-time.ts';

/** So many working days there are at least in the year before. */
const before = 245;
const after = 200;

/** People write and call in these minutes of a day. */
const [firstMinute, lastMinute] = [8 * 60, 17 * 60 + 30];

export interface DemoCalendar {
  /** @param position a working day, counted from today, and how much of it is over: `-1.5` is at noon two days ago. */
  momentAt(position: number): Moment;
  /** The date so many working days after a position. */
  dateAfter(position: number, days: number): string;
  /** Today, or the next day on which somebody works. */
  readonly today: number;
}

/** @param now the end of the year that is played. */
export function demoCalendar(company: Company, now: Moment): DemoCalendar {
  const { timeZone } = company;
  const today = localDate(now, timeZone);
  const past: string[] = [];
  for (let date = today; past.length <= before; date = addDays(date, -1)) {
    if (isWorkingDay(company, date)) past.unshift(date);
  }
  const lastIndex = past.length - 1;
  const days = [...past];
  for (let date = addDays(today, 1); days.length <= before + after; date = addDays(date, 1)) {
    if (isWorkingDay(company, date)) days.push(date);
  }
  const dayAt = (index: number): string => days[Math.max(0, Math.min(index, days.length - 1))] ?? today;
  return {
    today: isWorkingDay(company, today) ? 0 : 1,
    momentAt(position) {
      const index = Math.floor(position);
      const minute = Math.round(firstMinute + (position - index) * (lastMinute - firstMinute));
      const time = `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return momentOf(dayAt(lastIndex + index), time, timeZone);
    },
    dateAfter: (position, count) => dayAt(lastIndex + Math.floor(position) + count),
  };
}
