import type { LeadEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import type { Lead } from './lead.ts';
import { sortedText } from './repeat.ts';

/** Would the lead stand as it stands, but for its timer and its timeline? Then nothing needs to be said or sent because of it. */
export const changesNothing = (lead: Lead, events: readonly LeadEvent[]): boolean =>
  sortedText(standOf(lead)) === sortedText(standOf(evolveAll(lead, events)));

function standOf(lead: Lead): object {
  const {
    timeline: _timeline,
    movedAt: _movedAt,
    generation: _g,
    standsSince: _s,
    dueAt: _dueAt,
    reminders: _reminders,
    undoable: _undoable,
    ...rest
  } = lead;
  return { ...rest, cadence: rest.cadence && { ...rest.cadence, generation: undefined } };
}
