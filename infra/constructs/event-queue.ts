import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Binding } from './binding.ts';
import { WorkQueue, type WorkQueueProps } from './work-queue.ts';

/**
 * A function is tried so often with an event, six minutes apart: more than an hour, as long as most outages last. Then a person
 * must look.
 */
const tries = 12;

/**
 * What SES has to say, on its way to a function: a topic that SES publishes to, in front of a queue. SES calling a function
 * itself would go through Lambda's asynchronous events, which may be dropped under pressure.
 */
export class EventQueue extends WorkQueue {
  readonly topic: Topic;

  constructor(
    scope: Construct,
    id: string,
    props: Omit<WorkQueueProps, 'tries' | 'maxConcurrency' | 'maxMessageBytes'>,
  ) {
    super(scope, id, { ...props, tries });
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
  }

  /** Puts messages there that waited elsewhere. */
  bindSender(): Binding<'MAIL_QUEUE_URL'> {
    return {
      variable: 'MAIL_QUEUE_URL',
      value: this.queue.queueUrl,
      permissions: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })],
    };
  }
}
