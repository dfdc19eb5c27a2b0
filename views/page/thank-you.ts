/** The page after a request is stored: what happens next, and the way to call. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { dial } from '../dial.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { thankYouWords } from '../words/thank-you.ts';
import { type Html, page } from './page.ts';

export type Answered = Pick<Lead, 'id' | 'stage' | 'contact' | 'request'>;

export function thankYouPage(lead: Answered, company: Company): Promise<string> {
  const { language } = lead.contact;
  const text = thankYouWords[language];
  const urgent = pipeline[lead.stage].alarm;
  const phone = urgent ? (company.emergencyPhone ?? company.phone) : company.phone;
  return page({
    language,
    title: urgent ? text.urgentTitle : text.title,
    company,
    body: html`<h1>${urgent ? text.urgentTitle : text.title}</h1>
${lead.request.gas ? gasNotice(company, language) : ''}
<div class="sheet">
<p>${urgent ? urgentSteps(lead) : text.next}${lead.contact.email ? ` ${text.mail(lead.contact.email)}` : ''}</p>
${urgent ? html`<p><a class="button" href="${dial(phone) ?? ''}">${text.call}<br>${phone}</a></p>` : ''}
<dl><dt>${text.reference}</dt><dd><strong>${lead.id}</strong></dd></dl>
${urgent ? '' : html`<p class="quiet">${text.change} <a href="${dial(phone) ?? ''}">${phone}</a></p>`}
</div>
<p><a href="${company.website}">${text.back}</a></p>`,
  });
}

function urgentSteps({ contact }: Answered): string {
  const text = thankYouWords[contact.language];
  return contact.phone ? text.callBack(contact.phone) : text.callUs;
}

function gasNotice(company: Company, language: Language): Html {
  const safety = gasSafety(company, language);
  return html`<div class="notice alarm" role="alert"><strong>${safety.title}</strong><p>${safety.text}</p></div>`;
}
