import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

describe('names that forms give their fields', () => {
  test.each([
    'email',
    'E-Mail',
    'e-mail',
    'EMAIL',
    'Email *',
    'E-Mail-Adresse',
    'Ihre E-Mail-Adresse (Pflichtfeld)',
    'your-email',
    'emailAddress',
    'mail',
    'email-1',
    'Wie lautet Ihre E-Mail-Adresse?',
  ])('%s is the mail address', (name) => {
    expect(read(json({ [name]: email }))).toMatchObject({ contact: { email }, request: { extra: [] } });
  });

  test.each([
    'phone',
    'Telefon',
    'Telefonnummer',
    'Tel.',
    'Handy',
    'Mobil',
    'Rückrufnummer',
    'Rueckruf unter',
    'your-phone',
    'tel',
    'phone_number',
    'phone-1',
    'Unter welcher Telefonnummer erreichen wir Sie?',
  ])('%s is the phone number', (name) => {
    const submission = read(json({ [name]: '089 1234560' }));
    expect(submission).toMatchObject({
      contact: { phone: '089 1234560', phoneE164: '+49891234560' },
      request: { extra: [] },
    });
  });

  test.each([
    'message',
    'Nachricht',
    'Ihre Nachricht',
    'Anliegen',
    'Kommentar',
    'your-message',
    'Mitteilung',
    'textarea-1',
    'Bitte beschreiben Sie Ihr Anliegen',
  ])('%s is the message', (name) => {
    expect(read(json({ email, [name]: 'Guten Tag' }))).toMatchObject({
      request: { message: 'Guten Tag', extra: [] },
    });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ Name: 'Erika Muster' }, 'Erika Muster'],
    [{ 'your-name': 'Erika Muster' }, 'Erika Muster'],
    [{ 'Vor- und Nachname': 'Erika Muster' }, 'Erika Muster'],
    [{ Vorname: 'Erika', Nachname: 'Muster' }, 'Erika Muster'],
    [{ Name: 'Muster', Vorname: 'Erika' }, 'Erika Muster'],
    [{ first: 'Erika', last: 'Muster' }, 'Erika Muster'],
    [{ names: { first_name: 'Erika', last_name: 'Muster' } }, 'Erika Muster'],
    [{ firstName: 'Erika' }, 'Erika'],
    [{ 'Wie heißen Sie?': 'Erika' }, 'Erika'],
    [{ Firma: 'Muster GmbH' }, 'Muster GmbH'],
  ])('%j gives the name %s', (names, name) => {
    expect(read(json({ email, ...names })).contact.name).toBe(name);
  });

  test('a company beside a person is kept as text', () => {
    const { contact, request } = read(json({ email, Name: 'Erika Muster', Firma: 'Muster GmbH' }));
    expect(contact.name).toBe('Erika Muster');
    expect(request.extra).toEqual([{ name: 'Firma', value: 'Muster GmbH' }]);
  });

  test('address, what is planned, when and for how much', () => {
    const { contact, request } = read(
      json({
        email,
        Straße: 'Lindenweg',
        Hausnummer: '7',
        PLZ: '80331',
        Ort: 'München',
        Vorhaben: 'Bad',
        Zeitraum: 'Frühjahr',
        Budget: '20.000 €',
      }),
    );
    expect(contact).toMatchObject({ address: 'Lindenweg 7', postcode: '80331', city: 'München' });
    expect(request).toMatchObject({ installation: 'Bad', timeframe: 'Frühjahr', budget: '20.000 €' });
  });

  test('the subject stands before the message, once', () => {
    const withSubject = (message: string) =>
      read(json({ email, Betreff: 'Bad', Nachricht: message })).request.message;
    expect(withSubject('Dusche statt Wanne')).toBe('Bad\n\nDusche statt Wanne');
    expect(withSubject('Bad')).toBe('Bad');
  });

  test('a question that only speaks of mail is text, not an address', () => {
    const { contact, request } = read(
      json({ phone: '089 1234560', 'Dürfen wir Ihnen eine E-Mail schicken?': 'Ja' }),
    );
    expect(contact.email).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Dürfen wir Ihnen eine E-Mail schicken?', value: 'Ja' }]);
  });

  test('"Rückruf: ja" is no phone number', () => {
    const { contact, request } = read(json({ email, Rückruf: 'ja' }));
    expect(contact.phone).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Rückruf', value: 'ja' }]);
  });

  test('the name of the form is not the name of the customer', () => {
    expect(read(json({ email, form_name: 'Kontakt' })).contact.name).toBeUndefined();
  });
});
