import type { Company } from '../../domain/business/company.ts';
import { leadFormPage } from '../../views/page/lead-form.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';

export interface ShowFormDeps {
  readonly company: Company;
  readonly newSubmissionId: () => string;
}

/** What a link to the form may bring along: where the visitor came from and where he goes afterwards. */
const carried = /^(utm_\w{1,40}|page|referrer|redirect)$/i;
const maxValueLength = 1000;
const maxValues = 20;

/** `GET /`: the form, German or, with `?lang=en`, English. May stand in a frame on the business's own pages. */
export async function showForm(request: HttpRequest, deps: ShowFormDeps): Promise<HttpResponse> {
  const { company } = deps;
  const language = request.query.get('lang') === 'en' ? 'en' : 'de';
  const values = [...request.query]
    .filter(([name, value]) => carried.test(name) && value !== '' && value.length <= maxValueLength)
    .slice(0, maxValues)
    .map(([name, value]) => ({ name, value }));
  const filled = (name: string, value: string | undefined) =>
    value === undefined || values.some((one) => one.name === name) ? [] : [{ name, value }];
  const form = await leadFormPage({
    company,
    language,
    submissionId: deps.newSubmissionId(),
    values: [
      ...values,
      ...filled('page', ownAddress(request, company)),
      ...filled('referrer', request.headers.referer),
    ],
  });
  return htmlResponse(200, form, { frameAncestors: company.origins, formTargets: company.origins });
}

/** Where this page stands: a record of consent names it. */
function ownAddress({ path, headers }: HttpRequest, { publicUrl }: Company): string | undefined {
  if (publicUrl !== undefined) return `${publicUrl}${path}`;
  return headers.host && `${headers['x-forwarded-proto'] ?? 'http'}://${headers.host}${path}`;
}
