import { describe, expect, test } from 'vitest';
import { readAssignment } from '../../../domain/inbound/assignment-words.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';
import { called, meaning } from './a-digest-answer.ts';

const martin = { what: 'assign', to: 'chef@muster-haustechnik.example', name: 'Martin Muster' };
const sabine = { what: 'assign', to: 'buero@muster-haustechnik.example', name: 'Sabine Muster' };
const jonas = { what: 'assign', to: 'jonas@muster-haustechnik.example', name: 'Jonas Huber' };

describe('a line of the digest’s answer gives a request to somebody', () => {
  test.each([
    '1 an Jonas',
    '1 Jonas',
    '1: Jonas',
    '1 jonas huber',
    '1 an Jonas Huber bitte',
    '1 für Herrn Huber',
    '1 macht Jonas',
    '1 Jonas macht das',
    '1 Jonas soll das machen',
    '1 übernimmt Jonas.',
    '1 zuweisen an Jonas',
    '1 weitergeben an den Jonas',
    '1 gib an Jonas, danke!',
    '1 an jonas@muster-haustechnik.example',
    'Nr. 1 an JONAS',
    'an Jonas: 1',
  ])('"%s"', (line) => {
    expect(meaning(line)).toEqual([{ number: 1, ...jonas }]);
  });

  test('several at once, by their numbers', () => {
    expect(meaning('1, 3 an Jonas')).toEqual([
      { number: 1, ...jonas },
      { number: 3, ...jonas },
    ]);
    expect(meaning('1 an Jonas, 3 Sabine')).toEqual([
      { number: 1, ...jonas },
      { number: 3, ...sabine },
    ]);
  });

  test('by the name of who asks, and together with what else is said', () => {
    expect(meaning('Müller an Jonas')).toEqual([{ number: 4, ...jonas }]);
    expect(meaning('1 erreicht, an Jonas')).toEqual([
      { number: 1, ...jonas },
      { number: 1, what: 'reached' },
    ]);
    expect(meaning('1 an Jonas und Angebot 8500')).toEqual([
      { number: 1, ...jonas },
      { number: 1, what: 'quote', cents: 850_000 },
    ]);
  });

  test('to the office, to the boss, and to whoever writes it', () => {
    expect(meaning('1 ans Büro')).toEqual([{ code: 'not-understood' }]);
    expect(meaning('1 an das Büro')).toEqual([{ number: 1, ...sabine }]);
    expect(meaning('1 Chef')).toEqual([{ number: 1, ...martin }]);
    expect(meaning('1 an mich', { writer: sabine.to })).toEqual([{ number: 1, ...sabine }]);
  });
});

describe('whom it is given to is not guessed', () => {
  test.each([
    ['1 an Schmidt', 'nobody-of-that-name'],
    ['2 an Muster', 'other-name'],
    ['1 Muster', 'only-a-number'],
    // A customer is called so, too.
    ['1 Huber', 'other-name'],
    ['2 Huber', 'only-a-number'],
    ['an Jonas', 'no-number'],
  ])('"%s"', (line, code) => {
    expect(meaning(line)).toMatchObject([{ code }]);
  });

  test.each(['1 an Muster', '1 Muster', '1 Muster macht das'])('"%s" may be two of them', (line) => {
    const leads = [called('Anna Frei', 'A')];
    expect(meaning(line, { leads })).toEqual([{ code: 'several-people' }]);
  });

  test('where a business names nobody, there is nobody to give it to', () => {
    expect(meaning('1 an Jonas', { company: aCompany({ people: [] }) })).toMatchObject([
      { code: 'nobody-of-that-name' },
    ]);
  });

  test('a customer’s name behind the number stays his, with what is said of him', () => {
    expect(meaning('2 an Huber Angebot 8500')).toEqual([{ number: 2, what: 'quote', cents: 850_000 }]);
    const leads = [called('Jonas Frei', 'A')];
    expect(meaning('1 Jonas', { leads })).toEqual([{ code: 'only-a-number' }]);
  });
});

test.each([
  'An dem Tag passt es mir leider nicht, wie wäre Freitag?',
  'Für Freitag ist der Termin bestätigt',
  'Das macht 8.500 Euro',
  'Herr Huber macht das und ruft Sie am Montag an.',
  'Jonas',
])('"%s" is said to the customer', (text) => {
  const read = readAssignment(text, { company: aCompany({ people: aCompanyFile().people }) });
  expect(read && 'said' in read).toBeFalsy();
});
