/** What a decision is made of: events before anybody said when they happened, and by whom. */
import type { LeadEvent } from './event.ts';

/** An event without the fields every event has. */
export type Draft<E extends LeadEvent = LeadEvent> = E extends LeadEvent ? Omit<E, 'at' | 'by'> : never;

/** Drops absent facts, so that events carry only what was said. */
export function given<T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
