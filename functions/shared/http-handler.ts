import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { failurePage } from '../../views/page/page.ts';
import { unexpectedProblem } from '../../views/words/problems.ts';
import type { HttpRequest, HttpResponse } from './http-message.ts';
import { lambdaHandler } from './lambda-handler.ts';
import type { Log } from './logger.ts';
import { problemResponse } from './problem.ts';

interface HttpFunction<D> {
  readonly name: string;
  readonly wire: (log: Log) => D | Promise<D>;
  readonly handle: (request: HttpRequest, deps: D) => Promise<HttpResponse>;
}

/**
 * A Lambda handler for HTTP functions: reads the event of an HTTP API (payload 2.0). An error nobody expected is logged
 * without its message and answered with a 500 that says nothing about the inside: a page for browsers, a problem for
 * everybody else.
 */
export function httpHandler<D>({
  name,
  wire,
  handle,
}: HttpFunction<D>): (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2> {
  return lambdaHandler({
    name,
    wire,
    handle: async (event, deps) => toResult(await handle(readRequest(event), await deps())),
    onError:
      (log) =>
      async ({ event, error }) => {
        log.error('Request failed', error);
        return toResult(await failure(wantsHtml(event.headers ?? {})));
      },
  });
}

function readRequest(event: APIGatewayProxyEventV2): HttpRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(event.headers)) {
    if (value !== undefined) headers[name.toLowerCase()] = value;
  }
  // The gateway takes them out of the headers.
  if (event.cookies?.length) headers.cookie = event.cookies.join('; ');
  const pathParameters = Object.entries(event.pathParameters ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    method: event.requestContext.http.method.toUpperCase(),
    path: event.rawPath,
    pathParameters: Object.fromEntries(pathParameters),
    query: new URLSearchParams(event.rawQueryString),
    headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    sourceIp: event.requestContext.http.sourceIp,
  };
}

function toResult({
  status,
  headers,
  cookies,
  body,
  isBase64,
}: HttpResponse): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { ...headers },
    ...(cookies && { cookies: [...cookies] }),
    body,
    ...(isBase64 && { isBase64Encoded: true }),
  };
}

async function failure(html: boolean): Promise<HttpResponse> {
  return html
    ? htmlResponse(500, await failurePage(unexpectedProblem))
    : problemResponse(500, unexpectedProblem);
}

/** A browser that shows what it gets, as opposed to a script or a form plug-in. */
export function wantsHtml(headers: Readonly<Record<string, string | undefined>>): boolean {
  return /\btext\/html\b/i.test(headers.accept ?? '');
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

interface HtmlOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Origins that may show the page in a frame; default: nobody. */
  readonly frameAncestors?: readonly string[] | undefined;
  /** Origins that forms on the page may lead to besides our own, redirects included. */
  readonly formTargets?: readonly string[] | undefined;
  /** The page runs a script of our own. */
  readonly ownScript?: boolean | undefined;
}

/**
 * A page. It runs no script unless one of our own, loads nothing but pictures of our own, tells no other site where it was, is kept by no cache and found by no
 * search engine: addresses of pages may be signed links.
 */
export function htmlResponse(status: number, body: string, options: HtmlOptions = {}): HttpResponse {
  const { frameAncestors = [], formTargets = [] } = options;
  const policy = [
    "default-src 'none'",
    ...(options.ownScript ? ["script-src 'self'"] : []),
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    `frame-ancestors ${frameAncestors.length > 0 ? ["'self'", ...frameAncestors].join(' ') : "'none'"}`,
    "base-uri 'none'",
  ];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      ...options.headers,
    },
    body,
  };
}
