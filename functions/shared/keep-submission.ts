/** How a door keeps a submission: stored at once, or in a queue until it can be stored. */
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';
import {
  addSubmission,
  finishSubmission,
  leadAsCaptured,
  type StoreSubmissionDeps,
} from './store-submission.ts';
import { within } from './within.ts';

export interface KeepSubmissionDeps extends StoreSubmissionDeps {
  readonly submissions: SubmissionQueue;
}

/**
 * So long the store may take; then the queue has its turn. A table that does not answer has failed by then: three tries
 * of 2 s and their pauses (`adapters/dynamodb/table.ts`). One that answers each call with its last try only would
 * otherwise use up the 28 s that a function has before it must answer.
 *
 * The longest wait: 1 s of cold start, 8 s for files (`keep-files.ts`), 8 s here, 2 tries of 3 s for the queue
 * (`adapters/sqs/submission-queue.ts`), and the answer is out after 24 s; the HTTP API gives up after 30.
 */
const storingMillis = 8_000;

/**
 * Told to whoever must send it again: long enough for a fault that passes by itself, short enough for somebody who waits in
 * front of the form.
 */
export const retryAfter = { 'retry-after': '60' } as const;

/** Neither the store nor the queue has it. Whoever sent it must be told, and keep the text. */
export class NotKept extends Error {}

/** A submission that is kept. */
export interface KeptSubmission {
  /** As stored, or as it will be. */
  readonly lead: Lead;
  readonly created: boolean;
  /** It lies in the queue, and no store knows it yet. */
  readonly queued: boolean;
}

/**
 * Keeps a submission for good. Whatever keeps it from being stored, a fault of our own program too, is logged as an error
 * and costs time, not the submission. A store that was only slow may still finish: both ways end under one id.
 * @param withheld why its first answer must not go out by itself, as it turns out beside the storing; never rejects.
 * @throws NotKept
 */
export async function keepSubmission(
  submission: CapturedSubmission,
  deps: KeepSubmissionDeps,
  withheld: Promise<Muted | undefined> = Promise.resolve(undefined),
): Promise<KeptSubmission> {
  let { leadId } = submission;
  const store = async () => {
    const [added, why] = await Promise.all([addSubmission(submission, deps), withheld]);
    leadId = added.leadId;
    return { lead: await finishSubmission(submission, added, deps, why), created: added.created };
  };
  try {
    return { ...(await within(storingMillis, store())), queued: false };
  } catch (error) {
    deps.log.error('Submission not stored, it goes into the queue', error, { leadId });
    // As far as it is known by now: the queue waits for nothing.
    const muted = await Promise.race([withheld, undefined]);
    const facts = { ...submission.facts, ...(muted !== undefined && { muted }) };
    const known = { ...submission, leadId, facts };
    const lead = leadAsCaptured(known, deps.company);
    await deps.submissions.put(known).catch((cause: unknown) => {
      throw new NotKept('Neither stored nor queued', { cause });
    });
    return { lead, created: true, queued: true };
  }
}
