/** One-click actions: looking shows, pressing the button acts. */
import { personOf } from '../../domain/business/people.ts';
import { mayDo, maySee } from '../../domain/business/recipients.ts';
import { actionKeys } from '../../domain/lead/action.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { asTold } from '../../domain/lead/told.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { LinkClaims, SignedLinks } from '../../domain/ports/signed-links.ts';
import { leadPage } from '../../views/page/lead-page.ts';
import type { PageContext } from '../../views/page/lead-parts.ts';
import { forbiddenPage, gonePage, notYoursPage } from '../../views/page/notice-pages.ts';
import { notMeDonePage, notMePage, stopPage, stoppedPage } from '../../views/page/stop-pages.ts';
import { actionLink, pushLink, rescueLink, viewLink } from '../shared/action-links.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { type AnswerStepDeps, answerStep } from '../shared/steps/answer-step.ts';
import { type FindMailDeps, showMail } from '../shared/steps/find-mail.ts';
import { type PushOnDeviceDeps, pushOnDevice } from '../shared/steps/push-on-device.ts';
import { type ShowHookDeps, showHook } from './show-hook.ts';
import { disownLead, type StopMailsDeps, stopMails } from './stop-mails.ts';

export type ActOnLeadDeps = AnswerStepDeps &
  FindMailDeps &
  ShowHookDeps &
  PushOnDeviceDeps &
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

async function answer(request: HttpRequest, deps: ActOnLeadDeps): Promise<HttpResponse> {
  const { company } = deps;
  if (!methods.includes(request.method)) {
    return htmlResponse(405, await forbiddenPage({ company }), { headers: { allow: methods.join(', ') } });
  }
  const now = deps.clock.now();
  const { token = '' } = request.pathParameters;
  const claims = deps.links.read(token, now);
  const action = actionKeys.find((key) => key === claims?.action);
  if (!claims || !action) return htmlResponse(403, await forbiddenPage({ company }));
  const person = claims.person === undefined ? undefined : personOf(company, claims.person);
  // Whose link it was works here no more.
  if (claims.person !== undefined && !person) return htmlResponse(403, await forbiddenPage({ company }));
  if (!mayDo(person, action)) return htmlResponse(403, await notYoursPage({ company }));
  const { replyAddresses } = deps;
  const context: PageContext = {
    company,
    now,
    person,
    linkTo: (step, lead, told) => actionLink(deps.links, lead, step, now, claims.person, told).url,
    viewUrl: (leadId) => viewLink(deps.links, leadId, now, claims.person),
    rescueUrl: (asideId) => rescueLink(deps.links, asideId, now, claims.person),
    ...(person && { pushUrl: pushLink(deps.links, person.key, now) }),
    ...(replyAddresses && { writeTo: (leadId: string) => replyAddresses.sign(leadId) }),
  };
  if (action === 'push') {
    return person
      ? pushOnDevice(request, person, deps, context)
      : htmlResponse(403, await forbiddenPage(context));
  }
  if (action === 'hook') return showHook(claims.leadId ?? '', deps, context);
  if (action === 'view') return showLead(request, claims, deps, context);
  if (action === 'stop' || action === 'not-me') {
    const lead = claims.leadId === undefined ? undefined : await deps.leads.load(claims.leadId);
    return action === 'stop' ? answerStop(request, lead, deps) : answerNotMe(request, lead, deps);
  }
  const { leadId, generation, told } = claims;
  return answerStep(request, { action, leadId, generation, told, key: token }, deps, context);
}

async function showLead(
  { query }: HttpRequest,
  { leadId, told }: LinkClaims,
  deps: ActOnLeadDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const { company, now, person } = context;
  const found = leadId === undefined ? undefined : await deps.leads.load(leadId);
  if (!found) return htmlResponse(410, await gonePage(context));
  if (!maySee(company, person, found, now)) return htmlResponse(403, await notYoursPage(context));
  const lead = asTold(found, told);
  return query.has('mail') ? showMail(lead, query, deps) : htmlResponse(200, await leadPage(lead, context));
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
