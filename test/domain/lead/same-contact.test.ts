import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, isConflicting, isSamePerson, type Said } from '../../../domain/lead/same-contact.ts';

const phone = { phone: '089 / 123 45 67', phoneE164: '+49891234567' };
const email = 'erika@kunde.example';
const name = 'Erika Muster';

const said = ({ message, ...contact }: Said['contact'] & { readonly message?: string }): Said => ({
  contact,
  request: { ...(message !== undefined && { message }) },
});
type Facts = Parameters<typeof said>[0];

const same: readonly [string, Facts, Facts][] = [
  ['says it in other words', { name, email, message: 'Bad' }, { name, email, message: 'Bad und WC' }],
  ['says more by the number alone', { ...phone, message: 'Bad' }, { ...phone, message: 'Bad, im Mai' }],
  ['gives his real name', { email, name: 'Test', message: 'Bad' }, { email, name, message: 'Bad' }],
  ['completes his name', { ...phone, name: 'Muster' }, { ...phone, name: 'Frau Dr. Erika Muster' }],
  ['misspelt it before', { ...phone, name: 'Erika Mustre' }, { ...phone, name }],
  ['adds his number', { name, email, message: 'Bad' }, { name, email, ...phone, message: ' bad' }],
  ['adds his address', { name, ...phone, message: 'Bad' }, { name, ...phone, email, message: 'Bad' }],
  [
    'mends a slip in the address',
    { ...phone, name, email: 'erika@kunde.exmaple', message: 'Bad' },
    { ...phone, name, email, message: 'Bad' },
  ],
  [
    'mends a slip in the number',
    { email, name, phone: '089 1234561', phoneE164: '+49891234561', message: 'Bad' },
    { email, name, ...phone, message: 'Bad' },
  ],
  [
    'mends a number that could not be dialled',
    { email, name, phone: '0891234', message: 'Bad' },
    { email, name, phone: '089 1235', message: 'Bad' },
  ],
  ['leaves the number out', { name, email, ...phone, message: 'Bad' }, { name, email, message: 'Bad' }],
  ['fills in one step after another', { email }, { email, name, message: 'Bad' }],
  ['types the number in another way', { phone: '123 456' }, { phone: '123-456' }],
];

const others: readonly [string, Facts, Facts][] = [
  ['has nothing in common', { email: 'a@b.example' }, { email: 'c@d.example' }],
  ['has the name alone', { name, email: 'a@b.example' }, { name, email: 'c@d.example' }],
  ['is reached in no way', {}, {}],
  ['has a number of two digits', { phone: '12' }, { phone: '12' }],
  ['lives in the household', { ...phone, name: 'Max Muster' }, { ...phone, name: 'Mia Muster' }],
  ['has a like name there', { ...phone, name: 'Martin Huber' }, { ...phone, name: 'Martina Huber' }],
  [
    'lives there, with an address that is alike',
    { ...phone, name: 'Anna Muster', email: 'anna@muster.example' },
    { ...phone, name: 'Hanna Muster', email: 'hanna@muster.example' },
  ],
  [
    'lives there, and gives no name',
    { ...phone, email: 'max@muster.example' },
    { ...phone, email: 'erika@muster.example' },
  ],
  [
    'knows the address and gives another number',
    { name, email, ...phone, message: 'Bad' },
    { name, email, phone: '0175 9990009', message: 'Bad' },
  ],
  [
    'knows number and name and gives another address',
    { name, email, ...phone, message: 'Bad' },
    { name, email: 'boese@fremd.example', ...phone, message: 'Bad' },
  ],
  [
    'knows number and first name and has an address to add',
    { name, ...phone, message: 'Bad' },
    { name: 'Erika', email: 'boese@fremd.example', ...phone, message: 'Bitte hierhin schreiben' },
  ],
  [
    'has an address to add to a wish to be called',
    { name, ...phone },
    { name, email: 'boese@fremd.example', ...phone },
  ],
  [
    'has a number to add and says nothing',
    { name, email, message: 'Bad' },
    { name, email, phone: '0175 9990009' },
  ],
  [
    'shares the mailbox of an office',
    { name: 'Paul Amt', email, message: 'Bad' },
    { name: 'Ute Hof', email, message: 'Heizung' },
  ],
  ['knows the address and no name', { name, email, message: 'Bad' }, { email, message: 'Egal' }],
  [
    'mends the number and says something else',
    { name, email, phone: '089 1234561', phoneE164: '+49891234561', message: 'Bad' },
    { name, email, ...phone, message: 'Da anrufen' },
  ],
];

describe.each([false, true])('under one id (an emergency: %s)', (rings) => {
  const isSlip = ([what]: (typeof same)[number]) => what.startsWith('mends a ');

  test.each(same.filter((one) => !(rings && isSlip(one))))('it is the person who %s', (_, known, again) => {
    expect(isSamePerson(said(known), said(again), rings)).toBe(true);
  });

  test.each(others)('it is somebody else who %s', (_, known, again) => {
    expect(isSamePerson(said(known), said(again), rings)).toBe(false);
  });
});

test.each(same.filter(([what]) => what.startsWith('mends a ')))(
  'while an emergency runs, it is a request of its own that %s',
  (_, known, again) => {
    expect(isSamePerson(said(known), said(again), true)).toBe(false);
  },
);

const anybody = fc
  .record(
    {
      name: fc.constantFrom('Erika Muster', 'Erika Mustre', 'Max', 'Max Muster', ' '),
      email: fc.constantFrom('a@b.example', 'a@b.exampel', 'max@b.example'),
      phone: fc.constantFrom('089 1234567', '0891234567', '089 1234568', '0171 999999', '12'),
      message: fc.constantFrom('Bad', 'bad ', 'Heizung', ''),
    },
    { requiredKeys: [] },
  )
  .map(said);

test('who gives a number or an address that conflicts is never the same person, whatever else he knows', () => {
  fc.assert(
    fc.property(anybody, anybody, fc.boolean(), (known, again, rings) => {
      expect(isConflicting(known, again)).toBe(isConflicting(again, known));
      if (isConflicting(known, again)) expect(isSamePerson(known, again, rings)).toBe(false);
    }),
  );
});

test('on a running emergency nobody replaces a number or an address', () => {
  fc.assert(
    fc.property(anybody, anybody, (known, again) => {
      if (!isSamePerson(known, again, true)) return;
      const digits = ({ contact }: Said) => contact.phone?.replace(/\D/g, '') ?? '';
      const { email: before = again.contact.email } = known.contact;
      expect(again.contact.email ?? before).toBe(before);
      if (digits(known) !== '' && digits(again) !== '') {
        expect(digits(again).length < 5 || digits(known).length < 5 || digits(again) === digits(known)).toBe(
          true,
        );
      }
    }),
  );
});

test('who compares names with whom makes no difference', () => {
  fc.assert(
    fc.property(anybody, anybody, ({ contact: one }, { contact: other }) => {
      expect(compareNames(one.name, other.name)).toBe(compareNames(other.name, one.name));
    }),
  );
});

test('a name of a million letters is compared in no time', () => {
  const long = 'Aaaaa '.repeat(200_000);
  expect(compareNames(long, `${long}b`)).toBe('same');
});

test('whoever gives the same address and the same number may put another name and other words', () => {
  const said = (name: string, message: string) => ({
    contact: { name, email: 'paula@kunde.example', phone: '0171 6630001', phoneE164: '+491716630001' },
    request: { message },
  });
  const known = said('Paula Reiter', 'Komplettbad, Termin im März');
  expect(isSamePerson(known, said('Familie Huber', 'Doch nur die Dusche'), false)).toBe(true);
});
