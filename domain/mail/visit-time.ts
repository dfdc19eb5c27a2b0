/** When a visit is, as people say it. */
import type { Company } from '../company.ts';
import { formatDay, formatShortDay, formatTime } from '../display.ts';
import type { Language, Lead, Visit } from '../lead.ts';
import { addDays, localDate } from '../local-time.ts';
import type { Moment } from '../ports.ts';

/**
 * The planned visit of a lead.
 * @throws Error there is none: nobody should have asked for this mail.
 */
export function visitOf(lead: Lead): Visit {
  if (!lead.visit) throw new Error(`Lead ${lead.id} has no visit`);
  return lead.visit;
}

/** `Dienstag, 1. Dezember 2026, 10:00 Uhr`. */
export function visitTime(visit: Visit, company: Company, language: Language): string {
  return `${formatDay(visit.startsAt, company.timeZone, language)}, ${formatTime(visit.startsAt, company.timeZone, language)}`;
}

/** `morgen, Di, 1.12., 10:00 Uhr`, or without the first word: for subjects. */
export function visitTimeBriefly(visit: Visit, company: Company, now: Moment, language: Language): string {
  const today = localDate(now, company.timeZone);
  const day = localDate(visit.startsAt, company.timeZone);
  const near: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
    [today]: { de: 'heute', en: 'today' },
    [addDays(today, 1)]: { de: 'morgen', en: 'tomorrow' },
  };
  return [
    near[day]?.[language],
    formatShortDay(visit.startsAt, company.timeZone, language),
    formatTime(visit.startsAt, company.timeZone, language),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
