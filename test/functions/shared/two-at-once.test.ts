/** Two people have the same form open: what the one did not touch is never put back over what the other did. */
import { describe, expect, test } from 'vitest';
import { personAt } from '../../../domain/business/people.ts';
import type { Action } from '../../../domain/lead/action.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { link, request, stored } from '../act-on-lead/a-phone.ts';
import { aDesk } from '../serve-desk/a-browser.ts';

const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const lead: Lead = { ...aLeadIn('opportunity'), alertedAt: monday10, acknowledgedAt: monday10 };

type Typed = Readonly<Record<string, string>>;
interface Door {
  readonly done: number;
  open(world: World, email: string, action: Action): Promise<Opened>;
}
interface Opened {
  readonly shown: Typed;
  send(typed: Typed, to?: string): ReturnType<typeof request>;
}

const bySignedLink: Door = {
  done: 200,
  async open(world, email, action) {
    const url = link(world, await stored(world, lead), action, {
      person: personAt(world.company, email)?.key,
    });
    const shown = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    return { shown, send: (typed, to = url) => request(world, 'POST', to, typed) };
  },
};

const inTheDesk: Door = {
  done: 303,
  async open(world, email, action) {
    const browser = await aDesk(world, email);
    const url = `/desk/leads/${lead.id}/${action}?seen=${(await stored(world, lead)).generation}`;
    const shown = Object.fromEntries(fieldsOf(await browser.get(url)));
    return { shown, send: (typed, to = url) => browser.post(to, typed) };
  },
};

/** What stands in a page that came back, and where its form goes. */
function again(page: { readonly body: string }) {
  const to = /<form method="post" action="([^"]+)"/.exec(page.body)?.[1] ?? '';
  return { typed: Object.fromEntries(fieldsOf(page)), to: to.replaceAll('&amp;', '&') };
}

