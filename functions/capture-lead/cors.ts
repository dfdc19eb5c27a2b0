import type { Company } from '../../domain/business/company.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';

/** A day: browsers keep it for less anyway. */
const preflightKeptSeconds = 86_400;

/** Lets scripts on the business's own pages read the answer; to all others it says nothing. */
export function withCors(request: HttpRequest, company: Company, response: HttpResponse): HttpResponse {
  return { ...response, headers: { ...response.headers, ...allowOrigin(request, company) } };
}

/** The answer to a browser that asks before it sends. */
export function preflight(request: HttpRequest, company: Company): HttpResponse {
  const allowed = allowOrigin(request, company);
  const headers = 'access-control-allow-origin' in allowed ? { ...allowed, ...allowedRequests } : allowed;
  return { status: 204, headers, body: '' };
}

const allowedRequests = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': String(preflightKeptSeconds),
};

function allowOrigin({ headers }: HttpRequest, company: Company): Record<string, string> {
  const { origin } = headers;
  const allowed = origin !== undefined && company.origins.includes(origin);
  return { vary: 'Origin', ...(allowed && { 'access-control-allow-origin': origin }) };
}
