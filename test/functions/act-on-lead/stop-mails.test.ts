import { describe, expect, test } from 'vitest';
import { stopLink } from '../../../functions/shared/action-links.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { request, stored, tap } from './a-phone.ts';

const address = { kind: 'email', value: 'erika.muster@example.org' } as const;

describe('the link that stops the mails', () => {
  const lead = aLeadIn('quoted');
  const worldWithLead = async () => {
    const world = await aWorld({ leads: [lead] });
    return { world, url: stopLink(world.links, lead.id, monday10) };
  };

  test('asks first; then the mails stop, for this request and this address', async () => {
    const { world, url } = await worldWithLead();
    expect(textOf(await request(world, 'GET', url))).toContain('Keine weiteren E-Mails?');
    expect((await stored(world, lead)).mailsStopped).toBeUndefined();
    const page = await tap(world, url);
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Zu dieser Anfrage schreiben wir Ihnen nicht mehr.');
    const after = await stored(world, lead);
    expect(after.mailsStopped).toBe('stopped');
    expect(after.timeline.at(-1)).toEqual({ type: 'stopped', at: monday10, by: 'customer' });
    expect((await world.contacts.load(address))?.suppressed).toEqual({ reason: 'stopped', at: monday10 });
  });

  test('says how the business is reached, and nothing about the request', async () => {
    const { world, url } = await worldWithLead();
    for (const page of [await request(world, 'GET', url), await request(world, 'POST', url)]) {
      expect([...linksOf(page).keys()]).toEqual(['+49 89 1234560', 'anfrage@muster-haustechnik.example']);
      expect(page.body).not.toMatch(/Erika|Angebot beim Kunden|11\.500/);
    }
  });

  test('works when the mail program presses it (RFC 8058)', async () => {
    const { world, url } = await worldWithLead();
    expect((await request(world, 'POST', url, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await stored(world, lead)).mailsStopped).toBe('stopped');
  });

  test('holds after the lead went on, and a year later', async () => {
    const { world, url } = await worldWithLead();
    await world.leads.save({ ...lead, generation: lead.generation + 7 });
    world.clock.set('2027-12-01T00:00:00.000Z');
    expect((await request(world, 'POST', url)).status).toBe(200);
    expect((await stored(world, lead)).mailsStopped).toBe('stopped');
    world.clock.set('2028-01-01T00:00:00.000Z');
    expect((await request(world, 'POST', url)).status).toBe(403);
  });

  test('pressed again it changes nothing but what the first time left undone', async () => {
    const { world, url } = await worldWithLead();
    await request(world, 'POST', url);
    const once = await stored(world, lead);
    await world.contacts.liftStop(address, '2026-11-23T10:00:00.000Z');
    expect((await request(world, 'POST', url)).status).toBe(200);
    expect(await stored(world, lead)).toEqual(once);
    expect((await world.contacts.load(address))?.suppressed?.reason).toBe('stopped');
  });

  test('of a request that is no longer there says the same: no mails will come', async () => {
    const world = await aWorld();
    const page = await request(world, 'POST', stopLink(world.links, aLead().id, monday10));
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('nicht mehr');
  });

  test('speaks the language of the request', async () => {
    const english = { ...lead, contact: { ...lead.contact, language: 'en' as const } };
    const world = await aWorld({ leads: [english] });
    const url = stopLink(world.links, lead.id, monday10);
    const page = await request(world, 'GET', url);
    expect(page.body).toContain('<html lang="en">');
    expect(textOf(page)).toContain('No more e-mails?');
    expect(textOf(await tap(world, url))).toContain('You will get no more e-mails');
  });

  test('does nothing else: it is no key to the page of the lead', async () => {
    const { world, url } = await worldWithLead();
    const page = await request(world, 'POST', `${url}?to=lost`, { to: 'lost', reason: 'x', action: 'lose' });
    expect(page.status).toBe(200);
    expect((await stored(world, lead)).stage).toBe('quoted');
  });
});
