/** One-click actions: looking shows, pressing the button acts. */
import { actionKeys } from '../../domain/lead/action.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../domain/lead/pipeline.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { LinkClaims } from '../../domain/ports/signed-links.ts';
import { type FormAction, formOf, stagesOf } from '../../views/page/action-forms.ts';
import { formPage, stagePage } from '../../views/page/form-page.ts';
import { leadPage, outcomePage } from '../../views/page/lead-page.ts';
import { whereIs } from '../../views/page/mail-parts.ts';
import { forbiddenPage, gonePage, noFilePage } from '../../views/page/notice-pages.ts';
import type { PageContext } from '../../views/page/page-parts.ts';
import { type HttpRequest, type HttpResponse, htmlResponse } from '../shared/http-handler.ts';
import { retryAfter } from '../shared/take-submission.ts';
import { callPage, captureCall } from './capture-call.ts';
import { type DoActionDeps, doAction, outdated, type Tap } from './do-action.ts';
import { type RescueDeps, rescue } from './rescue.ts';
import { stopMails, stopPage, stoppedPage } from './stop-mails.ts';

export type ActOnLeadDeps = DoActionDeps &
  RescueDeps & {
    readonly leads: Pick<LeadStore, 'loadArchive'>;
    readonly mailFiles: Pick<MailFiles, 'fileLink' | 'rawLink'>;
  } & Parameters<typeof captureCall>[1] &
  Parameters<typeof stopMails>[1];

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
    return htmlResponse(405, await forbiddenPage(company), { headers: { allow: methods.join(', ') } });
  }
  const claims = deps.links.read(request.pathParameters.token ?? '', deps.clock.now());
  const action = actionKeys.find((key) => key === claims?.action);
  if (!claims || !action) return htmlResponse(403, await forbiddenPage(company));
  if (action === 'capture-call') return answerCall(request, deps);
  const context: PageContext = { company, links: deps.links, now: deps.clock.now() };
  if (action === 'rescue') return rescue(request.method, claims.leadId ?? '', deps, context);
  const lead = claims.leadId === undefined ? undefined : await deps.leads.load(claims.leadId);
  if (action === 'stop') return answerStop(request, lead, deps);
  if (!lead) return htmlResponse(410, await gonePage(company));
  if (action === 'view') {
    return request.query.has('mail')
      ? showMail(lead, request, deps)
      : htmlResponse(200, await leadPage(lead, context));
  }
  return request.method === 'POST'
    ? doAction(tapOf(request, action, claims, lead), deps, context)
    : showAction(request, action, claims, lead, context);
}

/** Leads to a mail or file of this lead: the address it leads to holds for minutes. */
async function showMail(lead: Lead, { query }: HttpRequest, deps: ActOnLeadDeps): Promise<HttpResponse> {
  const location = await whereIs(lead, query, deps);
  if (location === undefined) return htmlResponse(404, await noFilePage(deps.company));
  return {
    status: 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: '',
  };
}

const formOfBody = ({ body }: HttpRequest) => new URLSearchParams(body.toString('utf8'));

function pickedStage(text: string | null, action: FormAction, lead: Lead): Stage | undefined {
  const stage = stageKeys.find((key) => key === text);
  return stage !== undefined && stagesOf(action, lead).includes(stage) ? stage : undefined;
}

function tapOf(request: HttpRequest, action: FormAction, claims: LinkClaims, lead: Lead): Tap {
  const typed = formOfBody(request);
  const chosen = pickedStage(typed.get('to') ?? request.query.get('to'), action, lead);
  return { action, lead, generation: claims.generation, chosen, typed };
}

async function showAction(
  request: HttpRequest,
  action: FormAction,
  claims: LinkClaims,
  lead: Lead,
  context: PageContext,
): Promise<HttpResponse> {
  if (claims.generation !== lead.generation) {
    return htmlResponse(200, await outcomePage(lead, outdated, context));
  }
  const chosen = pickedStage(request.query.get('to'), action, lead);
  const form = formOf(action, chosen);
  const stages = stagesOf(action, lead);
  if (!form) return htmlResponse(200, await stagePage(lead, action, stages, context));
  const fields = form.fields(lead, context);
  return htmlResponse(200, await formPage(lead, { form, fields, chosen, others: stages }, context));
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

async function answerCall(request: HttpRequest, deps: ActOnLeadDeps): Promise<HttpResponse> {
  if (request.method !== 'POST') return htmlResponse(200, await callPage(deps));
  const captured = await captureCall(formOfBody(request), deps);
  if ('again' in captured) {
    const headers = captured.status === 503 ? retryAfter : {};
    return htmlResponse(captured.status, await captured.again, { headers });
  }
  const { lead, created, queued } = captured;
  deps.log.info('Call captured', { leadId: lead.id, stage: lead.stage, created });
  const title = created ? 'Anruf erfasst' : 'Schon erledigt';
  const later = queued ? ' Die Knöpfe gelten in einigen Minuten: Sie wird gerade gespeichert.' : '';
  const detail = created
    ? `Die Anfrage hat die Nummer ${lead.id}.${later}`
    : 'Dieser Anruf ist schon erfasst.';
  const context = { company: deps.company, links: deps.links, now: deps.clock.now() };
  return htmlResponse(200, await outcomePage(lead, { title, detail, done: created }, context));
}
