import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { RecogniseContext, Submission } from '../../domain/capture/recognise.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { FormFile } from '../shared/form-files.ts';
import { type KeepFilesDeps, keepFiles } from '../shared/keep-files.ts';
import { asUntouched, type KeepFormAsideDeps, keepFormAside } from '../shared/keep-form-aside.ts';
import { type KeepSubmissionDeps, keepSubmission } from '../shared/keep-submission.ts';
import { leadAsCaptured } from '../shared/store-submission.ts';
import { submissionKeys } from '../shared/submission-keys.ts';
import type { JudgeFormDeps } from './judge-form.ts';
import { countedAs, markCrowded, whyCrowded } from './why-crowded.ts';

export interface CaptureLeadDeps extends KeepSubmissionDeps, KeepFormAsideDeps, KeepFilesDeps, JudgeFormDeps {
  readonly leads: KeepSubmissionDeps['leads'] & Pick<LeadStore, 'keepSpam'>;
  readonly company: KeepSubmissionDeps['company'];
  readonly log: KeepSubmissionDeps['log'];
  readonly ids: Ids;
  readonly limits: Pick<Limits, 'countContact' | 'isSpent'>;
}

/** A form that was understood, and the files that came with it. */
export interface Form {
  readonly submission: Submission;
  readonly files: readonly FormFile[];
}

/** What became of it. */
export interface KeptForm {
  readonly lead: Lead;
  /** Names of files that could not be kept. */
  readonly lost: readonly string[];
}

/** Keeps its files first: what is stored of it refers to them. */
async function captured(
  { submission, files: sent }: Form,
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<CapturedSubmission> {
  const { submissionId: _submissionId, redirect: _redirect, spam: _spam, ...facts } = submission;
  const keys = submissionKeys(submission);
  const files = await keepFiles(sent, seedOf(submission, keys, now), deps);
  return {
    schemaVersion: 1,
    leadId: deps.ids.newLeadId(),
    capturedAt: now,
    keys,
    facts: { ...facts, ...(files && { files }) },
  };
}

/**
 * As a repeat is told from a new request (`submission-claims.ts`): by the sender's id and the same contact, else by the same
 * content within minutes.
 */
function seedOf(
  { contact }: Submission,
  { submissionId, contentHash }: CapturedSubmission['keys'],
  now: Moment,
): string {
  const tenMinutes = now.slice(0, 'YYYY-MM-DDTHH:M'.length);
  return submissionId === undefined
    ? JSON.stringify([contentHash, tenMinutes])
    : JSON.stringify([submissionId, contact.email, contact.phone]);
}

const lostOf = ({ facts }: CapturedSubmission): readonly string[] => facts.files?.lost ?? [];

/**
 * Keeps what makes no lead where the owner finds it.
 * @returns `undefined`: it could not be kept, and nobody has it but its sender. What looks like a robot may be a person.
 */
export async function keepAside(
  form: Form,
  reason: Parameters<typeof keepFormAside>[1],
  now: Moment,
  deps: CaptureLeadDeps,
): Promise<KeptForm | undefined> {
  const kept = await captured(form, now, deps);
  try {
    return { lead: await keepFormAside(kept, reason, deps), lost: lostOf(kept) };
  } catch (error) {
    deps.log.error('Form not kept aside', error, { leadId: kept.leadId });
    return undefined;
  }
}

/**
 * Keeps a body that nothing was understood of.
 * @throws Error it could not be stored: nobody has it but its sender.
 */
export async function keepUntouched(
  body: Buffer,
  context: RecogniseContext,
  deps: CaptureLeadDeps,
): Promise<void> {
  const form = { submission: asUntouched(body, context), files: [] };
  await keepFormAside(await captured(form, context.now, deps), 'unread-form', deps);
}

/**
 * @param sourceIp the address that it came from.
 * @returns what its sender is told: the lead that counts as if there were only what he just sent, for whoever guesses an id
 *   and an address must not learn what is known of them. `undefined`: nobody has the submission but its sender.
 */
export async function keepForm(
  form: Form,
  now: Moment,
  sourceIp: string,
  deps: CaptureLeadDeps,
): Promise<KeptForm | undefined> {
  const counted = countedAs(form.submission, sourceIp);
  const kept = markCrowded(await captured(form, now, deps), counted, deps);
  try {
    const { lead, created } = await keepSubmission(kept, deps, whyCrowded(kept, counted, deps));
    const told = created ? lead : leadAsCaptured({ ...kept, leadId: lead.id }, deps.company);
    return { lead: told, lost: lostOf(kept) };
  } catch (error) {
    deps.log.error('Submission neither stored nor queued, its sender keeps it', error, {
      leadId: kept.leadId,
    });
    return undefined;
  }
}
