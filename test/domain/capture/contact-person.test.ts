import { describe, expect, test } from 'vitest';
import { company, json, read } from './a-form.ts';

const name = (body: object) => read(json({ phone: '0171 5550645', ...body })).contact.name;

describe('a person who is named comes before the firm', () => {
  test.each<[object, string]>([
    [{ company: 'Beck Hoch', contact_person: 'Urs Beck' }, 'Urs Beck'],
    [{ company: 'Roe Ltd', 'Contact person': 'Ms Jane Roe' }, 'Ms Jane Roe'],
    [{ Firma: 'Müller Immobilien', contactPerson: 'T. Albers' }, 'T. Albers'],
    [{ Société: 'Dupuis SA', 'Personne de contact': 'Luc Dupuis' }, 'Luc Dupuis'],
    [{ Azienda: 'Rossi Srl', 'Persona di contatto': 'Ada Rossi' }, 'Ada Rossi'],
  ])('%j', (body, person) => {
    const { contact, request } = read(json({ phone: '0171 5550645', ...body }));
    expect(contact.name).toBe(person);
    expect(request.extra).toHaveLength(1);
  });

  test.each([
    'Name of Contact',
    'Name of contact person',
    'Wie dürfen wir dich nennen?',
    'Wie sollen wir Sie nennen?',
    'What should we call you?',
    'caller_name',
    'from_name',
  ])('whatever the form calls him: %s', (label) => {
    expect(name({ [label]: 'Vroni Ametsbichler' })).toBe('Vroni Ametsbichler');
  });

  test('the firm alone stands for him', () => {
    expect(name({ company: 'Beck Hoch', contact_person: '-' })).toBe('Beck Hoch');
  });

  test.each(['WordPress', company.name, 'wordpress@site'])('a program that sends has no name: %s', (from) => {
    expect(name({ from_name: from })).toBeUndefined();
    expect(name({ from_name: from, name: 'Vroni Ametsbichler' })).toBe('Vroni Ametsbichler');
  });

  test('whom the form names comes before who sent the mail of it', () => {
    expect(name({ from_name: 'Web Formular', Name: 'Vroni Ametsbichler' })).toBe('Vroni Ametsbichler');
  });
});
