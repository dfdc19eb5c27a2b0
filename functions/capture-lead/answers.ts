/** What capturing answers: to browsers a page in their language, to everybody else JSON. */

import type { Company } from '../../domain/business/company.ts';
import type { Entered } from '../../domain/capture/recognise.ts';
import { leadFormPage, type ShownSeal } from '../../views/page/lead-form.ts';
import { failurePage } from '../../views/page/page.ts';
import { type Answered, thankYouPage } from '../../views/page/thank-you.ts';
import type { FieldMessage } from '../../views/words/field-faults.ts';
import { notKept, unreadableBodies, wrongFields } from '../../views/words/problems.ts';
import { htmlResponse, jsonResponse, wantsHtml } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { retryAfter } from '../shared/keep-submission.ts';
import { problemResponse } from '../shared/problem.ts';

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

/** What a form that is shown again keeps. */
export interface ShownAgain {
  readonly entered: Entered;
  readonly submissionId: string;
  readonly seal?: ShownSeal | undefined;
}

/** Some fields are wrong; nothing is stored. A browser gets the form again, filled in, with the messages. */
export async function refused(
  request: HttpRequest,
  company: Company,
  { errors, entered, submissionId, seal }: ShownAgain & { readonly errors: readonly FieldMessage[] },
): Promise<HttpResponse> {
  const { language, fields } = entered;
  if (!wantsHtml(request.headers)) return problemResponse(422, { title: wrongFields[language], errors });
  const form = await leadFormPage({ company, language, submissionId, seal, values: fields, errors });
  return formResponse(422, form, company);
}

/** Nothing is stored anywhere. A browser gets the form again, with everything that was typed. */
export async function notStored(
  request: HttpRequest,
  company: Company,
  { entered, submissionId, seal }: ShownAgain,
): Promise<HttpResponse> {
  const { language, fields } = entered;
  const { title, detail, kept } = notKept[language];
  const text = `${detail} ${company.emergencyPhone ?? company.phone}`;
  if (!wantsHtml(request.headers)) return problemResponse(503, { title, detail: text }, retryAfter);
  const form = await leadFormPage({
    company,
    language,
    submissionId,
    seal,
    values: fields,
    notice: { title, text: `${kept} ${text}` },
  });
  return formResponse(503, form, company, retryAfter);
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
