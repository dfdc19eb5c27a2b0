import { randomBytes } from 'node:crypto';
import type { Ids } from '../../domain/ports/ids.ts';

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idLength = 10;

/** Ids of 50 random bits: among a million leads the chance that a new one meets an old one is one in a billion. */
export function randomIds(): Ids {
  return {
    // 256 is a multiple of 32, so each character is equally likely.
    newLeadId: () => Array.from(randomBytes(idLength), (byte) => crockford.charAt(byte % 32)).join(''),
  };
}
