import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryQueue } from '../../domain/ports/delivery-queue.ts';

/** The queue of incoming mails: mails that waited stand there in one message, and are received in their order. */
export function sqsDeliveryQueue(options: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): DeliveryQueue {
  const { client, queueUrl } = options;
  return {
    async putAgain(waited) {
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ again: waited }) }),
      );
    },
  };
}
