import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ByLanguage } from '../../../views/words/languages.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = ['views/mail', 'views/words'].flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(30);
});

test.each(files)('%s does not ask which language it is', (file) => {
  expect(readFileSync(`${root}${file}`, 'utf8')).not.toMatch(
    /[!=]==? '(de|en)'|'(de|en)' [!=]==?|case '(de|en)'/,
  );
});

test('a text without a language does not compile', () => {
  // @ts-expect-error English is missing
  const german: ByLanguage<string> = { de: 'Guten Tag' };
  expect(Object.keys(german)).toEqual(['de']);
});
