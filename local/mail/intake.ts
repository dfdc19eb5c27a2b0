/**
 * From a mail that came in to its outcome: first it is kept, then it is worked on, behind the scenes and one mail after
 * the other, with three tries as the queue of the cloud gives it. What a killed process left is worked on again at the start.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { WaitedDelivery } from '../../domain/ports/held-deliveries.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from '../../functions/shared/logger.ts';
import type { Activity } from '../clock/activity.ts';
import type { DeliverySpool } from './delivery-spool.ts';
import type { Envelope } from './envelope.ts';
import { readVerdicts } from './verdicts.ts';

export interface LocalIntake {
  /** Keeps the mail: when this is done, the mail has an outcome sooner or later, whatever happens to the process. */
  accept(envelope: Envelope, raw: Buffer): Promise<Delivery>;
  /**
   * Keeps the mail and works on it at once.
   * @returns `undefined`: it waits until our own mails go out again.
   * @throws Error every try failed: it is kept, and among the failed ones.
   */
  receiveNow(envelope: Envelope, raw: Buffer): Promise<IntakeRecord | undefined>;
  /** Works on mails once more that have waited, in this order. When this is done, it happens also if the process is killed. */
  putAgain(waited: readonly WaitedDelivery[]): Promise<void>;
  /** Goes on with what an earlier process left. */
  resume(): Promise<void>;
  /** Those that wait for their turn, or are worked on. */
  waiting(): readonly Delivery[];
  /** Those for which every try failed. */
  failed(): readonly Delivery[];
  /** Works on the failed ones again, one after the other. Doing it twice at once does nothing twice. */
  replay(): Promise<{ readonly replayed: readonly IntakeRecord[]; readonly failed: readonly string[] }>;
  /** Begins nothing more and waits for the mail that is worked on. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly spool: DeliverySpool;
  readonly keep: (deliveryId: string, raw: Uint8Array) => Promise<void>;
  /** Whether the raw mail was kept before the process was killed. */
  readonly isKept: (deliveryId: string) => Promise<boolean>;
  /** `undefined`: it waits until our own mails go out again, kept elsewhere. */
  readonly receive: (delivery: Delivery, heldSince?: Moment) => Promise<IntakeRecord | undefined>;
  readonly clock: Clock;
  readonly activity: Activity;
  /** No mail is worked on before. */
  readonly ready: Promise<unknown>;
  /** Whether a mail may be worked on now: requests that are being answered come first. */
  readonly mayRun: () => boolean;
  readonly log: Log;
}

const tries = 3;
/** Of real time: what fails here, a full disk perhaps, does not pass by moving the clock. */
const retryMs = 100;
const askAgainMs = 10;

export function localIntake(surroundings: Surroundings): LocalIntake {
  const { spool, keep, receive, clock, activity, mayRun, log } = surroundings;
  const waiting = new Map<string, Delivery>();
  const failed = new Map<string, Delivery>();
  let turn: Promise<unknown> = Promise.resolve();
  let stopping = false;

  const workOn = async (delivery: Delivery, heldSince?: Moment): Promise<IntakeRecord | undefined> => {
    await surroundings.ready;
    waiting.set(delivery.id, delivery);
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          const record = await receive(delivery, heldSince);
          await spool.remove(delivery.id);
          return record;
        } catch (error) {
          if (attempt === tries) throw error;
          await sleep(retryMs * attempt);
        }
      }
    } catch (error) {
      log.error('A mail failed three times. POST /_local/replay tries it again', error, {
        delivery: delivery.id,
      });
      failed.set(delivery.id, delivery);
      await spool.put({ delivery, failed: true });
      throw error;
    } finally {
      waiting.delete(delivery.id);
    }
  };

  const enqueue = (delivery: Delivery, heldSince?: Moment) => {
    waiting.set(delivery.id, delivery);
    const inTurn = async () => {
      while (!mayRun() && !stopping) await sleep(askAgainMs);
      if (!stopping) await workOn(delivery, heldSince);
    };
    // Whoever failed is named in the log and waits among the failed ones.
    turn = activity.track(turn.then(inTurn).catch(() => undefined));
  };

  const keepMail = async (envelope: Envelope, raw: Buffer): Promise<Delivery> => {
    const delivery: Delivery = {
      // As long as SES's.
      id: randomBytes(20).toString('hex'),
      receivedAt: clock.now(),
      envelopeFrom: envelope.from?.toLowerCase(),
      envelopeTo: envelope.to.map((address) => address.toLowerCase()),
      verdicts: readVerdicts(raw),
    };
    // In this order: a raw mail without an entry nobody would look for.
    await spool.put({ delivery, failed: false });
    await keep(delivery.id, raw);
    return delivery;
  };

  return {
    async accept(envelope, raw) {
      const delivery = await activity.track(keepMail(envelope, raw));
      enqueue(delivery);
      return delivery;
    },
    receiveNow: (envelope, raw) =>
      activity.track(keepMail(envelope, raw).then((delivery) => workOn(delivery))),
    async putAgain(waited) {
      for (const { delivery, since } of waited) {
        await spool.put({ delivery, failed: false, heldSince: since });
        enqueue(delivery, since);
      }
    },
    async resume() {
      for (const { delivery, failed: gaveUp, heldSince } of await spool.list()) {
        if (gaveUp) failed.set(delivery.id, delivery);
        else if (await surroundings.isKept(delivery.id)) enqueue(delivery, heldSince);
        // Killed before the mail was kept: its sender was not told that it was, and sends it again.
        else await spool.remove(delivery.id);
      }
    },
    waiting: () => [...waiting.values()],
    failed: () => [...failed.values()],
    async replay() {
      const again = [...failed.values()];
      failed.clear();
      const replayed: IntakeRecord[] = [];
      for (const delivery of again) {
        const record = await activity.track(workOn(delivery)).catch(() => undefined);
        if (record) replayed.push(record);
      }
      return { replayed, failed: [...failed.keys()] };
    },
    async stop() {
      stopping = true;
      await turn;
    },
  };
}
