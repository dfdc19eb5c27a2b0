import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addDuration,
  addLocalDays,
  addMilliseconds,
  addMinutes,
  addMonths,
  compareMoments,
  daysBetween,
  durationMilliseconds,
  earlierOf,
  laterOf,
  localDate,
  localTime,
  millisecondsBetween,
  momentOf,
  monthOf,
  weekdayOf,
} from '../../../domain/time/local-time.ts';

const zones = ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'] as const;
const berlin = 'Europe/Berlin';

const anyMoment = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyDate = anyMoment.map((moment) => moment.slice(0, 10));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyZone = fc.constantFrom(...zones);

describe('what the wall shows', () => {
  test.each([
    ['2026-11-23T13:05:00.000Z', '2026-11-23', '14:05', 'an afternoon in winter'],
    ['2026-07-01T13:05:59.999Z', '2026-07-01', '15:05', 'an afternoon in summer, seconds cut off'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31', '23:59', 'the last moment of the year'],
    [
      '2026-12-31T23:00:00.000Z',
      '2027-01-01',
      '00:00',
      'the first moment of the year, still December in UTC',
    ],
    ['2028-02-28T23:30:00.000Z', '2028-02-29', '00:30', 'the leap day'],
  ])('at %s it is %s %s: %s', (moment, date, time) => {
    for (const zone of zones) {
      expect(localDate(moment, zone)).toBe(date);
      expect(localTime(moment, zone)).toBe(time);
      expect(monthOf(moment, zone)).toBe(date.slice(0, 7));
    }
  });

  test('a month begins at local midnight, not at midnight in UTC', () => {
    expect(monthOf('2026-10-31T22:59:00.000Z', berlin)).toBe('2026-10');
    expect(monthOf('2026-10-31T23:00:00.000Z', berlin)).toBe('2026-11');
  });

  test.each([
    ['2026-03-29T00:59:00.000Z', '01:59'],
    ['2026-03-29T01:00:00.000Z', '03:00'],
    ['2026-10-25T00:59:00.000Z', '02:59'],
    ['2026-10-25T01:00:00.000Z', '02:00'],
    ['2027-03-28T00:59:00.000Z', '01:59'],
    ['2027-03-28T01:00:00.000Z', '03:00'],
    ['2027-10-31T00:59:00.000Z', '02:59'],
    ['2027-10-31T01:00:00.000Z', '02:00'],
  ])('when the clocks change, at %s it is %s', (moment, time) => {
    for (const zone of zones) expect(localTime(moment, zone)).toBe(time);
  });
});

describe('the moment of a date and time', () => {
  test.each([
    ['2026-11-23', '14:05', '2026-11-23T13:05:00.000Z'],
    ['2026-07-01', '14:05', '2026-07-01T12:05:00.000Z'],
    ['2027-01-01', '00:00', '2026-12-31T23:00:00.000Z'],
    ['2028-02-29', '08:00', '2028-02-29T07:00:00.000Z'],
  ])('%s %s is %s', (date, time, moment) => {
    for (const zone of zones) expect(momentOf(date, time, zone)).toBe(moment);
  });

  test('24:00 is the midnight that ends the day, also at the end of a month, a year and February', () => {
    expect(momentOf('2026-11-30', '24:00', berlin)).toBe('2026-11-30T23:00:00.000Z');
    expect(momentOf('2026-12-31', '24:00', berlin)).toBe('2026-12-31T23:00:00.000Z');
    expect(momentOf('2028-02-28', '24:00', berlin)).toBe('2028-02-28T23:00:00.000Z');
    expect(momentOf('2026-03-29', '24:00', berlin)).toBe('2026-03-29T22:00:00.000Z');
  });

  test.each([
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2027-03-28', '02:59', '2027-03-28T01:59:00.000Z'],
  ])('%s %s does not exist and moves forward by the skipped hour', (date, time, moment) => {
    for (const zone of zones) {
      expect(momentOf(date, time, zone)).toBe(moment);
      expect(localTime(moment, zone)).toBe(time.replace('02:', '03:'));
    }
  });

  test.each([
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2027-10-31', '02:00', '2027-10-31T00:00:00.000Z'],
  ])('%s %s exists twice and is the earlier one', (date, time, moment) => {
    for (const zone of zones) expect(momentOf(date, time, zone)).toBe(moment);
  });

  test.each([
    ['2026-02-30', '08:00'],
    ['2026-11-23', '25:00'],
    ['2026-11-23', '24:01'],
    ['tomorrow', '08:00'],
  ])('%s %s is refused', (date, time) => {
    expect(() => momentOf(date, time, berlin)).toThrow(RangeError);
  });

  test('every date and time survives the way there and back, but for the skipped hour', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyZone, (date, time, zone) => {
        const moment = momentOf(date, time, zone);
        fc.pre(!skippedHour(date, time));
        expect([localDate(moment, zone), localTime(moment, zone)]).toEqual([date, time]);
      }),
    );
  });

  test('every moment survives the way there and back, or is the first of its two', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (anyMillisecond, zone) => {
        const moment = `${anyMillisecond.slice(0, 16)}:00.000Z`;
        const back = momentOf(localDate(moment, zone), localTime(moment, zone), zone);
        expect([moment, addMinutes(moment, -60)]).toContain(back);
        expect(localTime(back, zone)).toBe(localTime(moment, zone));
      }),
    );
  });

  function skippedHour(date: string, time: string): boolean {
    const lastSundayOfMarch =
      date.slice(5, 7) === '03' && weekdayOf(date) === 'sunday' && date.slice(8) > '24';
    return lastSundayOfMarch && time.startsWith('02:');
  }
});

