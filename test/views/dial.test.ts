import { describe, expect, test } from 'vitest';
import { dial } from '../../views/dial.ts';

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
