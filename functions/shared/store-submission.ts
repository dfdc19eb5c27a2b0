/** A captured submission becomes a lead, or finds the one that it repeats: at the door, and when it comes late. */
import { createHash } from 'node:crypto';
import type { Company } from '../../domain/business/company.ts';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Contact } from '../../domain/lead/contact.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { submittedWith } from '../../domain/lead/mail-files.ts';
import type { Muted, SubmittedFiles } from '../../domain/lead/origin.ts';
import type { Request } from '../../domain/lead/request.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { type ChangeLeadDeps, changeLead } from './change-lead.ts';
import { addLead, beginFirstTimer, newLead } from './new-lead.ts';

export interface StoreSubmissionDeps extends ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'add' | 'load' | 'save'>;
}

/** What the store made of a submission: the id that counts, and whether it is a new lead. */
export interface Added {
  readonly leadId: string;
  readonly created: boolean;
}

/** The lead as it was when the submission was captured, under the id that its sender was told. */
export function leadAsCaptured({ leadId, capturedAt, facts }: CapturedSubmission, company: Company): Lead {
  return newLead({ type: 'capture', id: leadId, ...facts }, capturedAt, company);
}

/** Stores the submission as a lead, unless it is known. */
export async function addSubmission(
  submission: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Added> {
  const lead = leadAsCaptured(submission, deps.company);
  const { leadId, created } = await addLead(deps, lead, submission.keys);
  deps.log.info(created ? 'Lead captured' : 'Lead repeated', { leadId, stage: lead.stage });
  return { leadId, created };
}

/**
 * What is left to do once the submission is stored: a repeat may correct its lead, and the lead gets its timer.
 * @param withheld why the first answer to a new lead must not go out by itself.
 * @returns the lead as it stands.
 */
export async function finishSubmission(
  submission: CapturedSubmission,
  { leadId, created }: Added,
  deps: StoreSubmissionDeps,
  withheld?: Muted,
): Promise<Lead> {
  const asCaptured = () => leadAsCaptured({ ...submission, leadId }, deps.company);
  const stored = !created
    ? await correct(leadId, submission, deps)
    : withheld === undefined
      ? asCaptured()
      : await withhold(leadId, withheld, deps);
  // Erased in between: nothing is left to correct.
  if (!stored) return asCaptured();
  await beginFirstTimer(deps, stored);
  return stored;
}

/** Names are sorted: a store gives them back in an order of its own. */
export function contentHash({ contact, request }: { contact: Contact; request: Request }): string {
  const text = JSON.stringify([contact, request], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

/** Before the timer begins, which would answer. */
async function withhold(leadId: string, why: Muted, deps: StoreSubmissionDeps): Promise<Lead | undefined> {
  const change = await changeLead(deps, leadId, { type: 'withhold-acknowledgement', why }, { by: 'system' });
  return 'lead' in change ? change.lead : undefined;
}

/** The same submission with other content is a correction; content that the lead has seen is only a late repeat. */
async function correct(
  leadId: string,
  { facts: { contact, request, files, by }, capturedAt }: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Lead | undefined> {
  const content = contentHash({ contact, request });
  const change = await changeLead(
    deps,
    leadId,
    { type: 'resubmit', contact, request, files, sentAt: capturedAt },
    {
      by,
      unless: ({ timeline }) =>
        timeline.some((event) => brought(event) === content) && bringsNothingNew(files, timeline),
    },
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

/** A repeat keeps the same files under the same id; this time more of them may have been kept. */
function bringsNothingNew(files: SubmittedFiles | undefined, timeline: readonly LeadEvent[]): boolean {
  if (!files || files.files.length === 0) return true;
  return timeline.some((event) => {
    const known = submittedWith(event);
    return known?.id === files.id && known.files.length >= files.files.length;
  });
}
