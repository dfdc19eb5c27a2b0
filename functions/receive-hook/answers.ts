/** What senders are answered: in JSON, and in XML where a telephone system waits for it. */
import type { Company } from '../../domain/business/company.ts';
import { hookProblems } from '../../views/words/hooks.ts';
import { jsonResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { retryAfter } from '../shared/keep-submission.ts';
import { problemResponse } from '../shared/problem.ts';
import type { HookArrival, Settled } from './arrival.ts';

const allow = 'POST, PUT, PATCH, GET, HEAD, OPTIONS';

export const noSuchHook = (): HttpResponse => problemResponse(404, { title: hookProblems.unknown });

/** Nobody has it but its sender. */
export const notStored = (): HttpResponse => problemResponse(503, { title: hookProblems.later }, retryAfter);

/**
 * Senders try an address before they use it. Meta asks to repeat a word; that is answered to whoever knows the secret in
 * the address, which proves more than the word to verify by that its page asks for.
 */
export function answerProbe({ method, query }: HttpRequest): HttpResponse {
  if (method === 'OPTIONS') return { status: 204, headers: { allow, 'cache-control': 'no-store' }, body: '' };
  if (method !== 'GET' && method !== 'HEAD') {
    return problemResponse(405, { title: hookProblems.onlyPost }, { allow });
  }
  const challenge = query.get('hub.mode') === 'subscribe' ? query.get('hub.challenge') : null;
  const answer =
    challenge !== null && /^[\w.-]{1,500}$/.test(challenge)
      ? plainText(challenge)
      : jsonResponse(200, { status: 'ok' });
  return method === 'HEAD' ? { ...answer, body: '' } : answer;
}

function plainText(body: string): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

export function answered(arrival: HookArrival, settled: Settled, company: Company): HttpResponse {
  if (settled.followsCall) return followCall(arrival, company);
  const { lead, outcome } = settled;
  if (lead) return jsonResponse(200, { id: lead.id, stage: lead.stage, acknowledged: true });
  return jsonResponse(200, outcome === 'kept' ? { kept: true } : { received: true });
}

/** sipgate tells how a call goes on only if it is told where to. */
function followCall({ request }: HookArrival, { publicUrl }: Company): HttpResponse {
  const here = `${publicUrl ?? `https://${request.headers.host}`}${request.path}`;
  const address = here.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return {
    status: 200,
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Response onAnswer="${address}" onHangup="${address}"/>\n`,
  };
}
