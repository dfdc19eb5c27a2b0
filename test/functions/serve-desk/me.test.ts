import { expect, test } from 'vitest';
import { aWorld } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aDesk } from './a-browser.ts';

const jonas = 'jonas@muster-haustechnik.example';
const chef = 'chef@muster-haustechnik.example';

test('one’s own page shows where one is logged in, in words', async () => {
  const world = await aWorld();
  const desk = await aDesk(world, jonas);
  await aDesk(world, jonas);
  const page = textOf(await desk.get('/desk/me'));
  expect(page).toContain('Jonas Huber Außendienst · jonas@muster-haustechnik.example');
  expect(page).toContain('Chrome auf Linux dieses Gerät · seit Mo, 23.11.');
  expect(page).toContain('Chrome auf Linux zuletzt gerade eben · seit Mo, 23.11.');
});

test('a device is logged out from another one', async () => {
  const world = await aWorld();
  const [here, lost] = [await aDesk(world, jonas), await aDesk(world, jonas)];
  const page = (await here.get('/desk/me')).body;
  const others = [...page.matchAll(/action="\/desk\/me\/sessions"><input [^>]*value="(TEST\w+)"/g)];
  expect(others).toHaveLength(1);
  const answer = await here.post('/desk/me/sessions', { session: others[0]?.[1] ?? '' });
  expect(answer.headers.location).toContain('/desk/me?done=ended');
  expect((await lost.get('/desk')).status).toBe(303);
  expect((await here.get('/desk')).status).toBe(200);
});

test('everywhere is here too: whoever logs out everywhere is out at once', async () => {
  const world = await aWorld();
  const [here, other] = [await aDesk(world, jonas), await aDesk(world, jonas)];
  const answer = await here.post('/desk/me/sessions', { session: 'all' });
  expect(answer.headers).toMatchObject({ location: '/desk/login', 'clear-site-data': '"cache"' });
  expect(here.cookie).toBe('desk=');
  expect((await other.get('/desk')).status).toBe(303);
});

test('nobody logs out anybody else', async () => {
  const world = await aWorld();
  const [own, owner] = [await aDesk(world, jonas), await aDesk(world, chef)];
  const sessions = await owner.get('/desk/me');
  const id = /value="(TEST\w+)"/.exec(sessions.body)?.[1] ?? '';
  expect(id).not.toBe('');
  await own.post('/desk/me/sessions', { session: id });
  expect((await owner.get('/desk')).status).toBe(200);
});

test('whoever logs in anew in one browser leaves no second session behind', async () => {
  const world = await aWorld();
  const desk = await aDesk(world, jonas);
  const { cookie } = desk;
  await desk.post('/desk/login', { email: jonas });
  const url = /https:\S+\/desk\/login\/\S+/.exec(world.mailer.sent[0]?.text ?? '')?.[0] ?? '';
  await desk.post(url);
  expect(desk.cookie).not.toBe(cookie);
  expect((await desk.get('/desk')).status).toBe(200);
  desk.cookie = cookie;
  expect((await desk.get('/desk')).status).toBe(303);
});
