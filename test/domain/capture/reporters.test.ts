import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

describe('who reports for a tenant is the contact, and the number of the tenant is kept', () => {
  const tenants = '0171 2222222';
  test.each([
    [
      { Melder: 'Max Blum', 'Telefon Melder': '0171 1111111', 'Telefon Mieter': tenants },
      { name: 'Max Blum', phone: '0171 1111111' },
    ],
    [
      { 'Name Mieter': 'Ott', 'Telefon Mieter': tenants, 'Name Melder': 'Max Blum', Telefon: '0171 1111111' },
      { name: 'Max Blum', phone: '0171 1111111' },
    ],
    [
      {
        Verwalter: 'Hausverwaltung Nord GmbH',
        'E-Mail Verwalter': 'v@nord.example',
        'Telefon Mieter': tenants,
      },
      { name: 'Hausverwaltung Nord GmbH', email: 'v@nord.example' },
    ],
    [{ 'Telefon Mieter': tenants, 'Telefon Verwalter': '089 3333333' }, { phone: '089 3333333' }],
    [
      { Name: 'Max Blum', 'E-Mail': 'max@blum.example', 'Handy des Mieters': tenants },
      { name: 'Max Blum', email: 'max@blum.example' },
    ],
  ])('%j', (answers, contact) => {
    const { contact: read_, request } = read(json({ ...answers, Meldung: 'Heizkörper tropft' }));
    expect(read_).toMatchObject(contact);
    expect(read_.phone).not.toBe(tenants);
    expect(request.extra.map(({ value }) => value)).toContain(tenants);
    expect(request.message).toBe('Heizkörper tropft');
  });

  test('the tenant is called where nobody else can be', () => {
    const { contact } = read(json({ Name: 'Max Blum', 'Telefon Mieter': tenants, Meldung: 'Hahn tropft' }));
    expect(contact.phone).toBe(tenants);
  });
});

describe('a number of something else rings nowhere', () => {
  const email = 'max@blum.example';
  test.each([
    { Aktenzeichen: '0891234567' },
    { Kundennummer: '01711234567' },
    { Vorgang: '089 1234567' },
    { 'Az.': '089/1234567' },
    { 'Unser Zeichen': '08912345678' },
    { 'Schaden-Nr.': '0171 1234567' },
    { Policennummer: '0891234567' },
    { IBAN: '0049 171 1234567' },
    { PLZ: '0171 1234567' },
  ])('%j', (answers) => {
    const { contact, request } = read(json({ email, message: 'Hahn tropft', ...answers }));
    expect(contact.phone).toBeUndefined();
    expect([...request.extra.map(({ value }) => value), contact.postcode]).toContain(
      Object.values(answers)[0],
    );
  });

  test.each([
    'Aktenzeichen 0891234567, Rückruf 0171 7654321',
    'Vorgang 0891234567. Tel 0171 7654321',
    'Az: 089 1234567 Rückruf 0171 7654321',
    'Unser Zeichen lautet 0891234567, Telefon 0171 7654321',
    'Kundennummer: 01711234567\nMeine Nummer: 0171 7654321',
  ])('within a message too: %s', (message) => {
    expect(read(json({ message })).contact.phone).toBe('0171 7654321');
  });
});

describe('a name beside the mail address is the name', () => {
  test.each([
    'Max Blum <max@blum.example>',
    '"Max Blum" <max@blum.example>',
    'Blum, Max <max@blum.example>',
    'max@blum.example (Max Blum)',
    'Max Blum max@blum.example',
  ])('%s', (typed) => {
    expect(read(json({ 'E-Mail': typed, message: 'Bad neu' })).contact).toMatchObject({
      name: 'Max Blum',
      email: 'max@blum.example',
    });
  });

  test('a name in its own field is stronger', () => {
    const typed = { Name: 'Eva Ott', 'E-Mail': 'Max Blum <max@blum.example>', message: 'Bad neu' };
    expect(read(json(typed)).contact).toMatchObject({ name: 'Eva Ott', email: 'max@blum.example' });
  });

  test.each(['info@blum.example <info@blum.example>', 'bitte nur an max@blum.example', 'max@blum.example'])(
    'what is no name stays none: %s',
    (typed) => {
      expect(read(json({ 'E-Mail': typed, message: 'Bad neu' })).contact.name).toBeUndefined();
    },
  );
});
