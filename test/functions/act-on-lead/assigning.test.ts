import { describe, expect, test } from 'vitest';
import { personAt } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany, ownerAlone } from '../../support/company.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const company = aCompany();
const keyOf = (email: string) => personAt(company, email)?.key;
const quoted: Lead = { ...aLeadIn('quoted'), alertedAt: monday10, acknowledgedAt: monday10 };

const of = (
  world: World,
  lead: Lead,
  action: 'view' | 'assign' | 'note' | 'erase' | 'confirm',
  email: string,
) => link(world, lead, action, { person: keyOf(email) });
async function follow(world: World, lead: Lead) {
  const { generation } = await stored(world, lead);
  const before = world.mailer.sent.length;
  await followUpLead({ leadId: lead.id, generation }, world);
  return world.mailer.sent.slice(before);
}

describe('the office gives a request to somebody', () => {
  test('and he gets it with buttons of his own; the page names who gave it to whom', async () => {
    const world = await aWorld({ leads: [quoted] });
    const given = await tap(world, of(world, quoted, 'assign', office), { assignee: jonas });
    expect(textOf(given)).toContain('Weitergegeben an Jonas Huber');
    const mails = await follow(world, quoted);
    expect(mails.map(({ to }) => to)).toEqual([[jonas]]);
    expect(mails[0]?.subject).toMatch(/^Für Sie: /);
    expect(mails[0]?.text).toContain('Sabine Muster gibt Ihnen die Anfrage');
    expect(mails[0]?.text).toContain(`.view.${quoted.id}..p${keyOf(jonas)}.`);
    const page = textOf(await request(world, 'GET', of(world, quoted, 'view', office)));
    expect(page).toContain('Weitergegeben an Jonas Huber');
    expect(page).toMatch(/Bei\s+Jonas Huber/);
    expect(await follow(world, quoted)).toEqual([]);
  });

  test('and with it the visit for his calendar, the same entry that is taken out if it is called off', async () => {
    const visit = { startsAt: '2026-12-03T13:00:00.000Z', durationMinutes: 60 };
    const { lead } = when(aLeadIn('new'), { type: 'plan-visit', ...visit });
    const told: Lead = { ...lead, alertedAt: monday10, acknowledgedAt: monday10 };
    const world = await aWorld({ leads: [told] });
    await follow(world, told);
    await tap(world, of(world, told, 'assign', office), { assignee: jonas });
    const [given] = await follow(world, told);
    expect(given?.to).toEqual([jonas]);
    expect(given?.calendar?.content).toContain('DTSTART:20261203T130000Z');
    await tap(world, link(world, await stored(world, told), 'cancel-visit'));
    const off = (await follow(world, told)).find(({ to }) => to.includes(jonas));
    const uid = (text = '') => /UID:\S+/.exec(text)?.[0];
    expect(uid(off?.calendar?.content)).toBeDefined();
    expect(uid(given?.calendar?.content)).toBe(uid(off?.calendar?.content));
  });

  test('and no entry where the visit is over or none is planned', async () => {
    const world = await aWorld({ leads: [quoted] });
    await tap(world, of(world, quoted, 'assign', office), { assignee: jonas });
    expect((await follow(world, quoted))[0]?.calendar).toBeUndefined();
  });

  test('and a button in a mail from before holds', async () => {
    const world = await aWorld({ leads: [quoted] });
    const before = link(world, quoted, 'win', { person: keyOf(chef) });
    await tap(world, of(world, quoted, 'assign', office), { assignee: jonas });
    const won = await tap(world, before);
    expect(won.status).toBe(200);
    expect((await stored(world, quoted)).stage).toBe('won');
  });

  test('and takes it back', async () => {
    const world = await aWorld({ leads: [quoted] });
    await tap(world, of(world, quoted, 'assign', office), { assignee: jonas });
    const back = await tap(world, of(world, quoted, 'assign', chef), { assignee: 'nobody' });
    expect(textOf(back)).toContain('Inhaber und Büro');
    expect((await stored(world, quoted)).assignedTo).toBeUndefined();
  });

  test('but to nobody else than who works there', async () => {
    const world = await aWorld({ leads: [quoted] });
    const refused = await tap(world, of(world, quoted, 'assign', office), { assignee: 'wer@example.org' });
    expect(refused.status).toBe(422);
    expect((await stored(world, quoted)).assignedTo).toBeUndefined();
  });
});

