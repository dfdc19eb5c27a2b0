import { addMinutes } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** A form that does not say when it was shown counts as one of a moment ago. */
const shownMinutes = 5;

/** When the form was shown that was sent. */
export function shownSince(typed: URLSearchParams, now: Moment): Moment {
  const shownAt = typed.get('shownAt') ?? '';
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(shownAt) && shownAt <= now;
  return isMoment ? shownAt : addMinutes(now, -shownMinutes);
}
