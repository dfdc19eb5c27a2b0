import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney, writeMoney } from '../../../domain/capture/money.ts';

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
    expect(readMoney(text, 'EUR')).toEqual({
      fault: 'Bitte einen Betrag eingeben, zum Beispiel 8.500 oder 8500,50.',
    });
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
    expect(readMoney('8.500', 'CHF')).toHaveProperty('fault', expect.stringContaining("8'500"));
  });
});

test('zero is no amount', () => {
  expect(readMoney('0,00', 'EUR')).toEqual({ fault: 'Der Betrag muss größer als 0 sein.' });
});

test('more than the lead can hold is refused', () => {
  expect(readMoney('1.000.000.000', 'EUR')).toEqual({ cents: 100_000_000_000 });
  expect(readMoney('1.000.000.001', 'EUR')).toHaveProperty('fault', expect.stringContaining('Nullen'));
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
        expect(read.fault).not.toBe('');
      }
    }),
  );
});
