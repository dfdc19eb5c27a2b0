import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../domain/capture/key-words.ts';

const words = [
  'Rohrbruch',
  'Wasserrohrbruch',
  'Wasserschaden',
  'Wassereinbruch',
  'Gasgeruch',
  'Überschwemmung',
  'Heizungsausfall',
  'Stromausfall',
  'Kurzschluss',
  'Brandgeruch',
];
const anyWord = fc.constantFrom(...words);
const anyPlace = fc.nat({ max: 100 }).map((at) => (word: string) => 1 + (at % (word.length - 2)));

describe('an emergency is one however it is typed', () => {
  test('with a key that stuck', () => {
    fc.assert(
      fc.property(anyWord, anyPlace, fc.integer({ min: 2, max: 9 }), (word, place, times) => {
        const at = place(word);
        const typed = `${word.slice(0, at)}${word[at]?.repeat(times)}${word.slice(at + 1)}`;
        expect(readMessage(`Hallo, ${typed} bei uns`)).toMatchObject({ urgency: 'now', urgencyWord: typed });
      }),
    );
  });

  test('with a letter missing or wrong, or two in the wrong order', () => {
    const slips = [
      (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
      (word: string, at: number) => `${word.slice(0, at)}x${word.slice(at + 1)}`,
      (word: string, at: number) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
    ];
    fc.assert(
      fc.property(
        anyWord.filter((word) => word !== 'Überschwemmung'),
        anyPlace,
        fc.constantFrom(...slips),
        (word, place, slip) => {
          expect(readMessage(`Haben hier ${slip(word, place(word))}`).urgency).toBe('now');
        },
      ),
    );
  });

  test.each([
    ['uberschwemmung im keller', 'uberschwemmung'],
    ['keller uberflutet', 'uberflutet'],
    ['WASSSERROHRBRUCH', 'WASSSERROHRBRUCH'],
    ['das klo lauft uber', 'klo lauft uber'],
    ['Meine 92jährige Mutter ohne Heizung', '92jährige Mutter ohne Heizung'],
    ['De Heizig gaht nöd', 'Heizig gaht nöd'],
    ['überal wasser', 'überal wasser'],
  ])('%j', (message, word) => {
    expect(readMessage(message)).toMatchObject({ urgency: 'now', urgencyWord: word });
  });

  test.each([
    'Mir ist aufgefallen, dass der Hahn tropft',
    'Bitte neue Rohrbürste mitbringen',
    'Schiffahrt oder Schifffahrt: Sanitär für ein Hausboot',
    'Der Kurzschlusstest der Wallbox steht an',
    'Bürohaus Wassermann, Wartung der Anlage',
  ])('and another word is another: %j', (message) => {
    expect(readMessage(message).urgency).not.toBe('now');
  });
});
