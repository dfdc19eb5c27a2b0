/** When the owner hears what he owes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaseTimeAt, nextChaseTime } from '../../../domain/report/chase-times.ts';
import { addMinutes, localDate } from '../../../domain/time/local-time.ts';
import { isOpen } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
/** 08:00 to 18:00 in Munich, which is an hour ahead of UTC. */
const wednesday = (time: string) => `2026-11-25T${time}${time.length === 5 ? ':00' : ''}.000Z`;

describe('what is due', () => {
  test.each([
    ['when the business opens', '07:00', '09:00'],
    ['two working hours after it', '09:00', '09:00'],
    ['a moment later', '09:00:09', '09:00'],
    ['later in the morning', '09:11', '12:30'],
    ['in the afternoon', '14:00', '16:00'],
    ['just in time for the last one', '16:00', '16:00'],
  ])('%s is told at the next of three times of the day', (_, due, told) => {
    expect(nextChaseTime(company, wednesday(due))).toBe(wednesday(told));
  });

  test('after the last one is told on the next working day', () => {
    expect(nextChaseTime(company, wednesday('16:11'))).toBe('2026-11-26T09:00:00.000Z');
    expect(nextChaseTime(company, '2026-11-27T17:30:00.000Z')).toBe('2026-11-30T09:00:00.000Z');
  });

  test('on Christmas Eve is told before noon', () => {
    expect(nextChaseTime(company, '2026-12-24T07:00:00.000Z') < '2026-12-24T11:00:00.000Z').toBe(true);
  });

  test('of a business that is open day and night is told by day', () => {
    const always = aCompany({ workingTime: 'always' });
    for (const hour of ['00', '06', '13', '22']) {
      const told = nextChaseTime(always, wednesday(`${hour}:00`));
      expect(told.slice(11, 13) >= '06' && told.slice(11, 13) <= '17').toBe(true);
    }
  });

  test('always waits for a moment of the working time, and never longer than three days and a week-end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
        const due = addMinutes('2026-01-01T00:00:00.000Z', minutes);
        const told = nextChaseTime(company, due);
        expect(told >= addMinutes(due, -10)).toBe(true);
        expect(isOpen(company, told)).toBe(true);
        expect(Date.parse(told) - Date.parse(due)).toBeLessThan(6 * 24 * 3_600_000);
        expect(nextChaseTime(company, told)).toBe(told);
      }),
    );
  });
});

describe('a mail about what is due', () => {
  test('goes out a few minutes after its time, when all of it is booked, until the business closes', () => {
    expect(chaseTimeAt(company, wednesday('09:00'))).toBeUndefined();
    expect(chaseTimeAt(company, wednesday('09:05'))).toEqual({ date: '2026-11-25', number: 1 });
    expect(chaseTimeAt(company, wednesday('12:25'))).toEqual({ date: '2026-11-25', number: 1 });
    expect(chaseTimeAt(company, wednesday('12:32'))).toBeUndefined();
    expect(chaseTimeAt(company, wednesday('12:35'))).toEqual({ date: '2026-11-25', number: 2 });
    expect(chaseTimeAt(company, wednesday('16:55'))).toEqual({ date: '2026-11-25', number: 3 });
    expect(chaseTimeAt(company, wednesday('17:00'))).toBeUndefined();
  });

  test('goes out on no day without work', () => {
    expect(chaseTimeAt(company, '2026-11-28T12:00:00.000Z')).toBeUndefined();
    expect(chaseTimeAt(company, '2026-12-25T12:00:00.000Z')).toBeUndefined();
  });

  test('has a time for whatever is due, however short the business is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 18 }), fc.integer({ min: 12, max: 12 * 12 }), (from, fives) => {
        const two = (count: number) => String(count).padStart(2, '0');
        const end = Math.min(from * 60 + fives * 5, 24 * 60 - 1);
        const short = aCompany({
          workingTime: {
            days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
            from: `${two(from)}:00`,
            to: `${two(Math.floor(end / 60))}:${two(end % 60)}`,
          },
        });
        const told = nextChaseTime(short, wednesday('00:00'));
        const sent = Array.from({ length: 13 }, (_, tick) => addMinutes(told, tick * 5)).find((at) =>
          chaseTimeAt(short, at),
        );
        expect(sent && localDate(sent, short.timeZone)).toBe(localDate(told, short.timeZone));
      }),
    );
  });
});
