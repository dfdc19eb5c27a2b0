import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, json } from './a-form.ts';

/** What is read where nobody can be asked again. */
function kept(body: object) {
  const read = recognise(json(body), { ...context, refusesNothing: true, searchesText: true });
  if ('errors' in read) throw new Error('refused');
  return read.submission;
}

describe('ways to reach somebody that are listed as objects', () => {
  const email = 'nora@nest.example';
  const phone = '0171 9991133';

  test.each([
    ['beside a number', { phone, emails: [{ address: email }] }],
    ['with their kind', { phone, emails: [{ email, type: 'home', primary: true, id: 'e1' }] }],
    ['as values', { phone, emailAddresses: [{ value: email }] }],
    ['with a long name', { phone, email_addresses: [{ email_address: email }] }],
    ['in German', { phone, kontakt: { mail: { adresse: email } } }],
    ['as one object', { phone, email: { address: email } }],
    [
      'each with its list',
      { contact: { emails: [{ address: email }], phones: [{ number: phone, tag: 'MOBILE' }] } },
    ],
    [
      'by kind',
      {
        contacts: [
          { type: 'email', address: email },
          { type: 'phone', number: phone },
        ],
      },
    ],
  ])('%s', (_, ways) => {
    const { contact, request } = kept({ name: 'Nora', ...ways, message: 'Bad' });
    expect(contact).toMatchObject({ name: 'Nora', email, phone });
    expect(contact.address).toBeUndefined();
    expect(JSON.stringify(request.extra)).not.toContain('nora@');
  });

  test('take no street away, and the second of them stays', () => {
    const { contact, request } = kept({
      customer: { contact: { emails: [{ address: email }, { address: 'n@zwei.example' }] } },
      address: { street: 'Am Bach', houseNumber: '3' },
    });
    expect(contact).toMatchObject({ email, address: 'Am Bach 3' });
    expect(request.extra.map(({ value }) => value)).toEqual(['n@zwei.example']);
  });

  test.each([
    ['address', { address: email }],
    ['Adresse', { Adresse: email }],
    ['a street', { adresse: { strasse: email, ort: 'Freising' } }],
    ['a place', { ort: email }],
  ])('a mail address is no street, though it stands in %s', (_, place) => {
    const { contact } = kept({ name: 'Nora', ...place, message: 'Bad' });
    expect(contact.email).toBe(email);
    expect([contact.address, contact.city]).not.toContain(email);
  });

  test('a list of streets is one of streets', () => {
    const { contact } = kept({
      name: 'Nora',
      phone,
      addresses: [{ tag: 'HOME', street: 'Am Bach 3', zip: '85354', city: 'Freising' }],
      message: 'Bad',
    });
    expect(contact).toMatchObject({ address: 'Am Bach 3', postcode: '85354', city: 'Freising' });
  });

  test.each(['to', 'cc', 'recipients'])('whom it went to (%s) is not who asks', (name) => {
    const { contact } = kept({ name: 'Nora', phone, [name]: [{ address: email }], message: 'Bad' });
    expect(contact.email).toBeUndefined();
  });
});

describe('the number of a messenger has its country in front, and no plus', () => {
  const text = 'Bad neu im Obergeschoss';
  test.each([
    ['wa_id', { profile: { name: 'Wa' }, wa_id: '491719991142', text: { body: text } }],
    ['wa_id of another country', { name: 'Wa', wa_id: '33612345678', text }],
    ['from', { name: 'Wa', from: '491719991142', text }],
    ['from, as the number of a messenger', { name: 'Wa', from: 'whatsapp:491719991142', text }],
    ['sender', { name: 'Wa', sender: '436641234567', text }],
    ['the id of a sender', { sender: { id: '491719991142', name: 'Wa' }, message: { text } }],
    ['caller', { name: 'Wa', caller: '41791234567', text }],
    ['msisdn', { name: 'Wa', msisdn: '491719991142', text }],
    ['an id of a chat', { chatId: '491719991142@c.us', senderName: 'Wa', text }],
    [
      'a key',
      { key: { remoteJid: '491719991142@s.whatsapp.net' }, pushName: 'Wa', message: { conversation: text } },
    ],
  ])('under %s', (_, body) => {
    const { contact, request } = kept(body);
    expect(contact.name).toBe('Wa');
    expect(contact.email).toBeUndefined();
    expect(contact.phoneE164).toMatch(/^\+(?:491719991142|33612345678|436641234567|41791234567)$/);
    expect(request.message).toBe(text);
  });

  test.each([
    ['a moment', { from: '1700000000' }],
    ['a day', { from: '2026-12-01' }],
    ['a page', { from: 'website' }],
    ['a person', { sender: 'Paul Reiter' }],
    ['whom it was written to', { to: '491719991142' }],
    ['the id of an account', { account_id: '491719991142' }],
    ['the chat of the business', { to: '491719991142@c.us' }],
  ])('but %s is none', (_, more) => {
    const { contact } = kept({ name: 'Wa', phone: '0171 2345678', ...more, message: text });
    expect(contact.phoneE164).toBe('+491712345678');
    expect(kept({ name: 'Wa', ...more, message: text }).contact.phone).toBeUndefined();
  });
});
