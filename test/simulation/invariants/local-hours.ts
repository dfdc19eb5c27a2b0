/** The hours in which customers get reminders, counted once more and by other means than the system counts them. */
import type { Company } from '../../../domain/business/company.ts';
import { isHoliday } from '../../../domain/time/working-time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function partsAt({ timeZone }: Company, ms: number): Readonly<Record<string, string>> {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
}

/** Monday to Friday from 8 to 18, no holiday, and on the eves of the great feasts until noon. */
export function isDecentHour(company: Company, ms: number): boolean {
  const { weekday = '', year, month, day, hour } = partsAt(company, ms);
  if (['Sat', 'Sun'].includes(weekday)) return false;
  if (isHoliday(company, `${year}-${month}-${day}`) !== undefined) return false;
  const isEve = month === '12' && (day === '24' || day === '31');
  return Number(hour) >= 8 && Number(hour) < (isEve ? 12 : 18);
}

export function formatDateTime(company: Company, ms: number): string {
  const { weekday, year, month, day, hour, minute } = partsAt(company, ms);
  return `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
}
