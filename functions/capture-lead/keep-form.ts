import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { type KeepFormAsideDeps, keepFormAside } from '../shared/keep-form-aside.ts';
import { type KeepSubmissionDeps, keepSubmission } from '../shared/keep-submission.ts';
import { contentHash, leadAsCaptured } from '../shared/store-submission.ts';
import type { JudgeFormDeps } from './judge-form.ts';

export interface CaptureLeadDeps extends KeepSubmissionDeps, KeepFormAsideDeps, JudgeFormDeps {
  readonly leads: KeepSubmissionDeps['leads'] & Pick<LeadStore, 'keepSpam'>;
  readonly company: KeepSubmissionDeps['company'];
  readonly log: KeepSubmissionDeps['log'];
  readonly ids: Ids;
}

function captured(submission: Submission, now: Moment, { ids }: CaptureLeadDeps): CapturedSubmission {
  const { submissionId, redirect: _redirect, spam: _spam, ...facts } = submission;
  return {
    schemaVersion: 1,
    leadId: ids.newLeadId(),
    capturedAt: now,
    keys: { ...(submissionId !== undefined && { submissionId }), contentHash: contentHash(submission) },
    facts,
  };
}

/**
 * Keeps what makes no lead where the owner finds it. Whoever sent it has it still, or is a robot: also if it could not be
 * kept he gets the answer he would have got.
 */
export async function keepAside(
  submission: Submission,
  reason: Parameters<typeof keepFormAside>[1],
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<Lead> {
  const kept = captured(submission, now, deps);
  try {
    return await keepFormAside(kept, reason, deps);
  } catch (error) {
    deps.log.error('Form not kept aside', error, { leadId: kept.leadId });
    return leadAsCaptured(kept, deps.company);
  }
}

/** @returns the lead, or `undefined`: nobody has the submission but its sender. */
export async function keepForm(
  submission: Submission,
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<Lead | undefined> {
  const kept = captured(submission, now, deps);
  try {
    return (await keepSubmission(kept, deps)).lead;
  } catch (error) {
    deps.log.error('Submission neither stored nor queued, its sender keeps it', error, {
      leadId: kept.leadId,
    });
    return undefined;
  }
}
