import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const number = (body: object) => read(json({ name: 'Resi Moser', ...body })).contact.phoneE164;

describe('a number belongs to the country that the form names', () => {
  test.each<[string, object]>([
    ['+436641234567', { country: 'AT', phone: '0664 1234567' }],
    ['+436641234567', { Land: 'Österreich', PLZ: '5020', Telefon: '0664 1234567' }],
    ['+436641234567', { phone: { number: '0664 1234567', country: 'AT' } }],
    ['+436641234571', { phone: { country_code: '43', number: '6641234571' } }],
    ['+41794443322', { Land: 'Schweiz', Telefon: '079 444 33 22' }],
    ['+41446681800', { phone: '044 668 18 00', address: { street: 'Seeweg 3', country: 'Switzerland' } }],
    ['+491715550643', { Country: 'Germany', Phone: '0171 5550643' }],
    ['+33612345678', { Pays: 'France', Téléphone: '06 12 34 56 78' }],
  ])('%s: %j', (e164, body) => {
    expect(number(body)).toBe(e164);
  });

  test.each([
    ['4366412345678', '+4366412345678'],
    ['41791234567', '+41791234567'],
    ['491715550643', '+491715550643'],
  ])('or that its digits begin with: %s', (phone, e164) => {
    expect(number({ phone })).toBe(e164);
  });

  test.each<[string, object]>([
    ['+491715550643', { Land: 'Österreich', Telefon: '+49 171 5550643' }],
    ['+491715550643', { phone: '0171 5550643', country: 'US' }],
    ['+491715550643', { phone: '0171 5550643', Land: 'Bayern' }],
    ['+491715550643', { phone: { number: '+49 171 5550643', country: 'AT' } }],
    ['+491715550643', { phone: '0171 5550643', 'Das Haus steht auf dem Land': 'AT' }],
  ])('unless it says otherwise: %s, %j', (e164, body) => {
    expect(number(body)).toBe(e164);
  });

  test.each(['4312345', '417912', '43664123'])('not by two digits alone: %s', (phone) => {
    expect(number({ phone })).toBeUndefined();
  });
});
