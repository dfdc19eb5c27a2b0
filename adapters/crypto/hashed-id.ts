import { createHash } from 'node:crypto';
import { crockford, idLength } from './random-ids.ts';

/** An id that is always the same for the same text, and looks like all others. */
export const hashedId = (text: string): string =>
  Array.from(createHash('sha256').update(text).digest().subarray(0, idLength), (byte) =>
    crockford.charAt(byte % 32),
  ).join('');
