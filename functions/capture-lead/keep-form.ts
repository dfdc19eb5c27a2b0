import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { type KeepSubmissionDeps, keepSubmission } from '../shared/keep-submission.ts';
import { leadAsCaptured } from '../shared/store-submission.ts';
import { submissionKeys } from '../shared/submission-keys.ts';

export interface CaptureLeadDeps extends KeepSubmissionDeps {
  readonly leads: KeepSubmissionDeps['leads'] & Pick<LeadStore, 'keepSpam'>;
  readonly ids: Ids;
}

function captured(submission: Submission, now: Moment, { ids }: CaptureLeadDeps): CapturedSubmission {
  const { submissionId: _submissionId, redirect: _redirect, spam: _spam, ...facts } = submission;
  return {
    schemaVersion: 1,
    leadId: ids.newLeadId(),
    capturedAt: now,
    keys: submissionKeys(submission),
    facts,
  };
}

/** A robot gets the answer it would get as a person, also if its text could not be kept: nobody misses it. */
export async function keepSpam(submission: Submission, now: Moment, deps: CaptureLeadDeps): Promise<Lead> {
  const lead = leadAsCaptured(captured(submission, now, deps), deps.company);
  try {
    await deps.leads.keepSpam({ ...lead, spam: true });
    deps.log.info('Spam kept aside', { leadId: lead.id });
  } catch (error) {
    deps.log.error('Spam not kept', error, { leadId: lead.id });
  }
  return lead;
}

/**
 * @returns what its sender is told: the lead that counts as if there were only what he just sent, for whoever guesses an id
 *   and an address must not learn what is known of them. `undefined`: nobody has the submission but its sender.
 */
export async function keepForm(
  submission: Submission,
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<Lead | undefined> {
  const kept = captured(submission, now, deps);
  try {
    const { lead } = await keepSubmission(kept, deps);
    return leadAsCaptured({ ...kept, leadId: lead.id }, deps.company);
  } catch (error) {
    deps.log.error('Submission neither stored nor queued, its sender keeps it', error, {
      leadId: kept.leadId,
    });
    return undefined;
  }
}
