import { describe, expect, test } from 'vitest';
import { company, json, read } from './a-form.ts';

const own = company.phone;
const digits = own.replace(/\D/g, '').replace(/^0(?!0)/, '49');
const customer = '+4917612312346';

const whatsapp = (ours: string, waId: unknown = '4917612312346') => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: ours, phone_number_id: '10660' },
  contacts: [{ profile: { name: 'Chidi Obi' }, wa_id: waId }],
  messages: [
    {
      from: '4917612312346',
      id: 'wamid.9',
      timestamp: '1764061200',
      type: 'text',
      text: { body: 'Guten Tag, Dusche neu bitte' },
    },
  ],
});

describe('a number of the business is not the customer’s', () => {
  test.each<[string, unknown]>([
    ['in a list', [whatsapp(own)]],
    [
      'in an event',
      {
        object: 'whatsapp_business_account',
        entry: [{ id: '7', changes: [{ field: 'messages', value: whatsapp(digits) }] }],
      },
    ],
    ['by the sender alone', whatsapp(own, undefined)],
  ])('if he writes by a messenger, %s', (_, body) => {
    const { contact, request } = read(json(body));
    expect(contact).toMatchObject({ name: 'Chidi Obi', phoneE164: customer });
    expect(request.message).toBe('Guten Tag, Dusche neu bitte');
  });

  test.each<[string, Record<string, string>]>([
    ['beside an address', { phone: own, email: 'ferdl@loibl.example' }],
    ['as digits', { Telefon: digits, 'E-Mail': 'ferdl@loibl.example' }],
    ['of the site', { phone_number: own, email: 'ferdl@loibl.example', message: 'Bitte um ein Angebot' }],
  ])('if he can be reached otherwise: %s', (_, body) => {
    const { contact } = read(json({ name: 'Ferdl Loibl', ...body }));
    expect(contact.email).toBe('ferdl@loibl.example');
    expect(contact.phone).toBeUndefined();
  });

  test('nor where a field without a name holds another', () => {
    const { contact } = read(json({ name: 'Ferdl Loibl', phone: own, 'text-11': '0171 5550642' }));
    expect(contact.phone).toBe('0171 5550642');
  });

  test('but stays where there is no other way', () => {
    expect(read(json({ name: 'Ferdl Loibl', phone: own })).contact.phone).toBe(own);
  });
});
