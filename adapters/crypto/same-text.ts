import { timingSafeEqual } from 'node:crypto';

/** Compares in the same time wherever the texts differ, so that nobody can guess a signature piece by piece. */
export function isSameText(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
