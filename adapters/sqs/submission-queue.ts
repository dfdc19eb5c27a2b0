import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { serialiseSubmission } from '../../domain/capture/captured-submission.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';

/** Speaks to the queue as the environment says; two tries of at most 3 s, for a person has been waiting for 8 s by now. */
export function sqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
}

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
