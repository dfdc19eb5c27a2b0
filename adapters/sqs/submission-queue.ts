import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { serialiseSubmission } from '../../domain/capture/captured-submission.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';

/**
 * Submissions in a queue of SQS. A repeat whose first try was taken after all puts a submission there twice, which
 * is harmless: whoever takes it in stores it once.
 */
export function sqsSubmissionQueue(options: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): SubmissionQueue {
  const { client, queueUrl } = options;
  return {
    async put(submission) {
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: serialiseSubmission(submission) }),
      );
    },
  };
}
