import type { WaitedDelivery } from './held-deliveries.ts';

/** Where mails that came in lie until they are received. */
export interface DeliveryQueue {
  /** Puts mails there that have waited; they are received one after the other. @throws Error they may not be there. */
  putAgain(waited: readonly WaitedDelivery[]): Promise<void>;
}
