import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import { countedContact, isCrowded } from '../../domain/limits/crowd.ts';
import { networkOf } from '../../domain/limits/network.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Log } from '../shared/logger.ts';

interface WhyCrowdedDeps {
  readonly limits: Pick<Limits, 'countContact' | 'isSpent'>;
  readonly log: Log;
}

interface Counted {
  readonly network: string;
  readonly contact: string;
}

/** By what a submission is counted; `undefined`: it is not. */
export function countedAs(
  { contact, proof }: Pick<CapturedSubmission['facts'], 'contact' | 'proof'>,
  sourceIp: string,
): Counted | undefined {
  const network = networkOf(sourceIp);
  const counted = countedContact(contact);
  if (proof !== undefined || network === undefined || counted === undefined) return undefined;
  return { network, contact: counted };
}

/** A submission of a network that is known to have used up its day says so from the beginning. */
export function markCrowded(
  submission: CapturedSubmission,
  counted: Counted | undefined,
  { limits }: WhyCrowdedDeps,
): CapturedSubmission {
  const { facts, capturedAt } = submission;
  const crowded = counted && !facts.request.gas && limits.isSpent(counted.network, capturedAt);
  return crowded ? { ...submission, facts: { ...facts, muted: 'crowded-network' } } : submission;
}

/**
 * Counts whom a network writes for; `crowded-network`: so many that nobody more is answered by itself. What is proven counts
 * for nothing, a fair has one network for all its visitors; and who smells gas is answered from wherever he writes.
 * Never rejects: a request is worth more than its count.
 */
export async function whyCrowded(
  { facts, capturedAt }: CapturedSubmission,
  counted: Counted | undefined,
  { limits, log }: WhyCrowdedDeps,
): Promise<Muted | undefined> {
  if (!counted || facts.muted !== undefined) return undefined;
  try {
    const crowded = isCrowded(await limits.countContact(counted.network, counted.contact, capturedAt));
    return crowded && !facts.request.gas ? 'crowded-network' : undefined;
  } catch (error) {
    log.error('Network not counted', error);
    return undefined;
  }
}
