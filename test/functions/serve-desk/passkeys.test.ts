import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { aPasskey } from '../../support/a-passkey.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aBrowser, aDesk, type Browser } from './a-browser.ts';

const origin = 'https://anfrage.example';
const jonas = 'jonas@muster-haustechnik.example';
const chef = 'chef@muster-haustechnik.example';
const adding = '/desk/me/passkeys/new';
const login = '/desk/login/passkey';

const optionsFrom = async (browser: Browser, url: string) => {
  const answer = await browser.post(`${url}/options`);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body);
};

/** Somebody adds a key, as his browser does. */
async function addKey(desk: Browser, device = aPasskey()) {
  const { challenge } = await optionsFrom(desk, adding);
  const answer = await desk.post(adding, { credential: device.create({ challenge, origin }) });
  return { device, answer };
}

/** A browser that nobody is logged in to gets in by a key. */
async function logIn(world: World, device: ReturnType<typeof aPasskey>, url = login) {
  const browser = aBrowser(world);
  const { challenge } = await optionsFrom(browser, login);
  const credential = device.get({ challenge, origin });
  return { browser, credential, answer: await browser.post(url, { credential }) };
}

describe('a passkey', () => {
  test('is added by whoever is in, and lets him in without a mail to where he wanted to go', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, jonas);
    const { device, answer } = await addKey(desk);
    expect(answer.headers.location).toContain('/desk/me?done=passkey-added');
    expect(textOf(await desk.get('/desk/me'))).toContain(
      'Chrome auf Linux seit Mo, 23.11. · noch nicht benutzt',
    );
    const { browser, answer: led } = await logIn(world, device, `${login}?to=%2Fdesk%2Fteam`);
    expect(led.headers.location).toBe('/desk/team');
    expect(textOf(await browser.get('/desk/me'))).toContain('Jonas Huber');
    expect(world.mailer.sent).toEqual([]);
  });

  test('is asked for with all that a device needs, and never twice on one', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, jonas);
    const { device } = await addKey(desk);
    expect(await optionsFrom(desk, adding)).toMatchObject({
      rp: { id: 'anfrage.example', name: 'Muster Haustechnik' },
      user: { name: jonas, displayName: 'Jonas Huber' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ type: 'public-key', id: device.id }],
    });
    const again = await addKey(desk, device);
    expect(again.answer.status).toBe(422);
    expect(textOf(again.answer)).toContain('gibt es schon einen Passkey');
  });

  test('is no key any more once it is removed, by its owner or by the owner of the business', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, jonas);
    const [{ device }, other] = [await addKey(desk), await addKey(desk)];
    await desk.post('/desk/me/passkeys', { passkey: device.id });
    expect((await logIn(world, device)).answer.status).toBe(403);
    const owner = await aDesk(world, chef);
    const key = (await owner.get('/desk/team')).body.match(/\/desk\/team\/(\w+)">Jonas/)?.[1] ?? '';
    await owner.post(`/desk/team/${key}/devices`, { passkey: other.device.id });
    expect((await logIn(world, other.device)).answer.status).toBe(403);
  });

  test('of somebody else is not removed by guessing its name', async () => {
    const world = await aWorld();
    const { device } = await addKey(await aDesk(world, jonas));
    await (await aDesk(world, chef)).post('/desk/me/passkeys', { passkey: device.id });
    expect((await logIn(world, device)).answer.status).toBe(303);
  });
});

describe('nobody gets in', () => {
  test('by what a browser sent once before', async () => {
    const world = await aWorld();
    const { device } = await addKey(await aDesk(world, jonas));
    const { credential, answer } = await logIn(world, device);
    expect(answer.status).toBe(303);
    const replayed = await aBrowser(world).post(login, { credential });
    expect(replayed.status).toBe(403);
    expect(textOf(replayed)).toContain('einen Link per E-Mail anfordern');
    expect(replayed.cookies).toBeUndefined();
  });

  test('with a challenge that is older than five minutes', async () => {
    const world = await aWorld();
    const { device } = await addKey(await aDesk(world, jonas));
    const browser = aBrowser(world);
    const { challenge } = await optionsFrom(browser, login);
    world.clock.set(addMinutes(world.clock.now(), 5));
    const credential = device.get({ challenge, origin });
    expect((await browser.post(login, { credential })).status).toBe(403);
  });

  test('with a challenge that we never made, or made for adding a key', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, jonas);
    const { device } = await addKey(desk);
    const { challenge } = await optionsFrom(desk, adding);
    for (const one of [challenge, 'bmV2ZXIgbWFkZQ']) {
      const credential = device.get({ challenge: one, origin });
      expect((await aBrowser(world).post(login, { credential })).status).toBe(403);
    }
  });

  test('by a key that nobody added, or by none', async () => {
    const world = await aWorld();
    expect((await logIn(world, aPasskey())).answer.status).toBe(403);
    expect((await aBrowser(world).post(login, {})).status).toBe(403);
    expect((await aBrowser(world).post(login, { credential: '{"id":"x"}' })).status).toBe(403);
  });

  test('by a key that was made at another site', async () => {
    const world = await aWorld();
    const { device } = await addKey(await aDesk(world, jonas));
    const browser = aBrowser(world);
    const { challenge } = await optionsFrom(browser, login);
    const credential = device.get({ challenge, origin: 'https://anfrage.example.evil.example' });
    expect((await browser.post(login, { credential })).status).toBe(403);
  });
});

test('a challenge of one person adds no key to another', async () => {
  const world = await aWorld();
  const [own, other] = [await aDesk(world, jonas), await aDesk(world, chef)];
  const { challenge } = await optionsFrom(own, adding);
  const credential = aPasskey().create({ challenge, origin });
  expect((await other.post(adding, { credential })).status).toBe(422);
  expect(await world.passkeys.listOf(chef)).toEqual([]);
});
