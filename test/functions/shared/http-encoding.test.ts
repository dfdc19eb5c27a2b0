import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodeResponse } from '../../../functions/shared/http-encoding.ts';
import { htmlResponse } from '../../../functions/shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';

const page = htmlResponse(200, `<p>${'Bad erneuern, Fliesen, Dusche. '.repeat(200)}</p>`);

function asking(headers: Record<string, string> = {}, method = 'GET'): HttpRequest {
  return {
    method,
    path: '/desk',
    pathParameters: {},
    query: new URLSearchParams(),
    headers,
    body: Buffer.alloc(0),
    sourceIp: '192.0.2.1',
  };
}

const bytesOf = ({ body, isBase64 }: HttpResponse) => Buffer.from(body, isBase64 ? 'base64' : 'utf8');

describe('compression', () => {
  test('a page goes out in the best encoding that the browser takes', async () => {
    const br = await encodeResponse(asking({ 'accept-encoding': 'gzip, deflate, br, zstd' }), page);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(bytesOf(br)).toString()).toBe(page.body);
    const gzip = await encodeResponse(asking({ 'accept-encoding': 'gzip' }), page);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(bytesOf(gzip)).toString()).toBe(page.body);
    expect(bytesOf(gzip).length).toBeLessThan(page.body.length / 5);
  });

  test.each([
    ['asks for none', {}],
    ['refuses it', { 'accept-encoding': 'br;q=0, gzip;q=0' }],
    ['knows another', { 'accept-encoding': 'deflate' }],
  ])('whoever %s gets the page as it is', async (_, headers) => {
    const plain = await encodeResponse(asking(headers), page);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toBe(page.body);
    expect(plain.headers.vary).toBe('accept-encoding');
  });

  test('with a star whatever is not refused is taken', async () => {
    const any = await encodeResponse(asking({ 'accept-encoding': 'br;q=0, *;q=0.5' }), page);
    expect(any.headers['content-encoding']).toBe('gzip');
  });

  test('a page of a few lines and a picture stay as they are', async () => {
    const browser = asking({ 'accept-encoding': 'br' });
    const short = await encodeResponse(browser, htmlResponse(200, '<p>Kurz</p>'));
    expect(short.body).toBe('<p>Kurz</p>');
    const picture = { status: 200, headers: { 'content-type': 'image/png' }, body: 'A'.repeat(4000) };
    expect((await encodeResponse(browser, picture)).body).toBe(picture.body);
  });
});

describe('tags', () => {
  test('whoever has the page gets an empty answer, and the page again once it changed', async () => {
    const first = await encodeResponse(asking({ 'accept-encoding': 'br' }), page);
    expect(first.headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
    const known = { 'if-none-match': `"other", ${first.headers.etag}` };
    const again = await encodeResponse(asking(known), page);
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(again.headers.etag).toBe(first.headers.etag);
    const changed = await encodeResponse(asking(known), htmlResponse(200, `${page.body}<p>Neu</p>`));
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(first.headers.etag);
  });

  test('a page may be kept by its browser alone, which asks about it each time', async () => {
    expect((await encodeResponse(asking(), page)).headers['cache-control']).toBe('private, no-cache');
  });

  test('what says how long it is good keeps its word', async () => {
    const asset = {
      status: 200,
      headers: { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' },
      body: 'p{margin:0}',
    };
    const sent = await encodeResponse(asking(), asset);
    expect(sent.headers['cache-control']).toBe(asset.headers['cache-control']);
    expect(sent.headers.etag).toBeDefined();
  });

  test.each([
    ['an answer to a form', asking({}, 'POST'), page],
    ['a refusal', asking(), htmlResponse(403, page.body)],
    ['an answer with a cookie', asking(), { ...page, cookies: ['desk=1'] }],
  ])('%s has none and is kept by nobody', async (_, request, response) => {
    const sent = await encodeResponse(request, response);
    expect(sent.headers).not.toHaveProperty('etag');
    expect(sent.headers['cache-control']).toBe('no-store');
  });
});
