/** Over whatever our own rules fall, what was sent is not lost with them. */
import { describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { aJsonPost, aRequest } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aHookedWorld, asJson } from '../receive-hook/a-hook.ts';

const berta = { name: 'Berta Muster', phone: '0171 7654323', message: 'Der Boiler tropft.' };

/** What every object of the language has, and no table of ours. */
const inherited = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['__defineGetter__', '__lookupSetter__', 'toLocaleString', 'then', 'length', 'get', 'Con-Structor'],
];
const withField = (name: string, value: unknown): string =>
  `{"name":"Berta Muster","phone":"0171 7654323",${JSON.stringify(name)}:${JSON.stringify(value)}}`;

describe('names that the language has itself', () => {
  test.each(inherited)('a form with %s in it makes a lead', async (word) => {
    const bodies = [
      withField(word, 'a'),
      withField('form', { [word]: 'a' }).replace('"form"', JSON.stringify(`form-${word}`)),
      withField('fields', [{ label: word, type: word, value: word }]),
      withField('q', JSON.parse(`{${JSON.stringify(word)}:{"label":"a","type":"${word}","value":"b"}}`)),
      withField('Thema', word),
      withField('message', `${word} ${word}`),
      withField('kind', word),
      withField('urgency', word),
      withField('source', word),
      withField('language', word),
      withField('utm_source', word),
      withField(`utm_${word}`, 'a'),
      withField('email', `a@${word}`),
      withField('contact_name', word).replace('"name"', '"email_from":"o@kunde.example","name"'),
      `{${JSON.stringify(word)}:${withField('a', 'b')}}`,
    ];
    for (const body of bodies) {
      const world = await aWorld();
      const type = { 'content-type': 'application/json' };
      const response = await captureLead(
        aRequest({ method: 'POST', url: '/leads', headers: type, body }),
        world,
      );
      expect(response.status, body).toBe(200);
      expect(
        world.leads.all().map(({ contact }) => contact.phone),
        body,
      ).toEqual([berta.phone]);
      const { send, leads } = await aHookedWorld({ sender: 'zapier' });
      expect((await send({ headers: type, body })).status, body).toBe(200);
      expect(leads(), body).toHaveLength(1);
    }
  });
});

describe('a body that nests without end', () => {
  const deepest = 3_900_000;
  const half = deepest / 2;
  test.each([
    ['brackets', '['.repeat(deepest)],
    ['closed brackets', `${'['.repeat(half)}${']'.repeat(half)}`],
    ['braces', '{'.repeat(deepest)],
    ['objects', '{"a":'.repeat(deepest / 5)],
    ['small objects', '{"a":'.repeat(40_000)],
    ['closed objects', `${'{"a":'.repeat(half / 3)}1${'}'.repeat(half / 3)}`],
    ['lists of objects', '[{"a":'.repeat(deepest / 6)],
    ['blanks and brackets', ' [\n'.repeat(deepest / 3)],
    ['a packed form', `{"data":"${'['.repeat(200_000)}${']'.repeat(200_000)}"}`],
    ['a form in a field', JSON.stringify({ a: `${'[1,'.repeat(60_000)}1${']'.repeat(60_000)}` })],
    ['a name', `a${'[b]'.repeat(80_000)}=c`],
  ])('%s: is not read, and lies aside', async (_, body) => {
    const world = await aWorld();
    const request = aRequest({
      method: 'POST',
      url: '/leads',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { status } = await captureLead(request, world);
    expect([400, 413, 422]).toContain(status);
    expect(await world.intake.listSince('2026-11-01T00:00:00.000Z')).toHaveLength(1);
    const { send, notices } = await aHookedWorld({ sender: 'zapier' });
    expect(JSON.parse((await send({ body })).body)).toEqual({ kept: true });
    expect(await notices()).toHaveLength(1);
  });
});

/** A program of ours that fails once, where nobody expected it. */
function fallingOnce({ ids }: World): Pick<World, 'ids'> {
  let falls = true;
  const newLeadId = () => {
    if (!falls) return ids.newLeadId();
    falls = false;
    throw new TypeError('no function');
  };
  return { ids: { newLeadId } };
}

describe('a form that our own program fails at', () => {
  test('is answered as damaged, and its body lies aside as it came', async () => {
    const world = await aWorld();
    const { status } = await captureLead(aJsonPost(berta), { ...world, ...fallingOnce(world) });
    expect(status).toBe(400);
    expect(await asideIn(world)).toEqual([['unread-form', JSON.stringify(berta)]]);
  });

  test('comes by a hook: its sender need not send it again', async () => {
    const { world, send } = await aHookedWorld({ sender: 'zapier' });
    const response = await send(asJson(berta), fallingOnce(world));
    expect([response.status, JSON.parse(response.body)]).toEqual([200, { kept: true }]);
    expect(await asideIn(world)).toEqual([['unread-form', JSON.stringify(berta)]]);
  });

  test('stays with its sender if it cannot be laid aside either', async () => {
    const { world, send } = await aHookedWorld({ sender: 'zapier' });
    const keepSpam = async () => {
      throw new Error('down');
    };
    const down = { leads: { ...world.leads, keepSpam } };
    expect((await send(asJson(berta), { ...fallingOnce(world), ...down })).status).toBe(503);
    await expect(captureLead(aJsonPost(berta), { ...world, ...fallingOnce(world), ...down })).rejects.toThrow(
      'down',
    );
  });
});

async function asideIn({ intake, leads }: World): Promise<unknown[]> {
  const records = await intake.listSince('2026-11-01T00:00:00.000Z');
  return Promise.all(
    records.map(async ({ reason, asideId }) => [
      reason,
      (await leads.loadSpam(asideId ?? ''))?.request.message,
    ]),
  );
}
