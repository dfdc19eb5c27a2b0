import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Muted } from '../../domain/lead/origin.ts';
import { countedContact, isCrowded } from '../../domain/limits/crowd.ts';
import { networkOf } from '../../domain/limits/network.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Log } from '../shared/logger.ts';

interface WhyCrowdedDeps {
  readonly limits: Pick<Limits, 'countContact'>;
  readonly log: Log;
}

/**
 * Counts whom a network writes for; `crowded-network`: so many that nobody more is answered by itself. What is proven counts
 * for nothing, a fair has one network for all its visitors; and who smells gas is answered from wherever he writes.
 * Never throws: a request is worth more than its count.
 */
export async function whyCrowded(
  { facts: { contact, request, proof }, capturedAt }: CapturedSubmission,
  sourceIp: string,
  { limits, log }: WhyCrowdedDeps,
): Promise<Muted | undefined> {
  try {
    const network = networkOf(sourceIp);
    const counted = countedContact(contact);
    if (proof !== undefined || network === undefined || counted === undefined) return undefined;
    const crowded = isCrowded(await limits.countContact(network, counted, capturedAt));
    return crowded && !request.gas ? 'crowded-network' : undefined;
  } catch (error) {
    log.error('Network not counted', error);
    return undefined;
  }
}
