import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forbiddenLicences, type LockedPackage } from '../../checks/licences.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };

test('no package that we build on has a licence that forbids it', () => {
  expect(forbiddenLicences(packages)).toEqual([]);
});

test.each<[string, LockedPackage, string]>([
  [
    'a licence that asks for our source',
    { version: '1.2.3', license: 'AGPL-3.0-only' },
    'bad 1.2.3, which runs, is under AGPL-3.0-only: not among those in checks/licences.ts',
  ],
  [
    'a licence that only tools may have',
    { version: '1.2.3', license: 'MPL-2.0' },
    'bad 1.2.3, which runs, is under MPL-2.0: not among those in checks/licences.ts',
  ],
  [
    'a tool whose licence nobody has looked at',
    { version: '1.2.3', license: 'SEE LICENSE IN terms.txt', dev: true },
    'bad 1.2.3, a tool, is under SEE LICENSE IN terms.txt: not among those in checks/licences.ts',
  ],
  ['no licence at all', { version: '1.2.3', dev: true }, 'bad 1.2.3 states no licence'],
])('%s is named in one line', (_what, bad, line) => {
  const locked = { ...packages, 'node_modules/good/node_modules/bad': bad };
  expect(forbiddenLicences(locked)).toEqual([line]);
});

test('a tool may have a licence that what runs may not', () => {
  expect(forbiddenLicences({ 'node_modules/tool': { license: 'MPL-2.0', dev: true } })).toEqual([]);
});

test('our own licence is the same wherever it is named', () => {
  expect(read('LICENSE')).toMatch(/^\s*Apache License\s+Version 2\.0, January 2004/);
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'Apache-2.0' });
  expect(packages['']).toMatchObject({ license: 'Apache-2.0' });
});
