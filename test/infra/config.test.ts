import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nachfass-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const nothing = () => undefined;

test('without settings it is the example business in production in Frankfurt', () => {
  expect(readConfig(nothing, {})).toMatchObject({
    company: { key: 'muster' },
    stage: 'prod',
    region: 'eu-central-1',
    logRetentionDays: 90,
    tracing: false,
    mailIdentity: 'create',
  });
});

test('production is copied each night, another stage only if its settings say so', () => {
  expect(readConfig(nothing, {}).backup).toBe(true);
  expect(readConfig(nothing, { BACKUP: 'false' }).backup).toBe(false);
  expect(readConfig(nothing, { STAGE: 'test' }).backup).toBe(false);
  expect(readConfig(nothing, { STAGE: 'test', BACKUP: 'true' }).backup).toBe(true);
});

test('a context value wins over an environment variable', () => {
  const context = (key: string) => ({ stage: 'test' })[key];
  expect(readConfig(context, { STAGE: 'demo', REGION: 'eu-west-1' })).toMatchObject({
    stage: 'test',
    region: 'eu-west-1',
  });
});

test('the company is stored as the file says it', () => {
  const text = readFileSync(join(root, 'companies/example.json'), 'utf8');
  expect(readConfig(nothing, {}).companyFile).toEqual(JSON.parse(text));
});

describe.each([
  ['a stage with a hyphen', { STAGE: 'my-stage' }, /^stage: expected 2 to 11 lower-case/],
  ['a region that is none', { REGION: 'Frankfurt' }, /^region: expected a region/],
  [
    'a span of logs CloudWatch does not know',
    { LOG_RETENTION_DAYS: '31' },
    /^logRetentionDays: expected one of/,
  ],
  ['an alarm address that is none', { ALARM_EMAIL: 'wache' }, /^alarmEmail: /],
  ['a file that is not there', { COMPANY_FILE: '/nowhere.json' }, /^\/nowhere\.json: cannot be read$/],
  [
    'a file that is not JSON',
    { COMPANY_FILE: aFile('text.json', 'key: muster') },
    /text\.json: is not JSON: /,
  ],
  ['a company with a fault', { COMPANY_FILE: aFile('empty.json', '{}') }, /empty\.json: key: /],
])('%s', (_, environment, message) => {
  test('is refused in one line', () => {
    expect(() => readConfig(nothing, environment)).toThrow(message);
    expect(() => readConfig(nothing, environment)).not.toThrow(/\n/);
  });
});

test('the person at the keyboard sees that line and nothing else, and the exit code 1', () => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, COMPANY_FILE: aFile('broken.json', '{"key": "UPPER"') },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\S*broken\.json: is not JSON: [^\n]+\n$/);
});
