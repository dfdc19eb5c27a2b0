import { describe, expect, test } from 'vitest';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aBrowser, aDesk } from './a-browser.ts';

const tagOf = (body: string) => /data-news="([^"]*)"/.exec(body)?.[1]?.replaceAll('&quot;', '"') ?? '';
const asks = '/desk/pulse';

describe('a page that shows what is new by itself', () => {
  const lead = aLead();
  const captured = async (world: World) => {
    await world.leads.add(lead, { contentHash: lead.id });
    await followUpLead({ leadId: lead.id, generation: lead.generation }, world);
  };

  test('hears nothing as long as there is nothing, and of a new request at once', async () => {
    const world = await aWorld();
    const browser = await aDesk(world);
    const tag = tagOf((await browser.get('/desk')).body);
    expect((await browser.get(asks, { 'if-none-match': tag })).status).toBe(304);
    await captured(world);
    const news = await browser.get(asks, { 'if-none-match': tag });
    expect(news.status).toBe(200);
    const next = tagOf((await browser.get('/desk')).body);
    expect(news.headers.etag).toBe(next);
    expect((await browser.get(asks, { 'if-none-match': next })).status).toBe(304);
  });

  test('hears of what a colleague did', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const tag = tagOf((await browser.get('/desk')).body);
    const colleague = await aDesk(world);
    await colleague.fillIn(`/desk/leads/${lead.id}/note?seen=1`, { note: 'Hund im Hof' });
    expect((await browser.get(asks, { 'if-none-match': tag })).status).toBe(200);
  });

  test('hears nothing where nobody is logged in', async () => {
    const world = await aWorld();
    expect((await aBrowser(world).get(asks)).status).toBe(303);
  });

  test('a request is followed up also where nobody can be told', async () => {
    const world = await aWorld();
    const news = { announce: () => Promise.reject(new Error('throttled')) };
    await world.leads.add(lead, { contentHash: lead.id });
    await followUpLead({ leadId: lead.id, generation: lead.generation }, { ...world, news });
    expect(world.mailer.sent.length).toBeGreaterThan(0);
  });
});
