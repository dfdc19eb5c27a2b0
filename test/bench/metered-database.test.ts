import { expect, test } from 'vitest';
import { indexUnits } from '../../bench/metered-database.ts';

const entry = (sortAt: string, summary = 'x') => ({
  pk: { S: 'LEAD#1' },
  sk: { S: 'LEAD' },
  status: { S: 'OPEN' },
  sortAt: { S: sortAt },
  summary: { S: summary },
});

test('an entry that comes or goes is one write', () => {
  expect(indexUnits(undefined, entry('1'))).toBe(1);
  expect(indexUnits(entry('1'), undefined)).toBe(1);
});

test('an entry that moves is deleted and put anew', () => {
  expect(indexUnits(entry('1'), entry('2'))).toBe(2);
});

test('an entry that only tells something else is one write', () => {
  expect(indexUnits(entry('1'), entry('1', 'y'))).toBe(1);
});

test('an entry that stays as it is costs nothing', () => {
  expect(indexUnits(entry('1'), entry('1'))).toBe(0);
  expect(indexUnits(undefined, undefined)).toBe(0);
});

test('each begun kilobyte counts', () => {
  expect(indexUnits(undefined, entry('1', 'x'.repeat(1000)))).toBe(2);
  expect(indexUnits(entry('1', 'x'.repeat(1000)), entry('2'))).toBe(3);
});
