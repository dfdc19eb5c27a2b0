import type { DigestLog } from '../../domain/ports/digest-log.ts';
import { isFaultOfOurs, MailInFlightError } from '../../domain/ports/errors.ts';
import type { Mailer, OutgoingMail } from '../../domain/ports/mailer.ts';
import { millisecondsBetween } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from '../shared/logger.ts';
import type { Metrics } from '../shared/metrics.ts';

/** A claim this old belongs to nobody who still runs: the function ends after 30 s, and clocks differ by seconds. */
const abandonedAfterMillis = 120_000;

interface SendClaimedDeps {
  readonly digestLog: DigestLog;
  readonly mailer: Mailer;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** A list as it goes out to one reader. */
interface ClaimedList {
  /** In the log: `2026-11-23`, `2026-11-23-2-k3y`. */
  readonly name: string;
  /** In the order of their numbers. */
  readonly leadIds: readonly string[];
  readonly now: Moment;
  readonly compose: () => OutgoingMail;
}

/**
 * Sends a list once: whoever claims its name sends it.
 * @returns `held`: our sender is out of order, and the next call tries again.
 * @throws MailRefusedError, MailUncertainError as the provider says, unless it is a fault of ours. MailInFlightError another
 *   call is sending it now.
 */
export async function sendClaimed(
  { name, leadIds, now, compose }: ClaimedList,
  { digestLog, mailer, metrics, log }: SendClaimedDeps,
): Promise<'sent' | 'held' | 'already-sent'> {
  if (!(await claim(digestLog, name, now, leadIds))) return 'already-sent';
  try {
    await mailer.send(compose());
  } catch (error) {
    await digestLog.release(name);
    if (!isFaultOfOurs(error)) throw error;
    // The alarm for all held mails rings, and the next run tries again: that this one fails would tell nothing more.
    metrics.count('MailsHeld');
    log.info('List held, it goes out when the provider takes it', { list: name });
    return 'held';
  }
  await digestLog.markSent(name, now);
  return 'sent';
}

/**
 * Anew where whoever claimed it has surely died.
 * @returns whether it is to be sent; `false`: it went out.
 */
async function claim(
  digestLog: DigestLog,
  name: string,
  now: Moment,
  leadIds: readonly string[],
): Promise<boolean> {
  if (await digestLog.claim(name, now, leadIds)) return true;
  const record = await digestLog.find(name);
  if (record?.sentAt !== undefined) return false;
  const abandoned =
    record?.emptyAt !== undefined ||
    (record && millisecondsBetween(record.claimedAt, now) >= abandonedAfterMillis);
  if (!abandoned) throw new MailInFlightError(`The list ${name} was claimed a moment ago`);
  // Claimed anew, for its lines may have other numbers now.
  await digestLog.release(name);
  return digestLog.claim(name, now, leadIds);
}
