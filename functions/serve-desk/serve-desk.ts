/** The desk: what owner, office and staff look at, behind a login. */
import type { Callee } from '../../domain/business/people.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import { iconOf, manifestOf } from '../../views/desk/app-icon.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import { deskPage } from '../../views/desk/frame.ts';
import {
  foreignFormPage,
  notFoundPage,
  ownerOnlyPage,
  wrongMethodPage,
} from '../../views/desk/notice-pages.ts';
import {
  iconUrl,
  knownCallerUrl,
  leadUrl,
  loginUrl,
  logoutUrl,
  manifestUrl,
  optionsOf,
  passkeyUrls,
  rescueUrl,
  stepUrl,
} from '../../views/desk/places.ts';
import { deskScript, deskScriptName } from '../../views/desk/script.ts';
import { deskStyle, deskStyleName } from '../../views/desk/style.ts';
import type { ToldStep } from '../../views/desk/told-step.ts';
import { encodeResponse } from '../shared/http-encoding.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { assetResponse, dailyResponse, deskResponse, seeOther } from './desk-response.ts';
import { type DeskRoute, readPath } from './desk-route.ts';
import { withoutUnproven, withProof } from './done.ts';
import { confirmLogin, type LogInDeps, sendLoginLink, showLogin } from './log-in.ts';
import { isOwnForm } from './own-form.ts';
import { logInByPasskey, loginOptions } from './passkeys.ts';
import { type DeskDeps, deskRoutes } from './routes.ts';
import { ledOut, prolongSession, whoIsLoggedIn } from './session.ts';
import { announceStep, newsTag } from './show-news.ts';
import { tellStep } from './tell-step.ts';
import { wayBack } from './way-back.ts';

export type ServeDeskDeps = DeskDeps &
  LogInDeps & {
    /** Absent: no mails are received. */
    readonly replyAddresses: ReplyAddresses | undefined;
  };

/** `GET` and `HEAD` change nothing; `POST` does what a form of our own asks for. */
export async function serveDesk(request: HttpRequest, deps: ServeDeskDeps): Promise<HttpResponse> {
  const response = await encodeResponse(request, await answer(request, deps));
  return request.method === 'HEAD' ? { ...response, body: '' } : response;
}

async function answer(request: HttpRequest, deps: ServeDeskDeps): Promise<HttpResponse> {
  const { method, path } = request;
  const isForm = method === 'POST';
  if (!isForm && method !== 'GET' && method !== 'HEAD')
    return deskResponse(405, await wrongMethodPage(deps.company), { allow: 'GET, HEAD, POST' });
  if (!isForm && path.endsWith('/')) return withoutSlash(request);
  if (isForm && !isOwnForm(request, deps.publicUrl))
    return deskResponse(403, await foreignFormPage(deps.company));
  const asset = readPath('/desk/assets/{name}', path)?.name;
  if (asset !== undefined) return showAsset(asset, deps);
  if (path === manifestUrl) return dailyResponse('application/manifest+json', manifestOf(deps.company));
  if (path === iconUrl) return dailyResponse('image/svg+xml', iconOf(deps.company));
  if (path === loginUrl) return isForm ? sendLoginLink(request, deps) : showLogin(request, deps);
  if (isForm && path === passkeyUrls.login) return logInByPasskey(request, deps);
  if (isForm && path === optionsOf(passkeyUrls.login)) return loginOptions(deps);
  const token = readPath(`${loginUrl}/{token}`, path)?.token;
  if (token !== undefined) return confirmLogin(request, token, deps);

  const now = deps.clock.now();
  const loggedIn = await whoIsLoggedIn(request, now, deps);
  if (!loggedIn) {
    const to = isForm ? '/desk' : `${path}${request.query.size > 0 ? `?${request.query}` : ''}`;
    return seeOther(to === '/desk' ? loginUrl : `${loginUrl}?${new URLSearchParams({ to })}`);
  }
  const { person, session } = loggedIn;
  if (path === logoutUrl && isForm) {
    await deps.sessions.end(person.key, session.id);
    return ledOut(deps);
  }
  const found = findRoute(path);
  const told = isForm ? undefined : await tellStep(request, deps, now);
  // Before the page is read: what comes meanwhile is news.
  const news = found?.route.live && !isForm ? newsTag(await deps.news.read()) : undefined;
  const context = contextOf({ news, person, session: session.id, request, route: found?.route, told }, deps);
  const page = isForm ? found?.route.post : found?.route.get;
  if (!found || !page) return deskResponse(404, await notFoundPage(context));
  if (found.route.for === 'owner' && person.role !== 'owner') {
    return deskResponse(403, await ownerOnlyPage(context));
  }
  const seen = { session: session.id, now, links: deps.links };
  const asked = isForm ? request : withoutUnproven(request, seen);
  const answered = await page({ ...asked, pathParameters: found.values }, deps, context);
  const response = isForm ? withProof(answered, seen) : answered;
  if (isForm && response.status === 303) await announceStep(session.id, deps);
  // The page ended the session itself.
  if (response.cookies) return response;
  const cookie = await prolongSession(loggedIn, now, deps);
  return cookie === undefined ? response : { ...response, cookies: [cookie] };
}

/** As people type it: `/desk/`. */
const withoutSlash = ({ path, query }: HttpRequest): HttpResponse => ({
  status: 308,
  headers: {
    location: `${path.replace(/\/+$/, '')}${query.size > 0 ? `?${query}` : ''}`,
    'cache-control': 'no-store',
  },
  body: '',
});

function findRoute(path: string) {
  for (const route of deskRoutes) {
    const values = readPath(route.path, path);
    if (values) return { route, values };
  }
  return undefined;
}

interface Looked {
  readonly person: Callee;
  readonly session: string;
  readonly request: HttpRequest;
  readonly route: DeskRoute<DeskDeps> | undefined;
  readonly told: ToldStep | undefined;
  readonly news: string | undefined;
}

function contextOf(
  { person, session, request, route, told, news }: Looked,
  { company, clock, replyAddresses }: ServeDeskDeps,
): DeskContext {
  const back = wayBack(request);
  return {
    company,
    now: clock.now(),
    person,
    session,
    linkTo: (action, lead, about) => stepUrl(lead, action, about, back),
    viewUrl: leadUrl,
    rescueUrl,
    knownCallerUrl,
    ...(replyAddresses && { writeTo: (leadId: string) => replyAddresses.sign(leadId) }),
    frame: (page) => deskPage(page, { company, person, place: route?.place, wide: route?.wide, told, news }),
  };
}

function showAsset(name: string, { company }: ServeDeskDeps): HttpResponse {
  if (name === deskScriptName) return assetResponse('text/javascript; charset=utf-8', deskScript);
  if (name === deskStyleName(company)) return assetResponse('text/css; charset=utf-8', deskStyle(company));
  // Of a page that was loaded before the last change: it gets what is there now, and asks again next time.
  if (/^desk-\w+\.css$/.test(name)) {
    const response = assetResponse('text/css; charset=utf-8', deskStyle(company));
    return { ...response, headers: { ...response.headers, 'cache-control': 'no-cache' } };
  }
  return { status: 404, headers: { 'cache-control': 'no-store' }, body: '' };
}
