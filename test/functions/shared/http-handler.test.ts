import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { htmlResponse, httpHandler, jsonResponse } from '../../../functions/shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';

const context = { functionName: 'test', awsRequestId: 'r' } as Context;

function anEvent(
  overrides: Partial<APIGatewayProxyEventV2> & { method?: string } = {},
): APIGatewayProxyEventV2 {
  const { method = 'GET', ...rest } = overrides;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: { http: { method } } as APIGatewayProxyEventV2['requestContext'],
    ...rest,
  };
}

const ok: HttpResponse = jsonResponse(200, { ok: true });

/** What the function sees of an event. */
async function seen(event: APIGatewayProxyEventV2): Promise<HttpRequest> {
  let request: HttpRequest | undefined;
  const handler = httpHandler({
    name: 'test',
    wire: () => ({}),
    handle: async (given) => {
      request = given;
      return ok;
    },
  });
  await handler(event, context);
  if (!request) throw new Error('Never called');
  return request;
}

describe('an event of the HTTP API', () => {
  test('becomes a request', async () => {
    const request = await seen(
      anEvent({
        method: 'post',
        rawPath: '/a/token',
        rawQueryString: 'to=won&x=%C3%BC',
        pathParameters: { token: 'abc' },
        headers: { 'Content-Type': 'application/json', accept: '*/*' },
        body: '{"a":"ü"}',
      }),
    );
    expect(request).toMatchObject({
      method: 'POST',
      path: '/a/token',
      pathParameters: { token: 'abc' },
      headers: { 'content-type': 'application/json', accept: '*/*' },
    });
    expect(request.query.get('x')).toBe('ü');
    expect(request.body.toString()).toBe('{"a":"ü"}');
  });

  test('may carry its body in base64, or none', async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const sent = await seen(anEvent({ body: bytes.toString('base64'), isBase64Encoded: true }));
    expect(sent.body).toEqual(bytes);
    expect((await seen(anEvent())).body).toHaveLength(0);
  });
});

describe('the answer', () => {
  test('goes out as the API wants it', async () => {
    const handler = httpHandler({ name: 'test', wire: () => ({}), handle: async () => ok });
    expect(await handler(anEvent(), context)).toEqual({
      statusCode: 200,
      headers: expect.objectContaining({ 'content-type': 'application/json; charset=utf-8' }),
      body: '{"ok":true}',
    });
  });

  const failing = httpHandler({
    name: 'test',
    wire: () => ({}),
    handle: async () => {
      throw new Error('table Leads of erika@example.de');
    },
  });

  test('to an error nobody expected is a problem that tells nothing', async () => {
    const result = await failing(anEvent(), context);
    expect(result.statusCode).toBe(500);
    expect(result.headers?.['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(result.body).not.toMatch(/erika|table|Error|\bat /);
  });

  test('to a browser is a page instead', async () => {
    const result = await failing(anEvent({ headers: { accept: 'text/html' } }), context);
    expect(result.statusCode).toBe(500);
    expect(result.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(result.body).not.toMatch(/erika|table|Error/);
  });

  test('comes before Lambda ends the function', async () => {
    const handler = httpHandler({
      name: 'test',
      wire: () => ({}),
      handle: () => new Promise<HttpResponse>(() => {}),
    });
    const nearlyOver = { ...context, getRemainingTimeInMillis: () => 1010 };
    expect((await handler(anEvent(), nearlyOver)).statusCode).toBe(500);
  });
});

test('dependencies are wired once; a wiring that failed is tried again', async () => {
  let wirings = 0;
  const handler = httpHandler({
    name: 'test',
    wire: () => {
      wirings += 1;
      if (wirings === 1) throw new Error('TABLE_NAME is missing');
      return { value: 7 };
    },
    handle: async (_, deps) => jsonResponse(200, deps),
  });
  expect((await handler(anEvent(), context)).statusCode).toBe(500);
  expect((await handler(anEvent(), context)).body).toBe('{"value":7}');
  expect((await handler(anEvent(), context)).statusCode).toBe(200);
  expect(wirings).toBe(2);
});

test('bytes go out as the bytes that they are', async () => {
  const handler = httpHandler({
    name: 'test',
    wire: () => ({}),
    handle: async () => ({ status: 200, headers: {}, body: 'iVBORw0KGgo=', isBase64: true }),
  });
  expect(await handler(anEvent(), context)).toMatchObject({ body: 'iVBORw0KGgo=', isBase64Encoded: true });
});

describe('a page', () => {
  const policyOf = (response: HttpResponse) => response.headers['content-security-policy'] ?? '';

  test('runs no script, is framed by nobody, found by no search engine, kept by no cache', () => {
    const response = htmlResponse(200, '<p>');
    expect(policyOf(response)).toContain("default-src 'none'");
    expect(policyOf(response)).not.toContain('script-src');
    expect(policyOf(response)).toContain("frame-ancestors 'none'");
    expect(policyOf(response)).toContain("form-action 'self'");
    // Our own pictures, and the empty icon; a page that is framed loads them from us too.
    expect(policyOf(response).split('; ')).toContain("img-src 'self' data:");
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  test('may stand in a frame on the pages it is for', () => {
    const response = htmlResponse(200, '<p>', {
      frameAncestors: ['https://a.example'],
      headers: { allow: 'GET' },
    });
    expect(policyOf(response)).toContain("frame-ancestors 'self' https://a.example");
    expect(response.headers.allow).toBe('GET');
  });
});
