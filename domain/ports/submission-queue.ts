import type { CapturedSubmission } from '../capture/captured-submission.ts';

/** Where a submission waits that could not be stored: whoever sent it was told that it is kept. */
export interface SubmissionQueue {
  /**
   * Keeps the submission until it is stored, for two weeks at least.
   * @throws Error it may not be kept: nobody must be told that it is.
   */
  put(submission: CapturedSubmission): Promise<void>;
}
