import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { addDelay, gapBetween } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { bavaria, berlin, everyDay, later, vienna, zurich } from './a-wall-clock.ts';

describe('working hours', () => {
  test.each<[string, Delay, string, string]>([
    ['2026-11-23 10:17', '2 working hours', '2026-11-23 12:17', 'on the same day'],
    ['2026-11-23 07:00', '2 working hours', '2026-11-23 10:00', 'from before opening'],
    ['2026-11-23 17:30', '2 working hours', '2026-11-24 09:30', 'over night'],
    ['2026-11-27 17:00', '2 working hours', '2026-11-30 09:00', 'over the week-end'],
    ['2026-11-28 14:00', '4 working hours', '2026-11-30 12:00', 'from Saturday'],
    ['2026-11-23 16:00', '2 working hours', '2026-11-24 08:00', 'never at closing time'],
    ['2026-11-23 15:59', '2 working hours', '2026-11-23 17:59', 'a minute before closing time'],
    ['2026-11-23 08:00', '10 working hours', '2026-11-24 08:00', 'a whole day'],
    ['2026-11-23 08:00', '25 working hours', '2026-11-25 13:00', 'over several days'],
    ['2026-11-23 18:00', '1 working hour', '2026-11-24 09:00', 'from closing time'],
    ['2026-11-23 12:00', '0 working hours', '2026-11-23 12:00', 'none'],
    ['2026-11-23 20:00', '0 working hours', '2026-11-24 08:00', 'none, from the evening'],
    ['2026-12-24 10:00', '4 working hours', '2026-12-28 10:00', 'over Christmas'],
    ['2026-12-31 16:00', '2 working hours', '2027-01-04 10:00', 'from the afternoon of New Year’s Eve'],
    ['2027-01-05 17:00', '2 working hours', '2027-01-07 09:00', 'over Epiphany'],
    ['2028-02-28 17:00', '12 working hours', '2028-03-01 09:00', 'over the leap day'],
  ])('%s and %s is %s: %s', (from, delay, expected) => {
    expect(later(from, delay)).toBe(expected);
  });

  test('seconds count', () => {
    expect(addDelay(bavaria, '2026-11-23T16:30:12.345Z', '1 working hour')).toBe('2026-11-24T07:30:12.345Z');
  });

  test('where the clocks change inside the working time, the day has 23 or 25 of them', () => {
    const company = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '24:00' } });
    expect(later('2026-03-29 00:00', '22 working hours', company)).toBe('2026-03-29 23:00');
    expect(later('2026-03-29 00:00', '23 working hours', company)).toBe('2026-03-30 00:00');
    expect(later('2026-10-25 00:00', '24 working hours', company)).toBe('2026-10-25 23:00');
    expect(later('2026-10-25 00:00', '25 working hours', company)).toBe('2026-10-26 00:00');
  });
});

