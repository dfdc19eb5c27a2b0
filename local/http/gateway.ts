/** API Gateway's HTTP API on one machine: requests become events of payload version 2.0, results become responses. */
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Activity } from '../clock/activity.ts';
import type { LocalClock } from '../clock/clock.ts';
import type { Answer } from './http-server.ts';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const maxBodyBytes = 10 * 1024 * 1024;

/** What a client that is being refused may still send before the connection is cut: it must read the answer first. */
const refusedBodyBytes = 6 * maxBodyBytes;

/** Bodies of these types reach the function as text, all others in base64, and so does what is no UTF-8. */
const textTypes = /^(text\/|application\/(json|javascript|xml|[^;]*\+(json|xml))\b)/i;

export class BodyTooLargeError extends Error {}

/**
 * The whole body.
 * @throws BodyTooLargeError
 */
export async function readBody(request: IncomingMessage, limitBytes = maxBodyBytes): Promise<Buffer> {
  if (Number(request.headers['content-length']) > limitBytes) throw new BodyTooLargeError();
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else reject(new BodyTooLargeError());
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** Answers 413 and lets the client finish within reason: a connection cut at once hides the answer. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  const answer = '{"message":"Request Entity Too Large"}';
  response.writeHead(413, {
    'content-type': 'application/json',
    'content-length': answer.length,
    connection: 'close',
  });
  response.write(answer);
  // Ending the answer ends the connection, under the hands of a client that still writes.
  request.on('end', () => response.end());
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > refusedBodyBytes) request.destroy();
  });
}

export interface Route {
  /** `ANY`: whatever is asked. */
  readonly methods: readonly string[];
  /** As in the API: `/a/{token}`. */
  readonly path: string;
  readonly handler: (
    event: APIGatewayProxyEventV2,
    context: Context,
  ) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** All that the handlers use of what Lambda tells them. */
export const lambdaContext = { getRemainingTimeInMillis: () => lambdaTimeoutMs } as Context;
const lambdaTimeoutMs = 29_000;

/** Hands each request to the function its route names. */
export function httpApi({
  routes,
  clock,
  activity,
}: {
  readonly routes: readonly Route[];
  readonly clock: Pick<LocalClock, 'nowMs'>;
  readonly activity: Activity;
}): Answer {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(
      `^${route.path.replace(/\{(\w+)\+\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    ),
  }));

  return async (request, response) => {
    const [path] = split(request.url ?? '/', '?');
    const found = patterns.find(
      ({ route, pattern }) => pattern.test(path) && methodOf(route, request) !== undefined,
    );
    if (!found) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
      return;
    }
    const { route, pattern } = found;
    let body: Buffer;
    try {
      body = await readBody(request);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      refuseBody(request, response);
      return;
    }
    const event = toEvent({
      request,
      body,
      routeKey: `${methodOf(route, request)} ${route.path}`,
      pathParameters: decode(pattern.exec(path)?.groups ?? {}),
      nowMs: clock.nowMs(),
    });
    sendResult(request, response, await activity.track(route.handler(event, lambdaContext)));
  };
}

/** As the route names it. @returns `undefined`: the route takes another one. */
const methodOf = ({ methods }: Route, { method = '' }: IncomingMessage): string | undefined =>
  [method, 'ANY'].find((one) => methods.includes(one));

function decode(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

interface Call {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** As in the API: `ANY /a/{token}`. */
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

function toEvent({ request, body, routeKey, pathParameters, nowMs }: Call): APIGatewayProxyEventV2 {
  const { method = 'GET', url = '/', headers } = request;
  const [rawPath = '/', rawQueryString = ''] = split(url, '?');
  const isText = textTypes.test(headers['content-type'] ?? '') && isUtf8(body);
  const query = new URLSearchParams(rawQueryString);
  const names = rawQueryString === '' ? [] : [...new Set(query.keys())];
  const { cookie, ...others } = headers;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split(/; ?/) }),
    headers: Object.fromEntries(
      Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    ),
    ...(names.length > 0 && {
      queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])),
    }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: callerOf(request),
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(nowMs).toUTCString(),
      timeEpoch: nowMs,
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Only this machine can call, so a forwarding header comes from a proxy on it, which puts whom it saw at the end. */
function callerOf({ headers, socket }: IncomingMessage): string {
  const forwarded = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim();
  return forwarded || (socket.remoteAddress ?? '');
}

function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: APIGatewayProxyStructuredResultV2,
): void {
  const { body: text = '' } = result;
  // A text goes out with the headers, in one piece.
  const body = result.isBase64Encoded ? Buffer.from(text, 'base64') : text;
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies?.length) response.setHeader('set-cookie', result.cookies);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.writeHead(result.statusCode ?? 200).end(request.method === 'HEAD' ? undefined : body);
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
