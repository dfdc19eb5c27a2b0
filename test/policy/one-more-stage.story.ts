/**
 * A business with one more stage and a word to the owner after winning, from outside. Run by `one-more-stage.test.ts` in a copy
 * of the tree whose policy has both: here no stage of that name exists, so everything is text.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lifecycleDiagram } from '../../docs/lifecycle-diagram.ts';
import { leadLifecycle } from '../../statemachine/lead-lifecycle.ts';
import {
  type LocalSystem,
  linkBehind,
  type MailboxEntry,
  startLocalSystem,
} from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const customer = 'erika@example.org';

let system: LocalSystem;
let id: string;
let page: string;
let answers = 0;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

async function tap(label: string, fields: Record<string, string> = {}, query = ''): Promise<void> {
  page = await system.press(label, page, fields, query);
}

async function openLead(): Promise<void> {
  page = await (await fetch(new URL(linkBehind('Ganze Anfrage ansehen', page), system.url))).text();
}

const mailsTo = async (address: string, since = '') =>
  (await system.mailsTo(address)).filter((mail) => mail.at > since);

const executions = async () =>
  (await (await system.get('/_local/executions')).json()) as {
    name: string;
    status: string;
    state: string;
  }[];

/** The digest is what the owner gets at 06:30. */
const digestOf = async (day: string) =>
  (await mailsTo(owner)).find((mail) => mail.at.startsWith(`${day}T05:30`));

