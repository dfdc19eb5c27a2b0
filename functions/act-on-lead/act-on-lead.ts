/** One-click actions: looking shows, pressing the button acts. */
import { type Callee, personOf } from '../../domain/business/people.ts';
import { mayDo, maySee } from '../../domain/business/recipients.ts';
import { type Action, actionKeys, type ManyAction, manyActions } from '../../domain/lead/action.ts';
import {
  actionForm,
  type FormAction,
  factOf,
  newestProposal,
  stagesToPick,
} from '../../domain/lead/action-form.ts';
import { stillStands } from '../../domain/lead/as-seen.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import { asTold } from '../../domain/lead/told.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { LinkClaims, SignedLinks } from '../../domain/ports/signed-links.ts';
import { actionPage, stagePage } from '../../views/page/action-page.ts';
import { leadPage } from '../../views/page/lead-page.ts';
import type { PageContext } from '../../views/page/lead-parts.ts';
import { forbiddenPage, gonePage, notYoursPage } from '../../views/page/notice-pages.ts';
import { outcomePage } from '../../views/page/outcome-page.ts';
import { notMeDonePage, notMePage, stopPage, stoppedPage } from '../../views/page/stop-pages.ts';
import { actionLink, pushLink, viewLink } from '../shared/action-links.ts';
import type { CarryOutAnswerDeps } from '../shared/carry-out-answer.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { onceKey } from '../shared/once-key.ts';
import { type ActOnManyDeps, actOnMany } from './act-on-many.ts';
import { answerCall } from './answer-call.ts';
import type { CaptureCallDeps } from './capture-call.ts';
import { type DismissSuspiciousDeps, dismissSuspicious } from './dismiss-suspicious.ts';
import { type DoActionDeps, doAction, type Tap } from './do-action.ts';
import { enterAnswer } from './enter-answer.ts';
import { type FindMailDeps, showMail } from './find-mail.ts';
import { type ListNotedMailsDeps, listNotedMails } from './list-noted-mails.ts';
import { type ListRequestsDeps, listRequests } from './list-requests.ts';
import { type PushOnDeviceDeps, pushOnDevice } from './push-on-device.ts';
import { typedIn } from './read-answers.ts';
import { type RescueDeps, rescue } from './rescue.ts';
import { type ShowHookDeps, showHook } from './show-hook.ts';
import { disownLead, type StopMailsDeps, stopMails } from './stop-mails.ts';

export type ActOnLeadDeps = DoActionDeps &
  RescueDeps &
  CarryOutAnswerDeps &
  FindMailDeps &
  CaptureCallDeps &
  ListNotedMailsDeps &
  ListRequestsDeps &
  ShowHookDeps &
  PushOnDeviceDeps &
  ActOnManyDeps &
  DismissSuspiciousDeps &
  StopMailsDeps & {
    readonly links: SignedLinks;
    /** Absent: no mails are received. */
    readonly replyAddresses: ReplyAddresses | undefined;
  };

/**
 * `GET` and `HEAD /a/{token}` show what a signed link is for and change nothing, whoever follows it: mail scanners do.
 * `POST` does it. The token is all the permission there is, so it is never logged.
 */
export async function actOnLead(request: HttpRequest, deps: ActOnLeadDeps): Promise<HttpResponse> {
  const response = await answer(request, deps);
  return request.method === 'HEAD' ? { ...response, body: '' } : response;
}

const methods = ['GET', 'HEAD', 'POST'];

const isAboutMany = (action: Action): action is ManyAction => manyActions.some((one) => one === action);

