import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Amounts, billFor, serviceNames } from '../../../ops/cost/bill.ts';
import { type Meter, meters, prices, services } from '../../../ops/cost/prices.ts';

const none = Object.fromEntries(meters.map((meter) => [meter, 0])) as Record<Meter, number>;
const anAmount = fc.integer({ min: 0, max: 1e9 });
const someAmounts = fc.record(
  Object.fromEntries(meters.map((meter) => [meter, anAmount])) as Record<Meter, typeof anAmount>,
);
const total = (amounts: Amounts, allowances = false) => billFor(amounts, allowances);

test('nothing costs nothing', () => {
  expect(total(none)).toBe(0);
});

test('a unit of a price costs its part of it', () => {
  expect(total({ ...none, transitions: 500 })).toBeCloseTo(0.0125);
  expect(total({ ...none, secrets: 2, dashboards: 1 })).toBeCloseTo(3.8);
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

test('the lines add up to the total', () => {
  fc.assert(
    fc.property(someAmounts, (amounts) => {
      const lines = serviceNames.map((service) => billFor(amounts, false, service));
      expect(lines.reduce((sum, line) => sum + line, 0)).toBeCloseTo(total(amounts), 2);
    }),
  );
});

test('every service has a source and something that is counted', () => {
  for (const source of Object.values(services)) expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
  expect(new Set(meters.map((meter) => prices[meter].service))).toEqual(new Set(Object.keys(services)));
  for (const { usd, per } of Object.values(prices)) expect(usd / per).toBeGreaterThan(0);
});
