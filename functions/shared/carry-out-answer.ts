/** What the owner said of requests in an answer to a digest is done, one thing after another, each once. */
import { commandsFor, type Said } from '../../domain/inbound/said.ts';
import type { AnswerResult, DigestAnswer, DigestAnswers } from '../../domain/ports/digest-answers.ts';
import { addMilliseconds } from '../../domain/time/local-time.ts';
import { explainGone, explainRefusal } from '../../views/words/refusals.ts';
import { type ChangeLeadDeps, changeLead } from './change-lead.ts';

export interface CarryOutAnswerDeps extends ChangeLeadDeps {
  readonly digestAnswers: DigestAnswers;
}

/**
 * Carries out what was understood and is not done yet; after a crash the next call goes on where the last one was. What was
 * under way at that moment may be done twice.
 * @param busyMillis so long after it began another call may still be at it; 0: nobody else can be.
 * @returns the answer with all results; `undefined`: somebody else is at it.
 */
export async function carryOutAnswer(
  deliveryId: string,
  busyMillis: number,
  deps: CarryOutAnswerDeps,
): Promise<DigestAnswer | undefined> {
  const { digestAnswers, clock } = deps;
  const now = clock.now();
  const claimed = await digestAnswers.claim(deliveryId, now, addMilliseconds(now, 1 - busyMillis));
  if (!claimed) {
    const known = await digestAnswers.find(deliveryId);
    return known?.settledAt === undefined ? undefined : known;
  }
  const results = [...claimed.results];
  for (const { leadId, said } of claimed.understood.slice(results.length)) {
    results.push(await carryOut(leadId, said, deps));
    await digestAnswers.note(deliveryId, results);
  }
  const settledAt = clock.now();
  await digestAnswers.note(deliveryId, results, settledAt);
  deps.log.info('Answer to the digest carried out', {
    delivery: deliveryId,
    done: results.filter(({ refused }) => refused === undefined).length,
    refused: results.filter(({ refused }) => refused !== undefined).length,
  });
  return { ...claimed, results, settledAt };
}

async function carryOut(leadId: string, said: Said, deps: CarryOutAnswerDeps): Promise<AnswerResult> {
  const lead = await deps.leads.load(leadId);
  if (!lead) return { refused: explainGone };
  for (const command of commandsFor(said, lead)) {
    const change = await changeLead(deps, leadId, command, { by: 'owner' });
    if (change.outcome === 'refused') return { refused: explainRefusal(change.refusal) };
    if (change.outcome !== 'changed') return { refused: explainGone };
  }
  return {};
}
