import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hooksOf } from '../../ops/hooks/cloud-hooks.ts';
import { stepsFor } from '../../ops/hooks/sender-steps.ts';
import { aWorld } from '../support/a-world.ts';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00Z' });
});
afterAll(() => system.stop());

/** As `npm run hooks` would, at the local system. */
async function hooks(...words: string[]) {
  const child = spawn(process.execPath, ['ops/hooks.ts', '--local', system.url, ...words], {
    env: { PATH: process.env.PATH },
  });
  const [[status], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, stdout, stderr };
}

const addressIn = (text: string): string => /http\S+\/hooks\/\S+/.exec(text)?.[0] ?? '';

describe('npm run hooks', () => {
  test('makes an address that works at once, lists it without its secret, and revokes it', async () => {
    const made = await hooks('add', 'typeform', '--page', 'https://muster.test/bad', '--source', 'portal');
    expect(made.status).toBe(0);
    const address = addressIn(made.stdout);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/hooks\/typeform\/[0-9a-f]{40}$/);
    expect(made.stdout).toContain('Connect > Webhooks');
    const post = () =>
      fetch(address, {
        method: 'POST',
        body: 'email=lena%40kunde.test',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const answer = (await (await post()).json()) as { id: string };
    expect(await system.lead(answer.id)).toMatchObject({
      source: 'portal',
      proof: 'hook',
      attribution: { page: 'https://muster.test/bad' },
    });

    const listed = (await hooks('list')).stdout;
    expect(listed).toMatch(/^\w{10} {2}typeform {2}made 2026-11-23, portal, https:\/\/muster\.test\/bad\n/);
    expect(listed).not.toContain(address.split('/').at(-1));
    const page = await fetch(/http\S+\/a\/\S+/.exec(listed)?.[0] ?? '');
    expect(await page.text()).toContain('lena@kunde.test');

    expect((await hooks('revoke', listed.slice(0, 10))).stdout).toContain('Revoked');
    expect((await post()).status).toBe(404);
    expect((await hooks('list')).stdout).toContain('revoked 2026-11-23');
  });

  test('takes a signing secret from the command line and asks for it', async () => {
    const { stdout } = await hooks('add', 'landingpage', '--signing-secret', 'geheim');
    const post = async (headers: Record<string, string>) =>
      (
        await fetch(addressIn(stdout), {
          method: 'POST',
          body: '{"email":"o@kunde.test"}',
          headers: { 'content-type': 'application/json', ...headers },
        })
      ).json();
    expect(await post({ 'x-webhook-secret': 'anders' })).toEqual({ kept: true });
    expect(await post({ 'x-webhook-secret': 'geheim' })).toMatchObject({ acknowledged: true });
  });

  test.each([
    [['add'], /^add: which sender\?/],
    [['add', 'tally', '--source', 'xx'], /^source: found "xx"/],
    [['add', 'tally', '--signing-secret-file', '/nowhere'], /^\/nowhere: cannot be read/],
    [['revoke', '0000000000'], /^There is no hook 0000000000/],
    [['revoke'], /^revoke: which one/],
    [[], /^Say what to do/],
    [['list', 'all'], /^Too many words/],
  ])('says in one line what is wrong with %j', async (words, fault) => {
    const { status, stdout, stderr } = await hooks(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(fault);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('in the cloud the same hooks are made over its table', async () => {
  const world = await aWorld();
  const place = hooksOf({ ...world, publicUrl: 'https://api.test' }, world.clock.now);
  const made = await place.add({ sender: 'sipgate' });
  expect(made.address).toMatch(/^https:\/\/api\.test\/hooks\/sipgate\/[0-9a-f]{40}$/);
  expect(await place.list()).toMatchObject([{ id: made.id, sender: 'sipgate', signed: false }]);
  expect(await place.revoke(made.id.toLowerCase())).toMatchObject({ revokedAt: world.clock.now() });
  await expect(place.revoke('0000000000')).rejects.toThrow('There is no hook');
  await expect(place.add({ sender: '?' })).rejects.toThrow('sender');
});

test('every sender is told what to click, and an unknown one what it may send', () => {
  expect(stepsFor('telephone', 'https://x.test/1').join('\n')).toContain('curl -X POST https://x.test/1');
  for (const sender of ['phone', 'anruf-buero', '3cx'])
    expect(stepsFor(sender, 'x')[0]).toMatch(/telephone system/);
  for (const sender of ['wpforms', 'toString', 'landingpage']) expect(stepsFor(sender, 'x')).not.toEqual([]);
});
