import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { aFormPost, aJsonPost, aRequest } from '../../support/a-request.ts';
import { erika, ownSite, sendOne } from './a-sender.ts';

/** What a reader sees. */
const textOf = ({ body }: HttpResponse) =>
  body
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('a browser that posts a plain form', () => {
  test('gets a page that thanks, with the reference', async () => {
    const { response } = await sendOne(aFormPost(erika));
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(textOf(response)).toContain('Danke, Ihre Anfrage ist da.');
    expect(textOf(response)).toContain('TEST000001');
    expect(response.body).toContain('<html lang="de">');
  });

  test.each([
    [`${ownSite}/danke?x=1#oben`, `${ownSite}/danke?x=1#oben`],
    ['/danke', '/danke'],
    ['https://anfrage.example/danke', '/danke'],
  ])('goes on to %s', async (redirect, location) => {
    const { response, leads } = await sendOne(aFormPost({ ...erika, redirect }));
    expect(response).toMatchObject({ status: 303, headers: { location } });
    expect(leads).toHaveLength(1);
  });

  test.each([
    'https://evil.example/danke',
    `${ownSite}.evil.example/`,
    'https://www.muster-haustechnik.example@evil.example/',
    'http://www.muster-haustechnik.example/danke',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
  ])('does not go on to %s', async (redirect) => {
    const { response } = await sendOne(aFormPost({ ...erika, redirect }));
    expect(response.status).toBe(200);
    expect(response.headers.location).toBeUndefined();
  });

  test('is never led to another host by a path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[/.\\]{1,6}evil\.example[/.\\]{0,3}$/), async (redirect) => {
        const { response } = await sendOne(aFormPost({ ...erika, redirect }));
        const { location } = response.headers;
        if (location === undefined) return;
        expect(new URL(location, 'https://anfrage.example').host).toBe('anfrage.example');
      }),
    );
  });

  test('gets the form again with what was typed and what is wrong', async () => {
    const typed = {
      name: 'Erika',
      email: 'erika@',
      message: 'Bad & <b>mehr</b>',
      kind: 'project',
      utm_source: 'x',
      Farbe: 'blau',
    };
    const { response, leads } = await sendOne(
      aFormPost({ ...typed, submissionId: 'abc', redirect: '/danke' }),
    );
    expect(response.status).toBe(422);
    expect(leads).toEqual([]);
    const { body } = response;
    expect(textOf(response)).toContain('Bitte prüfen Sie die E-Mail-Adresse.');
    expect(body).toMatch(/<input id="email"[^>]*value="erika@"[^>]*aria-invalid="true"/);
    expect(body).toMatch(/<input id="name"[^>]*value="Erika"/);
    expect(body).toContain('Bad &amp; &lt;b&gt;mehr&lt;/b&gt;</textarea>');
    expect(body).toContain('name="kind" value="project" checked');
    expect(body).toContain('<input type="hidden" name="utm_source" value="x">');
    expect(body).toContain('<input type="hidden" name="Farbe" value="blau">');
    expect(body).toContain('<input type="hidden" name="submissionId" value="abc">');
    expect(body).toContain('<input type="hidden" name="redirect" value="/danke">');
  });

  test('whatever is typed is escaped', async () => {
    const evil = '"><script>alert(1)</script>';
    const fields = ['name', 'phone', 'email', 'message', 'address', 'city', 'page', 'Farbe', evil];
    const typed = Object.fromEntries(fields.map((name) => [name, evil]));
    const refused = await sendOne(aFormPost(typed));
    expect(refused.response.status).toBe(422);
    expect(refused.response.body).not.toContain('<script>');
    const accepted = await sendOne(aFormPost({ phone: `0170 1234567 ${evil}`, urgency: 'now' }));
    expect(accepted.response.status).toBe(200);
    expect(accepted.response.body).not.toContain('<script');
  });
});

describe('scripts on other pages', () => {
  test('may read the answer on the pages of the business', async () => {
    const { response } = await sendOne(aJsonPost(erika, { origin: ownSite }));
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': ownSite, vary: 'Origin' });
    const wrong = await sendOne(aJsonPost({}, { origin: ownSite }));
    expect(wrong.response.headers['access-control-allow-origin']).toBe(ownSite);
  });

  test('may not read it elsewhere, but the request is taken', async () => {
    const { response, leads } = await sendOne(aJsonPost(erika, { origin: 'https://evil.example' }));
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    expect(leads).toHaveLength(1);
  });

  test('ask first and are told', async () => {
    const ask = (origin: string) =>
      sendOne(aRequest({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }));
    expect((await ask(ownSite)).response).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': ownSite,
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type',
      },
    });
    const { headers } = (await ask('https://evil.example')).response;
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
