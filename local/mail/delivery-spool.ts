/**
 * Deliveries that have no outcome yet, a small file each: what the queue and its dead-letter queue are in the cloud. It
 * holds the envelope, which is not in the raw mail.
 */
import * as z from 'zod';
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import { type Moment, moment } from '../../domain/time/moment.ts';
import type { Log } from '../../functions/shared/logger.ts';
import { openEntryFolder } from '../data/entry-folder.ts';

interface SpooledDelivery {
  readonly delivery: Delivery;
  /** Every try failed: it waits for somebody to ask for it again. */
  readonly failed: boolean;
  /** It had waited until our mails go out again, since then. */
  readonly heldSince?: Moment | undefined;
}

/** As far as it must be right for the mail to be read again. */
const spooledSchema = z.object({
  delivery: z.looseObject({
    id: z.string().min(1),
    receivedAt: z.iso.datetime(),
    envelopeTo: z.array(z.string()),
    verdicts: z.looseObject({}),
  }),
  failed: z.boolean(),
  heldSince: moment.optional(),
});

export interface DeliverySpool {
  put(entry: SpooledDelivery): Promise<void>;
  remove(deliveryId: string): Promise<void>;
  /** In the order they came in. What cannot be read is put aside, and named in the log. */
  list(): Promise<SpooledDelivery[]>;
}

export function openDeliverySpool(folder: string, log: Log): DeliverySpool {
  const entries = openEntryFolder(folder, {
    parse: (text) => spooledSchema.parse(JSON.parse(text)) as unknown as SpooledDelivery,
    onDamaged: (file) =>
      log.warn(
        'A mail that came in is put aside: its entry is damaged. If incoming/ has the mail, hand it in again',
        { file },
      ),
  });

  return {
    put: (entry) => entries.put(entry.delivery.id, JSON.stringify(entry)),
    remove: (deliveryId) => entries.remove(deliveryId),
    async list() {
      const spooled = await entries.readAll();
      return spooled.sort((a, b) => (a.delivery.receivedAt < b.delivery.receivedAt ? -1 : 1));
    },
  };
}
