import { describe, expect, test } from 'vitest';
import {
  formatAgo,
  formatDate,
  formatDay,
  formatMinutes,
  formatMoney,
  formatShortDay,
  formatSince,
  formatTime,
} from '../../../views/words/format.ts';

/** Money with the space that does not break shown as an ordinary one. */
const money = (...args: Parameters<typeof formatMoney>) => formatMoney(...args).replaceAll('\u00A0', ' ');

describe('money', () => {
  test('has no decimals where the amount is whole, and both where it is not', () => {
    expect(money(850_000, 'EUR', 'de')).toBe('8.500 €');
    expect(money(850_050, 'EUR', 'de')).toBe('8.500,50 €');
    expect(money(0, 'EUR', 'de')).toBe('0 €');
    expect(money(5, 'EUR', 'de')).toBe('0,05 €');
  });

  test('follows the country of the currency and the language of the reader', () => {
    expect(money(850_000, 'CHF', 'de')).toBe("CHF 8'500");
    expect(money(850_050, 'CHF', 'de')).toBe("CHF 8'500.50");
    expect(money(850_000, 'EUR', 'en')).toBe('€8,500');
    expect(money(850_000, 'CHF', 'en')).toBe('CHF 8,500');
  });

  test('never breaks between the amount and its currency', () => {
    expect(formatMoney(123_456_789, 'EUR', 'de')).not.toContain(' ');
    expect(formatMoney(123_456_789, 'CHF', 'de')).not.toContain(' ');
  });
});

describe('days and times', () => {
  test('are those of the business, not of the machine', () => {
    const lateInBerlin = '2026-11-23T23:30:00.000Z';
    expect(formatDay(lateInBerlin, 'Europe/Berlin', 'de')).toBe('Dienstag, 24. November 2026');
    expect(formatTime(lateInBerlin, 'Europe/Berlin')).toBe('00:30 Uhr');
    expect(formatDay(lateInBerlin, 'Europe/London', 'de')).toBe('Montag, 23. November 2026');
  });

  test('read as people write them in each language', () => {
    const afternoon = '2026-11-03T13:05:00.000Z';
    expect(formatTime(afternoon, 'Europe/Berlin', 'de')).toBe('14:05 Uhr');
    expect(formatTime(afternoon, 'Europe/Berlin', 'en')).toBe('2:05 pm');
    expect(formatDay(afternoon, 'Europe/Berlin', 'en')).toBe('Tuesday, 3 November 2026');
    expect(formatShortDay(afternoon, 'Europe/Berlin', 'de')).toBe('Di, 3.11.');
    expect(formatShortDay(afternoon, 'Europe/Berlin', 'en')).toBe('Tue 3 Nov');
    expect(formatDate('2026-11-03', 'de')).toBe('3. November 2026');
    expect(formatDate('2028-02-29', 'en')).toBe('29 February 2028');
  });

  test('change with the clocks: the same hour of UTC before and after the last Sunday of March', () => {
    expect(formatTime('2027-03-27T08:00:00.000Z', 'Europe/Vienna')).toBe('09:00 Uhr');
    expect(formatTime('2027-03-29T08:00:00.000Z', 'Europe/Vienna')).toBe('10:00 Uhr');
  });
});

describe('lengths of time', () => {
  test.each([
    [45, '45 Minuten', '45 minutes'],
    [60, '1 Stunde', '1 hour'],
    [61, '1 Stunde 1 Minute', '1 hour 1 minute'],
    [150, '2 Stunden 30 Minuten', '2 hours 30 minutes'],
  ])('%i minutes', (minutes, german, english) => {
    expect(formatMinutes(minutes, 'de')).toBe(german);
    expect(formatMinutes(minutes, 'en')).toBe(english);
  });

  test.each([
    ['2026-11-23T08:00:30.000Z', 'seit eben'],
    ['2026-11-23T08:01:00.000Z', 'seit einer Minute'],
    ['2026-11-23T08:15:00.000Z', 'seit 15 Minuten'],
    ['2026-11-23T09:30:00.000Z', 'seit einer Stunde'],
    ['2026-11-24T07:59:59.000Z', 'seit 23 Stunden'],
    ['2026-11-24T08:00:00.000Z', 'seit einem Tag'],
    ['2026-12-03T08:00:00.000Z', 'seit 10 Tagen'],
  ])('from eight in the morning to %s is "%s"', (now, words) => {
    expect(formatSince('2026-11-23T08:00:00.000Z', now)).toBe(words);
  });

  test('what is over was some time ago', () => {
    const ago = (now: string) => formatAgo('2026-11-23T08:00:00.000Z', now);
    expect([
      ago('2026-11-23T08:00:30.000Z'),
      ago('2026-11-24T08:00:00.000Z'),
      ago('2026-11-26T08:00:00.000Z'),
    ]).toEqual(['gerade eben', 'vor einem Tag', 'vor 3 Tagen']);
  });
});
