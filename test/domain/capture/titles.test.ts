import { expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const name = (body: object) => read(json({ phone: '0171 5550647', ...body })).contact.name;

test.each([
  ['Frau Dr.', 'Frau Dr. Weber'],
  ['Herr Prof. Dr.', 'Herr Prof. Dr. Weber'],
  ['Hr. Dipl.-Ing.', 'Herr Dipl.-Ing. Weber'],
  ['Frau', 'Frau Weber'],
  ['Mr', 'Herr Weber'],
  ['Mrs', 'Frau Weber'],
  ['Ms.', 'Frau Weber'],
  ['Monsieur', 'Herr Weber'],
  ['Madame', 'Frau Weber'],
  ['Signora', 'Frau Weber'],
])('in a German letter "%s" before a family name is %s', (salutation, whole) => {
  expect(name({ Anrede: salutation, Nachname: 'Weber' })).toBe(whole);
});

test.each([
  [{ language: 'en', salutation: 'Mrs', lastname: 'Weber' }, 'Mrs Weber'],
  [{ Anrede: 'Frau Dr.', Vorname: 'Inge', Nachname: 'Weber' }, 'Dr. Inge Weber'],
  [{ Anrede: 'divers', Nachname: 'Weber' }, 'Weber'],
  [{ Anrede: 'Frau und Herr', Nachname: 'Weber' }, 'Weber'],
])('elsewhere it stays, or stays away: %j', (body, whole) => {
  expect(name(body)).toBe(whole);
});

test.each([
  { Anrede: 'Herr und Frau', Nachname: 'Doppel' },
  { Anrede: 'Bitte wählen', Nachname: 'Waehler' },
  { Anrede: 'keine Angabe', Nachname: 'Sturm' },
  { lastName: 'Berger' },
])('a family name alone is known as one, so that no letter begins with it: %j', (body) => {
  const { contact } = read(json({ phone: '0171 5550647', ...body }));
  expect(contact.familyName).toBe(contact.name);
});

test.each([
  { Anrede: 'Frau', Nachname: 'Weber' },
  { Vorname: 'Ute', Nachname: 'Weber' },
  { Name: 'Ute' },
  { Vorname: 'Ute' },
])('whoever can be greeted is: %j', (body) => {
  const { contact } = read(json({ phone: '0171 5550647', ...body }));
  expect(contact.familyName).toBeUndefined();
});
