import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';
import { until } from '../support/until.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
});
afterAll(() => system?.stop());

/** Captures as fast as it goes until the system is gone. */
async function burst(round: number, answered: string[]): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      answered.push(
        await system.capture({ email: `kunde-${round}-${i}@example.org`, message: `Bad ${round} ${i}` }),
      );
    } catch {
      return;
    }
  }
}

test('killed at any moment, no answered lead is lost, each gets one acknowledgement and one alert, and its timer', async () => {
  const answered: string[] = [];
  for (let round = 0; round < 4; round++) {
    const before = answered.length;
    const bursts = [burst(round, answered), burst(round + 100, answered)];
    // In the middle of the burst, however slow the machine is, and each time at another point of the work.
    await until(() => answered.length >= before + 1 + round * 5);
    await sleep(round * 20);
    await system.killAndRestart();
    await Promise.all(bursts);
  }
  await system.quiet();

  const leads = await system.leads();
  const ids = new Set(leads.map((lead) => lead.id));
  expect(answered.length).toBeGreaterThan(0);
  expect(answered.filter((id) => !ids.has(id))).toEqual([]);

  const keys = (await system.mailbox())
    .map((mail) => mail.headers['x-nachfass-mail'] ?? '')
    .filter((key) => key.includes('/g1#'))
    .sort();
  // On a fast machine these are more than a day brings: beyond its budget they wait, and are told together.
  const within = leads.filter(({ muted }) => muted === undefined);
  expect(within.length).toBeGreaterThan(0);
  const expected = within
    .flatMap(({ id }) => [`${id}/g1#acknowledgement#1`, `${id}/g1#new-lead-alert#1`])
    .sort();
  // A lead may have been stored without its answer reaching anybody: it is followed up all the same.
  // Each person of the business has his own alert.
  expect([...new Set(keys.map((key) => key.replace(/@.*/, '')))]).toEqual(expected);
  expect(new Set(keys).size).toBe(keys.length);

  const executions = (await (await system.get('/_local/executions')).json()) as {
    name: string;
    status: string;
  }[];
  const running = executions
    .filter((execution) => execution.status === 'RUNNING')
    .map((execution) => execution.name);
  expect(running.sort()).toEqual(leads.map((lead) => `${lead.id}-g${lead.generation}`).sort());
  expect(leads.filter((lead) => lead.uncertainMails > 0)).toEqual([]);
});

/** Where the clock stands, in hours. */
async function hour(): Promise<number> {
  const { now } = (await (await system.get('/_local/clock')).json()) as { now: string };
  return Date.parse(now) / 3_600_000;
}

test('killed while the clock is moved, nothing is lost and no mail is doubled', async () => {
  const before = (await system.leads()).length;
  for (let round = 0; round < 3; round++) {
    const from = await hour();
    let over = false;
    const moving = system.advance('PT6H').then(
      () => {
        over = true;
      },
      () => undefined,
    );
    // On the way, each time at another point of it.
    await until(async () => over || (await hour()) > from + round);
    await system.killAndRestart();
    await moving;
  }
  await system.advance('P1D');
  expect(await system.leads()).toHaveLength(before);
  const keys = (await system.mailbox()).map((mail) => `${mail.to} ${mail.headers['x-nachfass-mail']}`);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
