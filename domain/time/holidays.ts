/** Which regions have public holidays of their own, and which dates those are. */
import type { Company } from '../business/company.ts';
import { type HolidayRule, holidayDate } from './holiday-rule.ts';
import { holidayTable } from './holiday-table.ts';

/**
 * Whether public holidays are known for this region: the code of ISO 3166-2 without the country (`BY`, `9`, `ZH`), in
 * Germany also with a group of communities that has holidays of its own (`BY-KATH` for the Catholic communities of
 * Bavaria with Mariä Himmelfahrt, `BY-A` for Augsburg, `SN-BZ`, `TH-EIC`).
 */
export function knownRegion(country: Company['country'], region: string): boolean {
  return holidayTable[country].regions.split(' ').includes(region);
}

/**
 * The German names of a year's public holidays by date, in a known region or, without one, in all of the country. The
 * rules hold from 2017 to 2060 as the laws of today have them, and go on unchanged before and after.
 * @param year as in a date
 */
export function holidaysIn(
  year: string,
  country: Company['country'],
  region: string | undefined,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const rule of holidayTable[country].holidays) {
    const date = appliesIn(region, rule) ? holidayDate(rule, year) : undefined;
    if (date !== undefined) names.set(date, rule.name);
  }
  return names;
}

function appliesIn(region: string | undefined, { only, except }: HolidayRule): boolean {
  return only === undefined ? !isListed(region, except) : isListed(region, only);
}

function isListed(region: string | undefined, regions: string | undefined): boolean {
  if (region === undefined || regions === undefined) return false;
  return regions.split(' ').some((listed) => listed === region || region.startsWith(`${listed}-`));
}
