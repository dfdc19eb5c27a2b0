import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entropyOf } from './engine/entropy.ts';
import { faultNames } from './engine/faults.ts';
import { planOf, yearOf } from './engine/plan.ts';
import { scheduler } from './engine/scheduler.ts';
import { withinWorld } from './engine/sealed-process.ts';
import { invariants } from './invariants/all.ts';
import { plantedFaults } from './planted/faults.ts';
import { runWorld } from './world.ts';

/** Small worlds: whoever wants more of them runs `npm run simulate`. */
const cuts = { days: 25, requests: 5 };

describe('a world of faults', () => {
  test.each(['spring', 'summer', 'autumn', 'winter'])(
    'keeps all rules, and is the same twice: %s',
    async (seed) => {
      const [first, again] = [await runWorld(seed, { cuts }), await runWorld(seed, { cuts })];
      expect(first.violations).toEqual([]);
      expect(first.mails).toBeGreaterThan(0);
      expect(again.trace).toBe(first.trace);
    },
  );

  test('differs from that of another seed', async () => {
    const [one, other] = [await runWorld('one', { cuts }), await runWorld('other', { cuts })];
    expect(one.trace).not.toBe(other.trace);
  });

  test('has all faults in some worlds, and none in all', () => {
    const plans = Array.from({ length: 200 }, (_, number) => planOf(String(number)));
    for (const fault of faultNames) {
      const with_ = plans.filter(({ rates }) => rates[fault] > 0).length;
      expect(with_).toBeGreaterThan(50);
      expect(with_).toBeLessThan(150);
    }
  });

  test('lets go of faults that are left out', async () => {
    const { faults } = await runWorld('calm', { cuts: { ...cuts, without: faultNames } });
    expect([...faults]).toEqual([]);
  });
});

describe('a year of ten customers, of whom nobody is asked what he said', () => {
  test.each(['first', 'second', 'third'])('keeps all rules: %s', async (seed) => {
    const { violations, leads, events } = await runWorld(seed, { plan: yearOf(seed), goesOn: true });
    expect(violations).toEqual([]);
    expect(leads).toBeGreaterThan(4);
    // Otherwise nothing was said, agreed on or noted that a rule could be about.
    expect(events).toEqual(
      expect.arrayContaining([
        'fact-learned',
        'visit-planned',
        'noted',
        'customer-replied',
        'follow-up-sent',
      ]),
    );
  });
});

describe('time and chance of a world', () => {
  const world = () => ({
    scheduler: scheduler(Date.UTC(2027, 0, 1), entropyOf('a')),
    entropy: entropyOf('b'),
  });
  /** What a program sees that asks this process for the time and for chance. */
  async function seen(): Promise<readonly unknown[]> {
    const { randomBytes, randomUUID } = await import('node:crypto');
    const inside = world();
    return withinWorld(inside, async () => {
      const all: unknown[] = [];
      inside.scheduler.start('a program', 0, async () => {
        all.push(
          Date.now(),
          new Date().toISOString(),
          Math.random(),
          randomUUID(),
          randomBytes(4).toString('hex'),
        );
        await new Promise((resolve) => setTimeout(resolve, 86_400_000));
        all.push(Date.now(), crypto.randomUUID());
      });
      await inside.scheduler.run(Date.UTC(2027, 0, 3));
      return all;
    });
  }

  test('come from the seed, and a day is over at once', async () => {
    const begun = performance.now();
    const first = await seen();
    expect(first[1]).toBe('2027-01-01T00:00:00.000Z');
    expect(first[5]).toBe(Date.UTC(2027, 0, 2));
    expect(await seen()).toEqual(first);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });

  test('are real outside of it', async () => {
    await seen();
    expect(Math.abs(Date.now() - performance.timeOrigin - performance.now())).toBeLessThan(60_000);
    expect(crypto.randomUUID()).not.toBe(crypto.randomUUID());
  });
});

describe('rules and planted faults', () => {
  test('have names and sentences of their own', () => {
    expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
    expect(new Set(invariants.map(({ says }) => says)).size).toBe(invariants.length);
  });

  test('know each other', () => {
    const names = invariants.map(({ name }) => name);
    expect(Object.keys(plantedFaults).length).toBeGreaterThanOrEqual(10);
    for (const { breaks } of Object.values(plantedFaults))
      expect(names).toEqual(expect.arrayContaining([...breaks]));
  });

  test.each(Object.entries(plantedFaults))('%s can still be planted', (_, { file, instead }) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(source.split(instead)).toHaveLength(2);
  });
});
