/** A mail that came in is received, or waits until our own mails go out again. */
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import { mayPassAtOnce } from '../../domain/lead/held-mails.ts';
import type { HeldDeliveries, WaitedDelivery } from '../../domain/ports/held-deliveries.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ReceiveMailDeps } from './arrival.ts';
import { DeliveryWaitsError, NoRawMailError, receiveMail } from './receive-mail.ts';

export interface ReceiveOrHoldDeps extends ReceiveMailDeps {
  readonly heldDeliveries: Pick<HeldDeliveries, 'hold' | 'list' | 'remove' | 'leaveToQueue'>;
}

/**
 * Receives a mail. Where the provider takes none of what must go out because of it, it waits, however long that lasts, and the
 * reconciler brings it back: that our sender is out of order uses up no try.
 * @param heldSince it has waited, since then.
 * @returns `undefined`: it waits.
 * @throws Error as `receiveMail`: it waits no more, and whoever called tries it again or gives it up.
 */
export async function receiveOrHold(
  delivery: Delivery,
  deps: ReceiveOrHoldDeps,
  heldSince?: Moment,
): Promise<IntakeRecord | undefined> {
  const { heldDeliveries } = deps;
  try {
    const record = await receiveMail(delivery, deps);
    if (heldSince !== undefined) await heldDeliveries.remove(delivery.id);
    return record;
  } catch (error) {
    if (error instanceof DeliveryWaitsError) {
      await hold({ delivery, since: heldSince }, error, deps);
      return undefined;
    }
    if (heldSince !== undefined) await heldDeliveries.leaveToQueue(delivery.id);
    throw error;
  }
}

async function hold(
  { delivery, since }: { readonly delivery: Delivery; readonly since: Moment | undefined },
  { about, fault }: DeliveryWaitsError,
  { heldDeliveries, clock, metrics, log }: ReceiveOrHoldDeps,
): Promise<void> {
  const now = clock.now();
  await heldDeliveries.hold({ delivery, about, since: since ?? now, triedAt: now });
  if (!mayPassAtOnce(fault, since ?? now, now)) metrics.count('MailsHeld');
  const message = 'A mail that came in waits until the provider takes ours';
  const facts = { delivery: delivery.id, fault };
  if (since === undefined) log.warn(message, facts);
  else log.info(message, facts);
}

/**
 * Receives mails that have waited, in their order. Each is tried, also after one that fails.
 * @throws Error one of them could not be received, and does not wait any more.
 */
export async function receiveAgain(
  waited: readonly WaitedDelivery[],
  deps: ReceiveOrHoldDeps,
): Promise<void> {
  let failed = 0;
  for (const { delivery, since } of waited) {
    await receiveOrHold(delivery, deps, since).catch((error: unknown) => {
      // Erased with its lead, after the queue had it.
      if (error instanceof NoRawMailError) return;
      failed += 1;
      deps.log.error('Mail that waited not received', error, { delivery: delivery.id });
    });
  }
  if (failed > 0) throw new Error(`${failed} mails that waited could not be received`);
}
