import type { Company } from '../../domain/business/company.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { FormSeals } from '../../domain/ports/form-seals.ts';
import { formScript, formScriptName } from '../../views/page/form-script.ts';
import { leadFormPage } from '../../views/page/lead-form.ts';
import { pushScript, pushScriptName, pushWorker, pushWorkerName } from '../../views/page/push-script.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import type { Log } from '../shared/logger.ts';
import { sealForm } from '../shared/seal-form.ts';

export interface ShowFormDeps {
  readonly company: Company;
  readonly seals: FormSeals;
  readonly clock: Clock;
  readonly newSubmissionId: () => string;
  readonly log: Log;
}

/** What a link to the form may bring along: where the visitor came from and where he goes afterwards. */
const carried = /^(utm_\w{1,40}|page|referrer|redirect)$/i;
const maxValueLength = 1000;
const maxValues = 20;

/**
 * `GET /`: the form, German or, with `?lang=en`, English. May stand in a frame on the business's own pages.
 * `GET /assets/{name}`: its script, and those of notifications.
 */
export async function showForm(request: HttpRequest, deps: ShowFormDeps): Promise<HttpResponse> {
  const { company } = deps;
  const { name: file } = request.pathParameters;
  if (file !== undefined) return showScript(file);
  const language = request.query.get('lang') === 'en' ? 'en' : 'de';
  const values = [...request.query]
    .filter(([name, value]) => carried.test(name) && value !== '' && value.length <= maxValueLength)
    .slice(0, maxValues)
    .map(([name, value]) => ({ name, value }));
  const filled = (name: string, value: string | undefined) =>
    value === undefined || values.some((one) => one.name === name) ? [] : [{ name, value }];
  const submissionId = deps.newSubmissionId();
  const form = await leadFormPage({
    company,
    language,
    submissionId,
    seal: await sealForm(submissionId, deps),
    values: [
      ...values,
      ...filled('page', ownAddress(request, company)),
      ...filled('referrer', request.headers.referer),
    ],
  });
  return htmlResponse(200, form, {
    frameAncestors: company.origins,
    formTargets: company.origins,
    ownScript: true,
  });
}

const forEver = 'public, max-age=31536000, immutable';

/** Under another name it was another script: a page of before has loaded it already, or works without it. */
const scripts: Readonly<Record<string, { readonly body: string; readonly caching: string }>> = {
  [formScriptName]: { body: formScript, caching: forEver },
  [pushScriptName]: { body: pushScript, caching: forEver },
  [pushWorkerName]: { body: pushWorker, caching: 'no-cache' },
};

function showScript(file: string): HttpResponse {
  const nosniff = { 'x-content-type-options': 'nosniff' };
  const script = Object.hasOwn(scripts, file) ? scripts[file] : undefined;
  if (!script) return { status: 404, headers: { ...nosniff, 'cache-control': 'no-store' }, body: '' };
  return {
    status: 200,
    headers: {
      ...nosniff,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': script.caching,
    },
    body: script.body,
  };
}

/** Where this page stands: a record of consent names it. */
function ownAddress({ path, headers }: HttpRequest, { publicUrl }: Company): string | undefined {
  if (publicUrl !== undefined) return `${publicUrl}${path}`;
  return headers.host && `${headers['x-forwarded-proto'] ?? 'http'}://${headers.host}${path}`;
}
