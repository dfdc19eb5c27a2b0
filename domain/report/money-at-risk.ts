/** The order of lists: the most money at risk first. */
import { type Lead, weightedCents } from '../lead/lead.ts';
import { compareMoments } from '../time/local-time.ts';

/** The most money at risk first, then whoever waits longest. */
export function byMoney(
  one: Pick<Lead, 'id' | 'valueCents' | 'probability' | 'capturedAt'>,
  other: Pick<Lead, 'id' | 'valueCents' | 'probability' | 'capturedAt'>,
): number {
  return (
    weightedCents(other) - weightedCents(one) ||
    compareMoments(one.capturedAt, other.capturedAt) ||
    compareMoments(one.id, other.id)
  );
}
