/** Hears what the alarms say, as the person behind `--alarm-email` would. */
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';

const notice = z.object({ AlarmName: z.string(), AlarmDescription: z.string(), NewStateValue: z.string() });
type AlarmNotice = z.output<typeof notice>;

export interface AlarmListener {
  /** What was said since the last call. */
  heard(): Promise<AlarmNotice[]>;
  stop(): Promise<void>;
}

/** Subscribes a queue to the topic of the alarms; the subscription ends with the topic. */
export async function listenToAlarms(topicArn: string): Promise<AlarmListener> {
  const sqs = new SQSClient();
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `nachfass-e2e-${Date.now()}` }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: Attributes?.QueueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await new SNSClient().send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: Attributes?.QueueArn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );

  return {
    async heard() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      for (const { ReceiptHandle } of Messages) {
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
      // The rule on failed executions speaks in plain text.
      return Messages.flatMap(({ Body = '' }) => {
        const parsed = notice.safeParse(Body.startsWith('{') ? JSON.parse(Body) : undefined);
        return parsed.success ? [parsed.data] : [];
      });
    },
    async stop() {
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
}

/** Rings an alarm by hand. CloudWatch sets it back by itself at its next look. */
export async function ring(alarmName: string): Promise<void> {
  const alarm = { AlarmName: alarmName, StateReason: 'Rung by hand' };
  const cloudWatch = new CloudWatchClient();
  // Rings only on a change.
  await cloudWatch.send(new SetAlarmStateCommand({ ...alarm, StateValue: 'OK' }));
  await cloudWatch.send(new SetAlarmStateCommand({ ...alarm, StateValue: 'ALARM' }));
}
