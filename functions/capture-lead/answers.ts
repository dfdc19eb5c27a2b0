/** What capturing answers: to browsers a page in their language, to everybody else JSON. */

import type { Company } from '../../domain/business/company.ts';
import type { Entered } from '../../domain/capture/recognise.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { leadFormPage, type ShownSeal } from '../../views/page/lead-form.ts';
import { failurePage } from '../../views/page/page.ts';
import { type Answered, thankYouPage } from '../../views/page/thank-you.ts';
import type { FieldMessage } from '../../views/words/field-faults.ts';
import { lostFileWords } from '../../views/words/lost-files.ts';
import { notKept, tooLargeFiles, unreadableBodies, wrongFields } from '../../views/words/problems.ts';
import { inCountry } from '../../views/words/regional.ts';
import { htmlResponse, jsonResponse, wantsHtml } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { retryAfter } from '../shared/keep-submission.ts';
import { problemResponse } from '../shared/problem.ts';

/** The lead is stored; files that are not are named. */
export async function accepted(
  request: HttpRequest,
  company: Company,
  { lead, lost }: { readonly lead: Answered; readonly lost: readonly string[] },
  redirect: string | undefined,
  now: Moment,
): Promise<HttpResponse> {
  if (!wantsHtml(request.headers)) {
    const missing = lost.length > 0 && {
      notTransferred: lost,
      message: lostFileWords[lead.contact.language].text(lost),
    };
    return jsonResponse(200, { id: lead.id, stage: lead.stage, acknowledged: true, ...missing });
  }
  // The page it leads to thanks, and knows nothing of what is missing.
  const leadsOn = redirect !== undefined && lost.length === 0;
  const location = leadsOn ? ownAddress(redirect, request, company) : undefined;
  if (location !== undefined) {
    return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
  }
  return htmlResponse(200, await thankYouPage(lead, company, now, lost), { frameAncestors: company.origins });
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

/** What a form that is shown again keeps. */
export interface ShownAgain {
  readonly entered: Entered;
  readonly submissionId: string;
  readonly seal?: ShownSeal | undefined;
}

/** The files that came with it: no page can fill them in. */
interface FilesSent {
  readonly files: readonly unknown[];
}

/** Some fields are wrong; nothing is stored. A browser gets the form again, filled in, with the messages. */
export async function refused(
  request: HttpRequest,
  company: Company,
  {
    errors,
    entered,
    submissionId,
    seal,
    files,
  }: ShownAgain & FilesSent & { readonly errors: readonly FieldMessage[] },
): Promise<HttpResponse> {
  const { language, fields } = entered;
  if (!wantsHtml(request.headers)) return problemResponse(422, { title: wrongFields[language], errors });
  const notice = files.length > 0 ? lostFileWords[language].again : undefined;
  const form = await leadFormPage({ company, language, submissionId, seal, values: fields, errors, notice });
  return formResponse(422, form, company);
}

/** Nothing is stored anywhere. A browser gets the form again, with everything that was typed. */
export async function notStored(
  request: HttpRequest,
  company: Company,
  { entered, submissionId, seal, files }: ShownAgain & FilesSent,
): Promise<HttpResponse> {
  const { language, fields } = entered;
  const { title, detail, kept } = notKept[language];
  const text = `${detail} ${company.emergencyPhone ?? company.phone}`;
  if (!wantsHtml(request.headers)) return problemResponse(503, { title, detail: text }, retryAfter);
  const again = files.length > 0 ? [lostFileWords[language].again.title] : [];
  const form = await leadFormPage({
    company,
    language,
    submissionId,
    seal,
    values: fields,
    notice: { title, text: [kept, ...again, text].join(' ') },
  });
  return formResponse(503, form, company, retryAfter);
}

/** Its files are too large together; what was written is not typed twice. */
export async function tooLarge(
  request: HttpRequest,
  company: Company,
  { entered, submissionId, seal }: ShownAgain,
): Promise<HttpResponse> {
  if (!wantsHtml(request.headers)) return problemResponse(413, unreadableBody(413, company));
  const { language, fields } = entered;
  const notice = tooLargeFiles[language];
  const form = await leadFormPage({ company, language, submissionId, seal, values: fields, notice });
  return formResponse(413, form, company);
}

function formResponse(
  status: number,
  form: string,
  { origins }: Company,
  headers?: Readonly<Record<string, string>>,
): HttpResponse {
  return htmlResponse(status, form, {
    headers,
    frameAncestors: origins,
    formTargets: origins,
    ownScript: true,
  });
}

function unreadableBody(status: keyof typeof unreadableBodies, { country }: Company) {
  const { title, detail } = unreadableBodies[status];
  return { title: inCountry(title, country), detail: inCountry(detail, country) };
}

/** The body cannot be read, so its language is not known. */
export async function unreadable(
  request: HttpRequest,
  status: keyof typeof unreadableBodies,
  company: Company,
): Promise<HttpResponse> {
  const problem = unreadableBody(status, company);
  return wantsHtml(request.headers)
    ? htmlResponse(status, await failurePage(problem))
    : problemResponse(status, problem);
}
