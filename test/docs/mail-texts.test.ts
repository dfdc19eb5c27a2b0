import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCompany } from '../../domain/business/company-file.ts';
import { isNumbered, textRules } from '../../domain/lead/mail-name.ts';
import { cadences } from '../../domain/lead/pipeline.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const document = read('docs/mail-texts.md');

/** Of every text, and so not in the table. */
const everywhere = ['brand', 'phone', 'contactPerson'];

test('the table names every mail, to whom it goes and what it knows', () => {
  const rows = document.split('\n').flatMap((line) => {
    const [, mail = '', to, placeholders] = /^\| (.*?) \| (owner|customer) \| (.*) \|$/.exec(line) ?? [];
    const name = mail.startsWith('a rhythm') ? 'a rhythm' : /^`([\w-]+)`/.exec(mail)?.[1];
    return name === undefined
      ? []
      : [[name, to, [...(placeholders ?? '').matchAll(/\{(\w+)\}/g)].map(([, one]) => one)]];
  });
  const expected = [...textRules].map(([name, { to, knows }]) => [
    isNumbered(name) ? (to === 'owner' ? 'chase-' : 'a rhythm') : name,
    to,
    knows.filter((one) => !everywhere.includes(one)),
  ]);
  const distinct = [...new Map(expected.map((row) => [String(row), row])).values()];
  expect(rows.toSorted()).toEqual(distinct.toSorted());
});

test('the rhythms it names are there', () => {
  const named = /`domain\/lead\/pipeline\.ts`: (.*?) and more/s.exec(document)?.[1] ?? '';
  const names = [...named.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !(name in cadences))).toEqual([]);
});

test('its example is one that is taken', () => {
  const { texts } = JSON.parse(/```json\n([\s\S]*?)```/.exec(document)?.[1] ?? '');
  const parsed = parseCompany({ ...JSON.parse(read('companies/example.json')), texts });
  expect('faults' in parsed ? parsed.faults : []).toEqual([]);
});
