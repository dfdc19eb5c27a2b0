/** What a page says was done a moment ago, as its address says: only to whoever did it, and only for a while. */
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { onceKey } from '../shared/once-key.ts';
import { tokenOf } from './token.ts';

interface Seen {
  readonly session: string;
  readonly now: Moment;
  readonly links: SignedLinks;
}

const claimedAction = 'desk-done';
const names = ['done', 'joined'] as const;
const proofName = 'proof';
/** As long as somebody may look at the page and load it again. */
const isSaidFor = 'PT15M';

/** Of one browser, one page and one thing, in the letters of a link. */
const idOf = (session: string, path: string, query: URLSearchParams): string =>
  onceKey(session, path, ...names.map((name) => query.get(name) ?? '')).replaceAll('_', '-');

const saysDone = (query: URLSearchParams): boolean => names.some((name) => query.has(name));

/** Where a form leads that says what was done: so that the page believes it. */
export function withProof(response: HttpResponse, { session, now, links }: Seen): HttpResponse {
  const { location } = response.headers;
  if (response.status !== 303 || location === undefined) return response;
  const url = new URL(location, 'https://desk.invalid');
  if (!saysDone(url.searchParams)) return response;
  const leadId = idOf(session, url.pathname, url.searchParams);
  const token = tokenOf(links, { action: claimedAction, leadId, expiresAt: addDuration(now, isSaidFor) });
  const proof = `&${new URLSearchParams({ [proofName]: token })}`;
  return {
    ...response,
    headers: { ...response.headers, location: `${url.pathname}${url.search}${proof}${url.hash}` },
  };
}

/** What somebody typed into the address, or found in a message, is not said. */
export function withoutUnproven(request: HttpRequest, { session, now, links }: Seen): HttpRequest {
  const { path, query } = request;
  if (!saysDone(query)) return request;
  const claims = links.read(query.get(proofName) ?? '', now);
  if (claims?.action === claimedAction && claims.leadId === idOf(session, path, query)) return request;
  const rest = new URLSearchParams(query);
  for (const name of names) rest.delete(name);
  return { ...request, query: rest };
}
