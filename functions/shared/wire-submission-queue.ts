import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';
import { onFirstUse } from './on-first-use.ts';

/** Only for what the table does not take. */
export function wireSubmissionQueue(env: { readonly SUBMISSION_QUEUE_URL: string }): SubmissionQueue {
  return onFirstUse(async () => {
    const [{ sqsClient }, { sqsSubmissionQueue }] = await Promise.all([
      import('../../adapters/sqs/sqs-client.ts'),
      import('../../adapters/sqs/submission-queue.ts'),
    ]);
    return sqsSubmissionQueue({ client: sqsClient(), queueUrl: env.SUBMISSION_QUEUE_URL });
  });
}
