import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface WorkQueueProps {
  /** Names the queue, so that it is found by hand: `<name>` and `<name>-lost`. */
  readonly name: string;
  readonly drainedBy: IFunction;
  /** Of the function. */
  readonly timeoutSeconds: number;
  /** The function is tried so often with a message; then a person must look. */
  readonly tries: number;
  /** Most messages at work at once, from 2 on; absent: as many as come. */
  readonly maxConcurrency?: number | undefined;
  /** The largest message; absent: what is usual. */
  readonly maxMessageBytes?: number | undefined;
  readonly alarms: Alarms;
  /** Names the alarm on the dead-letter queue. */
  readonly lostAlarm: string;
  /** One sentence: who is hurt when a message ends there. */
  readonly errorImpact: string;
}

/** Work for a function: a queue that loses nothing, and a dead-letter queue that somebody is told of. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  /** What was given up. */
  readonly lost: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.lost = new Queue(this, 'Lost', {
      queueName: `${props.name}-lost`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The most there is: a fault may be found after the holidays.
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.lost).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue.',
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: props.name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // Six times the function's limit, as AWS advises: a message is never worked on twice at once.
      visibilityTimeout: Duration.seconds(6 * props.timeoutSeconds),
      ...(props.maxMessageBytes !== undefined && { maxMessageSizeBytes: props.maxMessageBytes }),
      deadLetterQueue: { queue: this.lost, maxReceiveCount: props.tries },
    });
    props.drainedBy.addEventSource(
      // One by one: a mail of 40 MB takes the function's memory for itself.
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        ...(props.maxConcurrency !== undefined && { maxConcurrency: props.maxConcurrency }),
      }),
    );
    props.alarms.add(props.lostAlarm, {
      metric: this.lost.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      atLeast: 1,
      errorImpact: props.errorImpact,
    });
  }
}