async function answer(request: HttpRequest, deps: ActOnLeadDeps): Promise<HttpResponse> {
  const { company } = deps;
  if (!methods.includes(request.method)) {
    return htmlResponse(405, await forbiddenPage(company), { headers: { allow: methods.join(', ') } });
  }
  const now = deps.clock.now();
  const claims = deps.links.read(request.pathParameters.token ?? '', now);
  const action = actionKeys.find((key) => key === claims?.action);
  if (!claims || !action) return htmlResponse(403, await forbiddenPage(company));
  const person = claims.person === undefined ? undefined : personOf(company, claims.person);
  if (!mayDo(person, action)) return htmlResponse(403, await notYoursPage(company));
  const { replyAddresses } = deps;
  const context: PageContext = {
    company,
    now,
    person,
    linkTo: (step, lead, told) => actionLink(deps.links, lead, step, now, claims.person, told).url,
    viewUrl: (leadId) => viewLink(deps.links, leadId, now, claims.person),
    ...(person && { pushUrl: pushLink(deps.links, person.key, now) }),
    ...(replyAddresses && { writeTo: (leadId: string) => replyAddresses.sign(leadId) }),
  };
  if (action === 'capture-call') return answerCall(request, deps, context);
  if (action === 'rescue') return rescue(request, claims.leadId ?? '', deps, context);
  if (action === 'push') {
    return person
      ? pushOnDevice(request, person, deps, context)
      : htmlResponse(403, await forbiddenPage(company));
  }
  if (action === 'hook') return showHook(claims.leadId ?? '', deps, context);
  if (action === 'noted-mails') return listNotedMails(request, deps, context);
  if (action === 'open-requests') return listRequests(deps, context);
  if (isAboutMany(action)) return actOnMany(request, action, deps, context);
  if (action === 'dismiss-suspicious') return dismissSuspicious(request, deps, context);
  if (action === 'enter-answer') return enterAnswer(request.method, claims.leadId ?? '', deps);
  const found = claims.leadId === undefined ? undefined : await deps.leads.load(claims.leadId);
  const lead = found && asTold(found, claims.told);
  if (action === 'stop') return answerStop(request, lead, deps);
  if (action === 'not-me') return answerNotMe(request, lead, deps);
  if (!lead) return htmlResponse(410, await gonePage(company));
  if (!maySee(company, person, lead, now)) return htmlResponse(403, await notYoursPage(company));
  if (action === 'view') {
    return request.query.has('mail')
      ? showMail(lead, request.query, deps)
      : htmlResponse(200, await leadPage(lead, context));
  }
  return request.method === 'POST'
    ? doAction(tapOf(request, action, claims, lead, person), deps, context)
    : showAction(request, action, claims, lead, context);
}

const pickedStage = (text: string | null, action: FormAction, lead: Lead): Stage | undefined =>
  stagesToPick(action, lead).find((stage) => stage === text);

function tapOf(
  request: HttpRequest,
  action: FormAction,
  claims: LinkClaims,
  lead: Lead,
  person: Callee | undefined,
): Tap {
  const typed = typedIn(request);
  const chosen = pickedStage(typed.get('to') ?? request.query.get('to'), action, lead);
  // Who goes back and sends something else says it anew.
  const key = typed.has('shownAt') ? onceKey(request.pathParameters.token ?? '', `${typed}`) : undefined;
  return { action, lead, generation: claims.generation, key, person: person?.name, chosen, typed };
}

async function showAction(
  request: HttpRequest,
  action: FormAction,
  claims: LinkClaims,
  lead: Lead,
  context: PageContext,
): Promise<HttpResponse> {
  const chosen = pickedStage(request.query.get('to'), action, lead);
  const form = actionForm(action, chosen);
  if (!form?.anyTime && !stillStands(lead, claims.generation)) {
    return htmlResponse(200, await outcomePage(lead, { what: 'outdated' }, context));
  }
  const fact = factOf(action);
  if (fact && newestProposal(lead, fact) === undefined) {
    return htmlResponse(200, await outcomePage(lead, { what: 'already-done' }, context));
  }
  return htmlResponse(
    200,
    form ? await actionPage(lead, { form, chosen }, context) : await stagePage(lead, action, context),
  );
}

async function answerStop(
  request: HttpRequest,
  lead: Lead | undefined,
  deps: ActOnLeadDeps,
): Promise<HttpResponse> {
  const language = lead?.contact.language ?? 'de';
  if (request.method !== 'POST') return htmlResponse(200, await stopPage(language, deps.company));
  await stopMails(lead, deps);
  deps.log.info('Mails stopped by the customer', { leadId: lead?.id });
  return htmlResponse(200, await stoppedPage(language, deps.company));
}

async function answerNotMe(
  request: HttpRequest,
  lead: Lead | undefined,
  deps: ActOnLeadDeps,
): Promise<HttpResponse> {
  const language = lead?.contact.language ?? 'de';
  if (request.method !== 'POST') return htmlResponse(200, await notMePage(language, deps.company));
  await disownLead(lead, deps);
  deps.log.info('Disowned by whoever has the address', { leadId: lead?.id });
  return htmlResponse(200, await notMeDonePage(language, deps.company));
}
