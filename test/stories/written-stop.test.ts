/** "Bitte keine Mails mehr": in the thread or as a mail of its own, it is a stop, and the owner reads it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const business = 'anfrage@mail.muster-haustechnik.example';

let system: LocalSystem;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** Somebody asks for a bathroom, and the owner calls in vain: the reminders run. */
async function asked(name: string, address: string) {
  const from = `${name} <${address}>`;
  const text = `Guten Tag,\n\nwir möchten unser Bad erneuern.\n\nViele Grüße\n${name}\n`;
  await system.mail({ from, to: business, subject: 'Neues Bad', text });
  await system.quiet();
  const lead = (await system.leads()).find(({ contact }) => contact.email === address);
  await system.tap(linkBehind('Nicht erreicht', (await system.newestTo(owner)).html));
  return lead?.id ?? '';
}

const count = async (address: string) => (await system.mailsTo(address)).length;
const typesOf = async (id: string) => (await system.lead(id)).timeline.map(({ type }) => type);

test('in the thread: no reminder goes out any more, whatever the owner taps, and he reads the words', async () => {
  const anna = 'anna@customer.test';
  const id = await asked('Anna Acker', anna);
  await system.advance('P3D');
  const reminder = await system.newestTo(anna);
  const before = await count(anna);
  const quoted = reminder.text.trimEnd().replace(/^/gm, '> ');
  await system.mail({
    from: `Anna Acker <${anna}>`,
    to: reminder.replyTo[0] ?? '',
    subject: `AW: ${reminder.subject}`,
    text: `Wir haben schon jemanden, bitte keine Mails mehr.\n\nAm 26.11.2026 um 09:00 schrieb Muster Haustechnik <${business}>:\n\n${quoted}\n`,
  });
  await system.quiet();
  expect(await typesOf(id)).toContain('stopped');
  const told = await system.newestTo(owner);
  expect(told.subject).toContain(': möchte keine E-Mails mehr');
  expect(told.text).toContain('Wir haben schon jemanden');

  await system.tap(linkBehind('Nicht erreicht', told.html));
  await system.advance('P25D');
  expect(await count(anna)).toBe(before);
});

test.each([
  ['berta@customer.test', 'Abmelden', ''],
  ['carla@customer.test', 'Bitte keine Mails mehr', 'Viele Grüße'],
  ['doris@customer.test', 'Hallo', 'unsubscribe'],
])('as a mail of its own, from %s: no answer, no request, no reminder', async (address, subject, text) => {
  const id = await asked('Berta Bach', address);
  const before = await count(address);
  const leads = (await system.leads()).length;
  await system.mail({ from: `Berta Bach <${address}>`, to: business, subject, text });
  await system.quiet();
  expect(await typesOf(id)).toContain('stopped');
  expect(await system.leads()).toHaveLength(leads);
  const told = await system.newestTo(owner);
  expect(told.subject).toContain('möchte keine E-Mails mehr');
  expect(told.text).toContain(text === 'unsubscribe' ? text : subject);
  await system.advance('P25D');
  expect(await count(address)).toBe(before);
});

test('whoever only misses a mail is answered and reminded as ever', async () => {
  const emil = 'emil@customer.test';
  const id = await asked('Emil Eder', emil);
  const answered = (await system.mailsTo(emil))[0];
  await system.mail({
    from: `Emil Eder <${emil}>`,
    to: answered?.replyTo[0] ?? '',
    subject: `AW: ${answered?.subject}`,
    text: 'Ich habe keine Mail mit dem Angebot bekommen.',
  });
  await system.quiet();
  expect(await typesOf(id)).not.toContain('stopped');
  const before = await count(emil);
  await system.tap(linkBehind('Nicht erreicht', (await system.newestTo(owner)).html));
  await system.advance('P25D');
  expect(await count(emil)).toBeGreaterThan(before);
});
