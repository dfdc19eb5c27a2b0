/** What a browser has already is not sent again; what the desk does not do it says itself. */
import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { aBrowser, aDesk, type Browser } from './a-browser.ts';

const lead = aLead();
const page = `/desk/leads/${lead.id}`;

const later = (world: World, duration: string) => world.clock.set(addDuration(world.clock.now(), duration));

describe('a page that says the same as a minute ago', () => {
  test.each(['/desk', page])('is not sent again: %s', async (url) => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const first = await browser.get(url);
    expect(first.status).toBe(200);
    later(world, 'PT1S');
    const again = await browser.get(url, { 'if-none-match': first.headers.etag ?? '' });
    expect(again.status).toBe(304);
  });

  test.each(['/desk', page])('is sent again after a step that was taken back: %s', async (url) => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const first = await browser.get(url);
    const done = await browser.fillIn(`${page}/note?seen=${lead.generation}`, { note: 'Falscher Kunde' });
    const there = await browser.get(done.headers.location ?? '');
    await browser.post(`${page}/undo`, { doneAt: fieldsOf(there).get('doneAt') ?? '' });
    later(world, 'PT2M');
    const again = await browser.get(url, { 'if-none-match': first.headers.etag ?? '' });
    expect(again.status).toBe(200);
  });

  test('notes a call anew each time: its form is never an old one', async () => {
    const browser = await aDesk(await aWorld());
    const first = await browser.get('/desk/call');
    const again = await browser.get('/desk/call', { 'if-none-match': first.headers.etag ?? '' });
    expect(again.status).toBe(200);
    expect(fieldsOf(again).get('submissionId')).not.toBe(fieldsOf(first).get('submissionId'));
  });
});

describe('an address of the desk', () => {
  test.each([
    ['/desk/', '/desk'],
    ['/desk/team/', '/desk/team'],
    ['/desk/search/?q=Huber', '/desk/search?q=Huber'],
    ['/desk//', '/desk'],
  ])('%s with a slash too many leads to the page', async (typed, url) => {
    const answer = await (await aDesk(await aWorld())).get(typed);
    expect(answer).toMatchObject({ status: 308, headers: { location: url } });
  });

  test('says in words that it only is opened or sent', async () => {
    const world = await aWorld();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await aBrowser(world).send(method, '/desk/team');
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
      expect(textOf(answer)).toContain('Das geht hier nicht');
    }
  });
});

describe('what was done a moment ago', () => {
  const teamDone = async (browser: Browser) => {
    const typed = { name: 'Lena Kurz', email: 'lena@muster-haustechnik.example', role: 'staff' };
    return (await browser.post('/desk/team/new', typed)).headers.location ?? '';
  };

  test('is said to whoever did it, also when he loads the page again', async () => {
    const browser = await aDesk(await aWorld());
    const url = await teamDone(browser);
    for (const _ of [1, 2]) expect(textOf(await browser.get(url))).toContain('✓');
  });

  test.each([
    '/desk/team?done=removed',
    '/desk/me?done=passkey-added',
    `${page}?done=answered`,
    `/desk/contacts/${lead.id}?joined`,
  ])('is not said because somebody typed it: %s', async (url) => {
    const browser = await aDesk(await aWorld({ leads: [lead] }));
    const answer = await browser.get(url);
    expect(answer.status).toBe(200);
    expect(textOf(answer)).not.toMatch(/✓|Zusammengelegt/);
  });

  test('is not said of something else, to somebody else, or much later', async () => {
    const world = await aWorld();
    const browser = await aDesk(world);
    const url = await teamDone(browser);
    const other = url.replace('done=added', 'done=removed');
    expect(textOf(await browser.get(other))).not.toContain('✓');
    expect(textOf(await (await aDesk(world)).get(url))).not.toContain('✓');
    later(world, 'PT16M');
    expect(textOf(await browser.get(url))).not.toContain('✓');
  });
});
