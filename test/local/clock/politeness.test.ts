import { expect, test } from 'vitest';
import { politeness } from '../../../local/clock/politeness.ts';

function aPoliteness() {
  let now = 1000;
  const polite = politeness(() => now);
  return { polite, pass: (ms: number) => (now += ms) };
}

test('while nobody waits for an answer, work behind the scenes runs at full width', () => {
  const { polite } = aPoliteness();
  expect(polite.mayRun(4)).toBe(4);
  expect(polite.mayRun(4)).toBe(4);
});

test('while requests are answered, and in the short pauses between them, it gives way', async () => {
  const { polite, pass } = aPoliteness();
  polite.mayRun(4);
  const { promise, resolve } = Promise.withResolvers<void>();
  const answer = polite.answering(promise);
  pass(5);
  expect(polite.mayRun(4)).toBe(0);
  resolve();
  await answer;
  pass(20);
  expect(polite.mayRun(4)).toBe(0);
  pass(5);
  expect(polite.mayRun(4)).toBe(4);
});

test('a load that never ends leaves it a turn now and then, one at a time', () => {
  const { polite, pass } = aPoliteness();
  polite.mayRun(4);
  void polite.answering(new Promise(() => {}));
  const turns = Array.from({ length: 100 }, () => {
    pass(10);
    return polite.mayRun(4);
  });
  expect(turns.filter((turn) => turn > 0)).toEqual([1, 1, 1, 1]);
});

test('an answer that fails counts as given', async () => {
  const { polite, pass } = aPoliteness();
  await expect(polite.answering(Promise.reject(new Error('no')))).rejects.toThrow('no');
  pass(25);
  expect(polite.mayRun(4)).toBe(4);
});
