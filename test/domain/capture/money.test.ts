import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney, writeMoney } from '../../../domain/capture/money.ts';
import { explainMoneyFault } from '../../../views/words/money-faults.ts';
import { inCountry } from '../../../views/words/regional.ts';

/** What the owner is told, if something is wrong. */
function faultOf(text: string, currency: 'EUR' | 'CHF'): string | undefined {
  const read = readMoney(text, currency);
  return 'fault' in read ? inCountry(explainMoneyFault(read.fault, currency), 'DE') : undefined;
}

const currency = fc.constantFrom('EUR' as const, 'CHF' as const);

describe('an amount in euros', () => {
  test.each([
    ['8500', 850_000],
    ['8.500', 850_000],
    ['8500,50', 850_050],
    ['8.500,5', 850_050],
    ['8500.50', 850_050],
    ['8 500', 850_000],
    ['8\u202f500,00 €', 850_000],
    ["8'500", 850_000],
    ['8.500,-', 850_000],
    ['8.500,– €', 850_000],
    ['€ 1.234.567,89', 123_456_789],
    ['EUR 12', 1_200],
    ['0,01', 1],
    ['  350 Euro ', 35_000],
  ])('%j is understood', (text, cents) => {
    expect(readMoney(text, 'EUR')).toEqual({ cents });
  });

  test.each([
    '',
    'viel',
    '-5',
    '8.5',
    '8,500',
    '85.00.0',
    '8.500.50',
    "1.234'567",
    '1.2345',
    '1e5',
    '8500 CHF',
    '12,345',
    '٣',
    'ca. 8000',
    '8000-9000',
  ])('%j is refused with an example', (text) => {
    expect(faultOf(text, 'EUR')).toBe('Bitte einen Betrag eingeben, zum Beispiel 8.500 oder 8500,50.');
  });
});

describe('an amount in francs', () => {
  test.each([
    ["8'500.-", 850_000],
    ['8’500.—', 850_000],
    ["CHF 8'500.50", 850_050],
    ['8500.5', 850_050],
    ['8500,50', 850_050],
    ['Fr. 8 500', 850_000],
  ])('%j is understood', (text, cents) => {
    expect(readMoney(text, 'CHF')).toEqual({ cents });
  });

  test('a dot before three digits could be either sign and is refused', () => {
    expect(faultOf('8.500', 'CHF')).toContain("8'500");
  });
});

test('zero is no amount', () => {
  expect(faultOf('0,00', 'EUR')).toBe('Der Betrag muss größer als 0 sein.');
});

test('more than the lead can hold is refused', () => {
  expect(readMoney('1.000.000.000', 'EUR')).toEqual({ cents: 100_000_000_000 });
  expect(faultOf('1.000.000.001', 'EUR')).toContain('Nullen');
  expect(readMoney('9'.repeat(400), 'EUR')).toHaveProperty('fault');
});

test('what the form shows reads back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), currency, (cents, in_) => {
      expect(readMoney(writeMoney(cents, in_), in_)).toEqual({ cents });
    }),
  );
});

test('whatever is typed, the answer is whole positive cents or a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,' €CHF-]{0,20}$/)), currency, (text, in_) => {
      const read = readMoney(text, in_);
      if ('cents' in read) {
        expect(Number.isSafeInteger(read.cents)).toBe(true);
        expect(read.cents).toBeGreaterThan(0);
        expect(read.cents).toBeLessThanOrEqual(100_000_000_000);
      } else {
        expect(explainMoneyFault(read.fault, in_)).toMatch(/\S/);
      }
    }),
  );
});
