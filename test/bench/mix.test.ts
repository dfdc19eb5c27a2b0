import { expect, test } from 'vitest';
import { doors, outcomes } from '../../bench/mix.ts';

test.each([
  ['outcomes', outcomes],
  ['doors', doors],
])('the shares of all %s are the whole', (_, shares) => {
  expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
});
