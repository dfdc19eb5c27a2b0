import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface EventQueueProps {
  /** Names the queue, so that it is found by hand: `<name>` and `<name>-lost`. */
  readonly name: string;
  readonly worksOff: IFunction;
  /** Of the function. */
  readonly timeoutSeconds: number;
  readonly alarms: Alarms;
  /** Names the alarm on the dead-letter queue. */
  readonly lostAlarm: string;
  /** One sentence: who is hurt when an event ends there. */
  readonly errorImpact: string;
}

/** A function is tried so often with an event; then a person must look. */
const tries = 3;

/**
 * What SES has to say, on its way to a function: a topic that SES publishes to, a queue that loses nothing, a dead-letter
 * queue that somebody is told of. SES calling a function itself would go through Lambda's asynchronous events, which may
 * be dropped under pressure.
 */
export class EventQueue extends Construct {
  readonly topic: Topic;
  readonly queue: Queue;
  /** What was given up. */
  readonly lost: Queue;

  constructor(scope: Construct, id: string, props: EventQueueProps) {
    super(scope, id);
    this.lost = new Queue(this, 'Lost', {
      queueName: `${props.name}-lost`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The most there is: a fault may be found after the holidays.
      retentionPeriod: Duration.days(14),
    });
    const { lost } = this;
    Validations.of(lost).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue.',
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: props.name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // Six times the function's limit, as AWS advises: an event is never worked on twice at once.
      visibilityTimeout: Duration.seconds(6 * props.timeoutSeconds),
      deadLetterQueue: { queue: lost, maxReceiveCount: tries },
    });
    // Not encrypted with a key: the AWS managed one does not let SES publish. The notices name senders and subjects; they
    // are on the way for milliseconds, over TLS.
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: true }));
    props.worksOff.addEventSource(
      // One by one: a mail of 40 MB takes the function's memory for itself.
      new SqsEventSource(this.queue, { batchSize: 1, reportBatchItemFailures: true }),
    );
    props.alarms.add(props.lostAlarm, {
      metric: lost.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      atLeast: 1,
      errorImpact: props.errorImpact,
    });
  }
}
