import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpokenDate } from '../../../domain/inbound/spoken-date.ts';
import { readSpokenSum } from '../../../domain/inbound/spoken-sum.ts';
import { readSpokenTime } from '../../../domain/inbound/spoken-time.ts';
import { addDays, weekdayOf } from '../../../domain/time/local-time.ts';
import { isWorkingDay } from '../../../domain/time/working-time.ts';
import { formatDate } from '../../../views/words/format.ts';
import { inCountry } from '../../../views/words/regional.ts';
import { aCompany } from '../../support/company.ts';

/** Monday, 23 November 2026. */
const today = '2026-11-23';
const company = aCompany();
const dateOf = (text: string, on = today) => readSpokenDate(text, { today: on, company });

describe('days as people say them', () => {
  test('what is written as a date is read as that date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const date = addDays(today, days);
        const [year = '', month = '', day = ''] = date.split('-');
        expect(dateOf(inCountry(formatDate(date, 'de'), 'DE'))).toBe(date);
        expect(dateOf(`${Number(day)}.${Number(month)}.`)).toBe(date);
        expect(dateOf(`${day}.${month}.${year}`)).toBe(date);
        expect(dateOf(`${day}.${month}.${year.slice(2)}`)).toBe(date);
        expect(dateOf(date)).toBe(date);
      }),
    );
  });

  test.each<[string, string | undefined]>([
    ['Mo', '2026-11-30'],
    ['Di', '2026-11-24'],
    ['nächsten Freitag', '2026-11-27'],
    ['diesen Freitag', '2026-11-27'],
    ['MITTWOCH', '2026-11-25'],
    ['Mitwoch', '2026-11-25'],
    ['Sontag', undefined],
    ['übermorgen', '2026-11-25'],
    ['morgen, Dienstag', '2026-11-24'],
    ['morgen Mittwoch', undefined],
    ['15.1.', '2027-01-15'],
    ['23.11.', '2026-11-23'],
    ['am 24.', '2026-11-24'],
    ['am 2.', '2026-12-02'],
    ['am 31.', '2026-12-31'],
    ['am 32.', undefined],
    ['3. Dez.', '2026-12-03'],
    ['am 3. Dezember 2026', '2026-12-03'],
    ['Do, den 3.12.', '2026-12-03'],
    ['Fr 3.12.', undefined],
    ['29.2.', undefined],
    ['29.2.2028', '2028-02-29'],
    ['Jänner', '2027-01-04'],
    ['Feber', '2027-02-01'],
    ['Mrz', '2027-03-01'],
    ['Maerz', '2027-03-01'],
    ['irgendwann', undefined],
    ['', undefined],
  ])('%j is %j', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  test.each<[string, string | undefined]>([
    ['in 14 Tagen', '2026-12-07'],
    ['in zwei Wochen', '2026-12-07'],
    ['2 Wochen', '2026-12-07'],
    ['in einem Monat', '2026-12-23'],
    ['in einem halben Jahr', '2027-05-23'],
    ['in 1 Jahr', '2027-11-23'],
    ['in 2-3 Wochen', undefined],
    ['in ein paar Tagen', undefined],
    ['nächste Woche', '2026-11-30'],
    ['in der kommenden Woche', '2026-11-30'],
    ['übernächste Woche', '2026-12-07'],
    ['nächste Woche Donnerstag', '2026-12-03'],
    ['Donnerstag nächster Woche', '2026-12-03'],
    ['Ende nächster Woche', '2026-12-04'],
    ['KW 3', '2027-01-18'],
    ['KW48', '2026-11-23'],
    ['49. KW', '2026-11-30'],
    ['KW 53', '2026-12-28'],
    ['KW 60', undefined],
    ['nächsten Monat', '2026-12-01'],
    ['im neuen Jahr', '2027-01-04'],
    ['Anfang nächsten Jahres', '2027-01-04'],
    ['Anfang März', '2027-03-01'],
    ['Mitte Januar', '2027-01-15'],
    ['Ende Februar', '2027-02-26'],
    ['Ende des Monats', '2026-11-30'],
    ['Ende des Jahres', '2026-12-31'],
    ['im Frühjahr', '2027-03-01'],
    ['Sommer 2028', '2028-06-01'],
    ['nach dem 15.1.', '2027-01-18'],
  ])('%j is %j', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  test.each<[string, string, string | undefined]>([
    ['nach Ostern', today, '2027-03-30'],
    ['nach den Osterfeiertagen', '2027-03-27', '2027-03-30'],
    // On Easter Monday itself, and the day after.
    ['nach Ostern', '2027-03-29', '2027-03-30'],
    ['nach Ostern', '2027-03-30', '2028-04-18'],
    ['nach Pfingsten', today, '2027-05-18'],
    ['nach Weihnachten', today, '2026-12-28'],
    ['nach Neujahr', today, '2027-01-04'],
    ['nach Silvester', today, '2027-01-04'],
    // 6 January is a holiday in Bavaria.
    ['nach Dreikönig', today, '2027-01-07'],
    ['nach Fasching', today, '2027-02-10'],
    ['nach Christi Himmelfahrt', today, '2027-05-07'],
    ['nach den Feiertagen', '2026-12-23', '2027-01-04'],
    ['nach den Feiertagen', '2027-03-20', '2027-03-30'],
    ['nach den Feiertagen', '2027-05-10', '2027-05-18'],
    ['nach den Ferien', today, undefined],
  ])('%j, said on %s, is %j', (text, on, date) => {
    expect(dateOf(text, on)).toBe(date);
  });

  test('after a feast the business works, on a day that is not over', () => {
    const feasts = ['Ostern', 'Pfingsten', 'Weihnachten', 'Neujahr', 'Fasching', 'den Feiertagen'];
    fc.assert(
      fc.property(fc.constantFrom(...feasts), fc.integer({ min: 0, max: 3_000 }), (feast, days) => {
        const on = addDays(today, days);
        const date = dateOf(`nach ${feast}`, on) ?? '';
        expect(date > on).toBe(true);
        expect(isWorkingDay(company, date)).toBe(true);
      }),
    );
  });

  test('a week begins on Monday, and is the next of its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 52 }), fc.integer({ min: 0, max: 3_000 }), (week, days) => {
        const on = addDays(today, days);
        const monday = dateOf(`KW ${week}`, on) ?? '';
        expect(weekdayOf(monday)).toBe('monday');
        expect(addDays(monday, 6) >= on).toBe(true);
      }),
    );
  });
});

