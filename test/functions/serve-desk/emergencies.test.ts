/** What whoever is called out may do with an emergency: take it, and then everything. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aDesk } from './a-browser.ts';

const id = '0000000001';
const url = `/desk/leads/${id}`;
const jonas = 'jonas@muster-haustechnik.example';
const email = 'erika.muster@example.org';

function anEmergency(more: Partial<Lead> = {}): Lead {
  const lead = aLeadIn('service');
  const contact = { ...lead.contact, email };
  return { ...lead, id, contact, acknowledgedAt: monday10, alertedAt: monday10, ...more };
}

async function load(world: World): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

/** All that changes it but taking it and a note. */
const others = [
  ['lose', { reason: 'Zu teuer', shownAt: monday10 }],
  ['move', { to: 'won', shownAt: monday10 }],
  ['take', { shownAt: monday10 }],
  ['reached', { shownAt: monday10 }],
  ['not-reached', { shownAt: monday10 }],
  ['postpone', { until: '2027-01-10', shownAt: monday10 }],
  ['plan-visit', { date: '2026-12-03', time: '10:00', shownAt: monday10 }],
  ['refine', { urgency: 'planned', shownAt: monday10 }],
  ['service-done', { shownAt: monday10 }],
  ['disqualify', { lookAgainOn: '2027-01-10', shownAt: monday10 }],
  ['decline', { reason: 'Zu teuer', refusal: 'brief', refusalBrief: 'Nein.', shownAt: monday10 }],
  ['answers', { answer: 'Wir kommen nicht.', shownAt: monday10 }],
  ['next-mail', { do: 'pause-reminders' }],
  ['facts', { group: 'place', address: 'Neue Str. 7' }],
] as const;

const nobodyHasIt = anEmergency();
const somebodyElseHasIt = anEmergency({
  confirmedAt: monday10,
  assignedTo: 'buero@muster-haustechnik.example',
});

describe.each([
  ['that nobody has taken', nobodyHasIt],
  ['that somebody else has taken', somebodyElseHasIt],
])('an emergency %s', (_, emergency) => {
  test.each(others)('is not changed by whoever is called out: %s', async (path, typed) => {
    const world = await aWorld({ leads: [emergency] });
    const { generation } = await load(world);
    const browser = await aDesk(world, jonas);
    const before = await load(world);
    expect((await browser.post(`${url}/${path}?seen=${generation}`, typed)).status).toBe(403);
    expect(await load(world)).toEqual(before);
    expect(world.mailer.sent.filter(({ to }) => to.includes(email))).toEqual([]);
  });

  test('gets his notes, and its page offers no more than he may do', async () => {
    const world = await aWorld({ leads: [emergency] });
    const browser = await aDesk(world, jonas);
    expect((await browser.post(`${url}/notes`, { note: 'Kenne das Haus' })).status).toBe(303);
    expect((await load(world)).timeline.at(-1)).toMatchObject({ type: 'noted', text: 'Kenne das Haus' });
    for (const page of [url, '/desk']) {
      const { body } = await browser.get(page);
      const offered = [...String(body).matchAll(new RegExp(`(?:href|action)="${url}/([\\w-]+)`, 'g'))];
      const taking = emergency === nobodyHasIt ? ['confirm'] : [];
      for (const [, step = ''] of offered) expect([...taking, 'notes', 'note', 'undo'], page).toContain(step);
    }
  });
});

test('whoever takes an emergency has it: its page asks him to take it first, then offers everything', async () => {
  const world = await aWorld({ leads: [nobodyHasIt] });
  const browser = await aDesk(world, jonas);
  expect(textOf(await browser.get(url))).toContain('den noch niemand hat');
  const { generation } = await load(world);
  await browser.post(`${url}/confirm?seen=${generation}`, { shownAt: monday10 });
  expect(await load(world)).toMatchObject({ confirmedAt: monday10, assignedTo: jonas });
  expect((await browser.get(url)).body).toContain(`${url}/service-done`);
  expect((await browser.post(`${url}/answers`, { answer: 'Bin unterwegs.' })).status).toBe(303);
});

test('taking it can be taken back by who did it, and by nobody else who is called out', async () => {
  const chief = await aWorld({ leads: [nobodyHasIt] });
  const { generation } = nobodyHasIt;
  const doneAt = addMinutes(monday10, 5);
  for (const [world, email, status] of [
    [chief, undefined, 403],
    [await aWorld({ leads: [nobodyHasIt] }), jonas, 303],
  ] as const) {
    world.clock.set(doneAt);
    await (await aDesk(world, email)).post(`${url}/confirm?seen=${generation}`, { shownAt: monday10 });
    expect(await load(world)).toHaveProperty('confirmedAt');
    const undone = await (await aDesk(world, jonas)).post(`${url}/undo`, { doneAt });
    expect(undone.status).toBe(status);
    expect('confirmedAt' in (await load(world))).toBe(status === 403);
  }
});
