/** Who is logged in: a signed cookie names the session, which can be ended at any time. */

import type { Company } from '../../domain/business/company.ts';
import { type Callee, personOf } from '../../domain/business/people.ts';
import type { DeskSession, DeskSessions } from '../../domain/ports/desk-sessions.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { loginUrl } from '../../views/desk/places.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { seeOther } from './desk-response.ts';
import { tokenOf } from './token.ts';

export interface SessionDeps {
  readonly sessions: DeskSessions;
  readonly links: SignedLinks;
  readonly company: Company;
  readonly ids: Ids;
  /** The desk is called by https alone. */
  readonly secure: boolean;
}

export interface LoggedIn {
  readonly person: Callee;
  readonly session: DeskSession;
}

const cookieName = 'desk';
const claimedAction = 'desk-session';
/** Rolling: whoever comes within it stays. */
const sessionHolds = 'P30D';
const sessionSeconds = 30 * 86_400;
/** Writing at each look would cost more than all looks; so often is enough to know a device again by when it was seen. */
const prolongedAfter = 'PT1H';
const maxUserAgent = 300;

/** @returns `undefined`: nobody, or nobody any more. */
export async function whoIsLoggedIn(
  request: HttpRequest,
  now: Moment,
  { sessions, links, company }: SessionDeps,
): Promise<LoggedIn | undefined> {
  const token = cookieOf(request);
  const claims = token === undefined ? undefined : links.read(token, now);
  if (claims?.action !== claimedAction || claims.person === undefined) return undefined;
  const person = personOf(company, claims.person);
  const session = person && (await sessions.find(person.key, claims.leadId ?? '', now));
  // Of somebody else who has the same key by now.
  if (!session || session.email !== person.email.toLowerCase()) return undefined;
  return { person, session };
}

/** Begins a session. @returns the cookie. */
export async function beginSession(
  person: Callee,
  request: HttpRequest,
  now: Moment,
  deps: SessionDeps,
): Promise<string> {
  const id = deps.ids.newLeadId();
  await deps.sessions.add({
    id,
    person: person.key,
    email: person.email.toLowerCase(),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, maxUserAgent),
    createdAt: now,
    seenAt: now,
    expiresAt: addDuration(now, sessionHolds),
  });
  return cookieFor(person.key, id, now, deps);
}

/** @returns the cookie of a session that goes on, once an hour. */
export async function prolongSession(
  { person, session }: LoggedIn,
  now: Moment,
  deps: SessionDeps,
): Promise<string | undefined> {
  if (addDuration(session.seenAt, prolongedAfter) > now) return undefined;
  await deps.sessions.prolong(person.key, session.id, now, addDuration(now, sessionHolds));
  return cookieFor(person.key, session.id, now, deps);
}

/** Leads out whose session is over: without his cookie, and without the pages that his browser keeps to ask whether they changed. */
export function ledOut(deps: Pick<SessionDeps, 'secure'>): HttpResponse {
  const led = seeOther(loginUrl, [endedCookie(deps)]);
  return { ...led, headers: { ...led.headers, 'clear-site-data': '"cache"' } };
}

const endedCookie = ({ secure }: Pick<SessionDeps, 'secure'>): string => cookie('', 0, secure);

function cookieFor(person: string, id: string, now: Moment, { links, secure }: SessionDeps): string {
  const expiresAt = addDuration(now, sessionHolds);
  return cookie(
    tokenOf(links, { action: claimedAction, leadId: id, person, expiresAt }),
    sessionSeconds,
    secure,
  );
}

const cookie = (value: string, seconds: number, secure: boolean): string =>
  `${cookieName}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

const cookieOf = ({ headers }: HttpRequest): string | undefined =>
  (headers.cookie ?? '')
    .split(/; */)
    .find((one) => one.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
