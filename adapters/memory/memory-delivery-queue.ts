import type { DeliveryQueue } from '../../domain/ports/delivery-queue.ts';
import type { WaitedDelivery } from '../../domain/ports/held-deliveries.ts';

export interface MemoryDeliveryQueue extends DeliveryQueue {
  /** Takes out the next message, if there is one. */
  take(): readonly WaitedDelivery[] | undefined;
}

/** Mails that waited, in memory. */
export function memoryDeliveryQueue(): MemoryDeliveryQueue {
  const messages: (readonly WaitedDelivery[])[] = [];
  return {
    async putAgain(waited) {
      messages.push(structuredClone(waited));
    },
    take: () => messages.shift(),
  };
}
