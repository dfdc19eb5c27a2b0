/** Pages without a lead: the link does not hold, or there is nothing behind it any more. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { dial } from '../dial.ts';
import { notices } from '../words/notices.ts';
import { type Html, page } from './page.ts';

export function forbiddenPage(company: Company): Promise<string> {
  const more = html`
<p class="quiet" lang="en">${notices.forbidden.inEnglish}</p>
<p><a href="${dial(company.phone) ?? company.website}">${company.phone}</a></p>`;
  return noticePage(company, notices.forbidden, more);
}

export const notYoursPage = (company: Company): Promise<string> => noticePage(company, notices.notYours);

export const gonePage = (company: Company): Promise<string> => noticePage(company, notices.gone);

export const noFilePage = (company: Company): Promise<string> => noticePage(company, notices.noFile);

function noticePage(
  company: Company,
  { title, detail }: { title: string; detail: string },
  more: Html | '' = '',
): Promise<string> {
  return page({
    language: 'de',
    title,
    company,
    body: html`<h1>${title}</h1>
<p>${detail}</p>${more}`,
  });
}
