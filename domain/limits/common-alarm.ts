/** When several emergencies that nobody has taken on ring as one, and how often. */
import { addMinutes, earlierOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { limits } from './figures.ts';

/** The one alarm for several, as it rang last. */
export interface CommonAlarm {
  /** From 1 on. */
  readonly rings: number;
  readonly rangAt: Moment;
}

interface Ringing {
  readonly leadId: string;
  readonly since: Moment;
  readonly trusted: boolean;
}

/**
 * Does this one ring by itself, beside the others? Strangers together have three; whoever is proven or known is counted among
 * his like only, so that a flood of strangers never drowns him.
 */
export function ringsAlone(leadId: string, ringing: readonly Ringing[]): boolean {
  const own = ringing.find((one) => one.leadId === leadId);
  const rivals = own?.trusted ? ringing.filter(({ trusted }) => trusted) : ringing;
  return rivals.length <= limits.alarms.alone;
}

/**
 * When all of them ring again.
 * @param alarm `undefined`: they have not yet, so it is now.
 * @param newestSince when the newest of them began to ring.
 */
export function ringsAgainAt(alarm: CommonAlarm | undefined, newestSince: Moment, now: Moment): Moment {
  if (!alarm) return now;
  const { backOffMinutes, newsWithinMinutes } = limits.alarms;
  const minutes = backOffMinutes[Math.min(alarm.rings, backOffMinutes.length) - 1] ?? newsWithinMinutes;
  const next = addMinutes(alarm.rangAt, minutes);
  return newestSince > alarm.rangAt ? earlierOf(next, addMinutes(alarm.rangAt, newsWithinMinutes)) : next;
}
