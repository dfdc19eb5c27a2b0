import { describe, expect, test } from 'vitest';
import { isOpen, nextOpening, openingOn } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';
import { at, bavaria, everyDay, later, vienna, wall, zurich } from './a-wall-clock.ts';

describe('opening', () => {
  test.each([
    ['2026-11-23 07:59', false],
    ['2026-11-23 08:00', true],
    ['2026-11-23 17:59', true],
    ['2026-11-23 18:00', false],
    ['2026-11-22 12:00', false],
    ['2026-12-25 12:00', false],
    ['2026-07-01 17:59', true],
  ])('at %s the business is open: %s', (moment, open) => {
    expect(isOpen(bavaria, at(moment))).toBe(open);
  });

  test('to the millisecond', () => {
    expect(isOpen(bavaria, '2026-11-23T06:59:59.999Z')).toBe(false);
    expect(isOpen(bavaria, '2026-11-23T07:00:00.000Z')).toBe(true);
    expect(isOpen(bavaria, '2026-11-23T16:59:59.999Z')).toBe(true);
    expect(isOpen(bavaria, '2026-11-23T17:00:00.000Z')).toBe(false);
  });

  test.each([
    ['2026-11-23 10:17', '2026-11-23 10:17', 'open'],
    ['2026-11-23 05:00', '2026-11-23 08:00', 'before opening'],
    ['2026-11-23 18:00', '2026-11-24 08:00', 'at closing time'],
    ['2026-11-27 20:00', '2026-11-30 08:00', 'on Friday evening'],
    ['2026-12-24 11:59', '2026-12-24 11:59', 'in the morning of Christmas Eve'],
    ['2026-12-24 12:00', '2026-12-28 08:00', 'from noon of Christmas Eve'],
    ['2026-12-31 13:30', '2027-01-04 08:00', 'in the afternoon of New Year’s Eve'],
    ['2026-12-23 17:59', '2026-12-23 17:59', 'in the afternoon of the day before'],
    ['2027-03-25 19:00', '2027-03-30 08:00', 'before Easter, the clocks change on Sunday'],
    ['2026-10-24 12:00', '2026-10-26 08:00', 'on the Saturday before winter time'],
  ])('from %s it is next open at %s: %s', (moment, opening) => {
    expect(wall(nextOpening(bavaria, at(moment)))).toBe(opening);
  });

  test('on Christmas Eve and New Year’s Eve the afternoon is free, unless the business says that it works', () => {
    const busy = aCompany({ openOn: ['2026-12-24'] });
    expect(isOpen(busy, at('2026-12-24 17:59'))).toBe(true);
    expect(isOpen(busy, at('2026-12-31 12:00'))).toBe(false);
    const early = aCompany({ workingTime: { days: ['thursday'], from: '06:00', to: '11:00' } });
    expect(isOpen(early, at('2026-12-24 11:00'))).toBe(false);
    const late = aCompany({ workingTime: { days: ['thursday'], from: '13:00', to: '20:00' } });
    expect(openingOn(late, '2026-12-24')).toBeUndefined();
    expect(wall(nextOpening(late, at('2026-12-24 09:00')))).toBe('2027-01-07 13:00');
    expect(isOpen(aCompany({ workingTime: 'always' }), at('2026-12-24 20:00'))).toBe(true);
  });

  test('in summer and winter the doors open at eight on the wall', () => {
    expect(openingOn(bavaria, '2026-03-27')).toBe('2026-03-27T07:00:00.000Z');
    expect(openingOn(bavaria, '2026-03-30')).toBe('2026-03-30T06:00:00.000Z');
    expect(openingOn(vienna, '2026-10-23')).toBe('2026-10-23T06:00:00.000Z');
    expect(openingOn(vienna, '2026-10-27')).toBe('2026-10-27T07:00:00.000Z');
    expect(openingOn(zurich, '2027-03-30')).toBe('2027-03-30T06:00:00.000Z');
    expect(openingOn(zurich, '2027-11-01')).toBe('2027-11-01T07:00:00.000Z');
  });

  test('there is no opening on a day off', () => {
    expect(openingOn(bavaria, '2026-11-22')).toBeUndefined();
    expect(openingOn(bavaria, '2026-12-25')).toBeUndefined();
  });

  test('a window until 24:00 is open until midnight', () => {
    const company = aCompany({ workingTime: { days: ['monday', 'tuesday'], from: '20:00', to: '24:00' } });
    expect(isOpen(company, at('2026-11-23 23:59'))).toBe(true);
    expect(isOpen(company, at('2026-11-24 00:00'))).toBe(false);
    expect(later('2026-11-23 23:00', '1 working hour', company)).toBe('2026-11-24 20:00');
    expect(later('2026-11-23 23:59', '1 working day', company)).toBe('2026-11-24 23:59');
    expect(later('2026-11-24 23:59', '1 working day', company)).toBe('2026-11-30 23:59');
  });

  test('a window that the change of clocks swallows does not open that day', () => {
    const company = aCompany({ workingTime: { days: everyDay, from: '02:00', to: '03:00' } });
    expect(openingOn(company, '2026-03-28')).toBe('2026-03-28T01:00:00.000Z');
    expect(openingOn(company, '2026-03-29')).toBeUndefined();
    expect(isOpen(company, '2026-03-29T01:00:00.000Z')).toBe(false);
    expect(nextOpening(company, '2026-03-28T02:00:00.000Z')).toBe('2026-03-30T00:00:00.000Z');
  });
});
