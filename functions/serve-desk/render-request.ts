/** The page of a request as it stands, also where one of its forms was sent and did nothing. */
import { maySee } from '../../domain/business/recipients.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { leadUrl } from '../../views/desk/places.ts';
import { type RequestPage, requestPage } from '../../views/desk/request/request-page.ts';
import { gonePage, notYoursPage } from '../../views/page/notice-pages.ts';
import type { Done } from '../../views/words/desk/request.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { type LookAheadDeps, lookAhead } from '../shared/next-mail.ts';
import { deskResponse, seeOther } from './desk-response.ts';

export interface RequestDeps extends LookAheadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'loadArchive'>;
}

export async function renderRequest(
  status: number,
  lead: Lead,
  shown: Pick<RequestPage, 'done' | 'attempt'>,
  deps: RequestDeps,
  context: DeskContext,
): Promise<HttpResponse> {
  const archived = lead.archivedEvents ? await deps.leads.loadArchive(lead.id) : [];
  const ahead = await lookAhead(lead, deps);
  const page = { ...shown, lead, ahead, events: [...archived, ...lead.timeline] };
  return deskResponse(status, await requestPage(page, context));
}

/** Back to the page, at the place where something was done. */
export const backTo = (leadId: string, done: Done, place: string): HttpResponse =>
  seeOther(`${leadUrl(leadId)}?done=${done}#${place}`);

/**
 * The request that a form is about.
 * @param forAll whether it may be sent by whoever only reads it.
 */
export async function loadForForm(
  request: HttpRequest,
  deps: RequestDeps,
  context: DeskContext,
  forAll = false,
): Promise<{ readonly lead: Lead } | { readonly response: HttpResponse }> {
  const lead = await deps.leads.load(request.pathParameters.id ?? '');
  if (!lead || isErased(lead)) return { response: deskResponse(410, await gonePage(context)) };
  if (!forAll && !maySee(context.company, context.person, lead, context.now)) {
    return { response: deskResponse(403, await notYoursPage(context)) };
  }
  return { lead };
}

/** A form that does not say when it was shown counts as one of a moment ago. */
const shownMinutes = 5;

/** When the form was shown. */
export function shownSince(typed: URLSearchParams, now: Moment): Moment {
  const shownAt = typed.get('shownAt') ?? '';
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(shownAt) && shownAt <= now;
  return isMoment ? shownAt : addMinutes(now, -shownMinutes);
}
