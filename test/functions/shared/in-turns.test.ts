import { expect, test } from 'vitest';
import { inTurns } from '../../../functions/shared/in-turns.ts';

test('results stand in the order of the items, and no more than so many are under way', async () => {
  let underWay = 0;
  let most = 0;
  const results = await inTurns([5, 4, 3, 2, 1], 2, async (item) => {
    most = Math.max(most, ++underWay);
    for (let wait = 0; wait < item; wait++) await Promise.resolve();
    underWay -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 40, 30, 20, 10]);
  expect(most).toBe(2);
});

test('after one that fails no further turn begins', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 2) throw new Error('no');
  };
  await expect(inTurns([1, 2, 3, 4], 2, work)).rejects.toThrow('no');
  expect(begun).toEqual([1, 2]);
});
