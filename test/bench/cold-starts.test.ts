import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildCheckout } from '../../bench/checkout.ts';
import { startInTurns } from '../../bench/cold-starts.ts';
import { repository } from '../../ops/synthesize.ts';
import { functionNames } from '../infra/a-stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const built = buildCheckout({ label: 'now', folder: repository }, join(folder, 'now'));

test('every function is built as it would be deployed', () => {
  expect([...built.functions.keys()].toSorted()).toEqual(functionNames.toSorted());
  for (const { file, variables } of built.functions.values()) {
    expect(readFileSync(file, 'utf8')).toContain('sourceMappingURL');
    expect(Object.keys(variables)).not.toEqual([]);
  }
});

test('each function answers its event, in each checkout', async () => {
  const started = await startInTurns([{ ...built, label: 'before' }, built], { folder, rounds: 1 });
  expect(started.map(({ label }) => label)).toEqual(['before', 'now']);
  for (const { starts } of started) {
    expect([...starts.keys()]).toEqual([
      'hello world',
      'show-form',
      'capture-lead',
      'receive-hook',
      'act-on-lead',
      'serve-desk',
      'check-health',
      'show-logo',
      'receive-mail',
      'follow-up-lead',
      'send-digest',
    ]);
    for (const [name, measured] of starts) {
      expect(measured, name).toHaveLength(1);
      for (const { wall, cpu } of measured) expect(Math.min(wall, cpu), name).toBeGreaterThan(0);
    }
  }
});

test.each([
  ['answers with an error', 'export const handler = async () => ({ statusCode: 500 });'],
  ['fails', 'export const handler = async () => process.exit(1);'],
])('a function that %s is not measured', async (_, code) => {
  const file = join(folder, 'broken.mjs');
  writeFileSync(file, code);
  const functions = new Map([...built.functions, ['show-form', { file, variables: {} }]]);
  const broken = startInTurns([{ ...built, functions }], { folder, rounds: 1 });
  await expect(broken).rejects.toThrow('show-form answered');
});

test('nor is one that is not there', async () => {
  const functions = new Map([...built.functions].filter(([name]) => name !== 'check-health'));
  const broken = startInTurns([{ ...built, functions }], { folder, rounds: 1 });
  await expect(broken).rejects.toThrow('no function check-health');
});