describe('working days later', () => {
  test.each<[string, Delay, string, string]>([
    ['2026-11-24 14:00', '1 working day', '2026-11-25 14:00', 'tomorrow at the same time'],
    ['2026-11-28 14:00', '1 working day', '2026-12-01 08:00', 'Saturday counts from Monday’s opening'],
    ['2026-11-23 06:00', '1 working day', '2026-11-24 08:00', 'from before opening'],
    ['2026-11-23 18:00', '1 working day', '2026-11-25 08:00', 'from closing time, that is tomorrow'],
    ['2026-11-27 14:05', '1 working day', '2026-11-30 14:05', 'over the week-end'],
    ['2026-11-23 10:00', '10 working days', '2026-12-07 10:00', 'two weeks'],
    ['2026-11-23 10:00', '0 working days', '2026-11-23 10:00', 'none'],
    ['2026-11-22 10:00', '0 working days', '2026-11-23 08:00', 'none, from Sunday'],
    ['2026-12-23 10:00', '1 working day', '2026-12-24 10:00', 'to Christmas Eve'],
    ['2026-12-23 15:00', '1 working day', '2026-12-28 08:00', 'to the afternoon of Christmas Eve'],
    ['2026-12-23 10:00', '2 working days', '2026-12-28 10:00', 'over Christmas'],
    ['2026-12-23 10:00', '6 working days', '2027-01-04 10:00', 'over New Year'],
    ['2026-12-23 10:00', '8 working days', '2027-01-07 10:00', 'over Epiphany'],
    ['2028-02-28 10:00', '2 working days', '2028-03-01 10:00', 'over the leap day'],
    ['2026-04-02 10:00', '1 working day', '2026-04-07 10:00', 'over Easter'],
  ])('%s and %s is %s: %s', (from, delay, expected) => {
    expect(later(from, delay)).toBe(expected);
  });

  test('the holidays that count are those of the region', () => {
    expect(later('2026-12-23 10:00', '8 working days', berlin)).toBe('2027-01-06 10:00');
    expect(later('2026-06-03 10:00', '1 working day', bavaria)).toBe('2026-06-05 10:00');
    expect(later('2026-06-03 10:00', '1 working day', berlin)).toBe('2026-06-04 10:00');
    expect(later('2026-12-07 10:00', '1 working day', vienna)).toBe('2026-12-09 10:00');
    expect(later('2026-12-07 10:00', '1 working day', zurich)).toBe('2026-12-08 10:00');
  });

  test.each<[string, Company, Moment, Delay, Moment]>([
    [
      'spring 2026 in Bavaria',
      bavaria,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'spring 2026 in Vienna',
      vienna,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'spring 2026 in Zurich',
      zurich,
      '2026-03-27T13:00:00.000Z',
      '1 working day',
      '2026-03-30T12:00:00.000Z',
    ],
    [
      'autumn 2026 in Bavaria',
      bavaria,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-26T13:00:00.000Z',
    ],
    // Monday after the clocks change is the Austrian national day in 2026.
    [
      'autumn 2026 in Vienna',
      vienna,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-27T13:00:00.000Z',
    ],
    [
      'autumn 2026 in Zurich',
      zurich,
      '2026-10-23T12:00:00.000Z',
      '1 working day',
      '2026-10-26T13:00:00.000Z',
    ],
    // In 2027 the clocks change on Easter Sunday; Good Friday is no holiday in Austria.
    [
      'spring 2027 in Bavaria',
      bavaria,
      '2027-03-25T13:00:00.000Z',
      '1 working day',
      '2027-03-30T12:00:00.000Z',
    ],
    [
      'spring 2027 in Vienna',
      vienna,
      '2027-03-25T13:00:00.000Z',
      '2 working days',
      '2027-03-30T12:00:00.000Z',
    ],
    [
      'spring 2027 in Zurich',
      zurich,
      '2027-03-25T13:00:00.000Z',
      '1 working day',
      '2027-03-30T12:00:00.000Z',
    ],
    // All Saints' Day is a holiday in Bavaria and Austria.
    [
      'autumn 2027 in Bavaria',
      bavaria,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-02T13:00:00.000Z',
    ],
    [
      'autumn 2027 in Vienna',
      vienna,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-02T13:00:00.000Z',
    ],
    [
      'autumn 2027 in Zurich',
      zurich,
      '2027-10-29T12:00:00.000Z',
      '1 working day',
      '2027-11-01T13:00:00.000Z',
    ],
  ])('14:00 stays 14:00 over %s', (_, company, from, delay, expected) => {
    expect(addDelay(company, from, delay)).toBe(expected);
  });

  test('seconds stay', () => {
    expect(addDelay(bavaria, '2026-11-23T16:59:59.999Z', '1 working day')).toBe('2026-11-24T16:59:59.999Z');
  });

  test('a time skipped in spring moves forward, and on to the next opening if that is too late', () => {
    const nights = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '05:00' } });
    expect(later('2026-03-28 02:30', '1 working day', nights)).toBe('2026-03-29 03:30');
    expect(later('2026-03-28 02:30', '2 working days', nights)).toBe('2026-03-30 02:30');
    const shortNights = aCompany({ workingTime: { days: everyDay, from: '00:00', to: '03:00' } });
    expect(later('2026-03-28 02:30', '1 working day', shortNights)).toBe('2026-03-30 00:00');
  });
});

describe('by the clock', () => {
  test.each<[Moment, Delay, Moment]>([
    ['2026-11-22T03:00:00.000Z', 'PT15M', '2026-11-22T03:15:00.000Z'],
    ['2026-11-22T03:00:00.000Z', 'PT0S', '2026-11-22T03:00:00.000Z'],
    ['2026-12-24T20:00:00.000Z', 'PT12H', '2026-12-25T08:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'P1D', '2026-03-29T12:00:00.000Z'],
  ])('%s and %s is %s, at night and on holidays too', (from, delay, expected) => {
    expect(addDelay(bavaria, from, delay)).toBe(expected);
  });
});

describe('the gap between two steps of a cadence', () => {
  test.each<[Delay, Delay, Delay]>([
    ['5 working days', '2 working days', '3 working days'],
    ['3 working days', '2 working days', '1 working day'],
    ['2 working days', '1 working day', '1 working day'],
    ['6 working hours', '2 working hours', '4 working hours'],
    ['2 working hours', '1 working hour', '1 working hour'],
    ['PT45M', 'PT15M', 'PT30M'],
    ['P3D', 'PT12H', 'PT60H'],
    ['PT1H30M', 'PT45S', 'PT1H29M15S'],
    ['1 working day', '1 working day', 'PT0S'],
    ['1 working day', '2 working days', 'PT0S'],
    ['PT15M', 'PT15M', 'PT0S'],
    ['PT15M', 'PT1H', 'PT0S'],
    ['1 working day', 'PT0S', '1 working day'],
    ['2 working days', '4 working hours', '2 working days'],
    ['P7D', '2 working days', 'P7D'],
  ])('from %s back to %s is %s', (longer, shorter, gap) => {
    expect(gapBetween(longer, shorter)).toBe(gap);
  });
});
