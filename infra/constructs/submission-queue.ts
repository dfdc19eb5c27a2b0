import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { maxMessageBytes } from '../../domain/capture/captured-submission.ts';
import type { Binding } from './binding.ts';
import { WorkQueue, type WorkQueueProps } from './work-queue.ts';

/**
 * A message comes again 6 minutes (six times the function's 60 s) after a try that failed. 240 tries are 24 hours: longer
 * than the outage of October 2025 (us-east-1, 15 hours, of which DynamoDB's own part were three), and short enough that
 * somebody hears of what will never work. Kept for 14 days from when it was sent, so the dead-letter queue has the other 13.
 */
const tries = 240;

/** The fewest Lambda allows. The requests of a long outage come back all at once, and visitors need the table, too. */
const maxConcurrency = 2;

/** Submissions that could not be stored, on their way to the store. */
export class SubmissionQueue extends WorkQueue {
  constructor(
    scope: Construct,
    id: string,
    props: Omit<WorkQueueProps, 'tries' | 'maxConcurrency' | 'maxMessageBytes'>,
  ) {
    super(scope, id, { ...props, tries, maxConcurrency, maxMessageBytes });
    // Not waiting for the dead-letter queue, which would hear of it a day later.
    props.alarms.add('submissions-queued', {
      metric: this.queue.metricNumberOfMessagesSent({ period: Duration.minutes(5), statistic: 'Sum' }),
      errorImpact:
        'Requests cannot be stored at once: customers hear from us later, the owner does not know.',
    });
    props.alarms.add('submissions-wait', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      // Two tries have failed by then.
      atLeast: Duration.minutes(15).toSeconds(),
      errorImpact:
        'Customers who were told that we have their request wait for an answer, and the owner does not know.',
    });
  }

  /** Puts submissions there. */
  bindSender(): Binding<'SUBMISSION_QUEUE_URL'> {
    return {
      variable: 'SUBMISSION_QUEUE_URL',
      value: this.queue.queueUrl,
      permissions: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })],
    };
  }
}
