import type { DeliveryQueue } from '../../domain/ports/delivery-queue.ts';
import { onFirstUse } from './on-first-use.ts';

/** Only for what could not be sent. */
export function wireDeliveryQueue(env: { readonly MAIL_QUEUE_URL: string }): DeliveryQueue {
  return onFirstUse(async () => {
    const [{ sqsClient }, { sqsDeliveryQueue }] = await Promise.all([
      import('../../adapters/sqs/sqs-client.ts'),
      import('../../adapters/sqs/delivery-queue.ts'),
    ]);
    return sqsDeliveryQueue({ client: sqsClient(), queueUrl: env.MAIL_QUEUE_URL });
  });
}
