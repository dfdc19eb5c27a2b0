import { memorySubmissionQueue } from '../../adapters/memory/memory-submission-queue.ts';
import { sqsSubmissionQueue } from '../../adapters/sqs/submission-queue.ts';
import { capturedSubmissionSchema } from '../../domain/captured-submission.ts';
import { aQueue } from '../support/queue.ts';
import { submissionQueueContract } from './submission-queue.contract.ts';

submissionQueueContract('memory', () => {
  const queue = memorySubmissionQueue();
  return { queue, inside: queue.all };
});

submissionQueueContract('SQS', () => {
  const { client, bodies } = aQueue();
  return {
    queue: sqsSubmissionQueue({ client, queueUrl: 'https://sqs.example/submissions' }),
    inside: () => bodies.map((body) => capturedSubmissionSchema.parse(JSON.parse(body))),
  };
});
