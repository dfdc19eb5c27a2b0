import { describe, expect, test } from 'vitest';
import { everybody, personAt } from '../../../domain/business/people.ts';
import { PushGoneError } from '../../../domain/ports/errors.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aBrowser } from '../../support/a-browser.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request } from './a-phone.ts';

const emergency = { ...aLeadIn('service'), acknowledgedAt: monday10 };
const company = aCompany();
const martin = everybody(company)[0]?.key ?? '';
const jonas = personAt(company, 'jonas@muster-haustechnik.example')?.key ?? '';

const page = (world: World, person: string) => link(world, emergency, 'push', { person });
const fields = ({ subscription: { endpoint, keys } }: ReturnType<typeof aBrowser>) => ({ endpoint, ...keys });
const apple = () => aBrowser(`https://web.push.apple.com/${Math.random().toString(36).slice(2)}`);
const ring = (world: World) =>
  followUpLead({ leadId: emergency.id, generation: emergency.generation }, world);

describe('somebody of the business has emergencies ring in his browser', () => {
  test('by a page of his own, which says what goes where', async () => {
    const world = await aWorld({ leads: [emergency] });
    const opened = await request(world, 'GET', page(world, jonas));
    expect(textOf(opened)).toContain('Jonas Huber');
    expect(opened.headers['content-security-policy']).toContain("script-src 'self'");
    expect(opened.body).toContain(`data-push-key="${world.pushKey()}"`);
    expect(await world.subscriptions.listOf(jonas)).toEqual([]);
  });

  test('and from then on it rings there, after push by topic and before text messages', async () => {
    const world = await aWorld({ leads: [emergency] });
    const browser = apple();
    expect((await request(world, 'POST', page(world, martin), fields(browser))).status).toBe(200);
    await ring(world);
    expect(world.channels.rang.map(({ channel }) => channel)).toEqual(['push', 'web-push', 'sms']);
    const pushed = world.channels.rang[1];
    expect(pushed).toMatchObject({ to: browser.subscription.endpoint, keys: browser.subscription.keys });
    expect(pushed?.text).toBe(`Notfall, ${emergency.id}`);
    // Asked again, the same step rings nowhere a second time.
    await ring(world);
    expect(world.channels.rang).toHaveLength(3);
  });

  test('once more from the same browser, it is one; of many, the newest five', async () => {
    const world = await aWorld({ leads: [emergency] });
    const browser = apple();
    for (let time = 0; time < 2; time++) await request(world, 'POST', page(world, jonas), fields(browser));
    expect(await world.subscriptions.listOf(jonas)).toHaveLength(1);
    for (let second = 1; second <= 6; second++) {
      world.clock.set(`2026-11-23T09:00:0${second}.000Z`);
      await request(world, 'POST', page(world, jonas), fields(apple()));
    }
    const kept = await world.subscriptions.listOf(jonas);
    expect(kept).toHaveLength(5);
    expect(kept.map(({ endpoint }) => endpoint)).not.toContain(browser.subscription.endpoint);
  });

  test('until he switches it off', async () => {
    const world = await aWorld({ leads: [emergency] });
    await request(world, 'POST', page(world, martin), fields(apple()));
    await request(world, 'POST', page(world, martin), { off: 'all' });
    await ring(world);
    expect(world.channels.rang.map(({ channel }) => channel)).toEqual(['push', 'sms']);
  });

  test('and a browser that is gone is forgotten, while the others ring', async () => {
    const world = await aWorld({ leads: [emergency] });
    const [gone, here] = [apple(), apple()];
    for (const browser of [gone, here]) await request(world, 'POST', page(world, martin), fields(browser));
    const { channels } = world;
    const ringing: typeof channels.ring = (call) =>
      call.to === gone.subscription.endpoint ? Promise.reject(new PushGoneError('410')) : channels.ring(call);
    await ring({ ...world, channels: { ...channels, ring: ringing } });
    expect((await world.subscriptions.listOf(martin)).map(({ endpoint }) => endpoint)).toEqual([
      here.subscription.endpoint,
    ]);
    expect(channels.rang.map(({ channel }) => channel)).toContain('web-push');
  });
});

describe('a browser is not called', () => {
  const keys = aBrowser().subscription.keys;
  test.each([
    'http://push.example.com/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest',
    'https://push.internal/x',
    'https://push.example.com:8443/x',
    'https://user@push.example.com/x',
    'https://intranet/x',
    'nothing',
    '',
  ])('at %s', async (endpoint) => {
    const world = await aWorld();
    const refused = await request(world, 'POST', page(world, jonas), { endpoint, ...keys });
    expect(refused.status).toBe(422);
    expect(await world.subscriptions.listOf(jonas)).toEqual([]);
  });

  test('without keys of its own', async () => {
    const world = await aWorld();
    const { endpoint } = apple().subscription;
    for (const wrong of [{ p256dh: 'x' }, { auth: '' }, { auth: 'zu kurz' }]) {
      const told = { endpoint, ...keys, ...wrong };
      expect((await request(world, 'POST', page(world, jonas), told)).status).toBe(422);
    }
  });

  test('for nobody, or for whoever does not work here any more', async () => {
    const world = await aWorld();
    for (const person of [undefined, 'zzzzzz']) {
      const url = world.links.sign({ action: 'push', person, expiresAt: '2027-11-01T00:00:00.000Z' });
      expect((await request(world, 'POST', url, fields(apple()))).status).toBe(403);
    }
  });
});

describe('a notification leads', () => {
  const from = (world: World, person: string, leadId: string) =>
    request(world, 'GET', `${page(world, person)}?lead=${leadId}`);

  test('to the button that takes the emergency, which is pressed by nobody but him', async () => {
    const world = await aWorld({ leads: [emergency] });
    const led = await from(world, jonas, emergency.id);
    expect(led.status).toBe(303);
    expect((await world.leads.load(emergency.id))?.confirmedAt).toBeUndefined();
    const taken = await request(world, 'POST', led.headers.location ?? '');
    expect(taken.status).toBe(200);
    expect((await world.leads.load(emergency.id))?.timeline.at(-1)).toMatchObject({ person: 'Jonas Huber' });
    expect((await from(world, jonas, emergency.id)).headers.location).toContain('.view.');
  });

  test('nowhere, if the request is gone or with others', async () => {
    const quoted = { ...aLeadIn('quoted'), id: '7K2M9QX4TE' };
    const world = await aWorld({ leads: [quoted] });
    expect((await from(world, jonas, emergency.id)).status).toBe(410);
    expect((await from(world, jonas, quoted.id)).status).toBe(403);
  });
});
