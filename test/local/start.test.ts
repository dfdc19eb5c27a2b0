import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOptions } from '../../local/options.ts';
import { startLocalSystem } from '../support/local-system.ts';

const main = fileURLToPath(new URL('../../local/main.ts', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]) => {
  const run = spawnSync(
    process.execPath,
    [main, '--data', join(folder, 'data'), '--smtp-port', '0', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { code: run.status, lines: run.stderr.trimEnd().split('\n') };
};

describe('what cannot start says why in one line and ends with 1', () => {
  test.each([
    ['--port', []],
    ['--smtp-port', ['--port', '0']],
  ])('a port in use: %s', async (flag, others) => {
    const server = createServer().listen(0);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, lines } = start(...others, flag, String(port));
    await new Promise((closed) => server.close(closed));
    expect(code).toBe(1);
    expect(lines).toEqual([`Port ${port} is in use. Choose another one: npm start -- ${flag} ${port + 1}`]);
  });

  test.each([
    ['not json', /cannot be read/],
    ['{"key":"muster"}', /name: is missing/],
  ])('a broken company file: %s', (content, words) => {
    const file = join(folder, 'company.json');
    writeFileSync(file, content);
    const { code, lines } = start('--port', '0', '--company', file);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(words)]);
  });

  test('a folder that is a file', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, lines } = start('--port', '0', '--data', file);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(file)]);
  });

  test.each([[['--port', 'abc']], [['--now', 'tomorrow']], [['--colour', 'red']]])('%j', (args) => {
    const { code, lines } = start(...args);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(args[0]);
  });
});

describe('options', () => {
  test('a flag wins over its variable, a variable over the default', () => {
    expect(readOptions([], {})).toMatchObject({
      port: 4000,
      smtpPort: 4025,
      dataFolder: '.local',
      fresh: false,
    });
    expect(readOptions([], { PORT: '5000', DATA_DIR: '/tmp/x' })).toMatchObject({
      port: 5000,
      dataFolder: '/tmp/x',
    });
    expect(readOptions(['--port', '6000', '--fresh'], { PORT: '5000' })).toMatchObject({
      port: 6000,
      fresh: true,
    });
    expect(readOptions(['--now', '2026-12-01T08:00:00Z'], {})).toMatchObject({
      nowMs: Date.parse('2026-12-01T08:00:00Z'),
    });
  });
});

test('the data survives a stop; --fresh begins anew; a stop is clean', async () => {
  const system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
  const id = await system.capture({ email: 'erika@example.org', message: 'Neues Bad' });
  await system.quiet();
  await system.restart();
  expect((await system.leads()).map((lead) => lead.id)).toEqual([id]);
  expect(await system.mailbox()).toHaveLength(3);
  // The clock goes on from where it stood.
  const { now } = (await (await system.get('/_local/clock')).json()) as { now: string };
  expect(now > '2026-11-23T09:00:00.000Z' && now < '2026-11-23T10:00:00.000Z').toBe(true);
  await system.restart(['--fresh']);
  expect(await system.leads()).toEqual([]);
  expect(await system.mailbox()).toEqual([]);
  expect(await system.stop()).toBe(0);
});

test('--help explains every flag', () => {
  const text = execFileSync(process.execPath, [main, '--help'], { encoding: 'utf8' });
  for (const flag of ['--port', '--smtp-port', '--data', '--fresh', '--company', '--now'])
    expect(text).toContain(flag);
});
