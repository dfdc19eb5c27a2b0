/** Mails that came in and wait until ours go out again come back to their queue. */
import type { Clock } from '../../domain/ports/clock.ts';
import type { DeliveryQueue } from '../../domain/ports/delivery-queue.ts';
import type { HeldDeliveries, HeldDelivery } from '../../domain/ports/held-deliveries.ts';
import type { Log } from '../shared/logger.ts';

export interface RetryHeldDeps {
  readonly heldDeliveries: Pick<HeldDeliveries, 'list' | 'markQueued'>;
  readonly deliveryQueue: DeliveryQueue;
  readonly clock: Clock;
  readonly log: Log;
}

/** So many about the same are one message: received within the minute that the function has. */
const atOnce = 10;

/**
 * Puts back whatever the queue has not, those about the same together and in their order. Repeating it is harmless: a mail that
 * comes twice has one outcome.
 * @returns how many threads could not be put back.
 */
export async function retryHeld(deps: RetryHeldDeps): Promise<{ readonly failed: number }> {
  const { heldDeliveries, log } = deps;
  const waiting = (await heldDeliveries.list()).filter(({ queuedAt }) => queuedAt === undefined);
  let failed = 0;
  for (const [about, thread] of Map.groupBy(waiting, (held) => held.about)) {
    await putBack(thread.slice(0, atOnce), deps).catch((error: unknown) => {
      failed += 1;
      log.error('Mails that wait not put back', error, { about });
    });
  }
  if (waiting.length > 0) log.info('Mails that wait put back', { mails: waiting.length });
  return { failed };
}

async function putBack(
  thread: readonly HeldDelivery[],
  { heldDeliveries, deliveryQueue, clock }: RetryHeldDeps,
): Promise<void> {
  await deliveryQueue.putAgain(thread.map(({ delivery, since }) => ({ delivery, since })));
  // After it: what is marked and is not there would wait for nobody.
  for (const held of thread) await heldDeliveries.markQueued(held, clock.now());
}