describe.each([
  ['by signed links', bySignedLink],
  ['in the desk', inTheDesk],
])('two people who correct the same request %s', (_, door) => {
  async function bothOpen(action: Action) {
    const world = await aWorld({ leads: [lead] });
    const first = await door.open(world, chef, action);
    const second = await door.open(world, office, action);
    const sendFirst = async (typed: Typed) => {
      expect((await first.send({ ...first.shown, ...typed })).status).toBe(door.done);
      world.clock.set(addMinutes(monday10, 1));
    };
    return { world, second, sendFirst };
  }

  test('keep what the first one changed where the second one touched something else', async () => {
    const { world, second, sendFirst } = await bothOpen('refine');
    await sendFirst({
      kind: 'repair',
      urgency: 'soon',
      probability: '60',
      source: 'portal',
      valueCents: '7000',
      language: 'en',
      salutation: 'frau',
      city: 'Kempten',
    });
    expect((await second.send({ ...second.shown, company: 'Firma X' })).status).toBe(door.done);
    expect(await stored(world, lead)).toMatchObject({
      request: { kind: 'repair', urgency: 'soon' },
      contact: { city: 'Kempten', language: 'en' },
      probability: 60,
      source: 'portal',
      valueCents: 700_000,
    });
    expect((await stored(world, lead)).timeline.at(-1)).toMatchObject({ company: 'Firma X' });
  });

  test.each([
    ['valueCents', '1000', '2000', 'Martin Muster, vor 1 Minute: Geschätzter Wert: 1.000'],
    ['probability', '60', '70', 'Martin Muster, vor 1 Minute: Wahrscheinlichkeit auf 60 % gesetzt'],
    ['kind', 'repair', 'advice', 'Martin Muster, vor 1 Minute: Angaben ergänzt'],
    ['source', 'portal', 'social-media', 'Martin Muster, vor 1 Minute: Angaben ergänzt'],
    ['city', 'Kempten', 'Ulm', 'Martin Muster, vor 1 Minute: Angaben ergänzt: Ort Kempten'],
  ])(
    'and %s differently: the second is told who did what, keeps his words, and can send them anew',
    async (name, one, other, told) => {
      const { world, second, sendFirst } = await bothOpen('refine');
      await sendFirst({ [name]: one, timeframe: 'im Mai', budget: '5000' });
      const before = await stored(world, lead);
      const late = await second.send({ ...second.shown, [name]: other, company: 'Firma X' });
      expect(late.status).toBe(409);
      expect(textOf(late)).toContain(told);
      expect(textOf(late)).toContain('steht noch da');
      expect(await stored(world, lead)).toEqual(before);
      const form = again(late);
      expect(form.typed).toMatchObject({ [name]: other, company: 'Firma X', timeframe: 'im Mai' });
      expect((await second.send(form.typed, form.to)).status).toBe(door.done);
      const after = await stored(world, lead);
      expect(after.request).toMatchObject({ timeframe: 'im Mai', budget: '5000' });
      const shown = await door.open(world, chef, 'refine');
      expect(shown.shown).toMatchObject({ company: 'Firma X' });
      expect(shown.shown[name]?.replace('.', '')).toBe(other);
    },
  );

  test('and the same alike, in other words: nobody is told of a difference', async () => {
    const { world, second, sendFirst } = await bothOpen('refine');
    await sendFirst({ valueCents: '7000' });
    const same = await second.send({ ...second.shown, valueCents: '7.000,00', city: 'Ulm' });
    expect(same.status).toBe(door.done);
    expect(await stored(world, lead)).toMatchObject({ valueCents: 700_000, contact: { city: 'Ulm' } });
  });

  test('keep what the first one changed also where the form of the second one comes back with a fault', async () => {
    const { world, second, sendFirst } = await bothOpen('refine');
    await sendFirst({ kind: 'repair', city: 'Kempten' });
    const faulty = await second.send({ ...second.shown, valueCents: 'viel', company: 'Firma X' });
    expect(faulty.status).toBe(422);
    const { typed } = again(faulty);
    expect((await second.send({ ...typed, valueCents: '900' })).status).toBe(door.done);
    expect(await stored(world, lead)).toMatchObject({
      request: { kind: 'repair' },
      contact: { city: 'Kempten' },
      valueCents: 90_000,
    });
  });

  test('and give it to different people: the second is told to whom it was given, and can give it on', async () => {
    const { world, second, sendFirst } = await bothOpen('assign');
    await sendFirst({ assignee: office });
    const late = await second.send({ ...second.shown, assignee: jonas });
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('Martin Muster, vor 1 Minute: Weitergegeben an Sabine Muster');
    expect((await stored(world, lead)).assignedTo).toBe(office);
    const form = again(late);
    expect(form.typed.assignee).toBe(jonas);
    expect((await second.send(form.typed, form.to)).status).toBe(door.done);
    expect((await stored(world, lead)).assignedTo).toBe(jonas);
  });

  test('and give it to the same one: it is so already', async () => {
    const { world, second, sendFirst } = await bothOpen('assign');
    await sendFirst({ assignee: office });
    const before = (await stored(world, lead)).timeline;
    expect((await second.send({ ...second.shown, assignee: office })).status).toBe(200);
    expect((await stored(world, lead)).timeline).toEqual(before);
  });

  test('are both heard when they send at the same moment: one of them is told', async () => {
    const world = await aWorld({ leads: [lead] });
    const forms = [await door.open(world, chef, 'refine'), await door.open(world, office, 'refine')];
    const answers = await Promise.all(
      forms.map(({ shown, send }, index) => send({ ...shown, city: ['Ulm', 'Kempten'][index] ?? '' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([door.done, 409].toSorted());
  });
});

test.each(['reached', 'lose', 'refine'] as const)(
  'whoever opens the button "%s" from before is told who did what meanwhile',
  async (action) => {
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, action, { person: personAt(world.company, office)?.key });
    const first = await bySignedLink.open(world, chef, 'plan-visit');
    await first.send({ ...first.shown, date: '2026-12-10', time: '14:00' });
    world.clock.set(addMinutes(monday10, 2));
    const page = textOf(await request(world, 'GET', url));
    expect(page).toContain('Martin Muster, vor 2 Minuten: Besichtigung geplant');
    expect(page).toContain('Es wurde nichts geändert');
  },
);

test('whoever corrects one group of facts puts nothing back that another changed in it, also after he was told of another', async () => {
  const world = await aWorld({ leads: [lead] });
  const url = `/desk/leads/${lead.id}`;
  const [first, second] = [await aDesk(world, chef), await aDesk(world, office)];
  const formIn = (page: { readonly body: string }) => {
    const forms = [...page.body.matchAll(/<form[\s\S]*?<\/form>/g)].map(([body]) => ({ body }));
    return Object.fromEntries(
      fieldsOf(forms.find(({ body }) => body.includes('value="sale"')) ?? { body: '' }),
    );
  };
  const [one, other] = [formIn(await first.get(url)), formIn(await second.get(url))];
  await first.post(`${url}/facts`, { ...one, source: 'portal', probability: '60', valueCents: '1000' });
  world.clock.set(addMinutes(monday10, 1));
  const late = await second.post(`${url}/facts`, { ...other, valueCents: '2000' });
  expect(late.status).toBe(409);
  expect(textOf(late)).toContain('Martin Muster, vor 1 Minute: Geschätzter Wert: 1.000');
  const faulty = await second.post(`${url}/facts`, { ...formIn(late), probability: 'hoch' });
  expect(faulty.status).toBe(422);
  await second.post(`${url}/facts`, { ...formIn(faulty), probability: '70' });
  expect(await stored(world, lead)).toMatchObject({ source: 'portal', probability: 70, valueCents: 200_000 });
});

describe('an address in the desk that does not say what somebody saw', () => {
  const url = `/desk/leads/${lead.id}`;
  test('opens the form, and what is sent from there counts', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world, chef);
    const page = await browser.get(`${url}/lose`);
    expect(textOf(page)).not.toContain('Inzwischen');
    const { typed, to } = again(page);
    expect((await browser.post(to, { ...typed, reason: 'Zu teuer' })).status).toBe(303);
    expect((await stored(world, lead)).stage).toBe('lost');
  });

  test('is none of those that a stage is picked by, which lead back to where somebody came from', async () => {
    const world = await aWorld({ leads: [lead] });
    const browser = await aDesk(world, chef);
    const move = `${url}/move?seen=${lead.generation}&back=%2Fdesk%2Fopen`;
    const picked =
      [...linksOf(await browser.get(move)).values()].find((one) => one.includes('to=lost')) ?? '';
    const at = new URL(picked, `https://anfrage.example${move}`);
    const { typed } = again(await browser.get(`${at.pathname}${at.search}`));
    const done = await browser.post(`${at.pathname}${at.search}`, { ...typed, reason: 'Zu teuer' });
    expect(done.status).toBe(303);
    expect(done.headers.location).toContain('/desk/open?');
    expect((await stored(world, lead)).stage).toBe('lost');
  });
});
