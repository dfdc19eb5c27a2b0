import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** The digest log in memory. */
export function memoryDigestLog(): DigestLog {
  const claimed = new Map<string, Moment>();
  const sent = new Map<string, Moment>();
  const empty = new Map<string, Moment>();
  const numbered = new Map<string, readonly string[]>();

  return {
    async claim(date, at, leadIds) {
      if (claimed.has(date)) return false;
      numbered.set(date, [...leadIds]);
      claimed.set(date, at);
      return true;
    },
    async find(date) {
      const claimedAt = claimed.get(date);
      const sentAt = sent.get(date);
      const emptyAt = empty.get(date);
      const leadIds = [...(numbered.get(date) ?? [])];
      if (claimedAt === undefined) return undefined;
      return {
        claimedAt,
        ...(sentAt !== undefined && { sentAt }),
        ...(emptyAt !== undefined && { emptyAt }),
        leadIds,
      };
    },
    async markSent(date, at) {
      if (!claimed.has(date)) throw new Error(`The digest of ${date} was never claimed`);
      sent.set(date, at);
    },
    async markEmpty(date, at) {
      if (claimed.has(date)) return;
      claimed.set(date, at);
      empty.set(date, at);
    },
    async release(date) {
      if (sent.has(date)) return;
      for (const kept of [claimed, empty, numbered]) kept.delete(date);
    },
    async lastSentBefore(date) {
      const newest = [...sent.keys()]
        .filter((other) => other < date)
        .toSorted()
        .at(-1);
      return newest === undefined ? undefined : sent.get(newest);
    },
  };
}
