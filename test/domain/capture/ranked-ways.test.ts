import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, json } from './a-form.ts';

const mobile = '0171 5550123';
const work = '089 5550777';
const faxNumber = '089 5550778';
const email = 'lena@kunde.example';
const other = 'alt@kunde.example';

function kept(body: object) {
  const read = recognise(json({ name: 'Lena Vogt', message: 'Bad neu', ...body }), {
    ...context,
    refusesNothing: true,
    searchesText: true,
  });
  if ('errors' in read) throw new Error('refused');
  return read.submission;
}

describe('of several numbers the one is called that rings at the customer, and the others are kept', () => {
  test.each<[string, object, string]>([
    [
      'a fax before',
      {
        phones: [
          { type: 'fax', number: faxNumber },
          { type: 'mobile', number: mobile },
        ],
      },
      faxNumber,
    ],
    [
      'a fax at work, though it is the main one',
      {
        phones: [
          { type: 'work_fax', value: faxNumber, primary: true },
          { type: 'home', value: mobile },
        ],
      },
      faxNumber,
    ],
    [
      'a fax by its label',
      {
        phone_numbers: [
          { label: 'Fax', phone_number: faxNumber },
          { label: 'Mobil', phone_number: mobile },
        ],
      },
      faxNumber,
    ],
    [
      'a fax in German',
      {
        telefonnummern: [
          { art: 'Fax', nummer: faxNumber },
          { art: 'Mobil', nummer: mobile },
        ],
      },
      faxNumber,
    ],
    ['a fax in a group', { contact: { phones: { fax: faxNumber, mobile } } }, faxNumber],
    [
      'the landline of an office',
      {
        phones: [
          { type: 'work', number: work },
          { type: 'mobile', number: mobile },
        ],
      },
      work,
    ],
    ['the office by name', { phone: { work, mobile } }, work],
    ['the office by label', { 'Telefon geschäftlich': work, Mobil: mobile }, work],
    ['one that is not the main one', { phones: [{ number: work }, { number: mobile, primary: true }] }, work],
    [
      'one whose label hides that',
      {
        phone: [
          { label: 'work', value: work, primary: false },
          { label: 'mobile', value: mobile, primary: true },
        ],
      },
      work,
    ],
    ['one that is invalid', { phones: [{ number: work, invalid: true }, { number: mobile }] }, work],
    [
      'one that is not valid',
      {
        phones: [
          { number: work, valid: false },
          { number: mobile, valid: true },
        ],
      },
      work,
    ],
    [
      'one that is disconnected',
      {
        phones: [
          { number: work, status: 'disconnected' },
          { number: mobile, status: 'ok' },
        ],
      },
      work,
    ],
  ])('%s', (_, ways, left) => {
    const { contact, request } = kept(ways);
    expect(contact.phone).toBe(mobile);
    expect(request.extra.map(({ value }) => value)).toContain(left);
  });

  test('the main one at work is called before another mobile', () => {
    const phones = [
      { type: 'mobile', number: mobile, primary: false },
      { type: 'work', number: work, primary: true },
    ];
    expect(kept({ phones }).contact.phone).toBe(work);
  });

  test('the number of the contract is called before one beside it', () => {
    expect(kept({ phone: work, mobile }).contact.phone).toBe(work);
  });

  test('a fax alone is nobody’s telephone', () => {
    expect(kept({ phones: [{ type: 'fax', number: faxNumber }] }).contact.phone).toBeUndefined();
  });
});

describe('of several addresses the one is written to where he reads, and the others are kept', () => {
  test.each<[string, object]>([
    [
      'one for invoices',
      {
        emails: [
          { type: 'billing', email: other },
          { type: 'personal', email },
        ],
      },
    ],
    [
      'one for invoices in German',
      {
        emails: [
          { label: 'Rechnung', email: other },
          { label: 'Privat', email },
        ],
      },
    ],
    ['one for invoices in a group', { emails: { billing: other, private: email } }],
    ['one that mails come back from', { emails: [{ email: other, bounced: true }, { email }] }],
    [
      'one with such a status',
      {
        emails: [
          { email: other, status: 'bounced' },
          { email, status: 'valid' },
        ],
      },
    ],
    [
      'one that is not valid',
      {
        emails: [
          { email: other, is_valid: false },
          { email, is_valid: true },
        ],
      },
    ],
    [
      'one that nothing arrives at',
      { emails: [{ address: other, deliverabilityStatus: 'undeliverable' }, { address: email }] },
    ],
    [
      'one that is not the main one',
      {
        emails: [
          { address: other, primary: false },
          { address: email, primary: true },
        ],
      },
    ],
    [
      'one that is not the main one, deeper',
      {
        emailAddresses: [
          { value: other, metadata: { primary: false } },
          { value: email, metadata: { primary: true } },
        ],
      },
    ],
  ])('%s', (_, ways) => {
    const { contact, request } = kept(ways);
    expect(contact.email).toBe(email);
    expect(request.extra.map(({ value }) => value)).toContain(other);
  });

  test('where mails come back nobody is written to who can be called', () => {
    const { contact } = kept({ emails: [{ email: other, bounced: true }], phone: mobile });
    expect([contact.email, contact.phone]).toEqual([undefined, mobile]);
  });

  test('but it is tried if there is nothing else', () => {
    expect(kept({ emails: [{ email: other, bounced: true }] }).contact.email).toBe(other);
  });
});

test.each<[string, object]>([
  [
    'its kind',
    {
      addresses: [
        { type: 'billing', street: 'Rechnungsweg 1', zip: '10115', city: 'Berlin' },
        { type: 'service', street: 'Am Bach 3', zip: '85354', city: 'Freising' },
      ],
    },
  ],
  [
    'its name',
    {
      billing_address: { street: 'Rechnungsweg 1', zip: '10115', city: 'Berlin' },
      address: { street: 'Am Bach 3', zip: '85354', city: 'Freising' },
    },
  ],
  [
    'a German name',
    {
      rechnungsadresse: { strasse: 'Rechnungsweg 1', plz: '10115', ort: 'Berlin' },
      einsatzort: { strasse: 'Am Bach 3', plz: '85354', ort: 'Freising' },
    },
  ],
  [
    'that another is the main one',
    {
      addresses: [
        { street: 'Altweg 1', zip: '10115', city: 'Berlin' },
        { street: 'Am Bach 3', zip: '85354', city: 'Freising', primary: true },
      ],
    },
  ],
])('an address for invoices is not where the work is, by %s', (_, ways) => {
  expect(kept({ phone: mobile, ...ways }).contact).toMatchObject({
    address: 'Am Bach 3',
    postcode: '85354',
    city: 'Freising',
  });
});
