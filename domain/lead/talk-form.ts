/** What the owner is asked after a talk with the customer: what came out, and who is next. */
import { openQuestions } from '../listening/open-questions.ts';
import type { Lead } from './lead.ts';
import { moveTargets, pipeline } from './pipeline.ts';
import { type NextStep, nextSteps, type Question, talkQuestions } from './questions.ts';
import { isClosed, movesFrom, visitStage } from './stages.ts';

/** The steps that make sense from where the lead stands; the first one that is always there begins nothing. */
export function nextStepsOf(lead: Lead | undefined): readonly NextStep[] {
  if (!lead) return nextSteps;
  if (isClosed(lead.stage)) return ['nothing'];
  const { visit, on, alarm } = pipeline[lead.stage];
  const inSale = on.reached !== 'note' && on.reached !== 'rest';
  const to = movesFrom(lead.stage).filter((stage) => stage !== lead.stage);
  const isPossible: Readonly<Record<NextStep, boolean>> = {
    owner: !alarm,
    customer: inSale,
    visit: visit !== 'none' || to.includes(visitStage),
    quote: inSale && to.includes(moveTargets.quote),
    nothing: true,
  };
  return nextSteps.filter((step) => isPossible[step]);
}

/** The questions of the form; only what the customer may still be asked is offered to be sent. */
export function afterTalk(lead: Lead): readonly Question[] {
  const possible = nextStepsOf(lead);
  const mayAsk = openQuestions(lead).length > 0 && lead.contact.email !== undefined;
  return talkQuestions.filter(
    ({ name, when }) =>
      (when === undefined || possible.some((step) => step === when)) && (name !== 'asks' || mayAsk),
  );
}
