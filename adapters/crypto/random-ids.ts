import { randomBytes } from 'node:crypto';
import type { Ids } from '../../domain/ports/ids.ts';

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idLength = 10;

/** Bytes for so many ids: asking the system for randomness costs the same for one as for a hundred. */
const drawnAtOnce = 100;

/** Ids of 50 random bits: among a million leads the chance that a new one meets an old one is one in a billion. */
export function randomIds(): Ids {
  let drawn = Buffer.alloc(0);
  return {
    newLeadId() {
      if (drawn.length === 0) drawn = randomBytes(drawnAtOnce * idLength);
      const own = drawn.subarray(0, idLength);
      drawn = drawn.subarray(idLength);
      // 256 is a multiple of 32, so each character is equally likely.
      return Array.from(own, (byte) => crockford.charAt(byte % 32)).join('');
    },
  };
}
