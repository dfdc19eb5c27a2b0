import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikePhone, normaliseEmail, phoneE164 } from '../../../domain/capture/contact-data.ts';

describe('a mail address', () => {
  test.each([
    [' Erika.Muster@Example.DE ', 'erika.muster@example.de'],
    ['Erika Muster <Erika@example.de>', 'erika@example.de'],
    ['mailto:erika@example.de', 'erika@example.de'],
    ['erika@example.de.', 'erika@example.de'],
    ['erika+bad@example.co.uk', 'erika+bad@example.co.uk'],
    ["o'neill@example.ie", "o'neill@example.ie"],
    ['info@Müller-Bäder.de', 'info@müller-bäder.de'],
    ['info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
    ['a@handwerk.berlin', 'a@handwerk.berlin'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(normaliseEmail(typed)).toBe(stored);
  });

  test.each([
    '',
    'erika',
    'erika@',
    '@example.de',
    'erika@example',
    'erika@example..de',
    'erika@-example.de',
    'erika@example.d',
    'erika@exa mple.de',
    'erika muster@example.de',
    'erika@@example.de',
    '.erika@example.de',
    'eri..ka@example.de',
    'erika@127.0.0.1',
    'erika@[127.0.0.1]',
    'erika@example.de/x',
    'erika@example.de:25',
    'erika@example.de?x=1',
    'müller@example.de',
    'a@b.de,c@d.de',
    'erika@example.de\nBcc: all@example.de',
    `${'x'.repeat(65)}@example.de`,
    `erika@${'x'.repeat(64)}.de`,
    `erika@${'abcdefghi.'.repeat(26)}de`,
  ])('%j is none', (typed) => {
    expect(normaliseEmail(typed)).toBeUndefined();
  });

  test('is not changed by being normalised twice, and never holds what ends a header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
        const email = normaliseEmail(typed);
        if (email === undefined) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(email).not.toMatch(/[\s,;<>()"\\]/);
      }),
    );
  });
});

describe('a phone number', () => {
  test.each([
    ['089 1234560', 'DE', '+49891234560'],
    ['089/12345-60', 'DE', '+49891234560'],
    ['(089) 123 45 60', 'DE', '+49891234560'],
    ['0170 1234567 (ab 17 Uhr)', 'DE', '+491701234567'],
    ['+49 (0)89 1234560', 'DE', '+49891234560'],
    ['0049 89 1234560', 'DE', '+49891234560'],
    ['Tel.: 089 1234560', 'DE', '+49891234560'],
    ['089 1234560 oder 0170 1234567', 'DE', '+49891234560'],
    ['ab 17 Uhr: 0170 1234567', 'DE', '+491701234567'],
    ['+1 (212) 555-2368', 'DE', '+12125552368'],
    ['+43 1 5134567', 'DE', '+4315134567'],
    ['01 5134567', 'AT', '+4315134567'],
    ['044 668 18 00', 'CH', '+41446681800'],
    ['079 123 45 67', 'CH', '+41791234567'],
  ] as const)('%s in %s is %s', (typed, country, e164) => {
    expect(phoneE164(typed, country)).toBe(e164);
  });

  test.each(['12345', '1234560', '49 89 1234560', '110', 'keine', '+999 12345678'])(
    '%s is not complete, so it has no international form',
    (typed) => {
      expect(phoneE164(typed, 'DE')).toBeUndefined();
    },
  );

  test('within the town is a number all the same; "keine" is none', () => {
    expect(looksLikePhone('4711 nach 18 Uhr')).toBe(true);
    expect(looksLikePhone('keine')).toBe(false);
    expect(looksLikePhone('110')).toBe(false);
  });
});
