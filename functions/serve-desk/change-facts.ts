import type { Action } from '../../domain/lead/action.ts';
import { actionForm } from '../../domain/lead/action-form.ts';
import type { Command } from '../../domain/lead/command.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { openProposals } from '../../domain/lead/learning.ts';
import { dismissAction, takeAction, toldKey } from '../../domain/lead/told.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { leadUrl } from '../../views/desk/places.ts';
import { questionsOf } from '../../views/desk/request/facts.ts';
import { type FactGroup, factGroups, type RequestAttempt } from '../../views/desk/request/request-form.ts';
import { problemWords } from '../../views/words/desk/request.ts';
import { explainRefusal } from '../../views/words/refusals.ts';
import type { Change, ChangeLeadDeps } from '../shared/change-lead.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { onceKey } from '../shared/once-key.ts';
import { shownSince } from '../shared/shown-since.ts';
import { changeFacts as change, type DoActionDeps } from '../shared/steps/do-action.ts';
import { isTouched, overtakenOf, shownAgain, whoWasFaster } from '../shared/steps/overtaken.ts';
import { readAnswers } from '../shared/steps/read-answers.ts';
import { typedIn } from '../shared/typed-in.ts';
import { seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { loadForForm, type RequestDeps, renderRequest } from './render-request.ts';
import { afterStep } from './way-back.ts';

type ChangeFactsDeps = RequestDeps & ChangeLeadDeps & Pick<DoActionDeps, 'contacts'>;

/** Facts of a request, one group at a time, or one that the customer told. */
export const changeFacts: DeskPage<ChangeFactsDeps> = async (request, deps, context) => {
  const found = await loadForForm(request, deps, context);
  if ('response' in found) return found.response;
  const { lead } = found;
  const typed = typedIn(request);
  if (typed.has('told')) return settleTold(request, lead, typed, deps, context);
  const group = factGroups.find((one) => one === typed.get('group'));
  return group
    ? correct(request, group, lead, typed, deps, context)
    : renderRequest(422, lead, {}, deps, context);
};

async function settleTold(
  request: HttpRequest,
  lead: Lead,
  typed: URLSearchParams,
  deps: ChangeFactsDeps,
  context: DeskContext,
): Promise<HttpResponse> {
  const takes = typed.get('do') !== 'dismiss';
  const told = openProposals(lead).find((one) => toldKey(one) === typed.get('told'));
  const type = takes ? 'take-fact' : 'dismiss-fact';
  if (!told) return seeOther(leadUrl(lead.id));
  const { fact, value } = told;
  const result = await change(lead, [{ type, fact, value }], { person: context.person.name }, deps);
  return backFrom(result, request, takes ? takeAction(told) : dismissAction(told));
}

/** Only what somebody touched is changed; where another one was faster, he is told and asked again. */
async function correct(
  request: HttpRequest,
  group: FactGroup,
  lead: Lead,
  typed: URLSearchParams,
  deps: ChangeFactsDeps,
  context: DeskContext,
): Promise<HttpResponse> {
  const { company, now, person, session } = context;
  const sent = { questions: questionsOf(group, lead), typed };
  const askAgain = (status: number, about: Omit<RequestAttempt, 'form' | 'typed'>, stands: Lead = lead) => {
    const again = shownAgain(sent, stands, context, status === 409);
    return renderRequest(status, stands, { attempt: { form: group, typed: again, ...about } }, deps, context);
  };
  const tellFaster = (stored: Lead) => {
    const late = overtakenOf(sent, stored, context);
    const happened = whoWasFaster(late, stored, shownSince(typed, now));
    return askAgain(409, { problem: problemWords.nothingChanged, happened }, stored);
  };
  const overtaken = (stored: Lead) => overtakenOf(sent, stored, context).length > 0;
  if (overtaken(lead)) return tellFaster(lead);
  const touched = sent.questions.filter((question) => isTouched(question, typed));
  const read = readAnswers(touched, typed, company);
  if ('faults' in read) return askAgain(422, read);
  const commands: readonly Command[] =
    actionForm('refine', undefined)?.commands(read.answers, lead, company) ?? [];
  if (commands.length === 0) return seeOther(leadUrl(lead.id));
  const key = onceKey(session, 'facts', `${typed}`);
  const result = await change(lead, commands, { person: person.name, key, overtaken }, deps);
  if (result.outcome === 'stale') return tellFaster(result.lead);
  if (result.outcome === 'refused' && result.refusal.code !== 'already-done') {
    return askAgain(409, { problem: explainRefusal(result.refusal) }, result.lead);
  }
  return backFrom(result, request, 'refine');
}

/** To the page, which says what was done and lets it be taken back. */
const backFrom = (result: Change, request: HttpRequest, did: Action): HttpResponse =>
  result.outcome === 'changed'
    ? afterStep(request, did)(result.lead, result.events)
    : seeOther(leadUrl(request.pathParameters.id ?? ''));
