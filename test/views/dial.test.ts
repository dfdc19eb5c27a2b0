import { describe, expect, test } from 'vitest';
import { dial, placeOfNumber } from '../../views/dial.ts';

describe('a number to dial', () => {
  test.each([
    ['+49 89 1234560', 'tel:+49891234560'],
    ['+49 (0)89 123-45', 'tel:+498912345'],
    ['(089) 123 45', 'tel:08912345'],
    ['(0)89 123 45', 'tel:08912345'],
    ['112', 'tel:112'],
  ])('%s', (typed, url) => {
    expect(dial(typed)).toBe(url);
  });

  test.each(['', '12', 'abends', '089 1234567 oder 0171 1234567'])('not "%s"', (typed) => {
    expect(dial(typed)).toBeUndefined();
  });
});

test.each([
  ['Rufen Sie uns an: 0732 123456.', 18],
  ['Wir rufen unter 0732 1234567 an.', -1],
  ['Wir rufen unter 0732 1234567 an, Sie uns unter 0732 123456.', 47],
  ['Wir rufen unter +430732 123456 an.', -1],
  ['0732 123456', 0],
  ['', -1],
])('a number is found whole, and not as a part of another: %s', (text, place) => {
  expect(placeOfNumber(text, '0732 123456')).toBe(place);
});
