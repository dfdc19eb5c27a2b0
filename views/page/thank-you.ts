/** The page after a request is stored: what happens next, and the way to call. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { calledInstead, takesEmergencies, takesEmergenciesAt } from '../../domain/business/people.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { visible } from '../visitor-text.ts';
import { formatOpening } from '../words/format.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { lostFileWords } from '../words/lost-files.ts';
import { thankYouWords } from '../words/thank-you.ts';
import { type Html, page } from './page.ts';

/** Whose number is called at once. */
interface Instead {
  readonly name?: string | undefined;
  readonly phone: string;
}

export type Answered = Pick<Lead, 'id' | 'stage' | 'contact' | 'request'>;

/** @param lost names of files that did not get through: there is no thanking for them. */
export function thankYouPage(
  lead: Answered,
  company: Company,
  now: Moment,
  lost: readonly string[] = [],
): Promise<string> {
  const { language } = lead.contact;
  const text = thankYouWords[language];
  const urgent = pipeline[lead.stage].alarm;
  const closed = urgent && !takesEmergencies(company, now);
  const instead: Instead | undefined = closed
    ? calledInstead(company)
    : { phone: company.emergencyPhone ?? company.phone };
  const { phone } = company;
  const title = closed
    ? text.closedTitle(formatOpening(takesEmergenciesAt(company, now), now, company.timeZone, language))
    : urgent
      ? text.urgentTitle
      : lost.length > 0
        ? lostFileWords[language].title
        : text.title;
  return page({
    language,
    title,
    company,
    body: html`<h1>${title}</h1>
${lead.request.gas ? gasNotice(company, language) : ''}
${lost.length > 0 ? lostNotice(lost, language) : ''}
<div class="sheet">
<p>${closed ? closedSteps(lead, instead) : urgent ? urgentSteps(lead) : text.next}${lead.contact.email ? ` ${text.mail(lead.contact.email)}` : ''}</p>
${urgent && instead ? html`<p><a class="button" href="${dial(instead.phone) ?? ''}">${instead.name ?? text.call}<br>${instead.phone}</a></p>` : ''}
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

function closedSteps({ contact }: Answered, instead: Instead | undefined): string {
  const text = thankYouWords[contact.language];
  const then = contact.phone ? text.callThen(contact.phone) : text.callUsThen;
  return `${then} ${instead ? text.instead : text.nobody}`;
}

function gasNotice(company: Company, language: Language): Html {
  const safety = gasSafety(company, language);
  return html`<div class="notice alarm" role="alert"><strong>${safety.title}</strong><p>${safety.text}</p></div>`;
}
