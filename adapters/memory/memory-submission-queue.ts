import {
  type CapturedSubmission,
  capturedSubmissionSchema,
  serialiseSubmission,
} from '../../domain/capture/captured-submission.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';

export interface MemorySubmissionQueue extends SubmissionQueue {
  /** What lies in the queue, in the order it came. */
  all(): CapturedSubmission[];
}

/** Submissions in memory. Kept as text, as a real queue does. */
export function memorySubmissionQueue(): MemorySubmissionQueue {
  const messages: string[] = [];
  const read = (text: string): CapturedSubmission => capturedSubmissionSchema.parse(JSON.parse(text));
  return {
    async put(submission) {
      messages.push(serialiseSubmission(submission));
    },
    all: () => messages.map(read),
  };
}
