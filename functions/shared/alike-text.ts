/** What the requests of a flood have in common. */
import { createHash } from 'node:crypto';

/** The same for all that say the same, whatever numbers and marks they put in; `undefined`: it says nothing. */
export function alikeText(excerpt: string | undefined): string | undefined {
  if (excerpt === undefined) return undefined;
  return createHash('sha256')
    .update(excerpt.toLowerCase().replace(/[\d\s\p{P}]+/gu, ' '))
    .digest('hex')
    .slice(0, 12);
}
