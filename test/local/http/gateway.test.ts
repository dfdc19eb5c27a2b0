import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { trackActivity } from '../../../local/clock/activity.ts';
import { httpApi, type Route } from '../../../local/http/gateway.ts';
import { type HttpServer, listen } from '../../../local/http/http-server.ts';

let server: HttpServer;
let url: string;
const events: APIGatewayProxyEventV2[] = [];
let result: APIGatewayProxyStructuredResultV2 = {};

beforeAll(async () => {
  server = await listen(0);
  url = `http://localhost:${server.port}`;
});
afterAll(() => server.close(100));
beforeEach(() => {
  events.length = 0;
  result = { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'Grüße' };
});

const handler: Route['handler'] = async (event, context) => {
  expect(context.getRemainingTimeInMillis()).toBeGreaterThan(1000);
  events.push(event);
  return result;
};
const answering = httpApi({
  routes: [
    { methods: ['GET', 'POST'], path: '/leads', handler },
    { methods: ['GET', 'HEAD'], path: '/a/{token}', handler },
    { methods: ['ANY'], path: '/desk', handler },
  ],
  clock: { nowMs: () => Date.parse('2026-11-23T09:00:00.000Z') },
  activity: trackActivity(),
});

test('until the system is ready, requests are told to come back', async () => {
  const early = await fetch(`${url}/leads`);
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
  server.answerWith(answering);
});

test('a request becomes an event of payload version 2.0', async () => {
  await fetch(`${url}/leads?utm_source=a&utm_source=b&page=x%20y`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Own': 'Wert', cookie: 'a=1; b=2' },
    body: '{"name":"Müller"}',
  });
  expect(events).toMatchObject([
    {
      version: '2.0',
      routeKey: 'POST /leads',
      rawPath: '/leads',
      rawQueryString: 'utm_source=a&utm_source=b&page=x%20y',
      queryStringParameters: { utm_source: 'a,b', page: 'x y' },
      headers: { 'content-type': 'application/json', 'x-own': 'Wert' },
      cookies: ['a=1', 'b=2'],
      requestContext: {
        http: { method: 'POST', path: '/leads' },
        timeEpoch: Date.parse('2026-11-23T09:00:00.000Z'),
      },
      body: '{"name":"Müller"}',
      isBase64Encoded: false,
    },
  ]);
});

test('what is no text, or claims to be and is not, comes in base64', async () => {
  const latin1 = Buffer.from('{"name":"Müller"}', 'latin1');
  const form = Buffer.from('a=1');
  await fetch(`${url}/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: latin1,
  });
  await fetch(`${url}/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
  expect(events.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([
    [latin1.toString('base64'), true],
    [form.toString('base64'), true],
  ]);
});

test('the token of a path is decoded, and a damaged one is passed on as it is', async () => {
  await fetch(`${url}/a/ab%2Ecd`);
  await fetch(`${url}/a/%zz`);
  expect(events.map(({ pathParameters }) => pathParameters?.token)).toEqual(['ab.cd', '%zz']);
});

test('HEAD has the headers of the answer and no body', async () => {
  const head = await fetch(`${url}/a/x`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '7', '']);
});

test('binary answers, cookies and statuses reach the browser', async () => {
  result = {
    statusCode: 303,
    headers: { location: '/danke' },
    cookies: ['a=1', 'b=2'],
    body: Buffer.from([0, 255]).toString('base64'),
    isBase64Encoded: true,
  };
  const answer = await fetch(`${url}/leads`, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255]);
});

test.each([
  ['GET', '/nirgends'],
  ['PUT', '/leads'],
  ['GET', '/a/x/y'],
])('%s %s leads nowhere, as in the API', async (method, path) => {
  const nowhere = await fetch(url + path, { method });
  expect([nowhere.status, await nowhere.json()]).toEqual([404, { message: 'Not Found' }]);
  expect(events).toEqual([]);
});

const tooLarge = 11 * 1024 * 1024;

test('a body that says it is too large is refused before it is sent', async () => {
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const upload = request(`${url}/leads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': tooLarge },
    });
    upload.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
      upload.destroy();
    });
    upload.on('error', reject);
    upload.flushHeaders();
  });
  expect(answer).toBe(413);
  expect(events).toEqual([]);
});

test('a body that turns out too large is refused, and whoever sends it learns why', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const upload = request(`${url}/leads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    });
    upload.on('response', async (response) => resolve(`${response.statusCode} ${await text(response)}`));
    upload.on('error', reject);
    for (let sent = 0; sent < tooLarge; sent += 1024 * 1024) upload.write(Buffer.alloc(1024 * 1024, 'x'));
    upload.end();
  });
  expect(answer).toBe('413 {"message":"Request Entity Too Large"}');
  expect(events).toEqual([]);
});

test('a client that goes away in the middle harms nobody', async () => {
  const arrived = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  server.answerWith((asked, response) => {
    asked.once('data', () => arrived.resolve());
    asked.once('close', () => gone.resolve());
    return answering(asked, response);
  });
  const socket = connect(server.port, '127.0.0.1');
  socket.write('POST /leads HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"na');
  await arrived.promise;
  socket.destroy();
  await gone.promise;
  expect((await fetch(`${url}/leads`)).status).toBe(200);
});

test('a route for whatever is asked is named so', async () => {
  for (const method of ['GET', 'DELETE', 'OPTIONS']) await fetch(`${url}/desk`, { method });
  expect(events.map(({ routeKey }) => routeKey)).toEqual(['ANY /desk', 'ANY /desk', 'ANY /desk']);
  expect(events.map(({ requestContext }) => requestContext.http.method)).toEqual([
    'GET',
    'DELETE',
    'OPTIONS',
  ]);
});