describe('counting on the calendar', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-03-31', -1, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('the days between two dates do not care about the change of clocks or the order', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366);
  });

  test.each([
    ['2026-11-23', 'monday'],
    ['2026-11-24', 'tuesday'],
    ['2026-12-31', 'thursday'],
    ['2028-02-29', 'tuesday'],
    ['2026-03-29', 'sunday'],
  ])('%s is a %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  test('adding days and counting them agree, and a week later it is the same weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });

  test('days later the wall shows the same time, although a day had 23 or 25 hours', () => {
    expect(addLocalDays('2026-03-28T07:00:00.000Z', 1, berlin)).toBe('2026-03-29T06:00:00.000Z');
    expect(addLocalDays('2026-10-24T06:00:00.123Z', 1, berlin)).toBe('2026-10-25T07:00:00.123Z');
    expect(addLocalDays('2026-03-28T01:30:00.000Z', 1, berlin)).toBe('2026-03-29T01:30:00.000Z');
    expect(addLocalDays('2026-10-24T00:30:00.000Z', 1, berlin)).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('counting by the clock', () => {
  test('minutes and milliseconds count whatever the wall shows', () => {
    expect(addMinutes('2026-03-29T00:50:00.000Z', 15)).toBe('2026-03-29T01:05:00.000Z');
    expect(addMinutes('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:00.000Z');
    expect(addMinutes('2026-11-23T08:00:00.000Z', 0.5)).toBe('2026-11-23T08:00:30.000Z');
    expect(addMilliseconds('2026-11-23T08:00:00.999Z', 1)).toBe('2026-11-23T08:00:01.000Z');
  });

  test.each([
    ['PT15M', '2026-03-28T12:15:00.000Z'],
    ['PT72H', '2026-03-31T12:00:00.000Z'],
    ['P1D', '2026-03-29T12:00:00.000Z'],
    ['P1DT1H1M1.5S', '2026-03-29T13:01:01.500Z'],
    ['P2W', '2026-04-11T12:00:00.000Z'],
    ['PT0S', '2026-03-28T12:00:00.000Z'],
    ['-PT1H', '2026-03-28T11:00:00.000Z'],
  ])('%s after noon in UTC on the eve of summer time is %s', (duration, expected) => {
    expect(addDuration('2026-03-28T12:00:00.000Z', duration)).toBe(expected);
  });

  test.each(['P1M', 'P1Y', 'PT', 'two days', ''])('"%s" has no fixed length and is refused', (duration) => {
    expect(() => addDuration('2026-03-28T12:00:00.000Z', duration)).toThrow(RangeError);
  });

  test('a duration and the milliseconds between two moments agree', () => {
    expect(durationMilliseconds('P1DT1S')).toBe(86_401_000);
    expect(millisecondsBetween('2026-11-23T08:00:00.000Z', '2026-11-24T08:00:01.000Z')).toBe(86_401_000);
    expect(millisecondsBetween('2026-11-23T08:00:00.001Z', '2026-11-23T08:00:00.000Z')).toBe(-1);
  });

  test('moments come out with milliseconds even where they went in without', () => {
    expect(addDuration('2026-11-23T09:00:00+01:00', 'PT1H')).toBe('2026-11-23T09:00:00.000Z');
  });

  test('comparing moments is comparing time', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        expect(compareMoments(a, b)).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
        expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].toSorted(compareMoments));
      }),
    );
  });
});

describe('what is counted without Temporal is what Temporal says', () => {
  /** Also where clocks are changed by half an hour, at a half hour, or not at all. */
  const zone = fc.constantFrom(...zones, 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'UTC');
  const changes = ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2026-10-03T15:30:00.000Z'];
  const moment = fc.oneof(
    fc
      .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800_000, max: 172_800_000 }))
      .map(([change, millis]) => new Date(Date.parse(change) + millis).toISOString()),
  );
  const onTheWall = (at: string, timeZone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const written = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' });

  test('of days and times on the wall, and of the moment they are', () => {
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const wall = onTheWall(at, timeZone);
        const [date, time] = [localDate(at, timeZone), localTime(at, timeZone)];
        expect(date).toBe(wall.toPlainDate().toString());
        expect(time).toBe(wall.toPlainTime().toString().slice(0, 5));
        const back = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone);
        expect(momentOf(date, time, timeZone)).toBe(written(back.toInstant()));
      }),
      { numRuns: 1000 },
    );
  });

  test('of days later', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -800, max: 800 }), zone, (at, days, timeZone) => {
        const later = onTheWall(at, timeZone).add({ days });
        expect(addLocalDays(at, days, timeZone)).toBe(written(later.toInstant()));
        const date = Temporal.PlainDate.from(at.slice(0, 10));
        expect(addDays(date.toString(), days)).toBe(date.add({ days }).toString());
        expect(weekdayOf(date.toString())).toBe(
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'][date.dayOfWeek - 1],
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '2026-02-30T08:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23',
    '2026-11-23T08:00:00',
    'tomorrow',
    '',
  ])('"%s" is no moment', (text) => {
    expect(() => addMilliseconds(text, 1)).toThrow(RangeError);
    expect(() => millisecondsBetween(text, '2026-11-23T08:00:00.000Z')).toThrow(RangeError);
    expect(() => localDate(text, berlin)).toThrow(RangeError);
  });

  test.each(['2026-02-30', '2026-13-01', '23.11.2026', ''])('"%s" is no date', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => daysBetween(text, '2026-11-23')).toThrow(RangeError);
    expect(() => weekdayOf(text)).toThrow(RangeError);
  });

  test('half a millisecond is refused', () => {
    expect(() => addMilliseconds('2026-11-23T08:00:00.000Z', 0.5)).toThrow(RangeError);
  });
});
