/** When several emergencies that nobody has taken on ring as one, and how often. */
import type { Company } from '../business/company.ts';
import { addServiceMinutes, takesEmergenciesAt } from '../business/people.ts';
import { afterTheAlarm } from '../lead/cadence.ts';
import { earlierOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { addDelay } from '../time/working-time.ts';
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

/** What the next ringing is counted as: one that tells of news rings on as if not much time had gone by. */
export function ringsNext(alarm: CommonAlarm | undefined, newestSince: Moment, now: Moment): CommonAlarm {
  const rings = (alarm?.rings ?? 0) + 1;
  const tellsNews = alarm !== undefined && newestSince > alarm.rangAt;
  return { rings: tellsNews ? Math.min(rings, limits.alarms.onCall + 1) : rings, rangAt: now };
}

/**
 * When all of them ring again.
 * @param alarm `undefined`: they have not yet, so it is now.
 * @param newestSince when the newest of them began to ring.
 */
export function ringsAgainAt(
  company: Company,
  alarm: CommonAlarm | undefined,
  newestSince: Moment,
  now: Moment,
): Moment {
  if (!alarm) return takesEmergenciesAt(company, now);
  const { backOffMinutes, newsWithinMinutes } = limits.alarms;
  const minutes = backOffMinutes[alarm.rings - 1];
  const next =
    minutes === undefined
      ? addDelay(company, alarm.rangAt, afterTheAlarm)
      : addServiceMinutes(company, alarm.rangAt, minutes);
  return newestSince > alarm.rangAt
    ? earlierOf(next, addServiceMinutes(company, alarm.rangAt, newsWithinMinutes))
    : next;
}
