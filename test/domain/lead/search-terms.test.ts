import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../domain/lead/contact.ts';
import {
  fits,
  foldText,
  readQuery,
  requestNumberIn,
  searchTermsOf,
} from '../../../domain/lead/search-terms.ts';
import { soundOf } from '../../../domain/lead/sound-of-name.ts';
import { aLead } from '../../support/a-lead.ts';

const rankOf = (typed: string, contact: Partial<Contact>) =>
  fits(readQuery(typed), {
    terms: searchTermsOf(aLead({ contact: { language: 'de', ...contact } })).terms,
    words: [],
  });

const name = fc
  .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéèñçşğøæ'), { minLength: 2, maxLength: 14 })
  .map((letters) => letters.join(''))
  // One letter leads to nobody.
  .filter((letters) => foldText(letters).length >= 2);
const names = fc.array(name, { minLength: 1, maxLength: 3 });

const spellings = [
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'),
  (text: string) => text.replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u'),
  (text: string) => `  ${text},`,
];

describe('names', () => {
  test('a lead is found by each of its names, in any spelling and order', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(...spellings), (parts, spell) => {
        const contact = { name: parts.join(' ') };
        for (const part of parts) expect(rankOf(spell(part), contact)).toBe(0);
        expect(rankOf(spell(parts.toReversed().join(' ')), contact)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('what a name begins with finds it while it is typed', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(...spellings), (whole, spell) => {
        const typed = spell(whole).trim();
        for (let length = 2; length <= typed.length; length++) {
          const begun = typed.slice(0, length);
          if (foldText(begun).length >= 2) expect(rankOf(begun, { name: whole })).toBe(0);
        }
      }),
    );
  });

  test.each([
    ['Meier', 'Mayr'],
    ['Schmidt', 'Schmitt'],
    ['Philipp', 'Filip'],
    ['Krause', 'Crause'],
    ['Müller', 'Miller'],
    ['Hoffmann', 'Hofman'],
    ['Schäfer', 'Scheffer'],
  ])('%s is found as %s, after those who are written so', (written, typed) => {
    expect(rankOf(typed, { name: written })).toBe(1);
  });

  test.each([
    ['Meier', 'Müller'],
    ['Schulz', 'Schmidt'],
    ['Weber', 'Wagner'],
  ])('%s is not found as %s', (written, typed) => {
    expect(rankOf(typed, { name: written })).toBeUndefined();
  });

  test('sounds as the rule of Cologne writes them', () => {
    const sounds = Object.entries({
      'muller-ludenscheidt': '65752682',
      breschnew: '17863',
      wikipedia: '3412',
      heithabu: '021',
    });
    for (const [word, sound] of sounds) expect([word, soundOf(word)]).toEqual([word, sound]);
  });
});

describe('numbers', () => {
  const digits = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length })
      .map((all) => all.join(''));
  const national = fc
    .tuple(
      fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
      fc.integer({ min: 6, max: 11 }).chain(digits),
    )
    .map(([first, rest]) => first + rest);
  const code = fc.constantFrom('49', '43', '41');

  test('a lead is found by its whole number in any spelling', () => {
    fc.assert(
      fc.property(national, code, fc.integer({ min: 1, max: 4 }), (number, dial, cut) => {
        const contact = { phoneE164: `+${dial}${number}` };
        const [area, rest] = [number.slice(0, cut), number.slice(cut)];
        const written = [
          `0${number}`,
          `+${dial}${number}`,
          `00${dial}${number}`,
          `0${area} / ${rest}`,
          `(0${area}) ${rest}`,
          `+${dial} ${area} ${rest}`,
          `+${dial} (0)${area}-${rest}`,
          `0${area}.${rest.match(/.{1,2}/g)?.join(' ')}`,
        ];
        for (const typed of written) expect([typed, rankOf(typed, contact)]).toEqual([typed, 0]);
      }),
    );
  });

  test('a lead is found by the last digits of each of its numbers, four or more', () => {
    fc.assert(
      fc.property(national, national, code, fc.integer({ min: 4, max: 7 }), (one, other, dial, length) => {
        const contact = {
          phoneE164: `+${dial}${one}`,
          otherPhones: [{ phone: other, phoneE164: `+${dial}${other}` }],
        };
        expect(rankOf(one.slice(-length), contact)).toBe(0);
        expect(rankOf(other.slice(-length), contact)).toBe(0);
      }),
    );
  });

  test('a number is found while it is typed from its beginning', () => {
    for (const typed of ['0221', '0221 12', '+49221', '0049 221 123', '02211234567'])
      expect([typed, rankOf(typed, { phoneE164: '+492211234567' })]).toEqual([typed, 0]);
  });

  test.each([
    '7K2M9QX4TD',
    '7k2m9qx4td',
    '7K2M 9QX4 TD',
    '7k2m-9qx4-td',
    'Ihre Anfrage [7K2M9QX4TD]',
    'Re: Bad 7k2m9qx4td',
  ])('%s is the number of a request', (typed) => {
    expect(requestNumberIn(typed)).toBe('7K2M9QX4TD');
  });

  test.each(['Müller', '7K2M9QX4T', '02211234567'])('%s is none', (typed) => {
    expect(requestNumberIn(typed)).toBeUndefined();
  });
});

describe('what is typed', () => {
  test('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
        expect(readQuery(typed).length).toBeLessThanOrEqual(8);
        fits(readQuery(typed), searchTermsOf(aLead()));
      }),
    );
  });

  test('all of it must fit, a name beside a number and a place', () => {
    const contact = { name: 'Anna Klein', phoneE164: '+492211234567', postcode: '50667', city: 'Köln' };
    expect(rankOf('klein 50667', contact)).toBe(0);
    expect(rankOf('klein 0221 1234567 köln', contact)).toBe(0);
    expect(rankOf('klein 50668', contact)).toBeUndefined();
  });

  test('keys of items stay short, whatever somebody gave as his name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 3000 }),
        (long, words) => {
          const { terms } = searchTermsOf(aLead({ contact: { language: 'de', name: long, address: words } }));
          expect(terms.length).toBeLessThanOrEqual(40);
          for (const term of terms) expect(term).toMatch(/^[~<>]?[\p{L}\p{N}@._+-]{1,60}$/u);
        },
      ),
    );
  });
});
