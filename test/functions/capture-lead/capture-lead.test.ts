import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { aFormPost, aJsonPost, aRequest } from '../../support/a-request.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { bodyOf, company, erika, ownSite, send, sendOne } from './a-sender.ts';

describe('a request', () => {
  test('is stored as a new lead before the answer, and its workflow runs', async () => {
    const { world, response, leads } = await sendOne(aJsonPost(erika));
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ id: 'TEST000001', stage: 'new', acknowledged: true });
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({
      id: 'TEST000001',
      stage: 'new',
      capturedAt: monday10,
      contact: { name: 'Erika Muster', email: 'erika@example.de', language: 'de' },
      request: { message: 'Neues Bad, bitte.', kind: 'project' },
      source: 'website',
      timeline: [{ type: 'captured', by: 'customer' }],
    });
    expect(world.workflow.begun).toEqual([{ leadId: 'TEST000001', generation: 1 }]);
  });

  test('that cannot wait is an emergency at once', async () => {
    const { response, leads } = await sendOne(aJsonPost({ phone: '089 1234560', message: 'Rohrbruch!' }));
    expect(bodyOf(response).stage).toBe('service');
    expect(leads[0]?.stage).toBe('service');
  });

  test('is taken from a form and from a form with files', async () => {
    const parts = ['name', 'email'].map(
      (name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${erika[name as 'name']}\r\n`,
    );
    const multipart = aRequest({
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: `${parts.join('')}--b--\r\n`,
    });
    const { world, responses } = await send(
      multipart,
      aFormPost({ 'E-Mail': 'a@example.de' }, { accept: '*/*' }),
    );
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(world.leads.all().map(({ contact }) => contact.email)).toEqual([
      'erika@example.de',
      'a@example.de',
    ]);
  });

  test('knows the page it came from even if the form does not say', async () => {
    const { leads } = await sendOne(aJsonPost(erika, { referer: `${ownSite}/kontakt` }));
    expect(leads[0]?.attribution.page).toBe(`${ownSite}/kontakt`);
  });

  test('is answered with 200 although its workflow did not start: the reconciler will', async () => {
    const world = await aWorld({ company });
    const begin = () => Promise.reject(new Error('States is down'));
    const response = await captureLead(aJsonPost(erika), {
      ...world,
      workflow: { ...world.workflow, begin },
    });
    expect(response.status).toBe(200);
    expect(world.leads.all()).toHaveLength(1);
  });
});

describe('a robot that fills in the honeypot', () => {
  test('is answered as if accepted, kept aside and never a lead', async () => {
    const { world, response, leads } = await sendOne(
      aJsonPost({ ...erika, website: 'https://spam.example' }),
    );
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({
      id: expect.stringMatching(/^\w{10}$/),
      stage: 'new',
      acknowledged: true,
    });
    expect(leads).toEqual([]);
    expect(world.leads.spam()).toMatchObject([{ spam: true, contact: { name: 'Erika Muster' } }]);
    expect(world.workflow.begun).toEqual([]);
  });

  test('is answered so whatever else is wrong', async () => {
    const { response, world } = await sendOne(aJsonPost({ website: 'x', email: 'no', kind: 'nonsense' }));
    expect(response.status).toBe(200);
    expect(world.leads.spam()).toHaveLength(1);
  });
});

describe('bad input', () => {
  test('is refused with every wrong field, and nothing is stored', async () => {
    const { world, response, leads } = await sendOne(aJsonPost({ email: 'erika@', phone: 'abc' }));
    expect(response.status).toBe(422);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(bodyOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bitte prüfen Sie Ihre Angaben.',
      status: 422,
      errors: [
        { field: 'email', message: expect.stringContaining('E-Mail-Adresse') },
        { field: 'phone', message: expect.stringContaining('Telefonnummer') },
      ],
    });
    expect(leads).toEqual([]);
    expect(world.workflow.begun).toEqual([]);
  });

  test('is refused in the language the sender reads, if the form does not say', async () => {
    const english = { 'accept-language': 'en-GB,en;q=0.9,de;q=0.5' };
    const refused = await sendOne(aJsonPost({ email: 'erika@' }, english));
    expect(bodyOf(refused.response)).toMatchObject({ title: expect.stringContaining('Please') });
    const { leads } = await sendOne(aJsonPost({ email: 'erika@example.org' }, english));
    expect(leads[0]?.contact.language).toBe('de');
  });

  test('is refused in English in an English request', async () => {
    const { response } = await sendOne(aJsonPost({ email: 'erika@', language: 'en' }));
    expect(bodyOf(response)).toMatchObject({
      title: 'Please check your details.',
      errors: [{ field: 'email', message: expect.stringContaining('Please check') }],
    });
  });

  test.each([
    [400, 'application/json', '{'],
    [413, 'application/json', JSON.stringify({ message: 'x'.repeat(300_000) })],
    [415, 'text/plain', 'Guten Tag'],
    [422, 'application/json', ''],
  ])('%i for what cannot be read as %s', async (status, type, body) => {
    const headers = { 'content-type': type };
    const { response, leads } = await sendOne(aRequest({ method: 'POST', headers, body }));
    expect(response.status).toBe(status);
    expect(bodyOf(response)).toMatchObject({ status, title: expect.any(String) });
    expect(leads).toEqual([]);
  });

  test('a browser gets a page for it', async () => {
    const headers = { 'content-type': 'text/plain', accept: 'text/html' };
    const { response } = await sendOne(aRequest({ method: 'POST', headers, body: 'x' }));
    expect(response.status).toBe(415);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('other methods are not for leads', async () => {
    const { response } = await sendOne(aRequest({ method: 'PUT' }));
    expect(response).toMatchObject({ status: 405, headers: { allow: 'POST, OPTIONS' } });
  });
});

test('whatever bytes are sent: an answer of 2xx or 4xx', async () => {
  const type = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'text/plain',
  );
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'email=',
        'a@b.de',
        '&',
        '{"email":',
        '"a@b.de"',
        '}',
        '--b',
        '\r\n',
        'website=1',
        'name=',
        '%FF',
        '[',
        ']',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    pieces.map((list) => Buffer.from(list.join(''))),
    fc.json().map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(type, body, fc.constantFrom('*/*', 'text/html'), async (contentType, bytes, accept) => {
      const headers = { 'content-type': contentType, accept };
      const { response } = await sendOne(aRequest({ method: 'POST', headers, body: bytes }));
      expect([200, 400, 413, 415, 422]).toContain(response.status);
    }),
    { numRuns: 300 },
  );
});
