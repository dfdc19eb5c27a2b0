/** Whose request is it? Ids that many share, corrections, retries: through the front door, with everything behind it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';

let system: LocalSystem;
beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

interface Answer {
  readonly id: string;
  readonly stage: string;
  readonly acknowledged: boolean;
}
/** Each from a network of its own: so many behind one would be a crowd. */
let networks = 0;
async function send(fields: Readonly<Record<string, unknown>>): Promise<Answer> {
  networks += 1;
  const response = await system.get('/leads', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `203.0.${networks >> 8}.${networks & 255}`,
    },
    body: JSON.stringify(fields),
  });
  return (await response.json()) as Answer;
}
const messagesOf = async () => (await system.leads()).map(({ request }) => request.message);
const mailsAbout = async (id: string, to = owner) =>
  (await system.mailsTo(to)).filter(({ subject }) => subject.includes(id));

describe('the same person', () => {
  const jana = { name: 'Jana Kessler', email: 'jana@kunde.example', phone: '0171 5550101' };

  test('who clicks twice, and whose browser tries again after a timeout, has one lead', async () => {
    const form = { ...jana, message: 'Neues Bad, bitte.', submissionId: 'jana-1' };
    const [one, two] = await Promise.all([send(form), send(form)]);
    expect(two?.id).toBe(one?.id);
    // Until the next time for what is due.
    await system.advance('PT5H');
    expect(await send(form)).toEqual(one);
    expect(await mailsAbout(one?.id ?? '')).toHaveLength(1 + 1);
  });

  test('corrects what was typed: the owner reads old and new in one mail', async () => {
    const form = { ...jana, message: 'Neue Küche, bitte.', submissionId: 'jana-2' };
    const { id } = await send(form);
    await system.quiet();
    const before = (await mailsAbout(id)).length;
    await send({ ...form, message: 'Neue Küche und Speisekammer, bitte.' });
    await send({ ...form, message: 'Neue Küche und Speisekammer, bitte.', phone: '0171 5550109' });
    await system.advance('PT1M');
    expect(await mailsAbout(id)).toHaveLength(before);
    await system.advance('PT2M');
    const [mail, ...others] = (await mailsAbout(id)).slice(before);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Anfrage geändert');
    for (const text of ['Neue Küche, bitte.', 'Speisekammer', '0171 5550109', '0171 5550101']) {
      expect(mail?.text).toContain(text);
    }
  });

  test('corrects a slip in the mail address: one lead, and the answer goes to the right one', async () => {
    const form = {
      ...jana,
      email: 'jana.slip@kunde.exampel',
      message: 'Dusche undicht',
      submissionId: 'jana-3',
    };
    const { id } = await send(form);
    await system.quiet();
    expect((await send({ ...form, email: 'jana.slip@kunde.example' })).id).toBe(id);
    await system.quiet();
    expect((await system.lead(id)).contact.email).toBe('jana.slip@kunde.example');
    expect(await mailsAbout(id, 'jana.slip@kunde.example')).toHaveLength(1);
  });

  test('sends another request the day after under the same id: a lead of its own', async () => {
    const form = { ...jana, message: 'Thermostat klemmt', submissionId: 'jana-4' };
    const first = await send(form);
    await system.advance('PT24H1M');
    const second = await send({ ...form, message: 'Jetzt klemmen zwei Thermostate' });
    expect(second.id).not.toBe(first.id);
  });
});

