/** The table says what date-holidays says, by which it was made, for every region and every day. */

import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { easterSunday } from '../../../domain/time/holiday-rule.ts';
import { holidayTable } from '../../../domain/time/holiday-table.ts';
import { holidaysIn, knownRegion } from '../../../domain/time/holidays.ts';
import { holidayTableFile, tablePath } from '../../../ops/holidays/table-file.ts';

type Country = Company['country'];

const countries: readonly Country[] = ['DE', 'AT', 'CH'];
const library = new Holidays();

/** Every region of a country that the library knows, and the country in general. */
function everyRegion(country: Country): (string | undefined)[] {
  const states = Object.keys(library.getStates(country));
  const communities = states.flatMap((state) =>
    Object.keys(library.getRegions(country, state) ?? {}).map((name) => `${state}-${name}`),
  );
  return [undefined, ...states, ...communities];
}

function inLibrary(country: Country, region: string | undefined): (year: number) => Record<string, string> {
  const [state = '', communities = ''] = region?.split('-') ?? [];
  const holidays = new Holidays(
    { country, ...(state && { state }), ...(communities && { region: communities }) },
    { types: ['public'], languages: 'de' },
  );
  return (year) =>
    Object.fromEntries(
      holidays
        .getHolidays(year)
        .filter(({ date }) => date.endsWith(' 00:00:00'))
        .map(({ date, name }) => [date.slice(0, 10), name]),
    );
}

describe.each(countries)('the holidays of %s', (country) => {
  test.each(everyRegion(country))('in region %s are those of the library on every day', (region) => {
    const expected = inLibrary(country, region);
    for (let year = 2017; year <= 2060; year++) {
      expect(Object.fromEntries(holidaysIn(String(year), country, region)), String(year)).toEqual(
        expected(year),
      );
    }
  });

  test('are known for the regions of the library and for no others', () => {
    const regions = everyRegion(country).filter((region) => region !== undefined);
    expect(holidayTable[country].regions.split(' ').toSorted()).toEqual(regions.toSorted());
    for (const region of regions) expect(knownRegion(country, region), region).toBe(true);
  });
});

test('the table is what `npm run holidays` writes', () => {
  expect(readFileSync(tablePath, 'utf8')).toBe(holidayTableFile());
});

test('holidays go on after the years of the table, and before', () => {
  expect(holidaysIn('2099', 'DE', 'BY').get('2099-04-10')).toBe('Karfreitag');
  expect(holidaysIn('2100', 'AT', '9').get('2100-03-29')).toBe('Ostermontag');
  expect(holidaysIn('1999', 'CH', 'ZH').get('1999-04-05')).toBe('Ostermontag');
  expect(holidaysIn('1999', 'DE', 'BE').has('1999-03-08')).toBe(false);
  expect(holidaysIn('+012026', 'DE', 'BY').get('+012026-12-25')).toBe('1. Weihnachtstag');
});

test.each(['1818-03-22', '1943-04-25', '1954-04-18', '1981-04-19', '2000-04-23', '2049-04-18', '2285-03-22'])(
  'Easter Sunday is on %s',
  (date) => {
    expect(easterSunday(date.slice(0, 4))).toBe(date);
  },
);

describe('regions', () => {
  test('every state of Germany and Austria and every canton is known', () => {
    const states = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' ');
    const cantons = 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'.split(
      ' ',
    );
    for (const state of states) expect(knownRegion('DE', state), state).toBe(true);
    for (let state = 1; state <= 9; state++) expect(knownRegion('AT', String(state))).toBe(true);
    for (const canton of cantons) expect(knownRegion('CH', canton), canton).toBe(true);
  });

  test.each(['BY-KATH', 'BY-EVANG', 'BY-A', 'SN-BZ', 'TH-EIC'])('the communities %s are known', (region) => {
    expect(knownRegion('DE', region)).toBe(true);
  });

  test.each<[Company['country'], string]>([
    ['DE', 'XX'],
    ['DE', 'by'],
    ['DE', 'DE-BY'],
    ['DE', 'Bayern'],
    ['DE', 'BY-XX'],
    ['DE', 'BE-KATH'],
    ['DE', 'BY-'],
    ['DE', ''],
    ['DE', 'constructor'],
    ['DE', 'ZH'],
    ['AT', '10'],
    ['AT', 'W'],
    ['CH', 'BY'],
  ])('%s has no region "%s"', (country, region) => {
    expect(knownRegion(country, region)).toBe(false);
  });
});
