import { createHash } from 'node:crypto';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { SubmittedFiles } from '../../domain/lead/origin.ts';
import { contentHash } from '../shared/submission-keys.ts';
import type { HookArrival } from './arrival.ts';

interface CapturedAs {
  readonly leadId: string;
  /** Which of several in one body; default: the only one. */
  readonly index?: number;
  /** What makes it the same as another, where that is not all that was sent. */
  readonly keys?: CapturedSubmission['keys'];
  readonly relatedTo?: string | undefined;
  readonly files?: SubmittedFiles | undefined;
  /** Default: the secret in the address proves it. */
  readonly proven?: boolean;
}

/** A submission as it is stored. */
export function asCaptured(
  arrival: HookArrival,
  submission: Submission,
  { leadId, index = 0, keys, relatedTo, files, proven = true }: CapturedAs,
): CapturedSubmission {
  // No robot knows the secret, and nobody is led on from here.
  const { submissionId, redirect: _redirect, spam: _spam, ...facts } = submission;
  return {
    schemaVersion: 1,
    leadId,
    capturedAt: arrival.at,
    keys: keys ?? {
      submissionId: idOf(arrival, submissionId, index),
      contentHash: contentHash(submission),
    },
    facts: {
      ...facts,
      ...(proven && { proof: 'hook' as const }),
      ...(relatedTo !== undefined && { relatedTo }),
      ...(files && { files }),
    },
  };
}

/**
 * By its sender's own id if there is one, else by the whole body, which a program that tries again does not change. It does so
 * within the hour; later the same words are a person who asks once more.
 */
function idOf({ hook, request, at }: HookArrival, own: string | undefined, index: number): string {
  const hour = at.slice(0, 'yyyy-mm-ddThh'.length);
  const id = own ?? `${createHash('sha256').update(request.body).digest('hex')}-${hour}`;
  return `hook-${hook.id}-${id}${index === 0 ? '' : `-${index}`}`;
}
