import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContactWays, compareNames, isSameContact } from '../../../domain/lead/same-contact.ts';

const phone = { phone: '089 / 123 45 67', phoneE164: '+49891234567' };

describe('under one id, it is the same person', () => {
  const same: readonly [string, ContactWays, ContactWays][] = [
    ['by the mail address', { email: 'a@b.example' }, { email: 'a@b.example', ...phone }],
    [
      'by the address, whatever name stands there now',
      { email: 'a@b.example', name: 'Test' },
      { email: 'a@b.example', name: 'Erika Muster' },
    ],
    ['by the number, where one gave no address', { ...phone }, { ...phone, email: 'a@b.example' }],
    [
      'by the number as typed, where it is none that can be dialled',
      { phone: '123 456' },
      { phone: '123-456' },
    ],
    [
      'by number and name, with a new address',
      { ...phone, name: 'Erika Muster', email: 'e@alt.example' },
      { ...phone, name: 'erika  muster', email: 'erika@neu.example' },
    ],
    [
      'by number and a slip in the address',
      { ...phone, email: 'erika@kunde.exmaple' },
      { ...phone, email: 'erika@kunde.example' },
    ],
    [
      'by the number, the name misspelt',
      { ...phone, name: 'Erika Mustre' },
      { ...phone, name: 'Erika Muster' },
    ],
    [
      'by the number, the name completed',
      { ...phone, name: 'Muster' },
      { ...phone, name: 'Frau Dr. Erika Muster' },
    ],
  ];
  test.each(same)('%s', (_, one, other) => {
    expect(isSameContact(one, other)).toBe(true);
    expect(isSameContact(other, one)).toBe(true);
  });
});

describe('it is somebody else', () => {
  const others: readonly [string, ContactWays, ContactWays][] = [
    ['with nothing in common', { email: 'a@b.example' }, { email: 'c@d.example' }],
    [
      'with the name alone',
      { name: 'Erika Muster', email: 'a@b.example' },
      { name: 'Erika Muster', email: 'c@d.example' },
    ],
    ['with no way at all', {}, {}],
    ['with a number of two digits', { phone: '12' }, { phone: '12' }],
    ['in the household', { ...phone, name: 'Max Muster' }, { ...phone, name: 'Mia Muster' }],
    [
      'of a like name in the household',
      { ...phone, name: 'Martin Huber' },
      { ...phone, name: 'Martina Huber' },
    ],
    [
      'in the household, with addresses that are alike',
      { ...phone, name: 'Anna Muster', email: 'anna@muster.example' },
      { ...phone, name: 'Hanna Muster', email: 'hanna@muster.example' },
    ],
    [
      'in the household, without names',
      { ...phone, email: 'max@muster.example' },
      { ...phone, email: 'erika@muster.example' },
    ],
  ];
  test.each(others)('%s', (_, one, other) => {
    expect(isSameContact(one, other)).toBe(false);
    expect(isSameContact(other, one)).toBe(false);
  });
});

test('who compares with whom makes no difference', () => {
  const contact = fc.record(
    {
      name: fc.constantFrom('Erika Muster', 'Erika Mustre', 'Max', 'Max Muster', ' '),
      email: fc.constantFrom('a@b.example', 'a@b.exampel', 'max@b.example'),
      phone: fc.constantFrom('089 1234567', '0891234567', '12'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(contact, contact, (one, other) => {
      expect(isSameContact(one, other)).toBe(isSameContact(other, one));
      expect(compareNames(one.name, other.name)).toBe(compareNames(other.name, one.name));
    }),
  );
});

test('a name of a million letters is compared in no time', () => {
  const long = 'Aaaaa '.repeat(200_000);
  expect(compareNames(long, `${long}b`)).toBe('same');
});
