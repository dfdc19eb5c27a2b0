import { expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aWorld } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aBrowser, aDesk } from './a-browser.ts';

const desk = '/desk';

test('whoever is not logged in is led to the login, and from there to where he wanted to go', async () => {
  const world = await aWorld();
  const browser = aBrowser(world);
  const answer = await browser.get('/desk/open');
  expect(answer.status).toBe(303);
  const { location = '' } = answer.headers;
  expect(location).toBe('/desk/login?to=%2Fdesk%2Fopen');
  await browser.post(location, { email: world.company.owner.email[0] ?? '' });
  const url = /https:\S+\/desk\/login\/\S+/.exec(world.mailer.sent[0]?.text ?? '')?.[0] ?? '';
  const led = await browser.post(url);
  expect(led.headers.location).toBe('/desk/open');
  expect((await browser.get('/desk/open')).status).toBe(200);
});

test('looking at a login link uses nothing up, and it lets in once', async () => {
  const world = await aWorld();
  const browser = aBrowser(world);
  await browser.post('/desk/login', { email: world.company.owner.email[0] ?? '' });
  const url = /https:\S+\/desk\/login\/\S+/.exec(world.mailer.sent[0]?.text ?? '')?.[0] ?? '';
  for (const _ of [1, 2, 3]) expect((await browser.get(url)).status).toBe(200);
  expect((await browser.post(url)).status).toBe(303);
  expect((await browser.get(desk)).status).toBe(200);
  const late = await aBrowser(world).get(url);
  expect(late.status).toBe(403);
  expect(textOf(late)).toContain('gilt nicht mehr');
  expect((await aBrowser(world).post(url)).status).toBe(403);
});

test('a login link ends after a quarter of an hour', async () => {
  const world = await aWorld();
  const browser = aBrowser(world);
  await browser.post('/desk/login', { email: world.company.owner.email[0] ?? '' });
  const url = /https:\S+\/desk\/login\/\S+/.exec(world.mailer.sent[0]?.text ?? '')?.[0] ?? '';
  world.clock.set(addDuration(world.clock.now(), 'PT16M'));
  expect((await browser.post(url)).status).toBe(403);
});

test('an address that nobody here has gets the same answer, and no mail', async () => {
  const world = await aWorld();
  const answers = await Promise.all(
    [world.company.owner.email[0] ?? '', 'fremd@example.org'].map(async (email) => {
      const answer = await aBrowser(world).post('/desk/login', { email });
      return { ...answer, body: textOf(answer).replaceAll(email, 'ADRESSE') };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(world.mailer.sent).toHaveLength(1);
});

test('whoever comes back within a month stays, and whoever does not logs in again', async () => {
  const world = await aWorld();
  const browser = await aDesk(world);
  for (const _ of [1, 2, 3]) {
    world.clock.set(addDuration(world.clock.now(), 'P20D'));
    expect((await browser.get(desk)).status).toBe(200);
  }
  world.clock.set(addDuration(world.clock.now(), 'P31D'));
  expect((await browser.get(desk)).status).toBe(303);
});

test('a session that was ended opens nothing any more, whatever its cookie says', async () => {
  const world = await aWorld();
  const browser = await aDesk(world);
  const { cookie } = browser;
  expect((await browser.post('/desk/logout')).status).toBe(303);
  browser.cookie = cookie;
  expect((await browser.get(desk)).status).toBe(303);
});

test('a form of another site does nothing', async () => {
  const world = await aWorld();
  const browser = await aDesk(world);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://boese.example' }]) {
    expect((await browser.post('/desk/logout', {}, headers)).status).toBe(403);
  }
  expect((await browser.get(desk)).status).toBe(200);
});
