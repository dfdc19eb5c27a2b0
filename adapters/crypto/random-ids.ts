import { randomBytes } from 'node:crypto';
import type { Ids } from '../../domain/ports/ids.ts';

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idLength = 10;

/** So many ids are drawn at once: asking the system for randomness costs the same for one as for a hundred. */
const drawnAtOnce = 100;

/** Ids of 50 random bits: among a million leads the chance that a new one meets an old one is one in a billion. */
export function randomIds(): Ids {
  let drawn: string[] = [];
  const draw = (): string[] => {
    // 256 is a multiple of 32, so each character is equally likely.
    const characters = Array.from(randomBytes(drawnAtOnce * idLength), (byte) => crockford.charAt(byte % 32));
    return Array.from({ length: drawnAtOnce }, (_, number) =>
      characters.slice(number * idLength, (number + 1) * idLength).join(''),
    );
  };
  return {
    newLeadId() {
      if (drawn.length === 0) drawn = draw();
      return drawn.pop() as string;
    },
  };
}
