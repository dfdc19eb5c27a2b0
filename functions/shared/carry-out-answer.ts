/** What the owner said of requests in an answer to a digest is done, one thing after another, each once. */
import { commandsFor, isSaidAlready, type Said } from '../../domain/inbound/said.ts';
import type { AnswerResult, DigestAnswer, DigestAnswers } from '../../domain/ports/digest-answers.ts';
import { addMilliseconds } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { refusedInWords } from '../../views/words/mails/digest-reply.ts';
import { explainChanged, explainGone } from '../../views/words/refusals.ts';
import { type ChangeLeadDeps, changeLead } from './change-lead.ts';
import { onceKey } from './once-key.ts';

export interface CarryOutAnswerDeps extends ChangeLeadDeps {
  readonly digestAnswers: DigestAnswers;
}

/**
 * Carries out what was understood and is not done yet; after a crash the next call goes on where the last one was. Each line is
 * done once: the lead itself remembers it.
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
  for (const [index, { leadId, said, generation: seen }] of claimed.understood.entries()) {
    if (index < results.length) continue;
    const isFirst = !claimed.understood.slice(0, index).some((before) => before.leadId === leadId);
    // As with every link: what was meant for a request as it stood cannot undo what happened since.
    const asItStood = claimed.held && isFirst ? seen : undefined;
    const key = onceKey(claimed.mail ?? deliveryId, leadId, JSON.stringify(said));
    results.push(
      await carryOut(
        { leadId, said, key, seen: asItStood, answers: claimed.shownAt, person: claimed.person },
        deps,
      ),
    );
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

interface Line {
  readonly leadId: string;
  readonly said: Said;
  readonly key: string;
  /** The generation that it was said of; absent: whatever stands now. */
  readonly seen: number | undefined;
  /** When he was shown the digest that he answers. */
  readonly answers: Moment | undefined;
  /** The name of whoever says it. */
  readonly person: string | undefined;
}

async function carryOut(
  { leadId, said, key, seen, answers, person }: Line,
  deps: CarryOutAnswerDeps,
): Promise<AnswerResult> {
  const change = await changeLead(deps, leadId, (lead) => commandsFor(said, lead), {
    by: 'owner',
    person,
    key,
    seen,
    answers,
  });
  switch (change.outcome) {
    case 'changed':
      return {};
    case 'stale':
      return { refused: explainChanged };
    case 'not-found':
      return { refused: explainGone };
    case 'refused':
      if (!isSaidAlready(said, change)) return { refused: refusedInWords(change.refusal) };
      return change.repeated ? {} : { already: true };
  }
}
