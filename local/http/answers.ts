/** How the routes below `/_local` take and answer requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './gateway.ts';

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A request that cannot be done, with the status and the reason. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** JSON, whatever type it claims to be (curl says form), or the fields of a form as the buttons here post it. */
export async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request)).toString('utf8').trim();
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

/** JSON for programs; whoever pressed a button is led on. */
export function answerForm(
  { request, response }: Pick<Call, 'request' | 'response'>,
  value: unknown,
  location = '/_local',
): void {
  if (request.headers.accept?.includes('text/html')) {
    response.writeHead(303, { location }).end();
  } else json(response, value);
}

export const jsonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
} as const;

export const notSniffed = { 'x-content-type-options': 'nosniff' } as const;

export function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, jsonHeaders).end(`${JSON.stringify(value)}\n`);
}

export function page(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(text);
}
