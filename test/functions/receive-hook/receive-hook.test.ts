import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keepFound } from '../../../functions/receive-hook/find-hook.ts';
import { revokeHook } from '../../../functions/shared/manage-hooks.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { aHookedWorld, asForm, asJson, makeHook, sendTo } from './a-hook.ts';

const lena = { name: 'Lena Vogt', email: 'lena@kunde.test', message: 'Neues Bad, bitte.' };
const down = async (): Promise<never> => {
  throw new Error('down');
};

describe('what comes in by an address of its own', () => {
  test('is a lead of which no stranger can be the sender', async () => {
    const { json, leads, world } = await aHookedWorld({ sender: 'landingpage-bad' });
    expect(await json(lena)).toEqual({ id: leads()[0]?.id, stage: 'new', acknowledged: true });
    expect(leads()).toMatchObject([{ proof: 'hook', source: 'website', contact: { email: lena.email } }]);
    expect(world.workflow.begun).toEqual([{ leadId: leads()[0]?.id, generation: 1 }]);
  });

  test.each([
    ['advertisement', 'google-ads', undefined],
    ['social-media', 'meta', undefined],
    ['portal', 'landingpage', 'portal'],
    ['word-of-mouth', 'google-ads', 'word-of-mouth'],
  ])('comes from %s by %s where %s is set', async (source, sender, set) => {
    const { json, leads, world, hook } = await aHookedWorld({ sender, source: set });
    await json(lena);
    expect(leads()[0]?.source).toBe(source);
    const [delivery] = await world.hooks.lastDeliveries(hook.id, 1);
    expect(delivery?.recognised).toContainEqual({ name: 'source', value: source });
  });

  test('comes from the page that is set, unless the form knows better', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'tally', page: 'https://muster.test/bad' });
    await json(lena);
    await json({ ...lena, email: 'o@kunde.test', page: 'https://muster.test/heizung' });
    expect(leads().map(({ attribution }) => attribution.page)).toEqual([
      'https://muster.test/bad',
      'https://muster.test/heizung',
    ]);
  });

  test.each([
    ['a form', asForm(lena)],
    ['JSON', asJson(lena)],
    ['JSON that was put', { ...asJson(lena), method: 'PUT' }],
    ['JSON that was patched', { ...asJson(lena), method: 'PATCH' }],
  ])('may be %s', async (_, sent) => {
    const { send, leads } = await aHookedWorld({ sender: 'n8n' });
    expect((await send(sent)).status).toBe(200);
    expect(leads()).toHaveLength(1);
  });

  test('needs only one way to be answered: what is wrong beside it refuses nothing', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'n8n' });
    await json({ ...lena, email: 'keine', phone: '0171 5550123', message: 'x'.repeat(20_000), kind: '?' });
    expect(leads()).toMatchObject([{ contact: { phoneE164: '+491715550123' } }]);
  });

  test.each([
    ['nothing in the body', {}],
    ['an empty object in the body', asJson({})],
    ['nothing but a line break in the body', { body: '\r\n' }],
    ['a body that is called JSON, and is none', { headers: { 'content-type': 'application/json' } }],
  ])('may stand behind the address, with %s', async (_, sent) => {
    const { send, leads, world, hook } = await aHookedWorld({ sender: 'n8n' });
    const query = `?name=J%C3%B6rg+Vogt&phone=0171+6100003&message=Rohrbruch%20im%20Bad&utm_source=flyer`;
    expect(JSON.parse((await send({ ...sent, query })).body)).toMatchObject({ id: leads()[0]?.id });
    expect(leads()).toMatchObject([
      {
        contact: { name: 'Jörg Vogt', phoneE164: '+491716100003' },
        request: { message: 'Rohrbruch im Bad', urgency: 'now' },
        attribution: { utm: { utm_source: 'flyer' } },
      },
    ]);
    const [delivery] = await world.hooks.lastDeliveries(hook.id, 1);
    expect(delivery?.raw).toContain('Rohrbruch');
  });

  test('is kept where it stood behind the address and nobody can be reached', async () => {
    const { send, leads, notices } = await aHookedWorld({ sender: 'n8n' });
    const { body } = await send({ query: '?message=Bitte+melden+Sie+sich' });
    expect([JSON.parse(body), leads(), await notices()]).toMatchObject([{ kept: true }, [], [{}]]);
  });

  test('is what the body says, where there is one', async () => {
    const { send, leads } = await aHookedWorld({ sender: 'n8n' });
    await send({ ...asJson(lena), query: '?name=Otto&message=anders' });
    expect(leads()).toMatchObject([{ contact: { name: lena.name }, request: { message: lena.message } }]);
  });

  test.each([
    'key',
    'api_key',
    'secret',
    'signature',
    'X-Amz-Signature',
    'hub.verify_token',
    'password',
    'pwd',
    'Authorization',
    'webhook_secret',
    'sig',
    'hmac',
    'access-token',
  ])('is no place for what sender and hook agreed on: %s', async (name) => {
    const { send, leads } = await aHookedWorld({ sender: 'n8n' });
    await send({ query: `?name=Otto&phone=0171+6100003&message=Bad&${name}=geheim-4711` });
    expect(leads()).toHaveLength(1);
    expect(JSON.stringify(leads())).not.toContain('geheim-4711');
  });

  test.each(['?hub.mode=subscribe&hub.challenge=1', '?token=abc', '?utm_source=x', '?name=', '?v=2'])(
    'is nothing where only the sender speaks: %s',
    async (query) => {
      const { send, leads, notices } = await aHookedWorld({ sender: 'n8n' });
      expect(JSON.parse((await send({ query })).body)).toEqual({ received: true });
      expect([leads(), await notices()]).toEqual([[], []]);
    },
  );

  test('is no lead of a sender that signs, where no signature covers the address', async () => {
    const { send, leads, notices } = await aHookedWorld({ sender: 'n8n', signingSecret: 'x'.repeat(32) });
    await send({ query: '?name=Otto&phone=0171+6100003&message=Bad' });
    expect([leads().filter(({ proof }) => proof === 'hook'), (await notices()).length]).toEqual([[], 1]);
  });

  test('is no robot, whatever stands in a field that is a trap elsewhere', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'n8n' });
    await json({ ...lena, website: 'https://bau-vogt.test' });
    expect(leads()[0]?.spam).toBe(false);
    expect(JSON.stringify(leads()[0]?.request)).toContain('bau-vogt.test');
  });
});

