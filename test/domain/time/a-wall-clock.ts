/** Businesses of several regions, and the time as the clock on their wall shows it. */
import type { Company, CompanyFile } from '../../../domain/business/company.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import { addDays, localDate, localTime, momentOf } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { addDelay } from '../../../domain/time/working-time.ts';
import { aCompany } from '../../support/company.ts';

export const bavaria = aCompany();
export const berlin = aCompany({ region: 'BE' });
export const vienna = aCompany({ country: 'AT', region: '9', timeZone: 'Europe/Vienna' });
export const zurich = aCompany({ country: 'CH', region: 'ZH', timeZone: 'Europe/Zurich', currency: 'CHF' });
export const everyDay: NonNullable<Exclude<CompanyFile['workingTime'], 'always'>>['days'] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
export const always = aCompany({ workingTime: 'always' });

/** `2026-11-24 14:00` on the company's wall. */
export function at(wall: string, company: Company = bavaria): Moment {
  const [date = '', time = ''] = wall.split(' ');
  return momentOf(date, time, company.timeZone);
}

export function wall(moment: Moment, company: Company = bavaria): string {
  return `${localDate(moment, company.timeZone)} ${localTime(moment, company.timeZone)}`;
}

export function later(from: string, delay: Delay, company: Company = bavaria): string {
  return wall(addDelay(company, at(from, company), delay), company);
}

/** Every date from the first to the last. */
export function datesFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, days) => addDays(first, days));
}
