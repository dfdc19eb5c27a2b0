import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCompanyName } from '../../../domain/lead/person-name.ts';
import { besideLettersAndDigits, holdsAnyOf, inSmallLetters } from '../../../domain/lead/word-list.ts';

describe('a word of a list', () => {
  const isSaid = holdsAnyOf('mit gewinn* mein+2');

  test.each(['mit', 'MIT', 'Bad mit Dusche', 'gewinn', 'Gewinnspiel', 'mein', 'MEINES', '3mit4', '"mit"'])(
    '%s holds one',
    (text) => {
      expect(isSaid(text)).toBe(true);
    },
  );

  test.each(['', 'mitte', 'damit', 'meinesgleichen', 'beginn', 'ungewinn', 'm i t'])(
    '%s holds none',
    (text) => {
      expect(isSaid(text)).toBe(false);
    },
  );

  test('stands apart from digits where those belong to words', () => {
    const isFirm = holdsAnyOf('ag', besideLettersAndDigits);
    expect(isFirm('Wasser AG')).toBe(true);
    expect(isFirm('AG2')).toBe(false);
  });
});

/** A list of words as one expression, which is what a list stands for. */
function asExpression(list: string, letters: string): RegExp {
  const words = list
    .split(' ')
    .map((entry) => entry.replace('*', '\\p{L}*').replace(/\+(\d)/, '\\p{L}{0,$1}'));
  return new RegExp(`(?<![${letters}])(?:${words.join('|')})(?![${letters}])`, 'iu');
}

/** Letters that lose or change their case in odd ways, signs that are none, and pieces of the words. */
const piece = fc.oneof(
  fc.constantFrom('mit', 'gewinn', 'mein', 'scheiß', 'K', 'prämie', 'café', 'sie', 'a', 's', 'x'),
  fc.constantFrom('İ', 'ı', 'ſ', '\u212a', 'ẞ', 'ß', 'SS', 'Σ', 'ǰ', 'ŉ', '\u0308', '\u0301', 'Ä', '𝒶', 'Д'),
  fc.constantFrom(' ', '-', '.', '3', '_', '\n', "'", '\u00a0'),
);
const text = fc
  .array(fc.tuple(piece, fc.boolean()), { maxLength: 8 })
  .map((pieces) => pieces.map(([one, loud]) => (loud ? one.toUpperCase() : one)).join(''));

test('a list finds what an expression of its words would find', () => {
  for (const [list, between, letters] of [
    ['mit gewinn* mein+2 scheiß* k prämie* café sie s a', undefined, '\\p{L}'],
    ['mit scheiß k café sie s a', besideLettersAndDigits, '\\p{L}\\d'],
  ] as const) {
    const isSaid = holdsAnyOf(list, between);
    const expression = asExpression(list, letters);
    fc.assert(
      fc.property(text, (said) => {
        expect(isSaid(said)).toBe(expression.test(said));
      }),
      { numRuns: 2000 },
    );
  }
});

test.each([
  ['K', 'k'],
  ['\u212a', 'k'],
  ['ſ', 's'],
  ['ẞ', 'ß'],
  ['Ä', 'ä'],
])('%s is the letter %s', (sign, letter) => {
  expect(inSmallLetters(sign)).toBe(letter);
  expect(new RegExp(letter, 'iu').test(sign)).toBe(true);
});

test('what looks like a letter of another alphabet, or stays one with a dot, is another letter', () => {
  expect(inSmallLetters('İ')).not.toContain('i');
  expect(/i/iu.test('İ')).toBe(false);
});

describe('forms of firms with dots and blanks', () => {
  test.each([
    'Huber G.m.b.H.',
    'Sportfreunde e. V.',
    'Rohr & Co. KG',
    'Moret S.à.r.l.',
    'Bianchi S.p.A.',
    'Fa. Huber',
    'Max Huber e.K.',
  ])('%s is one', (name) => {
    expect(isCompanyName(name)).toBe(true);
  });
  test.each(['Eva Kern', 'Sarlo Vigano', 'Gustav Mahler', 'Kofi Annan'])('%s may be a person', (name) => {
    expect(isCompanyName(name)).toBe(false);
  });
});
