/** What speaks against the date of a visit, before it stands or, where nobody can be asked, behind it. */
import type { MoveFacts } from '../../domain/lead/command.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { warningOfOther, warningsOfCalendar } from '../../domain/lead/visit-warnings.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { PageContext } from '../../views/page/lead-parts.ts';
import type { WarnedVisit } from '../../views/page/warned-visit.ts';

export interface WarnOfVisitDeps {
  readonly leads: Pick<LeadStore, 'eachOpen' | 'eachInAftercare'>;
}

/** The date that was typed, as the form sends it along once its warnings were shown. */
const dateInForm = ({ startsAt, durationMinutes }: NonNullable<MoveFacts['visit']>): string =>
  `${startsAt}/${durationMinutes}`;

/**
 * What speaks against the date of a visit: the calendar of the business, and other visits at that time.
 * @param confirmed the date whose warnings were shown before.
 * @param isOwn the request whose visit it is: that one is no other.
 * @returns `undefined`: nothing does.
 */
export async function warnOfVisit(
  visit: MoveFacts['visit'],
  confirmed: string | null,
  isOwn: (lead: LeadSummary) => boolean,
  { leads }: WarnOfVisitDeps,
  { company, now }: Pick<PageContext, 'company' | 'now'>,
): Promise<WarnedVisit | undefined> {
  // What is over is refused.
  if (!visit || visit.startsAt <= now || confirmed === dateInForm(visit)) return undefined;
  const warnings = warningsOfCalendar(visit, company);
  for (const list of [leads.eachOpen(), leads.eachInAftercare()]) {
    for await (const other of list) {
      const warning = isOwn(other) ? undefined : warningOfOther(visit, other, now);
      if (warning) warnings.push(warning);
    }
  }
  return warnings.length > 0 ? { warnings, date: dateInForm(visit) } : undefined;
}