describe('a correction into an emergency at minute three', () => {
  const form = {
    name: 'Olga Ofen',
    email: 'olga@kunde.example',
    phone: '089 5550177',
    message: 'Die Therme soll gewartet werden.',
    submissionId: 'olga-1',
  };
  let id: string;

  test('rings at once, and the customer reads what to do', async () => {
    ({ id } = await send(form));
    await system.quiet();
    expect(await system.lead(id)).toMatchObject({ stage: 'new' });
    await system.advance('PT3M');
    const answer = await send({ ...form, message: 'Jetzt Gasgeruch im Keller!' });
    expect(answer).toMatchObject({ id, stage: 'service' });
    await system.quiet();
    expect(await system.lead(id)).toMatchObject({ stage: 'service', waitsFor: 'owner' });
    const alarm = (await mailsAbout(id)).at(-1);
    expect(alarm?.subject).toContain('🚨');
    expect(alarm?.text).toContain('Die Therme soll gewartet werden.');
    expect(alarm?.at.slice(0, 16)).toBe((await system.lead(id)).timeline.at(-1)?.at.slice(0, 16));
    const safety = (await mailsAbout(id, form.email)).at(-1);
    expect(safety?.text).toMatch(/Gas/);
    expect(await mailsAbout(id, form.email)).toHaveLength(2);
  });

  test('goes on ringing when the customer calms it down again', async () => {
    const alarms = (await mailsAbout(id)).length;
    await send({ ...form, message: 'Doch nicht so schlimm.', urgency: 'planned' });
    await system.quiet();
    expect((await mailsAbout(id)).at(-1)?.subject).toContain('Notfall geändert');
    await system.advance('PT31M');
    expect(await system.lead(id)).toMatchObject({ stage: 'service', waitsFor: 'owner' });
    expect((await mailsAbout(id)).length).toBeGreaterThanOrEqual(alarms + 3);
    // Half an hour without anybody: the customer hears once whom he reaches.
    expect((await mailsAbout(id, form.email)).length).toBe(3);
  });
});

test('a repeat tells a stranger nothing', async () => {
  const victim = {
    name: 'Viktor Opfer',
    email: 'viktor@kunde.example',
    phone: '089 5550133',
    message: 'Badumbau',
    submissionId: 'viktor-1',
  };
  const { id } = await send(victim);
  const guessed = await send({ email: 'fremd@kunde.example', message: 'Hallo', submissionId: 'viktor-1' });
  expect(guessed.id).not.toBe(id);
  const page = await system.get('/leads', {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      email: victim.email,
      message: 'Ja?',
      submissionId: 'viktor-1',
      urgency: 'now',
    }),
  });
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).not.toMatch(/5550133|Viktor|Badumbau/);
});

describe('an id that stands in a static page', () => {
  test('sixty different people with it at once are sixty leads, and each was told his own', async () => {
    const people = Array.from({ length: 60 }, (_, index) => ({
      name: `Kundin ${String.fromCharCode(65 + (index % 26))} Nummer${index}`,
      email: `statisch-${index}@kunde.example`,
      message: `Wasserhahn ${index} tropft`,
      submissionId: 'kontaktformular',
    }));
    const answers = await Promise.all(people.map(send));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(60);
    for (const [index, { id }] of answers.entries()) {
      expect((await system.lead(id)).contact.email).toBe(`statisch-${index}@kunde.example`);
    }
  });

  test('two people in one household with one phone are two leads', async () => {
    const [paul, eva] = await Promise.all(
      ['Paul Huber', 'Eva Huber'].map((name) =>
        send({
          name,
          phone: '089 7654321',
          message: `Bitte melden, ${name}`,
          submissionId: 'kontaktformular',
        }),
      ),
    );
    expect(paul?.id).not.toBe(eva?.id);
    expect(await messagesOf()).toEqual(
      expect.arrayContaining(['Bitte melden, Paul Huber', 'Bitte melden, Eva Huber']),
    );
  });

  test('the number of a form plug-in is repeated by the same text only', async () => {
    const anna = { name: 'Anna Alt', email: 'anna@kunde.example', message: 'Heizung prüfen' };
    const entry = { submissionId: 'gravity-2-134', page: 'https://www.muster-haustechnik.example/kontakt/' };
    const first = await send({ ...anna, ...entry });
    expect((await send({ ...anna, ...entry })).id).toBe(first.id);
    const guessed = await send({ name: 'Fremd', email: 'fremd@kunde.example', message: 'Hallo', ...entry });
    const another = await send({ ...anna, message: 'Und noch das Dach.', ...entry });
    expect(new Set([first.id, guessed.id, another.id]).size).toBe(3);
    expect((await system.lead(first.id)).request.message).toBe('Heizung prüfen');
  });
});
