import type { FieldMessage } from '../../views/words/field-faults.ts';
import type { HttpResponse } from './http-message.ts';

/** A problem as in RFC 9457, without anything about the inside. */
export interface Problem {
  readonly title: string;
  readonly detail?: string | undefined;
  /** Wrong fields, in the language of the request. */
  readonly errors?: readonly FieldMessage[] | undefined;
}

/** An `application/problem+json` answer. */
export function problemResponse(
  status: number,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify({ type: 'about:blank', title: problem.title, status, ...rest(problem) }),
  };
}

function rest({ detail, errors }: Problem) {
  return { ...(detail !== undefined && { detail }), ...(errors && { errors }) };
}