describe('a sender that repeats itself', () => {
  test('brings the same lead, by the id of its submission or by the same body', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'n8n' });
    const first = await json({ ...lena, submissionId: 'S1' });
    expect(await json({ ...lena, submissionId: 'S1' })).toEqual(first);
    const second = await json({ ...lena, email: 'otto@kunde.test' });
    expect(await json({ ...lena, email: 'otto@kunde.test' })).toEqual(second);
    expect(leads()).toHaveLength(2);
  });

  test('also half an hour later', async () => {
    const { json, leads, world } = await aHookedWorld({ sender: 'n8n' });
    world.clock.set('2026-11-23T10:05:00.000Z');
    const first = await json(lena);
    world.clock.set('2026-11-23T10:35:00.000Z');
    expect(await json(lena)).toEqual(first);
    expect(leads()).toHaveLength(1);
  });

  test('hours later the same words are somebody who asks once more, unless the sender numbered them', async () => {
    const { json, leads, world } = await aHookedWorld({ sender: 'n8n' });
    await json(lena);
    await json({ ...lena, phone: '0170 5550123', submissionId: 'n8n-execution-4711' });
    world.clock.set('2026-11-23T20:00:00.000Z');
    await json(lena);
    await json({ ...lena, phone: '0170 5550123', submissionId: 'n8n-execution-4711' });
    expect(leads()).toHaveLength(3);
  });

  test('does not tell the owner twice of what was kept', async () => {
    const { json, notices, world } = await aHookedWorld({ sender: 'n8n' });
    await json({ message: 'Hallo' });
    await json({ message: 'Hallo' });
    world.clock.set('2026-11-24T05:00:00.000Z');
    await json({ message: 'Hallo' });
    expect(await notices()).toHaveLength(1);
    world.clock.set('2026-11-25T12:00:00.000Z');
    await json({ message: 'Hallo' });
    expect(await notices()).toHaveLength(2);
  });

  test('is not mistaken for another sender with the same ids', async () => {
    const { world, json, leads } = await aHookedWorld({ sender: 'gravity' });
    const other = await makeHook(world, { sender: 'gravity' });
    await json({ ...lena, submissionId: 'gravity-1-7' });
    await sendTo(
      other.address,
      asJson({ name: 'Otto', phone: '0171 5550999', submissionId: 'gravity-1-7' }),
      world,
    );
    expect(leads().map(({ contact }) => contact.name)).toEqual(['Lena Vogt', 'Otto']);
  });
});

