import type { Moment } from '../../domain/time/moment.ts';

/** When an item may go that is kept so many days from a moment on: in epoch seconds, as its time to live wants it. */
export const expiryAfter = (at: Moment, days: number): number =>
  Math.floor(Date.parse(at) / 1000) + days * 86_400;
