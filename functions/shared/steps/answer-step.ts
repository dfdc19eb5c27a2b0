/** What a page of a step is asked for, whoever lets people in: by a signed link or in the desk. */
import type { Callee } from '../../../domain/business/people.ts';
import { mayDoWith } from '../../../domain/business/recipients.ts';
import { type Action, type ManyAction, manyActions } from '../../../domain/lead/action.ts';
import {
  actionForm,
  type FormAction,
  factOf,
  newestProposal,
  stagesToPick,
} from '../../../domain/lead/action-form.ts';
import { newestNews, stillStands } from '../../../domain/lead/as-seen.ts';
import { given } from '../../../domain/lead/draft.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { asTold } from '../../../domain/lead/told.ts';
import { actionPage, stagePage } from '../../../views/page/action-page.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { gonePage, notYoursPage } from '../../../views/page/notice-pages.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { onceKey } from '../once-key.ts';
import { typedIn } from '../typed-in.ts';
import { type ActOnManyDeps, actOnMany } from './act-on-many.ts';
import { answerCall } from './answer-call.ts';
import type { CaptureCallDeps } from './capture-call.ts';
import { type DismissSuspiciousDeps, dismissSuspicious } from './dismiss-suspicious.ts';
import { type DoActionDeps, doAction, type Tap, type WhenDone } from './do-action.ts';
import { type EnterAnswerDeps, enterAnswer } from './enter-answer.ts';
import { type ListNotedMailsDeps, listNotedMails } from './list-noted-mails.ts';
import { type ListRequestsDeps, listRequests } from './list-requests.ts';
import { type RescueDeps, rescue } from './rescue.ts';

export type AnswerStepDeps = DoActionDeps &
  RescueDeps &
  EnterAnswerDeps &
  CaptureCallDeps &
  ListNotedMailsDeps &
  ListRequestsDeps &
  ActOnManyDeps &
  DismissSuspiciousDeps;

/** Steps that are the business's: whoever may do them sees their pages. */
export type StepAction = Exclude<Action, 'view' | 'push' | 'hook' | 'stop' | 'not-me'>;

/** What somebody wants to do, and what he saw when he decided to. */
export interface AskedStep {
  readonly action: StepAction;
  /** Of an answer that is entered: the delivery of the mail. */
  readonly leadId: string | undefined;
  /** Of the lead when its page was made. */
  readonly generation: number | undefined;
  /** Which of the things that customers said it is about, by its key (`told.ts`). Absent: the newest. */
  readonly told: string | undefined;
  /** Tells the forms apart that may be sent twice. */
  readonly key: string;
  /** Where one goes once it is done. Absent: a page says so. */
  readonly whenDone?: WhenDone | undefined;
}

const isAboutMany = (action: Action): action is ManyAction => manyActions.some((one) => one === action);

/** Shows the form of a step (`GET`, `HEAD`), or does it (`POST`). */
export async function answerStep(
  request: HttpRequest,
  asked: AskedStep,
  deps: AnswerStepDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const { action, leadId } = asked;
  const { company, now, person } = context;
  if (action === 'capture-call') return answerCall(request, deps, context, asked.whenDone);
  if (action === 'rescue') return rescue(request, leadId ?? '', deps, context);
  if (action === 'noted-mails') return listNotedMails(request, deps, context);
  if (action === 'open-requests') return listRequests(deps, context);
  if (isAboutMany(action)) return actOnMany(request, action, deps, context);
  if (action === 'dismiss-suspicious') return dismissSuspicious(request, deps, context);
  if (action === 'enter-answer') return enterAnswer(request.method, leadId ?? '', deps);
  const found = leadId === undefined ? undefined : await deps.leads.load(leadId);
  if (!found) return htmlResponse(410, await gonePage(context));
  if (!mayDoWith(company, person, found, action, now)) return htmlResponse(403, await notYoursPage(context));
  const lead = asTold(found, asked.told);
  return request.method === 'POST'
    ? doAction(tapOf(request, { ...asked, action }, lead, person), deps, context)
    : showAction(request, { ...asked, action }, lead, context);
}

type AskedForm = AskedStep & { readonly action: FormAction };

const pickedStage = (text: string | null, action: FormAction, lead: Lead): Stage | undefined =>
  stagesToPick(action, lead).find((stage) => stage === text);

function tapOf(
  request: HttpRequest,
  { action, generation, key, whenDone }: AskedForm,
  lead: Lead,
  person: Callee | undefined,
): Tap {
  const typed = typedIn(request);
  const chosen = pickedStage(typed.get('to') ?? request.query.get('to'), action, lead);
  // Who goes back and sends something else says it anew.
  const once = typed.has('shownAt') ? onceKey(key, `${typed}`) : undefined;
  return { action, lead, generation, key: once, person: person?.name, chosen, typed, whenDone };
}

async function showAction(
  request: HttpRequest,
  { action, generation }: AskedForm,
  lead: Lead,
  context: PageContext,
): Promise<HttpResponse> {
  const chosen = pickedStage(request.query.get('to'), action, lead);
  const form = actionForm(action, chosen);
  // An address that does not say what somebody saw is opened as the lead stands now.
  if (!form?.anyTime && generation !== undefined && !stillStands(lead, generation)) {
    const since = newestNews(lead)?.at;
    return htmlResponse(200, await outcomePage(lead, { what: 'outdated', ...given({ since }) }, context));
  }
  const fact = factOf(action);
  if (fact && newestProposal(lead, fact) === undefined) {
    return htmlResponse(200, await outcomePage(lead, { what: 'already-done' }, context));
  }
  return htmlResponse(
    200,
    form
      ? await actionPage(lead, { form, chosen, fresh: generation === undefined }, context)
      : await stagePage(lead, action, context),
  );
}
