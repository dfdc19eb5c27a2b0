import { expect, test } from 'vitest';
import { unprovenBudget, usualDay } from '../../../domain/limits/budget.ts';
import { addDays } from '../../../domain/time/local-time.ts';

const date = '2026-11-23';
/** As many as said on each of the days before, yesterday last. */
const counted = (...counts: readonly (number | undefined)[]) =>
  new Map(
    counts.flatMap((count, index) =>
      count === undefined ? [] : [[addDays(date, index - counts.length), count] as const],
    ),
  );

test('a business that has counted nothing yet may confirm fifty a day', () => {
  expect(usualDay(date, new Map())).toBe(0);
  expect(unprovenBudget(0)).toBe(50);
});

test('the usual day is the median, so that one busy day changes nothing', () => {
  expect(usualDay(date, counted(3, 4, 400, 2, 3))).toBe(3);
  expect(unprovenBudget(usualDay(date, counted(12, 14, 16, 12)))).toBe(130);
});

test('days without a request count, from the first day on', () => {
  const quiet = [8, undefined, undefined, undefined, undefined, undefined, 9];
  expect(usualDay(date, counted(...quiet))).toBe(0);
  expect(usualDay(date, counted(9))).toBe(9);
});

test('neither today nor what lies more than four weeks back counts', () => {
  expect(usualDay(date, new Map([[date, 99]]))).toBe(0);
  expect(usualDay(date, new Map([[addDays(date, -29), 99]]))).toBe(0);
  expect(usualDay(date, new Map([[addDays(date, -28), 99]]))).toBe(0);
});

test('a flood of less than two weeks does not raise the budget', () => {
  const weeks = [...Array.from({ length: 15 }, () => 2), ...Array.from({ length: 13 }, () => 50)];
  expect(unprovenBudget(usualDay(date, counted(...weeks)))).toBe(50);
});
