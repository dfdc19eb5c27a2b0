import * as z from 'zod';
import { type HeldDeliveries, waitedDeliverySchema } from '../../domain/ports/held-deliveries.ts';
import { compareMoments } from '../../domain/time/local-time.ts';
import { moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { type ListOptions, listPartition } from './list-partition.ts';
import type { Key, Table } from './table.ts';

const heldVersion = 1;
const partition = 'HELD-DELIVERIES';
/** From the last try, of which there are several an hour: longer than these ever stop. */
const keptDays = 60;

const heldSchema = waitedDeliverySchema.extend({
  about: z.string(),
  triedAt: moment,
  queuedAt: moment.optional(),
});

const heldKey = (deliveryId: string): Key => ({ pk: partition, sk: deliveryId });

/**
 * One item for each, all in one partition: empty as long as our mails go out.
 */
export function tableHeldDeliveries(table: Table, options: ListOptions = {}): HeldDeliveries {
  return {
    async hold(held) {
      await table.put({
        ...heldKey(held.delivery.id),
        schemaVersion: heldVersion,
        ...held,
        expiresAt: expiryAfter(held.triedAt, keptDays),
      });
    },
    async list() {
      const held = await listPartition(
        table,
        partition,
        heldSchema,
        ({ sk }) => `The mail ${sk} that waits`,
        options,
      );
      return held.toSorted(
        (one, other) =>
          compareMoments(one.delivery.receivedAt, other.delivery.receivedAt) ||
          compareMoments(one.delivery.id, other.delivery.id),
      );
    },
    async markQueued({ delivery, triedAt }, at) {
      await table.update(heldKey(delivery.id), {
        set: { queuedAt: at },
        condition: { path: 'triedAt', equals: triedAt },
      });
    },
    async remove(deliveryId) {
      await table.remove(heldKey(deliveryId));
    },
    async leaveToQueue(deliveryId) {
      await table.remove(heldKey(deliveryId), { exists: 'queuedAt' });
    },
  };
}
