/** An answer to a digest that waits for the owner's tap. */
import { busyAnswerPage, enteredAnswerPage, heldAnswerPage } from '../../../views/page/answer-page.ts';
import { gonePage } from '../../../views/page/notice-pages.ts';
import { answerLines } from '../answer-lines.ts';
import { type CarryOutAnswerDeps, carryOutAnswer } from '../carry-out-answer.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpResponse } from '../http-message.ts';
import type { WarnOfVisitDeps } from '../warn-of-visit.ts';

export interface EnterAnswerDeps extends CarryOutAnswerDeps {
  readonly leads: CarryOutAnswerDeps['leads'] & WarnOfVisitDeps['leads'];
}

/** A tap ends after 30 s; whoever taps again before that finds it at work. */
const busyMillis = 60_000;

/** Shows what was understood (GET), or does all of it, once (POST). */
export async function enterAnswer(
  method: string,
  deliveryId: string,
  deps: EnterAnswerDeps,
): Promise<HttpResponse> {
  const { digestAnswers } = deps;
  const kept = await digestAnswers.find(deliveryId);
  if (!kept?.held) return htmlResponse(410, await gonePage(deps));
  const shown = async (answer: typeof kept) => ({ ...answer, ...(await answerLines(answer, deps)) });
  if (kept.settledAt !== undefined) {
    return htmlResponse(200, await enteredAnswerPage(await shown(kept), true, deps));
  }
  if (method !== 'POST') return htmlResponse(200, await heldAnswerPage(await shown(kept), deps));
  const answer = await carryOutAnswer(deliveryId, busyMillis, deps);
  return answer
    ? htmlResponse(200, await enteredAnswerPage(await shown(answer), false, deps))
    : htmlResponse(409, await busyAnswerPage(deps));
}
