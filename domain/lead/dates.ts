/** The dates that somebody names: which are possible, and when such a day begins. */
import type { Company } from '../business/company.ts';
import { addMonths, localDate, momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Refusal } from './command.ts';

interface DateContext {
  readonly now: Moment;
  readonly company: Company;
}

/** A typing error in a year must not put a lead off for a century. */
const maxMonthsAhead = 36;

/** The day a date begins for the business: before its digest, which tells of it. No mail leaves then: that waits for the opening. */
export function dayBegins({ timeZone }: Pick<Company, 'timeZone'>, date: string): Moment {
  return momentOf(date, '00:00', timeZone);
}

export function dateFault(
  date: string,
  field: 'visit' | 'look-again-on' | 'until',
  { now, company }: DateContext,
): Refusal | undefined {
  const today = localDate(now, company.timeZone);
  // "Later" and "look again" mean another day; a visit may be today.
  if (field === 'visit' ? date < today : date <= today) return { code: 'date-in-the-past', field };
  if (date > addMonths(today, maxMonthsAhead)) return { code: 'date-too-far', field };
  return undefined;
}

export function visitFault(startsAt: Moment, context: DateContext): Refusal | undefined {
  if (startsAt <= context.now) return { code: 'date-in-the-past', field: 'visit' };
  return dateFault(localDate(startsAt, context.company.timeZone), 'visit', context);
}