/** An answer to a mail of ours. */
async function answer(from: string, { subject, replyTo }: MailboxEntry, text: string) {
  answers += 1;
  return system.inbound(
    [
      `From: ${from}`,
      `To: ${replyTo[0]}`,
      `Subject: Re: ${subject}`,
      `Message-ID: <answer-${answers}@example.org>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
    ].join('\r\n'),
  );
}

test('a quote that was accepted comes into the new stage, which has its chance, its turn and its name', async () => {
  id = await system.capture({
    name: 'Erika Muster',
    email: customer,
    phone: '089 1234567',
    message: 'Neues Bad',
  });
  await system.quiet();
  page = (await mailsTo(owner))[0]?.html ?? '';
  await tap('Erreicht');
  await openLead();
  await tap('Andere Stufe', { quotedCents: '11.500' }, '?to=quoted');
  await openLead();
  // The sum is in the form already, as the quote has it.
  await tap('Andere Stufe', { quotedCents: '11.500' }, '?to=order-preparation');
  expect(page).toContain('Auftrag in Vorbereitung');
  expect(await system.lead(id)).toMatchObject({
    stage: 'order-preparation',
    probability: 95,
    waitsFor: 'owner',
    cadence: { name: 'order-preparation' },
    valueCents: 1_150_000,
  });
  const running = (await executions()).filter(({ status }) => status === 'RUNNING');
  expect(running).toMatchObject([{ state: 'OrderPreparation' }]);
});

test('a value that is set there is what was quoted', async () => {
  await openLead();
  await tap('Wert und Angaben', { valueCents: '12.000' });
  expect(await system.lead(id)).toMatchObject({ valueCents: 1_200_000, quotedCents: 1_200_000 });
  expect((await system.lead(id)).timeline.at(-1)).toMatchObject({ type: 'value-changed', basis: 'quoted' });
});

test('a visit is one more appointment, confirmed and reminded of, and the owner is chased when it is over', async () => {
  const before = (await system.mailbox()).at(-1)?.at;
  await tap('Besichtigung planen', { date: '2026-12-03', time: '14:00', durationMinutes: '60' });
  expect(await system.lead(id)).toMatchObject({
    stage: 'order-preparation',
    probability: 95,
    visit: { startsAt: '2026-12-03T13:00:00.000Z' },
  });
  const [confirmation, ...none] = await mailsTo(customer, before);
  expect(none).toEqual([]);
  expect(confirmation?.attachments.map((file) => file.contentType).join()).toContain('text/calendar');
  await openLead();
  expect(page).toContain('Nächster Schritt: Besichtigung am Donnerstag, 3. Dezember 2026');
  await system.moveTo('2026-12-02T12:00:00.000Z');
  expect((await mailsTo(customer)).at(-1)?.at).toMatch(/^2026-12-02T07:00/);
  expect((await mailsTo(owner)).some(({ text }) => text.includes('Vorbereitung des Auftrags'))).toBe(false);
  // At the next time for what is due.
  await system.moveTo('2026-12-04T16:30:00.000Z');
  const chase = (await mailsTo(owner)).at(-1);
  expect(chase?.text).toContain('Vorbereitung des Auftrags');
});

test('what the customer answers is the owner’s turn, and a talk brings the rhythm of the stage back', async () => {
  const answered = await answer(
    customer,
    await system.newestTo(customer),
    'Können Sie auch die Heizung ansehen?',
  );
  expect(answered).toMatchObject({ outcome: 'reply-appended', leadId: id });
  await system.quiet();
  expect(await system.lead(id)).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
  // In the digest too, where a request has room for two steps.
  await system.moveTo('2026-12-07T05:45:00.000Z');
  page = (await digestOf('2026-12-07'))?.html ?? '';
  await tap('Erreicht');
  expect(await system.lead(id)).toMatchObject({
    stage: 'order-preparation',
    cadence: { name: 'order-preparation' },
  });
});

test('a quote that the owner names in his answer to the digest is a figure, and no step back', async () => {
  const digest = await digestOf('2026-12-07');
  if (!digest) throw new Error('There is no digest');
  await answer(owner, digest, '1 Angebot 12.500');
  await system.quiet();
  expect(await system.lead(id)).toMatchObject({ stage: 'order-preparation', quotedCents: 1_250_000 });
  await answer(owner, digest, '1 Angebot 12.000');
  await system.quiet();
  expect(await system.lead(id)).toMatchObject({ probability: 95, quotedCents: 1_200_000 });
});

test('it stands in the digest with its weight', async () => {
  await system.moveTo('2026-12-07T08:00:00.000Z');
  const digest = await digestOf('2026-12-07');
  expect(digest?.text).toContain('Erika Muster');
  expect(digest?.text).toContain('Auftrag in Vorbereitung');
  // 95 % of 12,000.
  expect(digest?.text).toMatch(/11\.400/);
});

test('it is won for the sum that was quoted last, of which nobody tells whoever won it', async () => {
  await openLead();
  await tap('Gewonnen');
  expect(await system.lead(id)).toMatchObject({ stage: 'won', finalCents: 1_200_000, waitsFor: 'nobody' });
  expect((await executions()).filter(({ status }) => status === 'RUNNING')).toMatchObject([{ state: 'Won' }]);
  await system.moveTo('2026-12-08T08:00:00.000Z');
  expect(await digestOf('2026-12-08')).toBeUndefined();
});

test('14 days later the owner has one word, whatever happened to the machine, and then there is silence', async () => {
  await system.killAndRestart();
  const won = (await system.lead(id)).closedAt ?? '';
  await system.moveTo('2026-12-20T20:00:00.000Z');
  expect((await mailsTo(owner, won)).filter(({ text }) => text.includes('ob alles passt'))).toEqual([]);
  await system.moveTo('2027-03-01T08:00:00.000Z');
  const told = (await mailsTo(owner, won)).filter(({ text }) => text.includes('ob alles passt'));
  expect(told.map(({ at }) => at.slice(0, 10))).toEqual(['2026-12-21']);
  expect(told[0]?.text).toContain('Erika Muster');
  expect(await mailsTo(customer, won)).toEqual([]);
  const after = await system.lead(id);
  expect(after).toMatchObject({ stage: 'won', waitsFor: 'nobody', closedAt: won, finalCents: 1_200_000 });
  expect(after.cadence).toBeUndefined();
  expect((await executions()).filter(({ status }) => status === 'RUNNING')).toEqual([]);
});

test('the picture and the state machine have it in its place', () => {
  const diagram = lifecycleDiagram();
  expect(diagram).toContain(
    'OrderPreparation["Opportunity – Auftrag in Vorbereitung<br>95 %<br>Betrieb ist dran"]',
  );
  expect(diagram).toMatch(/\w --> OrderPreparation\n/);
  expect(diagram).toContain('OrderPreparation --> Won');
  const { States } = leadLifecycle('arn:aws:lambda:eu-central-1:123456789012:function:follow-up-lead');
  expect(Object.keys(States)).toEqual(
    expect.arrayContaining(['OrderPreparation', 'FollowUpOrderPreparation', 'Won', 'FollowUpWon']),
  );
});
