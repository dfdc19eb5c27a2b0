import { createHash } from 'node:crypto';
import type { Company } from '../../domain/company.ts';
import type { Contact, Lead, LeadEvent, Request } from '../../domain/lead.ts';
import type { Clock, Ids, LeadStore, Moment, Workflow } from '../../domain/ports.ts';
import type { Submission } from '../../domain/recognise.ts';
import { changeLead } from '../shared/change-lead.ts';
import type { Log } from '../shared/logger.ts';
import type { Metrics } from '../shared/metrics.ts';
import { addLead, beginFirstTimer, newLead } from '../shared/new-lead.ts';

export interface CaptureLeadDeps {
  readonly leads: Pick<LeadStore, 'add' | 'load' | 'save' | 'keepSpam'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly company: Company;
  readonly metrics: Metrics;
  readonly log: Log;
}

function leadOf(submission: Submission, now: Moment, { ids, company }: CaptureLeadDeps): Lead {
  const { submissionId: _id, redirect: _redirect, spam: _spam, ...facts } = submission;
  return newLead({ type: 'capture', id: ids.newLeadId(), ...facts }, now, company);
}

/** A robot gets the answer it would get as a person. */
export async function keepSpam(submission: Submission, now: Moment, deps: CaptureLeadDeps): Promise<Lead> {
  const lead = leadOf(submission, now, deps);
  await deps.leads.keepSpam({ ...lead, spam: true });
  deps.log.info('Spam kept aside', { leadId: lead.id });
  return lead;
}

/**
 * Stores the submission as a lead and starts its workflow, or finds the lead that it repeats.
 * @returns the lead as it stands.
 */
export async function storeSubmission(
  submission: Submission,
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<Lead> {
  const lead = leadOf(submission, now, deps);
  const { leadId, created } = await addLead(deps, lead, {
    submissionId: submission.submissionId,
    contentHash: contentHash(submission),
  });
  deps.log.info(created ? 'Lead captured' : 'Lead repeated', { leadId, stage: lead.stage });
  const stored = created ? { ...lead, id: leadId } : await correct(leadId, submission, deps);
  // Erased in between: nothing is left to correct.
  if (!stored) return lead;
  await beginFirstTimer(deps, stored);
  return stored;
}

/** Names are sorted: a store gives them back in an order of its own. */
function contentHash({ contact, request }: { contact: Contact; request: Request }): string {
  const text = JSON.stringify([contact, request], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

/** The same submission with other content is a correction; content that the lead has seen is only a late repeat. */
async function correct(
  leadId: string,
  { contact, request }: Submission,
  deps: CaptureLeadDeps,
): Promise<Lead | undefined> {
  const content = contentHash({ contact, request });
  const change = await changeLead(
    deps,
    leadId,
    { type: 'resubmit', contact, request },
    { by: 'customer', unless: ({ timeline }) => timeline.some((event) => brought(event) === content) },
  );
  if (change.outcome === 'refused' && change.refusal.code !== 'already-done') {
    deps.log.warn('Correction refused', { leadId, code: change.refusal.code });
  }
  return 'lead' in change ? change.lead : undefined;
}

/** The content that came with an event, if any did. */
function brought(event: LeadEvent): string | undefined {
  return event.type === 'captured' || event.type === 'resubmitted' ? contentHash(event) : undefined;
}
