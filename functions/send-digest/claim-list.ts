import type { DigestLog } from '../../domain/ports/digest-log.ts';
import { MailInFlightError } from '../../domain/ports/errors.ts';
import { millisecondsBetween } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** A claim this old belongs to nobody who still runs: the function ends after 30 s, and clocks differ by seconds. */
const abandonedAfterMillis = 120_000;

/**
 * Claims a list by its name, anew where whoever claimed it has surely died.
 * @returns whether it is to be sent; `false`: it went out.
 * @throws MailInFlightError somebody claimed it a moment ago.
 */
export async function claimList(
  digestLog: Pick<DigestLog, 'claim' | 'find' | 'release'>,
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
