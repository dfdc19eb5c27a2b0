/** A sender that is out of order, tried on one machine: mails wait, executions go on, and after it is mended all is said once. */
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

const states = async () =>
  ((await (await system.get('/_local/executions')).json()) as { status: string }[]).map(
    ({ status }) => status,
  );

test.each(['not-verified', 'configuration-set', 'throttled'])(
  'a sender that is out of order (%s) marks nobody, and is made up for once it is mended',
  async (trouble) => {
    const email = `kundin-${trouble}@kunde.example`;
    expect(await system.postJson('/_local/sender', { trouble })).toEqual({ trouble });
    const id = await system.capture({ name: `Kundin ${trouble}`, email, message: `Heizung ${trouble}` });
    await system.advance('PT6H');
    expect(await system.mailsTo(email)).toEqual([]);
    expect((await system.lead(id)).mailsStopped).toBeUndefined();
    expect(await states()).not.toContain('FAILED');

    await system.postJson('/_local/sender', { trouble: null });
    await system.advance('PT1H');
    expect(await system.mailsTo(email)).toHaveLength(1);
    const told = (await system.mailsTo(owner)).filter(({ text }) => text.includes(id));
    expect(told.length).toBeGreaterThan(0);
    expect((await system.lead(id)).timeline.filter(({ type }) => type === 'owner-alerted')).toHaveLength(1);
  },
  60_000,
);

test('a receiver that SES refuses is a bounce of which the owner is told, and the next address is answered', async () => {
  const id = await system.capture({
    name: 'Erika',
    email: 'refused@customer.test',
    message: 'Dusche tropft',
  });
  await system.quiet();
  expect((await system.lead(id)).mailsStopped).toBe('bounced');
  expect((await system.mailsTo(owner)).at(-1)?.text).toContain('E-Mail');
});

test('what is no trouble is refused with the names of those that are', async () => {
  const response = await system.get('/_local/sender', {
    method: 'POST',
    body: JSON.stringify({ trouble: 'rain' }),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('not-verified');
});
