/** The timeline without what was taken back. */
import type { EventOf, LeadEvent } from './event.ts';

const isUndone = (event: LeadEvent): event is EventOf<'undone'> => event.type === 'undone';

/** Did somebody take this back? */
export function takenBack(timeline: readonly LeadEvent[]): (event: LeadEvent) => boolean {
  const moments = new Set(timeline.filter(isUndone).map(({ doneAt }) => doneAt));
  return ({ at, by, type }) => by === 'owner' && type !== 'undone' && moments.has(at);
}

/** Of a step that was taken back nothing is left: neither what was done, nor that it was taken back. */
export function standingEvents(timeline: readonly LeadEvent[]): readonly LeadEvent[] {
  if (!timeline.some(isUndone)) return timeline;
  const isBack = takenBack(timeline);
  return timeline.filter((event) => !isUndone(event) && !isBack(event));
}
