import { mayDo } from '../../domain/business/recipients.ts';
import { readAssignment } from '../../domain/inbound/assignment-words.ts';
import { stripSignature } from '../../domain/inbound/signature.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { changeLead } from '../shared/change-lead.ts';
import { onceKey } from '../shared/once-key.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { refuseAnswer } from './refuse-answer.ts';
import { wordsIn } from './relay-answer.ts';
import { writerOf } from './writer.ts';

/** Begins what is said to us, also where it names nobody who works here. */
const handsOn = /^(?:bitte\s+)?(?:an|zuweisen|weiter|über|ueber|ab|geht an|gib)/iu;

/**
 * "an Jonas", and nothing else: the request is given to him, and the customer does not read it.
 * @returns `undefined`: it is said to the customer.
 * @throws MailRefusedError whoever wrote cannot be asked now: to be tried again.
 */
export async function settleAssignment(
  arrival: Arrival,
  lead: Lead,
  deps: ReceiveMailDeps,
): Promise<Settled | undefined> {
  const words = stripSignature(wordsIn(arrival)).trim();
  if (words === '' || words.includes('\n') || arrival.contents.length > 0) return undefined;
  const writer = writerOf(arrival, deps);
  const read = readAssignment(words, { company: deps.company, writer: writer?.email });
  if (!read || ('why' in read && !handsOn.test(words))) return undefined;
  const settled: Settled = { outcome: 'reply-appended', leadId: lead.id };
  // Of a colleague who is not named nobody knows what he may decide.
  const isAllowed = arrival.fromOwner || (writer !== undefined && mayDo(writer, 'assign'));
  if ('why' in read || read.said.what !== 'assign' || !isAllowed) {
    const byHouse = writer !== undefined && !mayDo(writer, 'assign');
    await refuseAnswer(byHouse ? 'assigned-by-house' : 'said-to-us', arrival, lead, deps);
    return settled;
  }
  const command = { type: 'assign', person: read.said.to } as const;
  const key = onceKey(arrival.delivery.id);
  await changeLead(deps, lead.id, command, { by: 'owner', person: writer?.name, key });
  return settled;
}
