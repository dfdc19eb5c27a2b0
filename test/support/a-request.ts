/** HTTP requests as the functions get them. */
import type { HttpRequest } from '../../functions/shared/http-message.ts';

interface Sent {
  readonly method?: string;
  /** With what stands behind the question mark. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly sourceIp?: string;
}

export function aRequest({
  method = 'GET',
  url = '/',
  headers = {},
  body = '',
  sourceIp = '203.0.113.7',
}: Sent = {}): HttpRequest {
  const { pathname, searchParams } = new URL(url, 'https://anfrage.example');
  return {
    method,
    path: pathname,
    pathParameters: {},
    query: searchParams,
    headers: { host: 'anfrage.example', ...headers },
    body: Buffer.from(body),
    sourceIp,
  };
}

/** Sent by a script or a form plug-in. */
export function aJsonPost(value: unknown, headers: Readonly<Record<string, string>> = {}): HttpRequest {
  return aRequest({
    method: 'POST',
    url: '/leads',
    headers: { 'content-type': 'application/json', accept: '*/*', ...headers },
    body: JSON.stringify(value),
  });
}

/** Sent by a browser from a form without a script. */
export function aFormPost(
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  return aRequest({
    method: 'POST',
    url: '/leads',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
}
