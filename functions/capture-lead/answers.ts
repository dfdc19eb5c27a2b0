/** What capturing answers: to browsers a page in their language, to everybody else JSON. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Entered, FieldError } from '../../domain/capture/recognise.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { brandOf } from '../../views/mail/footer.ts';
import { leadFormPage } from '../../views/page/lead-form.ts';
import { failurePage, type Html, page } from '../../views/page/page.ts';
import { gasSafety } from '../../views/words/gas-safety.ts';
import { dial } from '../../views/words/lead-in-words.ts';
import {
  type HttpRequest,
  type HttpResponse,
  htmlResponse,
  jsonResponse,
  wantsHtml,
} from '../shared/http-handler.ts';
import { retryAfter } from '../shared/keep-submission.ts';
import { problemResponse } from '../shared/problem.ts';

type Answered = Pick<Lead, 'id' | 'stage' | 'contact' | 'request'>;

/** The lead is stored. */
export async function accepted(
  request: HttpRequest,
  company: Company,
  lead: Answered,
  redirect: string | undefined,
): Promise<HttpResponse> {
  if (!wantsHtml(request.headers)) {
    return jsonResponse(200, { id: lead.id, stage: lead.stage, acknowledged: true });
  }
  const location = redirect === undefined ? undefined : ownAddress(redirect, request, company);
  if (location !== undefined) {
    return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
  }
  return htmlResponse(200, await thankYouPage(lead, company), { frameAncestors: company.origins });
}

/** Where a redirect leads, if that is a page of the business or of ours; `undefined`: it would lead elsewhere. */
function ownAddress(redirect: string, { headers }: HttpRequest, company: Company): string | undefined {
  const here = 'https://here.invalid';
  if (!URL.canParse(redirect, here)) return undefined;
  const target = new URL(redirect, here);
  // Two slashes at the beginning would name another host.
  const path = `${target.pathname.replace(/^\/+/, '/')}${target.search}${target.hash}`;
  if (target.origin === here) return path;
  const own = [company.publicUrl, `https://${headers.host}`, `http://${headers.host}`]
    .filter((address) => address !== undefined && URL.canParse(address))
    .map((address) => new URL(address ?? '').origin);
  if (own.includes(target.origin)) return path;
  return company.origins.includes(target.origin) ? target.href : undefined;
}

const words = {
  de: {
    title: 'Danke, Ihre Anfrage ist da.',
    urgentTitle: 'Wir rufen Sie sofort zurück.',
    callBack: (phone: string) =>
      `Wir sind alarmiert und rufen Sie unter ${phone} an. Bitte lassen Sie die Leitung frei.`,
    callUs: 'Wir sind alarmiert. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns gleich an.',
    call: 'Jetzt anrufen',
    next: 'Wir lesen Ihre Anfrage und melden uns persönlich bei Ihnen.',
    mail: (email: string) => `Eine Bestätigung geht gerade an ${email}.`,
    reference: 'Ihre Nummer',
    change: 'Ist noch etwas zu ergänzen?',
    back: 'Zur Website',
  },
  en: {
    title: 'Thank you, we have your request.',
    urgentTitle: 'We are calling you back at once.',
    callBack: (phone: string) =>
      `We have been alerted and will call you on ${phone}. Please keep the line free.`,
    callUs: 'We have been alerted. We do not have your phone number: please call us right away.',
    call: 'Call now',
    next: 'We will read your request and get back to you in person.',
    mail: (email: string) => `A confirmation is on its way to ${email}.`,
    reference: 'Your reference',
    change: 'Is there anything to add?',
    back: 'To the website',
  },
} as const;

function thankYouPage(lead: Answered, company: Company): Promise<string> {
  const { language } = lead.contact;
  const text = words[language];
  const urgent = lead.stage === 'service';
  const phone = urgent ? (company.emergencyPhone ?? company.phone) : company.phone;
  return page({
    language,
    title: urgent ? text.urgentTitle : text.title,
    brand: brandOf(company),
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
  const text = words[contact.language];
  return contact.phone ? text.callBack(contact.phone) : text.callUs;
}

function gasNotice(company: Company, language: Answered['contact']['language']): Html {
  const safety = gasSafety(company, language);
  return html`<div class="notice alarm" role="alert"><strong>${safety.title}</strong><p>${safety.text}</p></div>`;
}

const wrongFields = {
  de: 'Bitte prüfen Sie Ihre Angaben.',
  en: 'Please check your details.',
} as const;

/** Some fields are wrong; nothing is stored. A browser gets the form again, filled in, with the messages. */
export async function refused(
  request: HttpRequest,
  company: Company,
  { errors, entered, freshId }: { errors: readonly FieldError[]; entered: Entered; freshId: string },
): Promise<HttpResponse> {
  const { language, fields } = entered;
  if (!wantsHtml(request.headers)) return problemResponse(422, { title: wrongFields[language], errors });
  const submissionId = submissionIdOf(entered) ?? freshId;
  const form = await leadFormPage({ company, language, submissionId, values: fields, errors });
  return htmlResponse(422, form, { frameAncestors: company.origins, formTargets: company.origins });
}

const notKept = {
  de: {
    title: 'Ihre Anfrage ist noch nicht bei uns angekommen.',
    detail: 'Bitte senden Sie sie in einer Minute noch einmal. In eiligen Fällen rufen Sie uns bitte an:',
    kept: 'Alles, was Sie geschrieben haben, steht noch da.',
  },
  en: {
    title: 'Your request has not reached us yet.',
    detail: 'Please send it again in a minute. If it cannot wait, please call us:',
    kept: 'Everything you have written is still there.',
  },
} as const;

/** Nothing is stored anywhere. A browser gets the form again, with everything that was typed. */
export async function notTaken(
  request: HttpRequest,
  company: Company,
  { entered, freshId }: { entered: Entered; freshId: string },
): Promise<HttpResponse> {
  const { language, fields } = entered;
  const { title, detail, kept } = notKept[language];
  const text = `${detail} ${company.emergencyPhone ?? company.phone}`;
  if (!wantsHtml(request.headers)) return problemResponse(503, { title, detail: text }, retryAfter);
  const form = await leadFormPage({
    company,
    language,
    submissionId: submissionIdOf(entered) ?? freshId,
    values: fields,
    notice: { title, text: `${kept} ${text}` },
  });
  const { origins } = company;
  return htmlResponse(503, form, { headers: retryAfter, frameAncestors: origins, formTargets: origins });
}

const submissionIdOf = ({ fields }: Entered): string | undefined =>
  fields.find(({ name }) => name === 'submissionId')?.value;

const unreadableBodies = {
  400: {
    title: 'Diese Anfrage ist beschädigt angekommen.',
    detail: 'Bitte senden Sie das Formular noch einmal ab.',
  },
  413: {
    title: 'Diese Anfrage ist zu groß.',
    detail:
      'Text bis 256 KiB kommt an. Bitte kürzen Sie die Nachricht und senden Sie Bilder später per E-Mail.',
  },
  415: {
    title: 'Dieses Format können wir nicht lesen.',
    detail:
      'Möglich sind application/json, application/x-www-form-urlencoded und multipart/form-data in einem üblichen Zeichensatz.',
  },
} as const;

/** The body cannot be read, so its language is not known. */
export async function unreadable(
  request: HttpRequest,
  status: keyof typeof unreadableBodies,
): Promise<HttpResponse> {
  const problem = unreadableBodies[status];
  return wantsHtml(request.headers)
    ? htmlResponse(status, await failurePage(problem))
    : problemResponse(status, problem);
}
