/** A sender that is out of order while the owner answers: nothing of it is lost or said twice, however long it lasts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
let system: LocalSystem;
beforeAll(async () => {
  // A Monday, 10:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
}, 60_000);
afterAll(async () => {
  await system?.stop();
});

const request = async (name: string) => {
  const email = `${name.toLowerCase()}@kundschaft.example`;
  const id = await system.capture({ name, email, message: `Bei ${name} tropft die Heizung` });
  await system.quiet();
  const alert = (await system.mailsTo(owner)).findLast(({ text }) => text.includes(id));
  return { id, email, replyTo: alert?.replyTo[0] ?? '', subject: alert?.subject ?? '' };
};
type Request = Awaited<ReturnType<typeof request>>;

const answer = (
  { replyTo, subject }: Pick<Request, 'replyTo' | 'subject'>,
  text: string,
  messageId: string,
) =>
  system.mail({ from: `Martin Muster <${owner}>`, to: replyTo, subject: `Re: ${subject}`, text, messageId });

const wordsTo = async (email: string, words: string) =>
  (await system.mailsTo(email)).filter(({ text }) => text.includes(words));
const chases = async ({ id }: Request, since: string) =>
  (await system.lead(id)).timeline.filter(({ type, at }) => type === 'owner-chased' && at > since);
const trouble = (what: string | null) => system.postJson('/_local/sender', { trouble: what });
const notices = async () =>
  ((await (await system.get('/_local/notices')).json()) as { reason: string }[]).map(({ reason }) => reason);

test('answers to two customers and to the digest wait for three days, over a kill, and go out once each', async () => {
  const anna = await request('Anna');
  const bernd = await request('Bernd');
  const third = await request('Clara');
  await system.advance('PT22H');
  const digest = (await system.mailsTo(owner)).findLast(({ text }) => text.includes('Clara'));
  const number = /(\d+) · Clara/.exec(digest?.text ?? '')?.[1];
  const { now: began } = await system.advance('PT1M');

  await trouble('not-verified');
  await answer(anna, 'Frau Anna, ich komme am Donnerstag um 14 Uhr.', '<a1@muster-haustechnik.example>');
  await answer(bernd, 'Herr Bernd, bitte drehen Sie den Hahn zu.', '<b1@muster-haustechnik.example>');
  await answer(
    { replyTo: digest?.replyTo[0] ?? '', subject: digest?.subject ?? '' },
    `${number} nicht erreicht`,
    '<d1@muster-haustechnik.example>',
  );
  await system.quiet();
  expect(await notices()).toEqual(expect.arrayContaining(['waits', 'waits', 'waits']));
  expect(await notices()).not.toContain('failed');
  await answer(anna, 'Und bitte den Keller aufschliessen.', '<a2@muster-haustechnik.example>');
  await system.killAndRestart();
  // It does not outlast the process here; SES's would.
  await trouble('paused');
  await system.advance('P3D');
  await system.killAndRestart();
  await trouble('configuration-set');
  await system.advance('PT1H');
  expect(await wordsTo(anna.email, 'Donnerstag')).toEqual([]);
  expect((await system.lead(anna.id)).answerHeld).toBeDefined();
  expect(await notices()).not.toContain('failed');

  await trouble(null);
  await system.advance('PT1H');
  await system.killAndRestart();
  await system.advance('PT12H');
  for (const [{ email }, words] of [
    [anna, 'Donnerstag um 14 Uhr'],
    [anna, 'Keller aufschliessen'],
    [bernd, 'Hahn zu'],
  ] as const) {
    expect(await wordsTo(email, words)).toHaveLength(1);
  }
  const toAnna = (await system.mailsTo(anna.email)).map(({ text }) => text);
  expect(toAnna.findIndex((text) => text.includes('Donnerstag'))).toBeLessThan(
    toAnna.findIndex((text) => text.includes('Keller')),
  );
  for (const { id } of [anna, bernd]) {
    const lead = await system.lead(id);
    expect(lead).toMatchObject({ stage: 'first-contact', waitsFor: 'customer' });
    expect(lead.answerHeld).toBeUndefined();
  }
  const report = (await system.mailsTo(owner)).filter(
    ({ replyTo, at }) => at > began && replyTo[0] === digest?.replyTo[0],
  );
  expect(report).toHaveLength(1);
  expect(
    (await system.lead(third.id)).timeline.filter(({ type }) => type === 'contact-attempted'),
  ).toHaveLength(1);
  for (const one of [anna, bernd]) expect(await chases(one, began)).toEqual([]);
  expect(await notices()).not.toContain('waits');
}, 180_000);
