import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import { addDays, addMinutes, localDate, localTime, weekdayOf } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import {
  addDelay,
  gapBetween,
  isHoliday,
  isOpen,
  isWorkingDay,
  lastWorkingDayBefore,
  nextOpening,
} from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { always, bavaria, berlin, datesFrom, everyDay, vienna, zurich } from './a-wall-clock.ts';

describe('whatever the company and the moment', () => {
  /** Open by day: no change of clocks touches them. */
  const ordinary: Company[] = [
    bavaria,
    berlin,
    vienna,
    zurich,
    aCompany({ region: 'BY-A', workingTime: { days: everyDay, from: '06:30', to: '24:00' } }),
    aCompany({ region: 'SN', workingTime: { days: ['tuesday', 'saturday'], from: '09:00', to: '12:15' } }),
    aCompany({ closedOn: datesFrom('2026-12-21', 20), openOn: ['2026-06-04', '2026-11-01'] }),
  ];
  const anyOrdinary = fc.constantFrom(...ordinary);
  const anyCompany = fc.constantFrom(
    ...ordinary,
    always,
    aCompany({ workingTime: { days: everyDay, from: '00:00', to: '03:00' } }),
    aCompany({ workingTime: { days: everyDay, from: '02:15', to: '24:00' } }),
  );
  const lastMillisecond = Date.parse('2028-06-01');
  const firstMillisecond = Date.parse('2026-01-01');
  const hour = 3_600_000;
  /** Half of them near a change of clocks or the end of a year. */
  const anyMoment = fc
    .oneof(
      fc.integer({ min: firstMillisecond, max: lastMillisecond }),
      fc
        .tuple(
          fc.constantFrom('2026-03-29', '2026-10-25', '2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29'),
          fc.integer({ min: -96 * hour, max: 48 * hour }),
        )
        .map(([date, offset]) => Date.parse(date) + offset),
    )
    .map((milliseconds) => new Date(milliseconds).toISOString());
  const workingUnit = fc.constantFrom('working hours', 'working days');
  const anyCount = fc.integer({ min: 0, max: 30 });

  const delayOf = (count: number, unit: 'working hours' | 'working days'): Delay => `${count} ${unit}`;

  test('a delay never ends before it begins, and one of working time ends while the business is open', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, anyCount, workingUnit, (company, from, count, unit) => {
        const end = addDelay(company, from, delayOf(count, unit));
        expect(end >= from).toBe(true);
        expect(isOpen(company, end)).toBe(true);
      }),
    );
  });

  test('a longer delay does not end earlier', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, anyCount, workingUnit, (company, from, count, unit) => {
        const end = addDelay(company, from, delayOf(count, unit));
        expect(addDelay(company, from, delayOf(count + 1, unit)) > end).toBe(true);
      }),
    );
  });

  test('who begins later does not end earlier', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, anyMoment, anyCount, workingUnit, (company, a, b, count, unit) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const delay = delayOf(count, unit);
        expect(addDelay(company, first, delay) <= addDelay(company, second, delay)).toBe(true);
      }),
    );
  });

  test('so many working days are as many times one working day', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, anyCount, (company, from, count) => {
        const opening = nextOpening(company, from);
        let step = opening;
        for (let day = 0; day < count; day++) step = addDelay(company, step, '1 working day');
        const end = addDelay(company, from, delayOf(count, 'working days'));
        const keepsItsTime = localTime(step, company.timeZone) === localTime(opening, company.timeZone);
        // Whoever comes to the free afternoon of a half day goes on from the next morning.
        if (keepsItsTime) expect(end).toBe(step);
        else expect(end <= step).toBe(true);
      }),
    );
  });

  test('between a moment and its end, the business was open for exactly the working hours', () => {
    const quarter = 15;
    const anyQuarter = anyMoment.map((moment) => {
      const length = quarter * 60_000;
      return new Date(Math.floor(Date.parse(moment) / length) * length).toISOString();
    });
    const anyHours = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(anyOrdinary, anyQuarter, anyHours, (company, from, hours) => {
        const end = addDelay(company, from, delayOf(hours, 'working hours'));
        let openMinutes = 0;
        for (let moment = from; moment < end; moment = addMinutes(moment, quarter)) {
          if (openByTheBook(company, moment)) openMinutes += quarter;
        }
        expect(openMinutes).toBe(hours * 60);
      }),
      { numRuns: 50 },
    );
  });

  test('open is what the wall clock and the calendar say', () => {
    fc.assert(
      fc.property(anyOrdinary, anyMoment, (company, moment) => {
        expect(isOpen(company, moment)).toBe(openByTheBook(company, moment));
      }),
    );
  });

  test('the next opening is open, not in the past, and its own next opening', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, (company, from) => {
        const opening = nextOpening(company, from);
        expect(isOpen(company, opening)).toBe(true);
        expect(opening >= from).toBe(true);
        expect(opening === from).toBe(isOpen(company, from));
        expect(nextOpening(company, opening)).toBe(opening);
      }),
    );
  });

  test('nothing opens between a moment and its next opening', () => {
    fc.assert(
      fc.property(
        anyCompany,
        anyMoment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (company, from, share) => {
          const opening = nextOpening(company, from);
          fc.pre(opening !== from);
          const waited = Math.floor((Date.parse(opening) - Date.parse(from) - 1) * share);
          expect(isOpen(company, new Date(Date.parse(from) + waited).toISOString())).toBe(false);
        },
      ),
    );
  });

  test('the last working day before a date is one, and none lies between', () => {
    fc.assert(
      fc.property(anyCompany, anyMoment, (company, moment) => {
        const date = localDate(moment, company.timeZone);
        let day = lastWorkingDayBefore(company, date);
        expect(isWorkingDay(company, day)).toBe(true);
        expect(day < date).toBe(true);
        for (day = addDays(day, 1); day < date; day = addDays(day, 1)) {
          expect(isWorkingDay(company, day)).toBe(false);
        }
      }),
    );
  });

  test('the shorter delay and then the gap is the longer delay', () => {
    const clockDelay = (minutes: number): Delay => `PT${minutes}M`;
    fc.assert(
      fc.property(
        anyOrdinary,
        anyMoment,
        anyCount,
        fc.integer({ min: 1, max: 30 }),
        (company, from, count, more) => {
          for (const delay of [
            (n: number) => delayOf(n, 'working hours'),
            (n: number) => delayOf(n, 'working days'),
            clockDelay,
          ]) {
            const shorter = delay(count);
            const longer = delay(count + more);
            const step = addDelay(company, from, shorter);
            expect(addDelay(company, step, gapBetween(longer, shorter))).toBe(
              addDelay(company, from, longer),
            );
          }
        },
      ),
    );
  });

  function openByTheBook(company: Company, moment: Moment): boolean {
    const { workingTime, timeZone, closedOn, openOn } = company;
    if (workingTime === 'always') return true;
    const date = localDate(moment, timeZone);
    const time = localTime(moment, timeZone);
    const holiday = isHoliday(company, date) !== undefined && !openOn.includes(date);
    const worked = workingTime.days.includes(weekdayOf(date)) && !holiday && !closedOn.includes(date);
    const untilNoon = /12-24|12-31/.test(date) && !openOn.includes(date);
    return worked && workingTime.from <= time && time < workingTime.to && (!untilNoon || time < '12:00');
  }
});
