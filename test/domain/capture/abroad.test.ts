/** Customers across the border: where they live, and how their numbers are dialled. */
import { describe, expect, test } from 'vitest';
import { phoneOfPlace } from '../../../domain/capture/abroad.ts';
import { withPlaceIn } from '../../../domain/capture/place-in-message.ts';
import { readFacts } from '../../../domain/inbound/facts.ts';
import { readAnswer } from '../../../domain/listening/read-answer.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';

describe('a place abroad keeps its postcode and its town', () => {
  test.each([
    ['DE', 'Adresse: Mariahilfer Straße 88a/2/14, 1070 Wien. Im Jänner wär super', '1070', 'Wien'],
    ['DE', 'Mir wohned a de Bahnhofstrasse 12, 8001 Zürich', '8001', 'Zürich'],
    ['DE', 'Dorfstraße 4\n6900 Bregenz', '6900', 'Bregenz'],
    ['DE', 'Wir wohnen in 5020 Salzburg und brauchen ein Bad', '5020', 'Salzburg'],
    ['DE', 'Dorfstr. 4, 4780 Suben', '4780', 'Suben'],
    ['AT', 'Lindenweg 7, 80331 München', '80331', 'München'],
    ['CH', 'Lindenweg 7, 80331 München', '80331', 'München'],
    ['AT', 'Bahnhofstrasse 12, 8001 Zürich', '8001', 'Zürich'],
  ] as const)('%s: %s', (country, text, postcode, city) => {
    expect(readFacts(text, aCompany({ country }))).toMatchObject({ postcode, city });
  });

  test.each([
    'Lindenweg 7, 2500 Euro',
    'Lindenweg 7, 2500 Liter Tank',
    'Hauptstr. 5, 1990 Umbau',
    'Hauptstr. 5, 2015 Renoviert',
    'Ein Haus von 1970, Heizung im Keller',
    'Am 1070. Tag',
  ])('"%s" names none', (text) => {
    expect(readFacts(text, aCompany())).not.toHaveProperty('postcode');
  });
});

describe('a number in national form', () => {
  test.each([
    ['079 123 45 67', { postcode: '8001', city: 'Zürich' }, 'DE', '+41791234567'],
    ['0660 1234567', { postcode: '1070', city: 'Wien' }, 'DE', '+436601234567'],
    ['01 5123456', { postcode: '1070', city: 'Wien' }, 'DE', '+4315123456'],
    ['0664 1234567', { postcode: '4780', city: 'Suben' }, 'DE', '+436641234567'],
    ['0171 5550101', { postcode: '80331', city: 'München' }, 'AT', '+491715550101'],
    ['089 5550101', { postcode: '80331', city: 'München' }, 'CH', '+49895550101'],
    // A network here, wherever he lives.
    ['0171 5550101', { postcode: '1070', city: 'Wien' }, 'DE', '+491715550101'],
    ['0664 1234567', { postcode: '80331', city: 'München' }, 'AT', '+436641234567'],
    // With its country it is that one.
    ['+49 89 5550101', { postcode: '8001', city: 'Zürich' }, 'DE', '+49895550101'],
    // At home, or nobody knows where.
    ['089 5550101', { postcode: '80331', city: 'München' }, 'DE', '+49895550101'],
    ['0791 23456', {}, 'DE', '+4979123456'],
  ] as const)('%s of %j in %s', (number, place, home, dialled) => {
    expect(phoneOfPlace(number, place, home)).toBe(dialled);
  });

  test('is dialled from where the message says that he lives', () => {
    const { language, name } = aLead().contact;
    const contact = { language, name, phone: '0660 7654321', phoneE164: '+496607654321' };
    const message = 'Neues Bad bei mir in der Neubaugasse 3, 1070 Wien, Tel 0660 7654321';
    expect(withPlaceIn(message, contact, aCompany())).toMatchObject({
      postcode: '1070',
      city: 'Wien',
      phoneE164: '+436607654321',
    });
    const chosen = { ...contact, phoneE164: '+41446607654' };
    expect(withPlaceIn(message, chosen, aCompany()).phoneE164).toBe('+41446607654');
  });

  test('is dialled from where the answer says that he lives, or the request did', () => {
    const answer = (text: string) => ({ text, ownWords: text });
    const lead = aLead();
    const says = 'Mini Nummere isch 079 123 45 67, Bahnhofstrasse 12, 8001 Zürich';
    expect(readAnswer(answer(says), lead, aCompany())).toMatchObject({
      phones: [{ phone: '079 123 45 67', phoneE164: '+41791234567' }],
    });
    const swiss = { ...lead, contact: { ...lead.contact, postcode: '8001', city: 'Zürich' } };
    expect(readAnswer(answer('Neue Nummer: 079 123 45 67'), swiss, aCompany())).toMatchObject({
      phones: [{ phoneE164: '+41791234567' }],
    });
  });
});
