/** Where a step is begun, done and taken back: the page one was on, which then says what was done. */
import type { Action } from '../../domain/lead/action.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadUrl } from '../../views/desk/places.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { ownPath, seeOther } from './desk-response.ts';

/** What a page is told by its address of a step that led to it. */
const toldNames = ['did', 'of', 'at'] as const;

/** Pages about one thing lead back to where that was picked. */
const ofOneThing = /^\/desk\/(?:leads|aside)\/[^/]+/;

/** The page that steps from here lead back to; `undefined`: that of their lead. */
export function wayBack({ path, query }: Pick<HttpRequest, 'path' | 'query'>): string | undefined {
  return ofOneThing.test(path) ? ownPath(query.get('back')) : ownPath(pageItself({ path, query }));
}

/** The address of a page without what it was told of a step. */
export function pageItself({ path, query }: Pick<HttpRequest, 'path' | 'query'>): string {
  const rest = new URLSearchParams(query);
  for (const name of toldNames) rest.delete(name);
  return rest.size > 0 ? `${path}?${rest}` : path;
}

/** Back to the page, which says what was done and offers to take it back. */
export function leadBack(
  back: string | undefined,
  { did, lead, at }: { readonly did: Action | 'undo'; readonly lead: Lead; readonly at: string },
): HttpResponse {
  const [path = '', query] = (back ?? leadUrl(lead.id)).split('#')[0]?.split('?') ?? [];
  const told = new URLSearchParams(query);
  told.set('did', did);
  told.set('of', lead.id);
  told.set('at', at);
  return seeOther(`${path}?${told}`);
}

/** After a step that was asked for by this request. */
export const afterStep =
  (request: HttpRequest, did: Action) =>
  (lead: Lead, [first]: readonly LeadEvent[]): HttpResponse =>
    leadBack(ownPath(request.query.get('back')), { did, lead, at: first?.at ?? lead.movedAt });
