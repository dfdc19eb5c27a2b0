import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, billOf, priceOf } from '../../../ops/cost/bill.ts';
import { type Meter, meters, type Price, prices, services } from '../../../ops/cost/prices.ts';

const none = Object.fromEntries(meters.map((meter) => [meter, 0])) as Record<Meter, number>;
const anAmount = fc.integer({ min: 0, max: 1e12 });
const someAmounts = fc.record(
  Object.fromEntries(meters.map((meter) => [meter, anAmount])) as Record<Meter, typeof anAmount>,
);
const aPrice = fc.constantFrom<Price>(...meters.map((meter) => prices[meter]));
const total = (amounts: Amounts, allowances = false) => billOf(amounts, { allowances }).usd;

test('nothing costs nothing', () => {
  expect(total(none)).toBe(0);
});

test('more never costs less', () => {
  fc.assert(
    fc.property(aPrice, anAmount, anAmount, (price, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(priceOf(more, price)).toBeGreaterThanOrEqual(priceOf(less, price));
    }),
  );
});

test('one large amount never costs more than its two halves: tiers only go down', () => {
  fc.assert(
    fc.property(aPrice, anAmount, (price, amount) => {
      expect(priceOf(amount, price)).toBeLessThanOrEqual(2 * priceOf(amount / 2, price) * (1 + 1e-9));
    }),
  );
});

test('each tier prices its own part', () => {
  const tiered = { per: 10, tiers: [{ upTo: 100, usd: 2 }, { upTo: 200, usd: 1 }, { usd: 0.5 }] } as const;
  expect([50, 100, 150, 200, 300].map((amount) => priceOf(amount, tiered))).toEqual([10, 20, 25, 30, 35]);
});

test('allowances only take off', () => {
  fc.assert(
    fc.property(someAmounts, (amounts) => {
      expect(total(amounts, true)).toBeLessThanOrEqual(total(amounts));
    }),
  );
});

test('an allowance is free to its last unit, and no further', () => {
  const some = { ...none, alarmMetrics: 10 };
  expect(total(some, true)).toBe(0);
  expect(total({ ...some, alarmMetrics: 11 }, true)).toBeCloseTo(0.1);
  expect(total(some)).toBeCloseTo(1);
});

test('the lines add up to the total, and every service has one', () => {
  fc.assert(
    fc.property(someAmounts, (amounts) => {
      const { lines, usd } = billOf(amounts, { allowances: false });
      expect(lines.map(({ service }) => service)).toEqual(services);
      expect(lines.reduce((sum, line) => sum + line.usd, 0)).toBeCloseTo(usd, 5);
    }),
  );
});

describe.each(meters)('the price of %s', (meter) => {
  const price: Price = prices[meter];

  test('has a source, and tiers that grow in amount and fall in price', () => {
    expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\//);
    const ends = price.tiers.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
    expect(ends).toEqual(ends.toSorted((one, other) => one - other));
    expect(ends.at(-1)).toBe(Number.POSITIVE_INFINITY);
    const amounts = price.tiers.map(({ usd }) => usd);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
  });
});
