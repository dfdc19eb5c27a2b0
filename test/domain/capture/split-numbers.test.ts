import { describe, expect, test } from 'vitest';
import { phoneE164 } from '../../../domain/capture/contact-data.ts';
import { json, read } from './a-form.ts';

describe('a mobile number that lost its zero in a table', () => {
  test.each([
    ['1717654321', 'DE', '+491717654321'],
    ['1717654321.0', 'DE', '+491717654321'],
    ['171 7654321', 'DE', '+491717654321'],
    ['15112345678', 'DE', '+4915112345678'],
    ['6641234567', 'AT', '+436641234567'],
    ['791234567', 'CH', '+41791234567'],
  ] as const)('%s in %s is %s', (typed, country, e164) => {
    expect(phoneE164(typed, country)).toBe(e164);
  });

  test('comes as a number too', () => {
    expect(read(json({ phone: 1717654321 })).contact.phoneE164).toBe('+491717654321');
  });

  test.each(['7654321', '891234567', '1817654321', '17176543', '171765432100', 'Auftrag 1717654321'])(
    '%s is none',
    (typed) => {
      expect(phoneE164(typed, 'DE')).toBeUndefined();
    },
  );

  test.each([{ Kundennummer: '1717654321' }, { message: 'Rechnung 1717654321 vom Mai' }])(
    'is not looked for elsewhere: %j',
    (body) => {
      expect(read(json({ email: 'ines@kunde.test', ...body })).contact.phone).toBeUndefined();
    },
  );
});

describe('codes in fields of their own belong to the number', () => {
  test.each([
    [{ Vorwahl: '0171', Telefon: '7654321' }, '+491717654321'],
    [{ Vorwahl: '089', Rufnummer: '5550123' }, '+49895550123'],
    [{ area_code: '171', phone_number: '7654321' }, '+491717654321'],
    [{ country_code: '+49', phone_number: '1717654321' }, '+491717654321'],
    [{ country_code: '43', phone_number: '6641234567' }, '+436641234567'],
    [{ countryCode: '0041', phone: '079 123 45 67' }, '+41791234567'],
    [{ country_code: '+49', area_code: '089', phone_number: '5550123' }, '+49895550123'],
    [{ Vorwahl: '+43', Telefon: '664 1234567' }, '+436641234567'],
  ])('%j', (body, e164) => {
    const { contact, request } = read(json(body));
    expect(contact.phoneE164).toBe(e164);
    expect(request.extra).toEqual([]);
  });

  test.each([
    [{ Vorwahl: '089', Telefon: '0171 7654321' }, '+491717654321'],
    [{ country_code: 'DE', phone: '0171 7654321' }, '+491717654321'],
    [{ Vorwahl: '089', Telefon: '+49 171 7654321' }, '+491717654321'],
    [{ Vorwahl: 'keine', Telefon: '0171 7654321' }, '+491717654321'],
  ])('a number that is whole stays: %j', (body, e164) => {
    expect(read(json(body)).contact.phoneE164).toBe(e164);
  });
});
