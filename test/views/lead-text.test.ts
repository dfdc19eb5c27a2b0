import { describe, expect, test } from 'vitest';
import { greeting, whoIs } from '../../views/lead-text.ts';
import { aLead } from '../support/a-lead.ts';

describe('a name', () => {
  const by = (name: string, language: 'de' | 'en' = 'de') =>
    greeting(aLead({ contact: { name, email: 'e@example.org', language } }));

  test.each([
    ['Erika Muster', 'Guten Tag Erika Muster,'],
    ['  Dr. Jörg  Müller-Lüdenscheidt ', 'Guten Tag Dr. Jörg Müller-Lüdenscheidt,'],
    ["Seán O'Brien", "Guten Tag Seán O'Brien,"],
    ['\u0000\u202E', 'Guten Tag,'],
    ['Jetzt gewinnen: spam.example', 'Guten Tag,'],
    ['N'.repeat(200), 'Guten Tag,'],
  ])('greets "%s" as given or not at all', (name, words) => {
    expect(by(name)).toBe(words);
  });

  test('tells the owner who it is, or else the number, or else the address', () => {
    const [phone, email] = ['0171 1234567', 'e@example.org'];
    expect(whoIs({ name: 'Erika', phone, email })).toBe('Erika');
    expect(whoIs({ name: ' \u0007 ', phone, email })).toBe(phone);
    expect(whoIs({ email })).toBe(email);
  });
});
