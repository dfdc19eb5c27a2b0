import type { Clock } from '../../domain/ports/clock.ts';

/** The time of the machine. */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() };
}
