import { describe, expect, test } from 'vitest';
import { everybody } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { textOf } from '../../support/read-page.ts';
import { aDesk } from './a-browser.ts';

let count = 0;
function idOf(): string {
  count += 1;
  return `TDAY${String(count).padStart(6, '0')}`;
}
const inStage = (stage: Stage, name: string, changes: Partial<Lead> = {}): Lead => {
  const lead = aLeadIn(stage);
  return { ...lead, id: idOf(), contact: { ...lead.contact, name }, ...changes };
};
const today = async (world: World, email?: string) => (await aDesk(world, email)).get('/desk');
const itemOf = (body: string, { id }: Lead): string =>
  body.split(`<li id="r-${id}"`)[1]?.split('<li id="r-')[0] ?? '';
const hours = (number: number) => addDuration(monday10, `PT${number}H`);

describe('the day', () => {
  test('without anything open says so, and how it goes on', async () => {
    const page = textOf(await today(await aWorld()));
    expect(page).toContain('0 Anfragen offen');
    expect(page).toContain('Neue Anfragen erscheinen hier von selbst.');
  });

  test('shows at most seven that wait, each with one filled button, and the way to all', async () => {
    const leads = Array.from({ length: 40 }, (_, at) => inStage('new', `Kunde ${at}`));
    const world = await aWorld({ leads });
    world.clock.set(hours(26));
    const { body } = await today(world);
    const shown = leads.filter(({ id }) => body.includes(`id="r-${id}"`));
    expect(shown).toHaveLength(7);
    expect(textOf({ body })).toContain('7 von 40');
    expect(body).toContain('href="/desk/open"');
    for (const lead of shown) {
      expect(itemOf(body, lead).match(/class="button"/g)).toHaveLength(1);
    }
  });

  test('reads what is open, and nothing that is closed', async () => {
    const closed = Array.from({ length: 30 }, (_, at) => inStage('lost', `Früher ${at}`));
    const world = await aWorld({ leads: [inStage('new', 'Jetzt'), ...closed] });
    const never = () => {
      throw new Error('Closed leads were read');
    };
    const leads = { ...world.leads, listClosed: never, listWon: never };
    const page = textOf(await today({ ...world, leads }));
    expect(page).toContain('Jetzt');
    expect(page).not.toContain('Früher');
  });

  test('an emergency stands above all until somebody takes it, and then says who', async () => {
    const lead = inStage('service', 'Renate Brandl');
    const world = await aWorld({ leads: [inStage('new', 'Andere'), lead] });
    const browser = await aDesk(world);
    const before = await browser.get('/desk');
    expect(textOf(before).indexOf('Renate Brandl')).toBeLessThan(textOf(before).indexOf('Andere'));
    const action = /action="([^"]*confirm[^"]*)"/.exec(itemOf(before.body, lead))?.[1] ?? '';
    await browser.post(action.replaceAll('&amp;', '&'), { shownAt: world.clock.now() });
    expect(textOf({ body: itemOf((await browser.get('/desk')).body, lead) })).toContain(
      'Martin Muster kümmert sich',
    );
  });

  test('visits of today and tomorrow stand there with their street, in the order of the day', async () => {
    const visit = (name: string, startsAt: string) => ({
      ...when(inStage('needs-analysis', name), { type: 'plan-visit', startsAt, durationMinutes: 60 }).lead,
    });
    const leads = [
      visit('Dritte', '2026-11-24T09:00:00.000Z'),
      visit('Zweite', '2026-11-23T14:00:00.000Z'),
      visit('Erste', '2026-11-23T11:30:00.000Z'),
      visit('Übermorgen', '2026-11-25T09:00:00.000Z'),
    ];
    const { body } = await today(await aWorld({ leads }));
    const [, visits = ''] = body.split('class="visits-near"');
    const [own = ''] = visits.split('</section>');
    const text = textOf({ body: own });
    expect(text).toMatch(/Heute.*12:30.*Erste.*Lindenweg 7.*15:00.*Zweite.*Morgen.*10:00.*Dritte/);
    expect(text).not.toContain('Übermorgen');
    for (const step of ['Navi', 'Verschieben', 'Absagen', 'tel:+49891234567']) expect(own).toContain(step);
  });

  test('an answer stands there in the customer’s words, and one tap says that it was read', async () => {
    const lead = when(
      inStage('won', 'Eva Huber'),
      { type: 'record-reply', text: 'Vielen Dank, alles bestens!' },
      { by: 'customer', now: hours(1) },
    ).lead;
    const world = await aWorld({ leads: [lead] });
    world.clock.set(hours(2));
    const browser = await aDesk(world);
    const { body } = await browser.get('/desk');
    expect(textOf({ body })).toContain('Vielen Dank, alles bestens!');
    const action = /action="([^"]*mark-read[^"]*)"/.exec(body)?.[1] ?? '';
    const read = await browser.post(action.replaceAll('&amp;', '&'), { shownAt: world.clock.now() });
    const after = textOf(await browser.get(read.headers.location ?? ''));
    expect(after).toContain('Rückgängig');
    expect(after).not.toContain('alles bestens');
  });

  test('what somebody else has is not his turn, and whoever is called out sees what is his', async () => {
    const company = aCompany();
    const jonas = everybody(company).find(({ role }) => role === 'staff');
    const email = jonas?.email.toLowerCase() ?? '';
    const leads = [inStage('new', 'Für Jonas', { assignedTo: email }), inStage('new', 'Für alle')];
    const world = await aWorld({ company, leads });
    world.clock.set(hours(3));
    const turnOf = async (who?: string) => {
      const [, turn = ''] = (await today(world, who)).body.split('aria-label="Sie sind dran"');
      return textOf({ body: turn.split('</section>')[0] ?? '' });
    };
    expect(await turnOf()).toContain('Für alle');
    expect(await turnOf()).not.toContain('Für Jonas');
    expect(await turnOf(email)).toContain('Für Jonas');
    expect(await turnOf(email)).not.toContain('Für alle');
  });

  test('what strangers typed is text and nothing else', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const lead = aLead({
      request: { ...aLead().request, message: evil },
      contact: { language: 'de', name: evil },
    });
    const { body } = await today(await aWorld({ leads: [lead] }));
    expect(body).not.toContain('<img src=x');
    expect(body).not.toMatch(/<script(?! src)|style="|onclick/);
  });
});
