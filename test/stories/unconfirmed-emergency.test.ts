/** An emergency that nobody ever takes: it rings until it must, then it waits like any other request, and drowns nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const people = ['chef', 'buero', 'jonas'].map((name) => `${name}@muster-haustechnik.example`);
const customer = 'wanda@wasser.example';

let system: LocalSystem;
let id: string;
beforeAll(async () => {
  // Friday evening: nobody is there until Monday.
  system = await startLocalSystem({ now: '2026-11-27T17:30:00.000Z' });
  id = await system.capture({
    name: 'Wanda Wasser',
    email: customer,
    phone: '089 1234567',
    message: 'Wasserrohrbruch im Keller, das Wasser steigt!',
    urgency: 'now',
  });
  await system.quiet();
  await system.advance('P60D');
});
afterAll(() => system?.stop());

const about = async (address: string) =>
  (await system.mailsTo(address)).filter(({ headers }) => headers['x-nachfass-mail']?.startsWith(`${id}/`));

test('its customer hears that it arrived and once that nobody came, with the number to call, and no more in two months', async () => {
  const mails = await system.mailsTo(customer);
  expect(mails).toHaveLength(2);
  const [, word] = mails;
  expect(Date.parse(word?.at ?? '') - Date.parse(mails[0]?.at ?? '')).toBe(30 * 60_000);
  expect(word?.text).toContain('+49 89 1234569');
});

test('each of the business is called until the next morning: owner and whoever is on call at once, the others after a quarter of an hour', async () => {
  for (const person of people) {
    const calls = (await about(person)).filter(({ at }) => at < '2026-11-28T06:00:00.000Z');
    expect(calls.length, person).toBeGreaterThanOrEqual(17);
    expect(calls.length, person).toBeLessThanOrEqual(22);
    const after = (await about(person)).filter(({ at }) => at >= '2026-11-28T06:00:00.000Z');
    // From then on as any chase of an emergency: once in two working days, in the morning, until somebody takes it.
    expect(after.length, person).toBeLessThanOrEqual(20);
    for (const { at } of after) expect(at.slice(11, 16)).toBe('07:00');
  }
});

test('phones ring no more than ten times by text message', async () => {
  const rung = (await (await fetch(`${system.url}/_local/alarms`)).json()) as { channel: string }[];
  const texts = rung.filter(({ channel }) => channel === 'sms');
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.length).toBeLessThanOrEqual(10);
});

test('it stands first in each digest, on the week-end too, until somebody takes it', async () => {
  const digests = (await system.mailsTo(people[0] ?? '')).filter(({ headers }) =>
    headers['x-nachfass-mail']?.startsWith('digest/'),
  );
  expect(digests[0]?.headers['x-nachfass-mail']).toContain('2026-11-28');
  for (const { subject, text } of digests) {
    expect(subject).toContain('Notfall');
    expect(text).toContain('Wanda Wasser');
  }
});
