import { createHash } from 'node:crypto';

/** Of 256 bits half are enough that no two are the same by accident. */
const keyLength = 22;

/** A key made of what names a thing, short enough to be kept on a lead, and telling nothing of it. */
export const onceKey = (...names: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, keyLength);
