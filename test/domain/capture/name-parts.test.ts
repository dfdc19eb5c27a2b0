import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const name = (body: object) => read(json({ phone: '0171 5550644', ...body })).contact.name;

describe('a name in two fields is put together', () => {
  test.each([
    ['Name - Vorname', 'Name - Nachname'],
    ['Name (Vorname)', 'Name (Nachname)'],
    ['Name | Vorname', 'Name | Nachname'],
    ['Name Vorname', 'Name Nachname'],
    ['Ihr Name: Vorname', 'Ihr Name: Familienname'],
    ['Nom (Prénom)', 'Nom (Nom de famille)'],
    ['Nome - Nome proprio', 'Nome - Cognome'],
    ['Name (First)', 'Name (Last)'],
  ])('%s, %s', (first, last) => {
    expect(name({ [first]: 'Jutta', [last]: 'Hartl' })).toBe('Jutta Hartl');
    expect(name({ [last]: 'Hartl', [first]: 'Jutta' })).toBe('Jutta Hartl');
  });

  test.each([
    [{ 'Name, Vorname': 'Hartl, Jutta' }, 'Hartl, Jutta'],
    [{ 'Name (Vorname Nachname)': 'Jutta Hartl' }, 'Jutta Hartl'],
    [{ 'Name Vorname': 'Jutta Hartl' }, 'Jutta Hartl'],
    [{ Name: 'Hartl', Vorname: 'Jutta' }, 'Jutta Hartl'],
  ])('one field stays one: %j', (body, whole) => {
    expect(name(body)).toBe(whole);
  });
});
