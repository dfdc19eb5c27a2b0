/** Getting in: the pages that anybody sees. */
import { html, raw } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { visible } from '../visitor-text.ts';
import { loginWords as words } from '../words/desk/login.ts';
import { deskPage } from './frame.ts';
import { loginUrl } from './places.ts';

interface Attempt {
  readonly typed: string;
  readonly fault: boolean;
}

export function loginPage(company: Company, attempt?: Attempt): Promise<string> {
  const fault = attempt?.fault ? html`<p class="fault" id="email-fault">${words.noEmail}</p>` : '';
  const marks = attempt?.fault ? raw(' aria-invalid="true" aria-describedby="email-fault"') : '';
  const body = html`<h1>${words.title}</h1><p>${words.why}</p>
<form method="post" action="${loginUrl}" class="sheet">
<div class="field"><label for="email">${words.email}</label>
<input id="email" name="email" type="email" autocomplete="username" inputmode="email" required value="${attempt?.typed ?? ''}"${marks}>${fault}</div>
<button>${words.send}</button></form>`;
  return deskPage({ title: words.title, body }, { company });
}

export function linkSentPage(company: Company, email: string): Promise<string> {
  const { title, detail, nothing, again } = words.sent;
  const body = html`<h1>${title}</h1><p>${detail(visible(email, 200) ?? '')}</p><p class="quiet">${nothing}</p>
<p><a href="${loginUrl}">${again}</a></p>`;
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
