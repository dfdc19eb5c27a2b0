/** What is counted of a business: the figures behind its dashboard and its alarms. */

import type { LeadEvent } from '../lead/event.ts';
import type { Lead } from '../lead/lead.ts';
import { pipeline } from '../lead/pipeline.ts';
import { millisecondsBetween } from '../time/local-time.ts';

/**
 * Every metric with its unit as CloudWatch names it. Ten at most beside the rare ones: so many custom metrics of an account are
 * free, each further one costs 0.30 USD a month.
 */
export const metricUnits = {
  /** Leads by form, mail or call, each once; spam is none. */
  Captured: 'Count',
  /** Acknowledgements that went out to customers. */
  Answered: 'Count',
  /** Acknowledgements that wait for the owner because too much came at once. */
  Withheld: 'Count',
  /** Mails to customers after that: reminders, and what is sent around a visit. */
  FollowUps: 'Count',
  /** Leads whose customer can no longer be mailed, because a mail came back. */
  Bounces: 'Count',
  /** Times that mails were held because the provider takes none from us, or none to the owner. */
  MailsHeld: 'Count',
  /** Leads whose customer called a mail of ours spam. */
  Complaints: 'Count',
  /** By the clock, from the request to the owner's first step towards the customer. CloudWatch has no minutes. */
  FirstContactMinutes: 'None',
  /** Runs of the digest that came to their end, also those with nothing to say. */
  DigestRuns: 'Count',
  DigestsSent: 'Count',
  /** Sources that are silent for much longer than usual, as the digest of the day found them. */
  SilentSources: 'Count',
  /** Leads whose timer was lost and has been given back. */
  Reconciled: 'Count',
} as const;
export type Metric = keyof typeof metricUnits;

/** A metric is billed by the hours in which it is counted: these are in a flood only, or while our sender is out of order. */
export const rareMetrics: readonly Metric[] = ['Withheld', 'MailsHeld'];

export const metricNamespace = 'Nachfass';
/** The one dimension: tells apart the deployments of an account. Each further one would multiply the metrics. */
export const metricDimension = 'deployment';

export interface Measurement {
  readonly metric: Metric;
  readonly value: number;
}

/** Events that are counted each time one is stored. */
const counted: Partial<Record<LeadEvent['type'], Metric>> = {
  captured: 'Captured',
  acknowledged: 'Answered',
  'acknowledgement-withheld': 'Withheld',
  'follow-up-sent': 'FollowUps',
  'mail-bounced': 'Bounces',
  complained: 'Complaints',
  'timer-renewed': 'Reconciled',
};

/**
 * What there is to measure in events that were stored just now.
 * @param before the lead before them; absent: they made it.
 */
export function measure(before: Lead | undefined, events: readonly LeadEvent[]): readonly Measurement[] {
  const counts = events.flatMap((event): Measurement[] => {
    const metric = isClaimOrOldNews(event) ? undefined : counted[event.type];
    const crowded = event.type === 'captured' && event.muted === 'crowded-network';
    return [
      ...(metric === undefined ? [] : [{ metric, value: 1 }]),
      ...(crowded ? [{ metric: 'Withheld', value: 1 } as const] : []),
    ];
  });
  const contact = before && !hadContact(before) ? events.find(isContact) : undefined;
  if (!before || !contact) return counts;
  const value = millisecondsBetween(before.capturedAt, contact.at) / 60_000;
  return [...counts, { metric: 'FirstContactMinutes', value }];
}

/** What anybody can write, and what was counted when it happened, would make the figure worth nothing. */
const isClaimOrOldNews = (event: LeadEvent): boolean =>
  ('reported' in event && event.reported !== undefined) ||
  ('knownSince' in event && event.knownSince !== undefined);

/** A full timeline has lost its oldest events, and with them whether there was contact: too late to measure it. */
function hadContact({ timeline, archivedEvents = 0 }: Lead): boolean {
  return archivedEvents > 0 || timeline.some(isContact);
}

/** A call that the owner noted was a contact already; that a lead is in progress is none yet. */
function isContact(event: LeadEvent): boolean {
  if (event.by !== 'owner') return false;
  switch (event.type) {
    case 'captured':
    case 'contact-attempted':
    case 'owner-replied':
    case 'visit-planned':
    case 'confirmed':
      return true;
    case 'moved':
      return pipeline[event.to].group !== 'lead';
    default:
      return false;
  }
}
