/** Getting in by a link that comes by mail: asked for, sent, confirmed. */
import { type Callee, personAt, personOf } from '../../domain/business/people.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import { networkOf } from '../../domain/limits/network.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { MailRefusedError, MailRejectedError, MailUncertainError } from '../../domain/ports/errors.ts';
import type { Limits } from '../../domain/ports/limits.ts';
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
import { typedIn } from '../shared/typed-in.ts';
import { deskResponse, ownPath, seeOther } from './desk-response.ts';
import { loginLinkHolds } from './devices.ts';
import { beginSession, type SessionDeps, whoIsLoggedIn } from './session.ts';
import { tokenOf } from './token.ts';

export interface LogInDeps extends SessionDeps {
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** `https://...`, without a slash at the end. */
  readonly publicUrl: string;
  readonly limits: Pick<Limits, 'claimAnswer' | 'countContact'>;
  /** Lets so much time go by. */
  readonly waitMillis: (millis: number) => Promise<unknown>;
  readonly log: Log;
}

const claimedAction = 'desk-login';

/** Where one wants to go once one is in. */
export const wanted = (query: URLSearchParams): string => {
  const to = ownPath(query.get('to'));
  return to === undefined ? '' : `?${new URLSearchParams({ to })}`;
};

export async function showLogin({ query }: HttpRequest, { company }: LogInDeps): Promise<HttpResponse> {
  return deskResponse(200, await loginPage(company, wanted(query)));
}

/** The same answer for whoever works here and for everybody else, after the same time. */
export async function sendLoginLink(request: HttpRequest, deps: LogInDeps): Promise<HttpResponse> {
  const { company } = deps;
  const typed = typedIn(request).get('email')?.trim() ?? '';
  // Loaded when first used: with it comes what reads telephone numbers.
  const { normaliseEmail } = await import('../../domain/capture/contact-data.ts');
  const email = normaliseEmail(typed);
  const query = wanted(request.query);
  if (!email) return deskResponse(422, await loginPage(company, query, { typed, fault: 'no-email' }));
  await Promise.all([
    deps.waitMillis(figures.login.answerMillis),
    mailLink(email, request.sourceIp, query, deps),
  ]);
  return deskResponse(200, await linkSentPage(company, email, query));
}

/** Counts the same for every address, and mails only to people of the business. */
async function mailLink(email: string, sourceIp: string, query: string, deps: LogInDeps): Promise<void> {
  const { company, clock, log } = deps;
  const now = clock.now();
  const person = personAt(company, email);
  if (!(await mayBeAskedFor(email.toLowerCase(), sourceIp, now, deps))) {
    log.warn('Too many links to log in were asked for', { known: person !== undefined });
    return;
  }
  log.info('A link to log in was asked for', { known: person !== undefined });
  if (!person) return;
  const content = loginLinkMail(company, loginLink(person, now, deps, query));
  const headers = mailHeaders({ class: 'timer', about: 'desk' });
  try {
    await deps.mailer.send(mailFrame(company, now, { to: [person.email], content, headers }));
  } catch (error) {
    // That it was tried tells that somebody here has this address.
    const isOfMail = [MailRefusedError, MailRejectedError, MailUncertainError].some(
      (named) => error instanceof named,
    );
    if (!isOfMail) throw error;
    log.error('A link to log in could not be sent', error);
  }
}

async function mayBeAskedFor(
  email: string,
  sourceIp: string,
  now: Moment,
  { limits, ids }: LogInDeps,
): Promise<boolean> {
  const network = networkOf(sourceIp);
  const [isWithin, counted] = await Promise.all([
    limits.claimAnswer(`login ${email}`, ids.newLeadId(), now, figures.login.mails),
    network === undefined ? undefined : limits.countContact(`login ${network}`, email, now),
  ]);
  return isWithin && (counted === undefined || counted.lastHour <= figures.login.addressesAnHour);
}

/** The link that gets somebody in, once, within a quarter of an hour. */
export function loginLink(
  person: Callee,
  now: Moment,
  { links, ids, publicUrl }: Pick<LogInDeps, 'links' | 'ids' | 'publicUrl'>,
  query = '',
): string {
  const expiresAt = addDuration(now, loginLinkHolds);
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
  const isLooked = request.method !== 'POST';
  const [endedAt, isUsed] = await Promise.all([
    sessions.linksEndedAt(person.key),
    isLooked && sessions.isClaimed(claims.leadId),
  ]);
  // Sent to somebody who was removed since, whoever is here under his address now.
  const isEnded = endedAt !== undefined && addDuration(endedAt, loginLinkHolds) > claims.expiresAt;
  if (isEnded || isUsed) return deskResponse(403, await loginOverPage(company));
  if (isLooked) return deskResponse(200, await confirmLoginPage(company, person));
  if (!(await sessions.claimOnce(claims.leadId, claims.expiresAt))) {
    return deskResponse(403, await loginOverPage(company));
  }
  log.info('Somebody logged in');
  return letIn(person, request, now, deps);
}

/** Begins a session in place of the one that this browser may have, and leads on to where somebody wanted to go. */
export async function letIn(
  person: Callee,
  request: HttpRequest,
  now: Moment,
  deps: SessionDeps,
): Promise<HttpResponse> {
  const before = await whoIsLoggedIn(request, now, deps);
  if (before) await deps.sessions.end(before.person.key, before.session.id);
  const cookie = await beginSession(person, request, now, deps);
  return seeOther(ownPath(request.query.get('to')) ?? deskHome, [cookie]);
}
