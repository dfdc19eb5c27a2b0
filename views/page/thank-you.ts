/** The page after a request is stored: what happens next, and the way to call. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { dial } from '../dial.ts';
import { visible } from '../visitor-text.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { lostFileWords } from '../words/lost-files.ts';
import { thankYouWords } from '../words/thank-you.ts';
import { type Html, page } from './page.ts';

export type Answered = Pick<Lead, 'id' | 'stage' | 'contact' | 'request'>;

/** @param lost names of files that did not get through: there is no thanking for them. */
export function thankYouPage(
  lead: Answered,
  company: Company,
  lost: readonly string[] = [],
): Promise<string> {
  const { language } = lead.contact;
  const text = thankYouWords[language];
  const urgent = pipeline[lead.stage].alarm;
  const phone = urgent ? (company.emergencyPhone ?? company.phone) : company.phone;
  const title = urgent ? text.urgentTitle : lost.length > 0 ? lostFileWords[language].title : text.title;
  return page({
    language,
    title,
    company,
    body: html`<h1>${title}</h1>
${lead.request.gas ? gasNotice(company, language) : ''}
${lost.length > 0 ? lostNotice(lost, language) : ''}
<div class="sheet">
<p>${urgent ? urgentSteps(lead) : text.next}${lead.contact.email ? ` ${text.mail(lead.contact.email)}` : ''}</p>
${urgent ? html`<p><a class="button" href="${dial(phone) ?? ''}">${text.call}<br>${phone}</a></p>` : ''}
<dl><dt>${text.reference}</dt><dd><strong>${lead.id}</strong></dd></dl>
${urgent ? '' : html`<p class="quiet">${text.change} <a href="${dial(phone) ?? ''}">${phone}</a></p>`}
</div>
<p><a href="${company.website}">${text.back}</a></p>`,
  });
}

function lostNotice(names: readonly string[], language: Language): Html {
  const shown = names.map((name) => visible(name, 80) ?? '?');
  return html`<div class="notice" role="alert"><p>${lostFileWords[language].text(shown)}</p></div>`;
}

function urgentSteps({ contact }: Answered): string {
  const text = thankYouWords[contact.language];
  return contact.phone ? text.callBack(contact.phone) : text.callUs;
}

function gasNotice(company: Company, language: Language): Html {
  const safety = gasSafety(company, language);
  return html`<div class="notice alarm" role="alert"><strong>${safety.title}</strong><p>${safety.text}</p></div>`;
}
