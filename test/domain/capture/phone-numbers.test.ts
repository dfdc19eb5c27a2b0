import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { dialledNumbers, looksLikePhone, phoneE164 } from '../../../domain/capture/contact-data.ts';
import { aCompany } from '../../support/company.ts';
import { json, read } from './a-form.ts';

const countries = ['DE', 'AT', 'CH'] as const;

test('a number that stands alone is the same as with a word behind it', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'00123456789 +()'), maxLength: 40 });
  const numbers = (text: string) => dialledNumbers(text, 'DE').map(({ e164 }) => e164);
  fc.assert(
    fc.property(fc.constantFrom('089 5550123', '0171 7654321', '0'), typed, (begins, text) => {
      expect(numbers(`${begins} ${text} x`)).toEqual(numbers(`${begins} ${text}`));
    }),
  );
});

describe('of two numbers in one field the first is called, and both are kept', () => {
  test.each([
    '089/5550123 / 0171/7654321',
    '089 5550123 oder 0171 7654321',
    '089 5550123; 0171 7654321',
    '089 5550123, mobil 0171 7654321',
    '089 5550123\n0171 7654321',
    '089 5550123 0171 7654321',
    '+49 89 5550123 / +49 171 7654321',
    'Büro 089/5550123 (8-17 Uhr), privat 0171 7654321',
  ])('%j', (typed) => {
    expect(dialledNumbers(typed, 'DE').map(({ e164 }) => e164)).toEqual(['+49895550123', '+491717654321']);
    const { contact } = read(json({ phone: typed }));
    expect(contact.phoneE164).toBe('+49895550123');
    expect(contact.phone?.replace(/\D/g, '')).toContain('7654321');
  });

  test.each([
    ['0664 / 123 45 67', 'AT', '+436641234567'],
    ['01 / 513 45 67', 'AT', '+4315134567'],
    ['+43 0664 1234567', 'AT', '+436641234567'],
    ['079 123 05 67', 'CH', '+41791230567'],
    ['0041 079 123 45 67', 'CH', '+41791234567'],
    ['41791234567', 'CH', '+41791234567'],
    ['+49 (0) 171 5556677', 'DE', '+491715556677'],
    ['0049 171 5556677', 'DE', '+491715556677'],
    ['(0171) 5556677', 'DE', '+491715556677'],
    ['0171‑555 66 77', 'DE', '+491715556677'],
    ['０１７１ ５５５６６７７', 'DE', '+491715556677'],
    ['491715556677', 'DE', '+491715556677'],
    ['0171 5556677 ab 17 Uhr', 'DE', '+491715556677'],
    ['17:30-18:00 Uhr: 0171 5556677', 'DE', '+491715556677'],
    ['Fax 089 5550199, Tel. 089 5550123', 'DE', '+49895550123'],
  ] as const)('%s in %s is one number', (typed, country, e164) => {
    expect(dialledNumbers(typed, country).map((one) => one.e164)).toEqual([e164]);
  });
});

describe('no number is', () => {
  test.each([
    '01.12.2026',
    '1.12.',
    '2026-12-01T08:00:00Z',
    '01/12/2026',
    'DE89 3704 0044 0532 0130 00',
    '192.168.10.21',
    '1.500,00 €',
    '17:30 Uhr',
    'zwischen 8 und 17 Uhr',
    '00000',
    'xxx',
  ])('%s', (typed) => {
    expect(looksLikePhone(typed)).toBe(false);
    expect(phoneE164(typed, 'DE')).toBeUndefined();
  });

  test.each(['0171 5556677, 01.12.2026', '0171 5556677 01.12.2026', '01.12.2026 0171 5556677'])(
    'the date in %s',
    (typed) => {
      expect(dialledNumbers(typed, 'DE').map(({ e164 }) => e164)).toEqual(['+491715556677']);
    },
  );
});

describe('any number of the three countries', () => {
  const number = fc.constantFrom(...countries).chain((country) => {
    const example = examples[country] ?? '';
    return fc
      .stringMatching(/^\d{6}$/)
      .map((end) => parsePhoneNumberFromString(`${example.slice(0, -6)}${end}`, country))
      .filter((parsed) => parsed?.isValid() === true)
      .map((parsed) => ({ country, parsed }));
  });
  const around = fc.constantFrom(
    ['', ''],
    ['Tel.: ', ''],
    ['', ' (ab 17 Uhr)'],
    ['mobil ', ', bitte abends'],
    ['', ', 01.12.2026'],
  );
  const separator = fc.constantFrom('', ' ', '-', '/', '.', ' / ', '\u00a0', '‑');

  test('is found in every spelling', () => {
    fc.assert(
      fc.property(
        number,
        around,
        separator,
        fc.boolean(),
        ({ country, parsed }, [before, behind], by, abroad) => {
          if (!parsed) throw new Error('not filtered');
          const national = parsed.formatNational().split(/\D+/).join(by);
          const spelled = abroad
            ? parsed
                .formatInternational()
                .split(/\s+/)
                .join(by === '/' || by === '.' ? ' ' : by)
            : national;
          const company = aCompany({ country });
          expect(phoneE164(`${before}${spelled}${behind}`, company.country)).toBe(parsed.number);
        },
      ),
    );
  });
});

describe('a number in the message of somebody who gave an address', () => {
  const phoneOf = (message: string, fields: object = {}) =>
    read(json({ email: 'k@kunde.example', message, ...fields })).contact.phone;

  test.each([
    ['Rohrbruch im Keller! Sie erreichen mich unter 0151 30000137.', '0151 30000137'],
    ['Neues Bad.\nTel. 08142/55501', '08142/55501'],
    ['Bitte rufen Sie an: +49 (0)171 5550101', '+49 (0)171 5550101'],
    ['Neues Bad.\n0171 5550101', '0171 5550101'],
    ['Meine Frau erreichen Sie unter 0172 5550102 oder mich unter 0171 5550101', '0171 5550101'],
    ['Sie erreichen mich unter 0171 5550101. Der Vermieter hat 0172 5550102.', '0171 5550101'],
    ['Der Vermieter hat 0172 5550102. Sie erreichen mich unter 0171 5550101.', '0171 5550101'],
    ['Rückruf bitte (0171 5550101)', '0171 5550101'],
    [`${'Wir hätten gern ein neues Bad. '.repeat(40)}Meine Nummer: 0171 5550101`, '0171 5550101'],
  ])('is his: %j', (message, phone) => expect(phoneOf(message)).toBe(phone));

  test('is not, where a field has one', () => {
    expect(phoneOf('Vormittags 08142 55501', { phone: '0171 5550101' })).toBe('0171 5550101');
  });

  test.each([
    'Neues Bad, 7 qm, 20.000 €, bis 15.04.2027',
    'Meine Kundennummer ist 0151 30000137.',
    'IBAN DE89 3704 0044 0532 0130 00',
    'Unser Fax: 089 5550147',
    'Können Sie mir wie Firma Schmidt (0800 1112222) ein Angebot machen?',
    'Bei meiner Mutter (Seestr. 4, Tel 08151 778899) ist das Bad alt',
    'Ihre Nummer 030 1234567 war besetzt',
    'Der Hausmeister ist unter 0171 5556677 erreichbar.',
  ])('is none in other numbers, and in those of others: %j', (message) => {
    expect(phoneOf(message)).toBeUndefined();
  });
});
