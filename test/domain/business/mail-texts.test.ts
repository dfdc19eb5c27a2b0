import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { fillIn } from '../../../domain/business/mail-texts.ts';
import { textRules } from '../../../domain/lead/mail-name.ts';

const example = JSON.parse(readFileSync(new URL('../../../companies/example.json', import.meta.url), 'utf8'));

function faultsOf(texts: unknown): string[] {
  const parsed = parseCompany({ ...example, texts });
  return 'faults' in parsed ? parsed.faults : [];
}

describe('a business may say in its own words', () => {
  test.each([...textRules])('the mail %s, with all that the mail knows', (name, { to, knows }) => {
    const words = { subject: 'Guten Tag', text: knows.map((one) => `Hier steht {${one}}.`).join('\n\n') };
    expect(faultsOf({ [name]: to === 'customer' ? { de: words, en: words } : { de: words } })).toEqual([]);
  });

  test.each(['quoted-1', 'quoted-20', 'chase-replied-2', 'new-3'])('one mail of a rhythm: %s', (name) => {
    expect(faultsOf({ [name]: { de: { text: 'Wir sind noch da.' } } })).toEqual([]);
  });

  test('with what looks like HTML: it is a text', () => {
    expect(faultsOf({ quoted: { de: { text: '<b>Wichtig</b> & mehr' } } })).toEqual([]);
  });
});

describe('what would break a mail is refused, with the field, what was found and what is expected', () => {
  test.each([
    [{ angebot: {} }, 'texts.angebot: found "angebot", expected the name of a mail such as "'],
    [{ quotd: {} }, 'texts.quotd: found "quotd", expected the name of a mail such as "quoted"'],
    [{ replied: {} }, 'texts.replied: found "replied", expected the name of a mail such as "'],
    [
      { 'quoted-21': {} },
      'texts.quoted-21: found "quoted-21", expected a number from 1 to 20 behind "quoted"',
    ],
    [{ 'quoted-01': {} }, 'texts.quoted-01: found "quoted-01", expected the name of a mail such as "quoted"'],
    [{ 'digest-1': {} }, 'texts.digest-1: found "digest-1", expected the name of a mail such as "digest"'],
    [{ constructor: {} }, 'texts.constructor: found "constructor", expected the name of a mail'],
    [{ quoted: { fr: {} } }, 'texts.quoted.fr: there is no such field'],
    [{ quoted: { de: { body: '' } } }, 'texts.quoted.de.body: there is no such field'],
    [{ quoted: { de: 'Text' } }, 'texts.quoted.de: found "Text", expected an object'],
    [{ digest: { en: { text: 'Hello' } } }, 'texts.digest.en: found {"text":"Hello"}, expected "de" alone'],
    [{ quoted: { de: { text: ' \n\u200b ' } } }, 'texts.quoted.de.text: found " \\n'],
    [{ quoted: { de: { subject: '' } } }, 'texts.quoted.de.subject: found "", expected a text'],
    [
      { quoted: { de: { subject: 'Ihr\nAngebot' } } },
      'texts.quoted.de.subject: found "Ihr\\nAngebot", expected one line',
    ],
    [{ quoted: { de: { subject: 'x'.repeat(101) } } }, 'texts.quoted.de.subject: found "xxx'],
    [{ quoted: { de: { text: 'x'.repeat(3_001) } } }, 'texts.quoted.de.text: found "xxx'],
    [
      { quoted: { de: { text: 'Über {summe}' } } },
      'texts.quoted.de.text: found "{summe}", expected one of {brand}, {phone}, {contactPerson}, {name}, {reference}, {requestedOn}, {quotedSum}',
    ],
    [{ digest: { de: { text: '{name}' } } }, 'texts.digest.de.text: found "{name}", expected one of {brand}'],
    [
      { quoted: { de: { text: 'Hallo {name, da' } } },
      'texts.quoted.de.text: found "{name, da", expected braces',
    ],
    [{ quoted: { de: { text: 'Hallo name}' } } }, 'texts.quoted.de.text: found "}", expected braces'],
    [{ quoted: { de: { text: '{{name}}' } } }, 'texts.quoted.de.text: found "{}", expected braces'],
    [{ quoted: { de: { text: '{ name }' } } }, 'texts.quoted.de.text: found "{ name }", expected one of'],
  ])('%j', (texts, sentence) => {
    const faults = faultsOf(texts);
    expect(faults.map((fault) => fault.slice(0, sentence.length))).toEqual([sentence]);
  });

  test('more words than a business is read with at each start', () => {
    const long = { de: { text: 'x'.repeat(3_000) } };
    const texts = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`quoted-${index + 1}`, long]));
    expect(faultsOf(texts)).toEqual([
      expect.stringMatching(/^texts: found "6\d{4} characters", expected at most 50000 in all/),
    ]);
  });

  test('every fault at once', () => {
    const texts = { quoted: { de: { subject: '{a} {b}', text: '{c}' } }, x: {} };
    expect(faultsOf(texts).map((fault) => fault.split(':')[0])).toEqual([
      'texts.quoted.de.subject',
      'texts.quoted.de.subject',
      'texts.quoted.de.text',
      'texts.x',
    ]);
  });
});

describe('placeholders', () => {
  test('what stands in a value is never a placeholder again', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('{brand}', '{name}', '$&', '$1', '{', '}', '{{brand}}', '__proto__'),
    );
    fc.assert(
      fc.property(anyText, anyText, (name, brand) => {
        expect(fillIn('A {name} B {brand} C {name}', { name, brand })).toBe(`A ${name} B ${brand} C ${name}`);
      }),
    );
  });

  test.each([undefined, ''])(
    'a value that is not known leaves no gap: the text is not used (%j)',
    (quotedSum) => {
      expect(fillIn('Ihr Angebot über {quotedSum}', { quotedSum })).toBeUndefined();
      expect(fillIn('Ihr Angebot', { quotedSum })).toBe('Ihr Angebot');
    },
  );

  test('nothing but the values given can be named', () => {
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(fillIn(`{${name}}`, { name: 'x' })).toBeUndefined();
  });
});
