import { createHash } from 'node:crypto';
import type { Key } from './table.ts';

/** People are found by a hash: the table lists nobody who only ever wrote an advertisement. */
export const senderKey = (sender: string, sk: string): Key => ({
  pk: `SENDER#${createHash('sha256').update(sender).digest('hex')}`,
  sk,
});
