import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { aDesk, type Browser } from './a-browser.ts';

const lead = aLead();
const page = `/desk/leads/${lead.id}`;

const later = (world: World, duration: string) => world.clock.set(addDuration(world.clock.now(), duration));
const step = (action: string, back?: string) =>
  `${page}/${action}?${new URLSearchParams({ seen: '1', ...(back !== undefined && { back }) })}`;
const take = (browser: Browser, answer: { headers: Readonly<Record<string, string>> }) =>
  browser.get(answer.headers.location ?? '');

describe('after a step', () => {
  test('one is where one was, reads what was done and can take it back', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const done = await browser.fillIn(step('postpone', '/desk'), { until: '2026-12-01' });
    expect(done.status).toBe(303);
    const there = await take(browser, done);
    expect(done.headers.location).toMatch(/^\/desk\?/);
    expect(textOf(there)).toContain('Rückgängig');
    expect(textOf(there)).toContain('Erika Muster');
    later(world, 'PT15S');
    const back = await browser.post(`${page}/undo`, Object.fromEntries(fieldsOf(there)));
    expect(back.status).toBe(303);
    const after = textOf(await take(browser, back));
    expect(after).toContain('Rückgängig gemacht.');
    const stored = await world.leads.load(lead.id);
    expect(stored?.postponedUntil).toBeUndefined();
    expect(stored?.timeline.at(-1)).toMatchObject({ type: 'undone', by: 'owner', person: 'Martin Muster' });
  });

  test('without a page to go back to one is with the request', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    for (const back of [undefined, 'https://boese.example/', '//boese.example', '/desk//boese.example']) {
      const done = await browser.fillIn(step('note', back), { note: `Hund beißt ${back}` });
      expect(done.headers.location).toMatch(new RegExp(`^${page}\\?`));
    }
  });

  test.each([undefined, '/desk'])(
    'that put down spam one reads how it comes back, and the way there works (%s)',
    async (back) => {
      const world = await aWorld({ leads: [lead] });
      const browser = await aDesk(world);
      const there = await take(browser, await browser.fillIn(step('spam', back)));
      expect(textOf(there)).toContain('Als Spam abgelegt. War es doch keiner, holt „Wieder öffnen“');
      expect(there.body).toContain(`<a href="${page}">Erika Muster</a>`);
      const { body } = await browser.get(page);
      const [, reopen = ''] = new RegExp(`href="(${page}/reopen[^"]*)"`).exec(String(body)) ?? [];
      await browser.fillIn(reopen.replaceAll('&amp;', '&'));
      expect(await world.leads.load(lead.id)).toMatchObject({ spam: false, waitsFor: 'owner' });
    },
  );

  test('a late tap is told why nothing is taken back', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const there = await take(browser, await browser.fillIn(step('postpone'), { until: '2026-12-01' }));
    later(world, 'PT2M');
    const late = await browser.post(`${page}/undo`, Object.fromEntries(fieldsOf(there)));
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('Rückgängig geht nur kurz nach dem Schritt');
    expect((await world.leads.load(lead.id))?.postponedUntil).toBe('2026-12-01');
  });

  test('two taps on it take back one step', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    await browser.fillIn(step('note'), { note: 'Erste' });
    later(world, 'PT5S');
    const there = await take(browser, await browser.fillIn(step('postpone'), { until: '2026-12-01' }));
    const typed = Object.fromEntries(fieldsOf(there));
    expect((await browser.post(`${page}/undo`, typed)).status).toBe(303);
    expect((await browser.post(`${page}/undo`, typed)).status).toBe(303);
    const { timeline = [] } = (await world.leads.load(lead.id)) ?? {};
    expect(timeline.filter(({ type }) => type === 'undone')).toHaveLength(1);
  });

  test('a form that names no step is told so, and what never was is not said to be deleted after its time', async () => {
    const browser = await aDesk(await aWorld({ leads: [lead] }));
    for (const doneAt of ['', 'gestern', '2026-11-23T08:59:00.000Z']) {
      const answer = await browser.post(`${page}/undo`, { doneAt });
      expect(answer.status).toBe(409);
      expect(textOf(answer)).toContain('Rückgängig geht nur der letzte Schritt');
      expect(textOf(answer)).not.toContain('gelöscht');
    }
    const unknown = await browser.get('/desk/leads/ZZZZZZZZZZ');
    expect(unknown.status).toBe(404);
    expect(textOf(unknown)).toContain('Entweder stimmt die Adresse nicht');
  });

  test('what the customer has already is said', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const visit = { date: '2026-11-26', time: '10:00', durationMinutes: '60' };
    const there = await take(browser, await browser.fillIn(step('plan-visit'), visit));
    const { generation = 0 } = (await world.leads.load(lead.id)) ?? {};
    await followUpLead({ leadId: lead.id, generation }, world);
    const back = await browser.post(`${page}/undo`, Object.fromEntries(fieldsOf(there)));
    expect(textOf(await take(browser, back))).toContain(
      'Schon beim Kunden: Bestätigung der Besichtigung. Er erfährt jetzt, dass der Termin entfällt.',
    );
  });

  test('a note that was taken back is folded away, and struck', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const there = await take(browser, await browser.fillIn(step('note'), { note: 'Falscher Kunde' }));
    const said = /<li class="said own">(?:(?!<\/li>).)*Falscher Kunde/s;
    expect(there.body).toMatch(said);
    await browser.post(`${page}/undo`, { doneAt: fieldsOf(there).get('doneAt') ?? '' });
    const { body } = await browser.get(page);
    expect(body).not.toMatch(said);
    expect(body).toMatch(/<s>[^<]*Falscher Kunde/);
  });

  test('nothing is said of a step that nobody did', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world);
    const told = new URLSearchParams({ did: 'win', of: lead.id, at: '2026-11-23T08:30:00.000Z' });
    expect(textOf(await browser.get(`/desk?${told}`))).not.toContain('✓');
  });
});
