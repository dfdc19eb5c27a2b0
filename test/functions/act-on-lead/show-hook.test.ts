import { describe, expect, test } from 'vitest';
import { hookLink } from '../../../functions/shared/action-links.ts';
import { revokeHook } from '../../../functions/shared/manage-hooks.ts';
import { monday10 } from '../../support/a-walk.ts';
import { textOf } from '../../support/read-page.ts';
import { aHookedWorld } from '../receive-hook/a-hook.ts';
import { link, request, tap } from './a-phone.ts';

const lena = { name: 'Lena Vogt', email: 'lena@kunde.test', message: 'Neues Bad', Lieblingsfarbe: 'blau' };

describe('the page of a hook', () => {
  test('shows what came in: as it came, what was recognised, what is left over', async () => {
    const { json, world, hook, leads } = await aHookedWorld({
      sender: 'tally',
      page: 'https://muster.test/bad',
    });
    await json(lena);
    const { status, body } = await request(world, 'GET', hook.pageUrl);
    expect(status).toBe(200);
    const text = textOf({ body });
    expect(text).toContain(`Neue Anfrage ${leads()[0]?.id}`);
    expect(text).toMatch(/Erkannt.*name\s+Lena Vogt.*email\s+lena@kunde\.test/s);
    expect(text).toMatch(/Weitere Angaben.*Lieblingsfarbe\s+blau/s);
    expect(text).toContain('https://muster.test/bad');
    expect(body).toContain('{&quot;name&quot;:&quot;Lena Vogt&quot;');
  });

  test('shows the last twenty, the newest first', async () => {
    const { json, world, hook } = await aHookedWorld({ sender: 'tally' });
    for (let minute = 0; minute < 22; minute++) {
      world.clock.set(new Date(Date.parse(monday10) + minute * 60_000).toISOString());
      await json({ ...lena, email: `kunde${minute}@kunde.test` });
    }
    const { body } = await request(world, 'GET', hook.pageUrl);
    const shown = [...body.matchAll(/<dd>kunde(\d+)@/g)].map(([, number]) => Number(number));
    expect(shown).toEqual(Array.from({ length: 20 }, (_, index) => 21 - index));
  });

  test('says why something was kept aside, and that nothing came yet', async () => {
    const { json, world, hook } = await aHookedWorld({ sender: 'tally', signingSecret: 'geheim' });
    expect(textOf(await request(world, 'GET', hook.pageUrl))).toContain('kam hier nichts an');
    await json(lena);
    expect(textOf(await request(world, 'GET', hook.pageUrl))).toContain('Unterschrift stimmt nicht');
  });

  test('leads to no lead and holds no secret: whoever connects a form may act on none', async () => {
    const { json, world, hook } = await aHookedWorld({ sender: 'tally', signingSecret: 'streng-geheim' });
    await json(lena);
    const { body } = await request(world, 'GET', hook.pageUrl);
    expect(body).not.toContain('href="https://anfrage.example/a/');
    expect(body).not.toContain('streng-geheim');
    expect(body).not.toContain(hook.address.split('/').at(-1));
  });

  test('runs nothing that somebody sent', async () => {
    const { json, world, hook } = await aHookedWorld({ sender: 'tally' });
    const attack = '</pre><script>alert(1)</script><img src=x onerror=alert(1)>\u202e';
    await json({ name: attack, [attack]: attack, email: 'a@kunde.test' });
    const { body, headers } = await request(world, 'GET', hook.pageUrl);
    expect(body).not.toMatch(/<script|<img|\u202e/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('tells that its address was revoked', async () => {
    const { world, hook } = await aHookedWorld({ sender: 'tally' });
    await revokeHook(hook.id, monday10, { ...world, publicUrl: '' });
    expect(textOf(await request(world, 'GET', hook.pageUrl))).toContain('gesperrt');
  });

  test('is shown to nobody without its link, nor by the link of another', async () => {
    const { world, hook } = await aHookedWorld({ sender: 'tally' });
    expect((await request(world, 'GET', `${hook.pageUrl}x`)).status).toBe(403);
    expect((await request(world, 'GET', hookLink(world.links, '0000000000', monday10))).status).toBe(410);
    world.clock.set('2027-03-01T09:00:00.000Z');
    expect((await request(world, 'GET', hook.pageUrl)).status).toBe(403);
  });
});

test('with a lead that is erased goes what came in for it', async () => {
  const { json, world, hook, leads } = await aHookedWorld({ sender: 'tally' });
  await json(lena);
  await json({ ...lena, name: 'Otto Kern', email: 'otto@kunde.test' });
  const lead = leads().find(({ contact }) => contact.name === 'Lena Vogt');
  if (!lead) throw new Error('No lead');
  await tap(world, link(world, lead, 'erase'), { sure: 'ja' });
  const kept = await world.hooks.lastDeliveries(hook.id, 20);
  expect(JSON.stringify(kept)).not.toMatch(/Lena|lena/);
  expect(kept).toMatchObject([
    { recognised: expect.arrayContaining([{ name: 'name', value: 'Otto Kern' }]) },
  ]);
});
