/** What speaks against the date of a visit: nothing forbids it, but who types it in is asked once more. */
import type { Company } from '../business/company.ts';
import { localDate, localTime } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { isHoliday, isOpen, isWorkingDay } from '../time/working-time.ts';
import { visitEnd } from './begin-cadence.ts';
import { standingVisit } from './cancelled-visit.ts';
import type { Visit } from './lead.ts';
import type { LeadSummary } from './summary.ts';

export type VisitWarning =
  | { readonly code: 'night' | 'day-off' | 'outside-hours' }
  | { readonly code: 'holiday'; readonly name: string }
  /** Another visit takes place at the same time. */
  | { readonly code: 'double-booking'; readonly other: LeadSummary };

/** Local times of a day at which nobody expects a visit. */
const nightEnds = '06:00';
const nightBegins = '21:00';

type Date = Pick<Visit, 'startsAt' | 'durationMinutes'>;

/** The warnings that the calendar of the business gives: at most one, the most surprising. */
export function warningsOfCalendar({ startsAt }: Date, company: Company): VisitWarning[] {
  const time = localTime(startsAt, company.timeZone);
  const date = localDate(startsAt, company.timeZone);
  if (time < nightEnds || time >= nightBegins) return [{ code: 'night' }];
  if (!isWorkingDay(company, date)) {
    const name = isHoliday(company, date);
    return [name === undefined ? { code: 'day-off' } : { code: 'holiday', name }];
  }
  return isOpen(company, startsAt) ? [] : [{ code: 'outside-hours' }];
}

/** The warning that another visit gives; none if it does not take place, or is over by then. */
export function warningOfOther(visit: Date, other: LeadSummary, now: Moment): VisitWarning | undefined {
  const booked = standingVisit(other, now);
  if (!booked) return undefined;
  const overlaps = booked.startsAt < visitEnd(visit) && visit.startsAt < visitEnd(booked);
  return overlaps ? { code: 'double-booking', other } : undefined;
}
