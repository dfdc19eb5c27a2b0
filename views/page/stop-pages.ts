/** The customer's pages to end the mails about a request, and to say that it is not his. */
import { html } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { dial } from '../dial.ts';
import { notMeWords, stopWords } from '../words/stop-mails.ts';
import { type Html, page } from './page.ts';

/** Asks before anything is stopped: programs that check links must not do it by looking. */
export function stopPage(language: Language, company: Company): Promise<string> {
  const { title, ask, button } = stopWords[language];
  return customerPage(
    language,
    company,
    title,
    html`<p>${ask}</p>
<form method="post"><button>${button}</button></form>`,
  );
}

export function stoppedPage(language: Language, company: Company): Promise<string> {
  const { doneTitle, done } = stopWords[language];
  return customerPage(language, company, doneTitle, html`<p>${done}</p>`);
}

/** Names nothing of the request: whoever reads this may have nothing to do with it. */
export function notMePage(language: Language, company: Company): Promise<string> {
  const { title, ask, kept, button } = notMeWords[language];
  return customerPage(
    language,
    company,
    title,
    html`<p>${ask(brandOf(company))}</p>
<p>${kept}</p>
<form method="post"><button>${button}</button></form>`,
  );
}

export function notMeDonePage(language: Language, company: Company): Promise<string> {
  const { doneTitle, done } = notMeWords[language];
  return customerPage(language, company, doneTitle, html`<p>${done}</p>`);
}

function customerPage(language: Language, company: Company, title: string, body: Html): Promise<string> {
  return page({
    language,
    title,
    company,
    body: html`<h1>${title}</h1>
${body}
<div class="sheet"><p>${stopWords[language].reach}</p>
<p><a href="${dial(company.phone) ?? company.website}">${company.phone}</a><br>
<a href="mailto:${company.mail.replyTo}">${company.mail.replyTo}</a></p></div>`,
  });
}
