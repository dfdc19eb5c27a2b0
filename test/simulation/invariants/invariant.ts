/** What must hold in every world, and what is looked at to see whether it does. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Book } from '../book.ts';
import { hourMs } from '../engine/plan.ts';
import type { Tapped } from '../people/pages.ts';
import type { Cloud } from '../platform/cloud.ts';
import type { SentMail } from '../platform/post.ts';

export interface Seen {
  readonly cloud: Cloud;
  readonly book: Book;
  readonly nowMs: number;
}

/** A rule, in one sentence, and when it is looked at. A check gives a sentence for each case that breaks the rule. */
export type Invariant = {
  readonly name: string;
  readonly says: string;
} & (
  | {
      readonly when: 'calm';
      readonly check: (seen: Seen) => Iterable<string> | AsyncIterable<string>;
    }
  | { readonly when: 'mail'; readonly check: (sent: SentMail, seen: Seen) => Iterable<string> }
  | { readonly when: 'tap'; readonly check: (tapped: Tapped, seen: Seen) => Iterable<string> }
);

/** A mail that came in is settled by then: three tries, six minutes apart, and what was late on its way. In milliseconds. */
export const mailSettledMs = 2 * hourMs;

type Event = Lead['timeline'][number];

/** All leads as they are stored, with all that ever happened to them. */
export function leadsIn({ table }: Pick<Cloud, 'table'>): readonly Lead[] {
  const archived = new Map<string, { readonly from: number; readonly timeline: readonly Event[] }[]>();
  const leads: Lead[] = [];
  for (const item of table.all()) {
    if (!item.pk.startsWith('LEAD#')) continue;
    if (item.sk === 'LEAD') leads.push(item as unknown as Lead);
    else if (Array.isArray(item.timeline)) {
      const id = item.pk.slice('LEAD#'.length);
      archived.set(id, [...(archived.get(id) ?? []), item as never]);
    }
  }
  return leads.map((lead) => {
    const { id, archivedEvents = 0 } = lead;
    if (archivedEvents === 0) return lead;
    // A write that failed half-way leaves events that the lead has still.
    const earlier: Event[] = [];
    for (const { from, timeline } of archived.get(id) ?? []) {
      timeline.forEach((event, at) => {
        if (from + at < archivedEvents) earlier[from + at] = event;
      });
    }
    return { ...lead, timeline: [...earlier.filter(Boolean), ...lead.timeline] };
  });
}

/** @returns `undefined`: there is none. */
export function leadIn({ table }: Pick<Cloud, 'table'>, leadId: string): Lead | undefined {
  return table.peek({ pk: `LEAD#${leadId}`, sk: 'LEAD' }) as unknown as Lead | undefined;
}

/** What the system notes of its own work: nothing that happened to a lead in the eyes of people. */
const ownWork: readonly Event['type'][] = [
  'acknowledged',
  'owner-alerted',
  'follow-up-sent',
  'owner-chased',
  'owner-informed',
  'mail-uncertain',
  'mail-rejected',
  'mail-refused',
  'stalled',
  'cadence-ended',
  'timer-renewed',
  'person-recognised',
  'request-followed',
  'mail-noted',
  'acknowledgement-withheld',
];

/** Nor does a note of the business tell anybody else anything. */
const isKnownToPeople = ({ type }: Event): boolean => type !== 'noted' && !ownWork.includes(type);

/** Whether something happened to a lead that people know of, in a span of time. */
export const happened = (lead: Lead, fromMs: number, untilMs: number): boolean =>
  lead.timeline.some((event) => {
    const atMs = Date.parse(event.at);
    return isKnownToPeople(event) && atMs >= fromMs && atMs <= untilMs;
  });

export const isErased = ({ timeline }: Lead): boolean => timeline.some(({ type }) => type === 'erased');

/** In local words of the story. */
export const moment = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
