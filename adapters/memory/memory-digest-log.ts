import type { DigestLog, Moment } from '../../domain/ports.ts';

/** The digest log in memory. */
export function memoryDigestLog(): DigestLog {
  const claimed = new Set<string>();
  const sent = new Map<string, Moment>();

  return {
    async claim(date) {
      if (claimed.has(date)) return false;
      claimed.add(date);
      return true;
    },
    async markSent(date, at) {
      if (!claimed.has(date)) throw new Error(`The digest of ${date} was never claimed`);
      sent.set(date, at);
    },
    async release(date) {
      if (!sent.has(date)) claimed.delete(date);
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
