/**
 * Deliveries that have no outcome yet, a small file each: what the queue and its dead-letter queue are in the cloud. It
 * holds the envelope, which is not in the raw mail.
 */
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import { openEntryFolder } from '../data/entry-folder.ts';

interface SpooledDelivery {
  readonly delivery: Delivery;
  /** Every try failed: it waits for somebody to ask for it again. */
  readonly failed: boolean;
}

export interface DeliverySpool {
  put(entry: SpooledDelivery): Promise<void>;
  remove(deliveryId: string): Promise<void>;
  /** In the order they came in. */
  list(): Promise<SpooledDelivery[]>;
}

export function openDeliverySpool(folder: string): DeliverySpool {
  const entries = openEntryFolder(folder);
  return {
    put: (entry) => entries.put(entry.delivery.id, JSON.stringify(entry)),
    remove: (deliveryId) => entries.remove(deliveryId),
    async list() {
      const texts = await Promise.all((await entries.names()).map((name) => entries.read(name)));
      return texts
        .map((text) => JSON.parse(text) as SpooledDelivery)
        .sort((a, b) => (a.delivery.receivedAt < b.delivery.receivedAt ? -1 : 1));
    },
  };
}
