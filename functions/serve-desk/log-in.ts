/** Getting in by a link that comes by mail: asked for, sent, confirmed. */
import { type Callee, personAt, personOf } from '../../domain/business/people.ts';
import { normaliseEmail } from '../../domain/capture/contact-data.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { confirmLoginPage, linkSentPage, loginOverPage, loginPage } from '../../views/desk/login-pages.ts';
import { deskHome, loginUrl } from '../../views/desk/places.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { loginLinkMail } from '../../views/mail/login-link.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import type { Log } from '../shared/logger.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import { typedIn } from '../shared/steps/read-answers.ts';
import { deskResponse, ownPath, seeOther } from './desk-response.ts';
import { beginSession, type SessionDeps } from './session.ts';
import { tokenOf } from './token.ts';

export interface LogInDeps extends SessionDeps {
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** `https://...`, without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Log;
}

const claimedAction = 'desk-login';
const linkHolds = 'PT15M';

/** Where one wants to go once one is in. */
const wanted = (query: URLSearchParams): string => {
  const to = ownPath(query.get('to'));
  return to === undefined ? '' : `?${new URLSearchParams({ to })}`;
};

export async function showLogin(_: HttpRequest, { company }: LogInDeps): Promise<HttpResponse> {
  return deskResponse(200, await loginPage(company));
}

/** The same answer for whoever works here and for everybody else. */
export async function sendLoginLink(request: HttpRequest, deps: LogInDeps): Promise<HttpResponse> {
  const { company, clock, log } = deps;
  const typed = typedIn(request).get('email')?.trim() ?? '';
  const email = normaliseEmail(typed);
  if (!email) return deskResponse(422, await loginPage(company, { typed, fault: true }));
  const person = personAt(company, email);
  if (person) {
    const url = loginLink(person, clock.now(), deps, wanted(request.query));
    const content = loginLinkMail(company, url);
    const headers = mailHeaders({ class: 'timer', about: 'desk' });
    await deps.mailer.send(mailFrame(company, clock.now(), { to: [person.email], content, headers }));
  }
  log.info('A link to log in was asked for', { known: person !== undefined });
  return deskResponse(200, await linkSentPage(company, email));
}

/** The link that gets somebody in, once, within a quarter of an hour. */
export function loginLink(
  person: Callee,
  now: Moment,
  { links, ids, publicUrl }: Pick<LogInDeps, 'links' | 'ids' | 'publicUrl'>,
  query = '',
): string {
  const expiresAt = addDuration(now, linkHolds);
  const nonce = ids.newLeadId();
  return `${publicUrl}${loginUrl}/${tokenOf(links, { action: claimedAction, leadId: nonce, person: person.key, expiresAt })}${query}`;
}

/** Looking shows whom it lets in, and uses nothing up: mail scanners look. Pressing the button does. */
export async function confirmLogin(
  request: HttpRequest,
  token: string,
  deps: LogInDeps,
): Promise<HttpResponse> {
  const { company, links, clock, sessions, log } = deps;
  const now = clock.now();
  const claims = links.read(token, now);
  const person = claims?.person === undefined ? undefined : personOf(company, claims.person);
  if (claims?.action !== claimedAction || claims.leadId === undefined || !person) {
    return deskResponse(403, await loginOverPage(company));
  }
  if (request.method !== 'POST') return deskResponse(200, await confirmLoginPage(company, person));
  if (!(await sessions.claimOnce(claims.leadId, claims.expiresAt))) {
    return deskResponse(403, await loginOverPage(company));
  }
  log.info('Somebody logged in');
  const cookie = await beginSession(person, request, now, deps);
  return seeOther(ownPath(request.query.get('to')) ?? deskHome, [cookie]);
}
