/** Leads in number: each with an id of its own, at moments that are easy to compare. */
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { SubmissionKeys } from '../../domain/ports/lead-store.ts';
import { aLead } from '../support/a-lead.ts';

export const capturedAt = '2026-11-23T08:00:00.000Z';

/** A lead with an id of its own, as captured. */
export function leadNumber(number: number, overrides: Partial<Lead> = {}): Lead {
  const id = String(number).padStart(10, '0');
  const { contact, request } = { ...aLead(), ...overrides };
  const timeline = aLead().timeline.map((event) =>
    event.type === 'captured' ? { ...event, id, contact, request } : event,
  );
  return aLead({ id, timeline, ...overrides });
}

/** Without the mark of the search, which some stores set. */
export function unmarked(lead: Lead): Lead;
export function unmarked(lead: Lead | undefined): Lead | undefined;
export function unmarked(lead: Lead | undefined): Lead | undefined {
  if (!lead) return undefined;
  const { indexed: _, ...rest } = lead;
  return rest;
}

/** A submission that nobody else sends. */
export function ownSubmission(lead: Lead): SubmissionKeys {
  return { contentHash: `content-of-${lead.id}` };
}

export function minutesLater(minutes: number, moment = capturedAt): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

export const chases = (count: number, first = 1): LeadEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'owner-chased',
    at: minutesLater(first + index),
    by: 'system',
    mail: 'service',
    number: first + index,
    key: `g1#service#${first + index}`,
    cadence: 'service',
  }));

export const won = (closedAt: string): Partial<Lead> => ({
  stage: 'won',
  waitsFor: 'nobody',
  stageSince: closedAt,
  closedAt,
  cadence: undefined,
});
export const lost = (closedAt: string): Partial<Lead> => ({ ...won(closedAt), stage: 'lost' });
export const sleeping = (dueAt: string): Partial<Lead> => ({
  stage: 'unqualified',
  waitsFor: 'nobody',
  dueAt,
});

export const idsOf = (leads: readonly { id: string }[]) => leads.map(({ id }) => id);