describe('nothing is refused, and nothing is gone', () => {
  test.each([
    ['nobody to answer', asJson({ name: 'Lena', message: 'Bitte ein Bad' }), 'unreachable'],
    [
      'a lead of which Meta tells the id alone',
      asJson({ entry: [{ changes: [{ value: { leadgen_id: '4' } }] }] }),
      'unreachable',
    ],
    [
      'a body that is none',
      { headers: { 'content-type': 'application/json' }, body: '<<<{{{' },
      'unread-form',
    ],
  ])('%s: the body is kept, and the owner is told', async (_, sent, reason) => {
    const { send, leads, notices, world } = await aHookedWorld({ sender: 'meta' });
    const response = await send(sent);
    expect([response.status, JSON.parse(response.body)]).toEqual([200, { kept: true }]);
    expect(leads()).toEqual([]);
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ reason, outcome: 'form-kept-aside', asideId: expect.any(String) });
    const { asideId } = notice as unknown as { asideId: string };
    expect(await world.leads.loadSpam(asideId)).toBeDefined();
  });

  test('while the table is down it goes into the queue', async () => {
    const { send, world } = await aHookedWorld({ sender: 'n8n' });
    const response = await send(asJson(lena), { leads: { ...world.leads, add: down } });
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toMatchObject({ acknowledged: true });
    expect(world.submissions.all()).toMatchObject([
      { facts: { proof: 'hook', contact: { name: 'Lena Vogt' } } },
    ]);
  });

  test('while nothing can keep it, its sender is asked to send it again', async () => {
    const { send, world } = await aHookedWorld({ sender: 'n8n' });
    const response = await send(asJson(lena), {
      leads: { ...world.leads, add: down },
      submissions: { ...world.submissions, put: down },
    });
    expect([response.status, response.headers['retry-after']]).toEqual([503, '60']);
    const kept = await send(asJson({ message: 'x' }), { leads: { ...world.leads, keepSpam: down } });
    expect(kept.status).toBe(503);
  });

  test('an address that was known before is known while it cannot be looked up', async () => {
    const { send, world } = await aHookedWorld({ sender: 'n8n' });
    let find = world.hooks.find;
    const findHook = keepFound((hash) => find(hash));
    expect((await send(asJson(lena), { findHook })).status).toBe(200);
    find = down;
    expect((await send(asJson({ ...lena, email: 'o@kunde.test' }), { findHook })).status).toBe(200);
    expect((await send(asJson(lena), { findHook: keepFound(down) })).status).toBe(503);
  });

  test('what cannot be shown to the integrator is a lead all the same', async () => {
    const { send, world } = await aHookedWorld({ sender: 'n8n' });
    const response = await send(asJson(lena), { hooks: { ...world.hooks, keepDelivery: down } });
    expect(JSON.parse(response.body)).toMatchObject({ acknowledged: true });
  });
});

