import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../../domain/capture/form-answers.ts';
import { cleanText, type Field, mergeFields } from '../../../domain/capture/form-fields.ts';
import { splitPeople } from '../../../domain/capture/people.ts';

const contractNames =
  'name email phone message kind urgency source address postcode city installation timeframe budget language consent submissionId page referrer website redirect'.split(
    ' ',
  );
const answers = fc.oneof(
  fc.constantFrom(
    'Erika Muster',
    'Maier | Sohn',
    'Bad || Heizung',
    'erika@muster.test',
    '089 5550613',
    '/kontakt',
    'https://sanitaer.test/anfrage',
    '{"email":"innen@muster.test"}',
    '[{"name":"Anna"},{"name":"Bert"}]',
    'first = Erika\nlast = Muster',
    'email=erika@muster.test&name=Erika',
    'a, b, erika@muster.test, 0171 5550613',
    'Der Hahn tropft, bitte um Rückruf.',
  ),
  fc.string(),
);
const plainForms = fc
  .dictionary(fc.constantFrom(...contractNames), answers)
  .map((form): Field[] =>
    mergeFields(Object.entries(form).map(([name, value]) => ({ path: [name], value }))),
  );

test('what stands in the fields of the contract means the same, whether or not another field stands beside them', () => {
  fc.assert(
    fc.property(plainForms, (fields) => {
      fc.pre(fields.some(({ path: [name] }) => name === 'email' || name === 'phone'));
      const other = { path: ['Farbe der Fliesen'], value: 'weiß' };
      const withAnother = readAnswers([...fields, other]).filter(
        ({ label }) => label !== 'Farbe der Fliesen',
      );
      expect(readAnswers(fields)).toEqual(withAnother);
    }),
    { numRuns: 1_000 },
  );
});

test('a form of texts under names of their own is about one person', () => {
  fc.assert(
    fc.property(plainForms, (fields) => {
      fc.pre(fields.every(({ value }) => !/[{[=]/.test(value)));
      expect(splitPeople(fields)).toEqual([fields]);
    }),
  );
});

test('several people in the text of one field are still several', () => {
  const people = [
    { name: 'Anna Berg', email: 'anna@berg.test', message: 'Der Hahn tropft.' },
    { name: 'Bert Tal', email: 'bert@tal.test', message: 'Neues Bad gesucht.' },
  ];
  expect(splitPeople([{ path: ['data'], value: JSON.stringify(people) }])).toHaveLength(2);
  expect(splitPeople([{ path: ['data'], value: `\u0000 ${JSON.stringify(people)}` }])).toHaveLength(2);
});

test('letters of any keyboard stay, and only what none types goes', () => {
  const slowly = (text: string) =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (sign) => (sign === '\n' ? sign : ''))
      .trim();
  const signs = fc.oneof(fc.integer({ min: 0, max: 0x320 }), fc.constantFrom(0x2028, 0xfeff, 0x1e9e, 0xd83d));
  fc.assert(
    fc.property(fc.array(signs), (codes) => {
      const text = String.fromCharCode(...codes);
      expect(cleanText(text)).toBe(slowly(text));
    }),
    { numRuns: 500 },
  );
  for (let code = 0; code <= 0x2ff; code++) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(cleanText(text)).toBe(slowly(text));
  }
});
