import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../domain/capture/plain-words.ts';

test('umlauts and accents are spelled out, and all signs are blanks', () => {
  expect(plainText(' Größe: «Übergröße», Crème-brûlée & Œuvre! ')).toBe(
    'groesse uebergroesse creme brulee oeuvre',
  );
});

test('an umlaut is the same in one sign or in two, and beside a letter from elsewhere', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'aZ09 äöüÄÖÜß.-\n') });
  fc.assert(
    fc.property(typed, (text) => {
      const plain = plainText(text);
      expect(plainText(text.normalize('NFD'))).toBe(plain);
      expect(plainText(`${text} é`)).toBe(`${plain} e`.trim());
    }),
  );
});
