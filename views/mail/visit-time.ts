/** When a visit is, as people say it. */

import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead, Visit } from '../../domain/lead/lead.ts';
import { addDays, localDate, localTime } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { formatShortDay, formatTime, nearDay } from '../words/format.ts';

/**
 * The planned visit of a lead.
 * @throws Error there is none: nobody should have asked for this mail.
 */
export function visitOf(lead: Lead): Visit {
  if (!lead.visit) throw new Error(`Lead ${lead.id} has no visit`);
  return lead.visit;
}

/** `Morgen 14:00`, or `Mo, 30.11., 14:00` where it is further away: for the subject of a reminder. */
export function visitTimeAhead(visit: Visit, company: Company, now: Moment, language: Language): string {
  const today = localDate(now, company.timeZone);
  const day = localDate(visit.startsAt, company.timeZone);
  const near = nearDay([today, addDays(today, 1)].indexOf(day), language);
  const time = localTime(visit.startsAt, company.timeZone);
  if (near === undefined) return `${formatShortDay(visit.startsAt, company.timeZone, language)}, ${time}`;
  return `${near.charAt(0).toUpperCase()}${near.slice(1)} ${time}`;
}

/** `morgen, Di, 1.12., 10:00 Uhr`, or without the first word: for subjects. */
export function visitTimeBriefly(
  visit: Pick<Visit, 'startsAt'>,
  company: Company,
  now: Moment,
  language: Language,
): string {
  const today = localDate(now, company.timeZone);
  const day = localDate(visit.startsAt, company.timeZone);
  const daysAhead = [today, addDays(today, 1)].indexOf(day);
  return [
    nearDay(daysAhead, language),
    formatShortDay(visit.startsAt, company.timeZone, language),
    formatTime(visit.startsAt, company.timeZone, language),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