describe('whoever does not know the secret', () => {
  test('learns nothing, whatever he asks', async () => {
    const { hook, world } = await aHookedWorld({ sender: 'typeform' });
    const answers = await Promise.all(
      [
        hook.address.replace('typeform', 'tally'),
        `${hook.address}0`,
        hook.address.slice(0, -1),
        hook.address.toUpperCase().replace(/.*\//, 'https://anfrage.example/hooks/typeform/'),
        'https://anfrage.example/hooks/typeform/x',
        `https://anfrage.example/hooks/typeform/${'a'.repeat(10_000)}`,
      ].flatMap((address) =>
        ['POST', 'GET', 'OPTIONS'].map((method) => sendTo(address, { ...asJson(lena), method }, world)),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(world.leads.all()).toEqual([]);
  });

  test('is whoever knows one that was revoked', async () => {
    const { hook, world, send } = await aHookedWorld({ sender: 'typeform' });
    await revokeHook(hook.id, world.clock.now(), { ...world, publicUrl: '' });
    expect((await send(asJson(lena))).status).toBe(404);
  });

  test('cannot find it in what is stored', async () => {
    const { hook, world } = await aHookedWorld({ sender: 'typeform' });
    const secret = hook.address.split('/').at(-1) ?? '';
    expect(secret).toMatch(/^[0-9a-f]{40}$/);
    expect(JSON.stringify(await world.hooks.list())).not.toContain(secret);
    const another = await makeHook(world, { sender: 'typeform' });
    expect(another.address).not.toBe(hook.address);
  });
});

describe('a sender that tries its address out', () => {
  test.each(['GET', 'HEAD', 'OPTIONS'])('by %s is answered, and changes nothing', async (method) => {
    const { send, world, hook } = await aHookedWorld({ sender: 'webflow' });
    const { status } = await send({ method });
    expect(status).toBe(method === 'OPTIONS' ? 204 : 200);
    expect(await world.hooks.lastDeliveries(hook.id, 20)).toEqual([]);
  });

  test('as Meta does gets its word back, as text', async () => {
    const { send } = await aHookedWorld({ sender: 'meta' });
    const query = '?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1158201444';
    const response = await send({ method: 'GET', query });
    expect([response.status, response.body]).toEqual([200, '1158201444']);
    expect(response.headers['content-type']).toMatch(/^text\/plain/);
    const marked = await send({ method: 'GET', query: query.replace('1158201444', '<b>x</b>') });
    expect(marked.body).not.toContain('<b>');
  });

  test.each([
    [
      'a lead of Google that is marked',
      {
        lead_id: '1',
        is_test: true,
        user_column_data: [{ column_id: 'EMAIL', string_value: 'test@example.com' }],
      },
    ],
    ['a ping', { event: 'ping' }],
    ['a test of a webhook', { type: 'webhook.test', id: '1' }],
    ['an empty body', undefined],
  ])('with %s makes no lead, and troubles nobody', async (_, value) => {
    const { send, leads, notices, world, hook } = await aHookedWorld({ sender: 'google-ads' });
    const response = await send(value ? asJson(value) : {});
    expect([response.status, JSON.parse(response.body)]).toEqual([200, { received: true }]);
    expect([leads(), await notices()]).toEqual([[], []]);
    expect(await world.hooks.lastDeliveries(hook.id, 20)).toMatchObject([{ outcome: 'test' }]);
  });

  test.each([
    ['says that it is none', { ...lena, is_test: false }],
    ['is about a test', { ...lena, message: 'test', betreff: 'Test' }],
    ['has more than a word', { ...lena, event: 'ping', a: '1', b: '2', c: '3' }],
  ])('is a customer whose form %s', async (_, value) => {
    const { json, leads } = await aHookedWorld({ sender: 'google-ads' });
    await json(value);
    expect(leads()).toHaveLength(1);
  });
});

describe('a sender that signs', () => {
  const signed = (secret: string) => {
    const sent = asJson(lena);
    const signature = createHmac('sha256', secret).update(String(sent.body)).digest('base64');
    return { ...sent, headers: { ...sent.headers, 'typeform-signature': `sha256=${signature}` } };
  };

  test('is believed', async () => {
    const { send, leads, hook } = await aHookedWorld({ sender: 'typeform', signingSecret: 'geheim' });
    expect(hook.signed).toBe(true);
    await send(signed('geheim'));
    expect(leads()).toMatchObject([{ proof: 'hook' }]);
  });

  test.each([
    ['by nobody', asJson(lena)],
    ['by somebody else', signed('anders')],
  ])('is not believed what is signed %s: it is kept as the request it may be', async (_, sent) => {
    const { send, leads, notices, world, hook } = await aHookedWorld({
      sender: 'typeform',
      signingSecret: 'geheim',
    });
    const response = await send(sent);
    expect([response.status, JSON.parse(response.body)]).toEqual([200, { kept: true }]);
    expect(leads()).toEqual([]);
    expect(await notices()).toMatchObject([
      { reason: 'unsigned', senderName: 'Lena Vogt', subject: lena.message },
    ]);
    const [delivery] = await world.hooks.lastDeliveries(hook.id, 20);
    expect(delivery).toMatchObject({ outcome: 'kept', reason: 'wrong-signature' });
    const aside = await world.leads.loadSpam(delivery?.leadIds[0] ?? '');
    expect(aside?.proof).toBeUndefined();
  });

  test('is believed without a signature where no secret was given', async () => {
    const { send, leads } = await aHookedWorld({ sender: 'typeform' });
    await send(asJson(lena));
    expect(leads()).toHaveLength(1);
  });
});

describe('what was asked for as a hook', () => {
  test.each([
    [{ sender: 'Typ form' }, /^sender: found "Typ form"/],
    [{}, /^sender: found nothing/],
    [{ sender: 'a/../b' }, /^sender: /],
    [{ sender: 'tally', source: 'Zeitung' }, /^source: found "Zeitung", expected one of website,/],
    [{ sender: 'tally', page: 'javascript:alert(1)' }, /^page: /],
    [{ sender: 'tally', signingSecret: '  ' }, /^signing-secret: /],
  ])('%j is refused with what is wrong', async (wanted, fault) => {
    await expect(makeHook(await aWorld(), wanted)).rejects.toThrow(fault);
  });

  test('a sender may be written as people write it', async () => {
    expect((await makeHook(await aWorld(), { sender: 'Typeform' })).sender).toBe('typeform');
  });
});

test('what the integrator sees is what was understood, what is left, and what came', async () => {
  const { json, world, hook } = await aHookedWorld({ sender: 'n8n' });
  await json({ ...lena, Lieblingsfarbe: 'blau' });
  const [delivery] = await world.hooks.lastDeliveries(hook.id, 20);
  expect(delivery).toMatchObject({
    outcome: 'lead',
    leadIds: [world.leads.all()[0]?.id],
    raw: JSON.stringify({ ...lena, Lieblingsfarbe: 'blau' }),
    extra: [{ name: 'Lieblingsfarbe', value: 'blau' }],
  });
  expect(delivery?.recognised).toContainEqual({ name: 'email', value: lena.email });
});

test('a company of Austria is called by numbers of Austria', async () => {
  const world = await aWorld({ company: aCompany({ country: 'AT', phone: '+43 1 5550100' }) });
  const { json, leads } = await aHookedWorld({ sender: 'n8n' }, world);
  await json({ phone: '0664 1234567' });
  expect(leads()[0]?.contact.phoneE164).toBe('+436641234567');
});

describe('several people in one body', () => {
  const otto = { name: 'Otto Kern', phone: '0171 5550199', message: 'Heizung tropft' };

  test('are several leads, and a repeat brings none of them again', async () => {
    const { json, leads, world, hook } = await aHookedWorld({ sender: 'zapier' });
    const first = await json({ leads: [lena, otto] });
    expect(leads().map(({ contact }) => contact.name)).toEqual(['Lena Vogt', 'Otto Kern']);
    expect(first).toMatchObject({ id: leads()[0]?.id });
    expect(await json({ leads: [lena, otto] })).toEqual(first);
    expect(leads()).toHaveLength(2);
    const [repeat, delivery] = await world.hooks.lastDeliveries(hook.id, 20);
    expect([repeat?.outcome, delivery?.outcome]).toEqual(['repeated', 'lead']);
    expect(delivery?.leadIds).toEqual(leads().map(({ id }) => id));
  });

  test('of whom one cannot be stored are sent again, and then all are there once', async () => {
    const { send, leads, world } = await aHookedWorld({ sender: 'zapier' });
    let calls = 0;
    const add: typeof world.leads.add = (...given) => (++calls === 2 ? down() : world.leads.add(...given));
    const overrides = {
      leads: { ...world.leads, add },
      submissions: { ...world.submissions, put: down },
    };
    expect((await send(asJson([lena, otto]), overrides)).status).toBe(503);
    expect((await send(asJson([lena, otto]))).status).toBe(200);
    expect(leads().map(({ contact }) => contact.name)).toEqual(['Lena Vogt', 'Otto Kern']);
  });
});

describe('files that come with a form', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)]);
  const withPhoto = (photo: Buffer) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: Buffer.concat([
      Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nlena@kunde.test\r\n' +
          '--b\r\nContent-Disposition: form-data; name="foto"; filename="Bad.png"\r\nContent-Type: image/png\r\n\r\n',
      ),
      photo,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });

  test('are kept with its lead, also if they stand in JSON', async () => {
    const { send, json, leads } = await aHookedWorld({ sender: 'jotform' });
    await send(withPhoto(png));
    await json({ email: 'otto@kunde.test', foto: { filename: 'Bad.png', content: png.toString('base64') } });
    const files = leads().map(({ timeline }) => timeline.find((event) => event.type === 'captured')?.files);
    expect(files).toMatchObject([
      { files: [{ name: 'Bad.png', bytes: png.length }] },
      { files: [{ name: 'Bad.png', bytes: png.length }] },
    ]);
  });

  test('are missing where they are too large, and the owner reads that', async () => {
    const { send, leads } = await aHookedWorld({ sender: 'jotform' });
    const response = await send(withPhoto(Buffer.alloc(4_300_000, 7)));
    expect(JSON.parse(response.body)).toMatchObject({ acknowledged: true });
    const [captured] = leads()[0]?.timeline ?? [];
    expect(captured).toMatchObject({ files: { files: [], lost: ['Dateien, zusammen über 4 MB'] } });
  });

  test('go with what is kept aside', async () => {
    const { send, world, hook } = await aHookedWorld({ sender: 'jotform', signingSecret: 'geheim' });
    await send(withPhoto(png));
    const [delivery] = await world.hooks.lastDeliveries(hook.id, 1);
    expect(delivery?.raw).toContain(`[${png.length} Bytes]`);
    const aside = await world.leads.loadSpam(delivery?.leadIds[0] ?? '');
    expect(aside?.timeline[0]).toMatchObject({ files: { files: [{ name: 'Bad.png' }] } });
  });
});
