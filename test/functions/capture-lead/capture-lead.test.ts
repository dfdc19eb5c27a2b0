import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-handler.ts';
import { aFormPost, aJsonPost, aRequest } from '../../support/a-request.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const ownSite = 'https://www.muster-haustechnik.example';
const company = aCompany({ origins: [ownSite] });
const erika = { name: 'Erika Muster', email: 'erika@example.de', message: 'Neues Bad, bitte.' };

const bodyOf = ({ body }: HttpResponse) => JSON.parse(body);

async function send(
  ...requests: readonly HttpRequest[]
): Promise<{ world: World; responses: HttpResponse[] }> {
  const world = await aWorld({ company });
  const responses: HttpResponse[] = [];
  for (const request of requests) responses.push(await captureLead(request, world));
  return { world, responses };
}

async function sendOne(
  request: HttpRequest,
): Promise<{ world: World; response: HttpResponse; leads: Lead[] }> {
  const { world, responses } = await send(request);
  const [response] = responses;
  if (!response) throw new Error('No answer');
  return { world, response, leads: world.leads.all() };
}

/** What a reader sees. */
const textOf = ({ body }: HttpResponse) =>
  body
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

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

describe('a repeat', () => {
  const id = 'b2f7';

  test('of the same submission is the same lead', async () => {
    const { world, responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, submissionId: id }),
    );
    expect(responses.map(bodyOf)).toEqual([
      { id: 'TEST000001', stage: 'new', acknowledged: true },
      { id: 'TEST000001', stage: 'new', acknowledged: true },
    ]);
    expect(world.leads.all()).toHaveLength(1);
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });

  test('of the same content within 5 minutes is the same lead, later it is another', async () => {
    const world = await aWorld({ company });
    const first = bodyOf(await captureLead(aJsonPost(erika), world));
    world.clock.set('2026-11-23T09:04:59.000Z');
    expect(bodyOf(await captureLead(aJsonPost(erika), world)).id).toBe(first.id);
    world.clock.set('2026-11-23T09:10:00.000Z');
    expect(bodyOf(await captureLead(aJsonPost(erika), world)).id).not.toBe(first.id);
    expect(world.leads.all()).toHaveLength(2);
  });

  test('at the same instant is one lead', async () => {
    const submissionIds = fc.constantFrom(undefined, 'a');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), submissionIds, async (count, submissionId) => {
        const world = await aWorld({ company });
        const requests = Array.from({ length: count }, () => aJsonPost({ ...erika, submissionId }));
        const answers = await Promise.all(requests.map((request) => captureLead(request, world)));
        expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(1);
        expect(world.leads.all()).toHaveLength(1);
        expect(world.leads.all()[0]?.timeline).toHaveLength(1);
        expect(world.workflow.begun).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  test('with other content is a correction of the lead', async () => {
    const { world, responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, phone: '089 1234560', submissionId: id }),
    );
    expect(responses.map((response) => bodyOf(response).id)).toEqual(['TEST000001', 'TEST000001']);
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({
      contact: { email: 'erika@example.de', phoneE164: '+49891234560' },
      generation: 2,
    });
    expect(lead?.timeline.map(({ type }) => type)).toEqual(['captured', 'resubmitted']);
    expect(world.workflow.begun).toEqual([
      { leadId: 'TEST000001', generation: 1 },
      { leadId: 'TEST000001', generation: 2 },
    ]);
    expect(world.workflow.ended).toEqual([{ leadId: 'TEST000001', generation: 1 }]);
  });

  test('that became urgent makes an emergency of it', async () => {
    const { responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, urgency: 'now', submissionId: id }),
    );
    expect(responses.map((response) => bodyOf(response).stage)).toEqual(['new', 'service']);
  });

  test('of the first version after its correction changes nothing back', async () => {
    const corrected = aJsonPost({ ...erika, message: 'Zwei neue Bäder, bitte.', submissionId: id });
    const first = aJsonPost({ ...erika, submissionId: id });
    const { world } = await send(first, corrected, first, corrected, first);
    const [lead] = world.leads.all();
    expect(lead?.request.message).toBe('Zwei neue Bäder, bitte.');
    expect(lead?.timeline).toHaveLength(2);
  });

  test('is seen as one although the store gives fields back in another order', async () => {
    const world = await aWorld({ company });
    const leads: LeadStore = {
      ...world.leads,
      load: async (leadId) => reordered(await world.leads.load(leadId)),
    };
    for (const _ of [1, 2]) await captureLead(aJsonPost({ ...erika, submissionId: id }), { ...world, leads });
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });

  test('completes a first try that died before its workflow began', async () => {
    const world = await aWorld({ company });
    const begin = () => Promise.reject(new Error('States is down'));
    await captureLead(aJsonPost(erika), { ...world, workflow: { ...world.workflow, begin } });
    await captureLead(aJsonPost(erika), world);
    expect(world.workflow.begun).toEqual([{ leadId: 'TEST000001', generation: 1 }]);
  });
});

/** The same, with the names of every object the other way round. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, child]) => [name, reordered(child)]),
  ) as T;
}

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
    const { world, response, leads } = await sendOne(aJsonPost({ email: 'erika@', name: 'x'.repeat(201) }));
    expect(response.status).toBe(422);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(bodyOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bitte prüfen Sie Ihre Angaben.',
      status: 422,
      errors: [
        { field: 'name', message: 'Bitte höchstens 200 Zeichen.' },
        { field: 'email', message: expect.stringContaining('E-Mail-Adresse') },
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
    expect(refused.response.body).not.toContain('<script');
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