describe('times as people say them', () => {
  test.each<[string, string | undefined]>([
    ['14 Uhr', '14:00'],
    ['9:30', '09:30'],
    ['8.15 Uhr', '08:15'],
    ['14.30', '14:30'],
    ['14h', '14:00'],
    ['9 Uhr 30', '09:30'],
    ['14h30', '14:30'],
    ['um 9', '09:00'],
    ['um drei', '15:00'],
    ['drei Uhr', '15:00'],
    ['um viertel nach drei', '15:15'],
    ['halb drei', '14:30'],
    ['halb 3', '14:30'],
    ['halb drei Uhr', '14:30'],
    ['halb acht', '07:30'],
    ['halb fünfzehn', '14:30'],
    ['viertel nach 2', '14:15'],
    ['viertel vor 3', '14:45'],
    ['viertel drei', '14:15'],
    ['dreiviertel acht', '07:45'],
    ['drei viertel acht', '07:45'],
    ['viertel vor eins', '12:45'],
    ['zehn nach acht', '08:10'],
    ['5 vor halb neun', '08:25'],
    ['zehn nach halb neun', '08:40'],
    ['dreizehn Uhr', '13:00'],
    ['neun Uhr dreißig', '09:30'],
    ['nachmittags um 3', '15:00'],
    ['um 3 am Nachmittag', '15:00'],
    ['früh um sieben', '07:00'],
    ['morgens halb sieben', '06:30'],
    ['abends um halb sieben', '18:30'],
    ['12 Uhr mittags', '12:00'],
    ['gegen 14 Uhr', '14:00'],
    ['03:00', '03:00'],
    ['6 Uhr', '06:00'],
    // Either could be meant.
    ['um sechs', undefined],
    ['halb sieben', undefined],
    ['nachmittags um 10', undefined],
    ['nachmittags', undefined],
    ['mittags', undefined],
    ['drei', undefined],
    ['24 Uhr', undefined],
    ['14', undefined],
    ['14:60', undefined],
    ['25:00', undefined],
    ['kurz nach drei', undefined],
  ])('%j is %j', (text, time) => {
    expect(readSpokenTime(text)).toBe(time);
  });

  test('what a clock shows is read as it stands, from seven on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const two = (number: number) => String(number).padStart(2, '0');
        for (const text of [
          `${hour}:${two(minute)}`,
          `${hour}.${two(minute)} Uhr`,
          `${hour} Uhr ${two(minute)}`,
        ]) {
          expect(readSpokenTime(text)).toBe(`${two(hour)}:${two(minute)}`);
        }
      }),
    );
  });
});

describe('sums as people write them', () => {
  test.each<[string, object]>([
    ['8500', { cents: 850_000 }],
    ['8.500,- €', { cents: 850_000 }],
    ['raus 8500', { cents: 850_000 }],
    ['über 8500 Euro verschickt', { cents: 850_000 }],
    [': 8500', { cents: 850_000 }],
    [' - 8500', { cents: 850_000 }],
    ['8.500 € (netto)', { cents: 850_000 }],
    ['8500 zzgl. MwSt.', { cents: 850_000 }],
    ['8500 € inkl. MwSt. per Mail verschickt', { cents: 850_000 }],
    ['ist heute raus: EUR 8.500,50', { cents: 850_050 }],
    ['8,5k', { cents: 850_000 }],
    ['8.5 TEUR', { cents: 850_000 }],
    ['8,75 Tsd. €', { cents: 875_000 }],
    ['an Kunden geschickt, 8500', { cents: 850_000 }],
    ['', { fault: 'missing' }],
    ['ist raus', { fault: 'missing' }],
    ['-500', { fault: 'not-an-amount' }],
    ['minus 500', { fault: 'not-an-amount' }],
    ['8500-9000', { fault: 'not-an-amount' }],
    ['8500 bis 9000', { fault: 'not-an-amount' }],
    ['8500 und 1200', { fault: 'not-an-amount' }],
    ['8500 abgelehnt', { fault: 'not-an-amount' }],
    ['folgt', { fault: 'not-an-amount' }],
    ['0', { fault: 'zero' }],
    ['3', { unusualCents: 300 }],
    ['8500000', { unusualCents: 850_000_000 }],
  ])('%j is %j', (text, sum) => {
    expect(readSpokenSum(text, company)).toEqual(sum);
  });
});
