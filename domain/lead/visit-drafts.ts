/** Visits as events of their lead. */
import type { Moment } from '../time/moment.ts';
import { standingVisit } from './cancelled-visit.ts';
import type { MoveFacts } from './command.ts';
import type { Draft } from './draft.ts';
import type { Lead } from './lead.ts';

/** A visit with this date: another date of the one that is ahead, or a new one. */
export function visitDraft(lead: Lead, visit: NonNullable<MoveFacts['visit']>, now: Moment): Draft {
  const before = standingVisit(lead, now);
  return before
    ? { type: 'visit-moved', ...visit, from: before.startsAt }
    : { type: 'visit-planned', ...visit };
}

/** None: no visit is ahead. */
export function cancellation(lead: Lead, { now }: { readonly now: Moment }): Draft[] {
  const visit = standingVisit(lead, now);
  return visit ? [{ type: 'visit-cancelled', startsAt: visit.startsAt }] : [];
}
