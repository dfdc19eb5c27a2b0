/** Getting in: the pages that anybody sees. */
import { html, raw } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { alarmNotice } from '../page/field-markup.ts';
import { visible } from '../visitor-text.ts';
import { loginWords as words } from '../words/desk/login.ts';
import { meWords as passkeyWords } from '../words/desk/me.ts';
import { deskPage } from './frame.ts';
import { passkeyForm } from './passkey-form.ts';
import { loginUrl } from './places.ts';

interface Attempt {
  readonly typed?: string;
  readonly fault: 'no-email' | 'no-passkey';
}

/** @param query where one wants to go once one is in, as it stands in the address; empty: nowhere in particular. */
export function loginPage(company: Company, query: string, attempt?: Attempt): Promise<string> {
  const isWrong = attempt?.fault === 'no-email';
  const fault = isWrong ? html`<p class="fault" id="email-fault">${words.noEmail}</p>` : '';
  const marks = isWrong ? raw(' aria-invalid="true" aria-describedby="email-fault"') : '';
  const body = html`<h1>${words.title}</h1>${attempt?.fault === 'no-passkey' ? alarmNotice(passkeyWords.loginFailed) : ''}
<p>${words.why}</p>
<form method="post" action="${loginUrl}${query}" class="sheet">
<div class="field"><label for="email">${words.email}</label>
<input id="email" name="email" type="email" autocomplete="username" inputmode="email" required value="${attempt?.typed ?? ''}"${marks}>${fault}</div>
<button>${words.send}</button></form>
${passkeyForm('login', query)}`;
  return deskPage({ title: words.title, body }, { company });
}

export function linkSentPage(company: Company, email: string, query: string): Promise<string> {
  const { title, detail, nothing, again } = words.sent;
  const body = html`<h1>${title}</h1><p>${detail(visible(email, 200) ?? '')}</p><p class="quiet">${nothing}</p>
<p><a href="${loginUrl}${query}">${again}</a></p>`;
  return deskPage({ title, body }, { company });
}

export function confirmLoginPage(company: Company, person: Callee): Promise<string> {
  const { title, detail, button } = words.confirm;
  const heading = title(visible(person.name, 60) ?? person.email);
  const body = html`<h1>${heading}</h1><p>${detail}</p><form method="post"><button>${button}</button></form>`;
  return deskPage({ title: heading, body }, { company });
}

export function loginOverPage(company: Company): Promise<string> {
  const { title, detail, again } = words.over;
  const body = html`<h1>${title}</h1><p>${detail}</p><p><a class="button" href="${loginUrl}">${again}</a></p>`;
  return deskPage({ title, body }, { company });
}
