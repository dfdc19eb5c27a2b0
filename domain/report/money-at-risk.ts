/** The order of lists: the most money at risk first. */
import { type Lead, weightedCents } from '../lead/lead.ts';
import { compareMoments } from '../time/local-time.ts';

/** The most money at risk first, then the newest. */
export function byMoney(
  one: Pick<Lead, 'id' | 'valueCents' | 'probability' | 'capturedAt'>,
  other: Pick<Lead, 'id' | 'valueCents' | 'probability' | 'capturedAt'>,
): number {
  return (
    weightedCents(other) - weightedCents(one) ||
    compareMoments(other.capturedAt, one.capturedAt) ||
    compareMoments(one.id, other.id)
  );
}
