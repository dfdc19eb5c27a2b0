/** The page of a request as it stands, also where one of its forms was sent and did nothing. */
import { isHis, mayDoWith } from '../../domain/business/recipients.ts';
import type { Action } from '../../domain/lead/action.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { leadUrl } from '../../views/desk/places.ts';
import { isShown } from '../../views/desk/request/files.ts';
import { type RequestPage, requestPage } from '../../views/desk/request/request-page.ts';
import { offeredFiles } from '../../views/page/mail-parts.ts';
import { gonePage, notYoursPage } from '../../views/page/notice-pages.ts';
import type { Done } from '../../views/words/desk/request.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { type LookAheadDeps, lookAhead } from '../shared/next-mail.ts';
import { deskResponse, mayLoad, sameWhile, seeOther } from './desk-response.ts';

export interface RequestDeps extends LookAheadDeps {
  readonly leads: Pick<LeadStore, 'load' | 'loadArchive'>;
  readonly mailFiles: Pick<MailFiles, 'fileLink'>;
  readonly publicUrl: string;
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
  const events = [...archived, ...lead.timeline];
  const headers = mayLoad(await sitesOfPhotos(events, deps));
  const page = await requestPage({ ...shown, lead, ahead, events }, context);
  return sameWhile(deskResponse(status, page, headers), context.now, lead.version);
}

/** Photos lie in a bucket with an address of its own, to which the links on the page lead. */
async function sitesOfPhotos(
  events: readonly LeadEvent[],
  { mailFiles, publicUrl }: RequestDeps,
): Promise<readonly string[]> {
  const photo = offeredFiles([...events]).find(isShown);
  if (!photo) return [];
  const { protocol, origin } = new URL(await mailFiles.fileLink(photo.kept.id, photo.file), publicUrl);
  return protocol.startsWith('http') && origin !== new URL(publicUrl).origin ? [origin] : [];
}

/** Back to the page, at the place where something was done. */
export const backTo = (leadId: string, done: Done, place: string): HttpResponse =>
  seeOther(`${leadUrl(leadId)}?done=${done}#${place}`);

/**
 * The request that a form is about, for whoever may act on it.
 * @param action the step that the form is, if there is one.
 */
export async function loadForForm(
  request: HttpRequest,
  deps: RequestDeps,
  context: DeskContext,
  action?: Action,
): Promise<{ readonly lead: Lead } | { readonly response: HttpResponse }> {
  const lead = await deps.leads.load(request.pathParameters.id ?? '');
  if (!lead || isErased(lead)) return { response: deskResponse(410, await gonePage(context)) };
  const { company, person, now } = context;
  const may = action ? mayDoWith(company, person, lead, action, now) : isHis(company, person, lead, now);
  if (!may) {
    return { response: deskResponse(403, await notYoursPage(context)) };
  }
  return { lead };
}
