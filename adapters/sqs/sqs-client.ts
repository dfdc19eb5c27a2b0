import { SQSClient } from '@aws-sdk/client-sqs';

/** Speaks to queues as the environment says; two tries of at most 3 s, for a person may have been waiting for 8 s by now. */
export function sqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
}
