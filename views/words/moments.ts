/** Moments as the owner reads them, local to the business. */
import type { Company } from '../../domain/business/company.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { formatShortDay, formatTime } from './format.ts';

/** A moment on a list: `Mo, 23.11., 09:05 Uhr`; with the year if it is another one. */
export function shortMoment(moment: Moment, now: Moment, company: Company): string {
  return `${shortDay(moment, now, company)}, ${formatTime(moment, company.timeZone, 'de')}`;
}

/** A day on a list: `Mo, 23.11.`; with the year if it is another one. */
export function shortDay(moment: Moment, now: Moment, { timeZone }: Company): string {
  const year = localDate(moment, timeZone).slice(0, 4);
  const day = formatShortDay(moment, timeZone, 'de');
  return year === localDate(now, timeZone).slice(0, 4) ? day : `${day}${year}`;
}