test('a business that names nobody is offered nobody, and hears of it as ever', async () => {
  const world = await aWorld({ leads: [quoted], company: ownerAlone() });
  expect(textOf(await request(world, 'GET', link(world, quoted, 'view')))).not.toContain('Weitergeben');
  const fresh = await aWorld({ leads: [aLeadIn('new')], company: ownerAlone() });
  const [, alert] = await follow(fresh, aLeadIn('new'));
  expect(alert?.to).toEqual([chef]);
  expect(alert?.text).not.toMatch(/\.p[0-9a-z]{1,7}\.[0-9a-z]+$/m);
});

describe('who is called out', () => {
  const given: Lead = { ...quoted, assignedTo: jonas };

  test('sees and notes what is his', async () => {
    const world = await aWorld({ leads: [given] });
    expect((await request(world, 'GET', of(world, given, 'view', jonas))).status).toBe(200);
    await tap(world, of(world, given, 'note', jonas), { note: 'Schlüssel beim Nachbarn' });
    expect((await stored(world, given)).timeline.at(-1)).toMatchObject({
      type: 'noted',
      person: 'Jonas Huber',
    });
  });

  test.each(['assign', 'erase'] as const)('does not %s it, and finds no button for that', async (action) => {
    const world = await aWorld({ leads: [given] });
    expect((await tap(world, of(world, given, action, jonas), { assignee: chef, sure: 'on' })).status).toBe(
      403,
    );
    expect(await stored(world, given)).toEqual(given);
    const page = textOf(await request(world, 'GET', of(world, given, 'view', jonas)));
    expect(page).not.toMatch(/Weitergeben|Daten löschen/);
  });

  test('sees nothing of what is with others', async () => {
    const world = await aWorld({ leads: [quoted] });
    for (const action of ['view', 'note'] as const) {
      const refused = await request(world, 'GET', of(world, quoted, action, jonas));
      expect(refused.status).toBe(403);
      expect(refused.body).not.toContain(quoted.contact.name ?? '-');
    }
  });

  test('takes an emergency, whoever it is with', async () => {
    const emergency: Lead = { ...aLeadIn('service'), assignedTo: office };
    const world = await aWorld({ leads: [emergency] });
    expect((await tap(world, of(world, emergency, 'confirm', jonas))).status).toBe(200);
    expect((await stored(world, emergency)).timeline.at(-1)).toMatchObject({ person: 'Jonas Huber' });
  });
});

test('what the customer answers is told to whom it is with, and to nobody else', async () => {
  const given: Lead = { ...quoted, assignedTo: jonas };
  const { lead } = when(given, { type: 'record-reply', text: 'Wann geht es los?' }, { by: 'customer' });
  const world = await aWorld({ leads: [lead] });
  const told = await follow(world, lead);
  expect(told.map(({ to }) => to)).toEqual([[jonas]]);
  expect(told[0]?.text).toContain('Wann geht es los?');
  const page = textOf(await request(world, 'GET', of(world, lead, 'view', office)));
  expect(page).toContain('Jonas Huber ist dran.');
});

test('the links in the mails of somebody who works here no more open nothing', async () => {
  const world = await aWorld({ leads: [quoted] });
  const links = (['view', 'note', 'erase'] as const).map((action) => of(world, quoted, action, office));
  const people = company.people.filter(({ email }) => email !== office);
  const without = { ...world, company: aCompany({ people }) };
  for (const url of links) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await request(without, method, url, { text: 'Bitte merken', sure: 'yes' });
      expect(answer.status).toBe(403);
      expect(textOf(answer)).not.toContain('Erika');
    }
  }
  expect(await stored(world, quoted)).toEqual(quoted);
});
