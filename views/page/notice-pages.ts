/** Pages without a lead: the link does not hold, or there is nothing behind it any more. */
import { html } from 'hono/html';
import { dial } from '../dial.ts';
import { notices } from '../words/notices.ts';
import { type Framed, ownerPage } from './lead-parts.ts';
import type { Html } from './page.ts';

export function forbiddenPage(framed: Framed): Promise<string> {
  const { company } = framed;
  const more = html`
<p class="quiet" lang="en">${notices.forbidden.inEnglish}</p>
<p><a href="${dial(company.phone) ?? company.website}">${company.phone}</a></p>`;
  return noticePage(framed, notices.forbidden, more);
}

export const notYoursPage = (framed: Framed): Promise<string> => noticePage(framed, notices.notYours);

export const gonePage = (framed: Framed): Promise<string> => noticePage(framed, notices.gone);

export const noFilePage = (framed: Framed): Promise<string> => noticePage(framed, notices.noFile);

function noticePage(
  framed: Framed,
  { title, detail }: { title: string; detail: string },
  more: Html | '' = '',
): Promise<string> {
  return ownerPage(
    title,
    framed,
    html`<h1>${title}</h1>
<p>${detail}</p>${more}`,
  );
}
