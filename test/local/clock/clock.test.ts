import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ClockMovesBackError, localClock } from '../../../local/clock/clock.ts';
import { timerHeap } from '../../../local/clock/timer-heap.ts';

const startMs = Date.parse('2026-11-23T09:00:00.000Z');
const hour = 3_600_000;
const aClock = (quiet: () => Promise<void> = async () => {}) =>
  localClock({ startMs, quiet, keepOffset: () => {} });

test('what is due on the way happens in order, each at its own instant', async () => {
  const clock = aClock();
  const happened: string[] = [];
  for (const hours of [5, 1, 3, 30]) {
    clock.at(startMs + hours * hour, () => happened.push(clock.now()));
  }
  expect(await clock.move((nowMs) => nowMs + 24 * hour)).toBe(3);
  expect(happened).toEqual([
    '2026-11-23T10:00:00.000Z',
    '2026-11-23T12:00:00.000Z',
    '2026-11-23T14:00:00.000Z',
  ]);
  expect(clock.nowMs()).toBeGreaterThanOrEqual(startMs + 24 * hour);
  clock.stop();
});

test('what a timer sets off may set timers that are due on the way too', async () => {
  const clock = aClock();
  let alarms = 0;
  const alarm = () => {
    alarms += 1;
    clock.at(clock.nowMs() + hour / 4, alarm);
  };
  clock.at(startMs + hour / 4, alarm);
  await clock.move(() => startMs + 2 * hour);
  expect(alarms).toBe(8);
  clock.stop();
});

test('the clock waits until all is quiet before it goes on', async () => {
  let busy: Promise<void> = Promise.resolve();
  const clock = aClock(() => busy);
  const order: string[] = [];
  clock.at(startMs + hour, () => {
    busy = Promise.resolve().then(async () => {
      await Promise.resolve();
      order.push('first is done');
    });
  });
  clock.at(startMs + 2 * hour, () => order.push('second begins'));
  await clock.move(() => startMs + 3 * hour);
  expect(order).toEqual(['first is done', 'second begins']);
  clock.stop();
});

test('a cancelled timer does not fire, and the clock does not run backwards', async () => {
  const clock = aClock();
  let fired = false;
  clock.at(startMs + hour, () => {
    fired = true;
  })();
  expect(await clock.move(() => startMs + 2 * hour)).toBe(0);
  expect(fired).toBe(false);
  await expect(clock.move(() => startMs)).rejects.toThrow(ClockMovesBackError);
  clock.stop();
});

test('a wait of years is no problem', async () => {
  const clock = aClock();
  let fired = 0;
  clock.at(startMs + 1000 * 24 * hour, () => fired++);
  await clock.move(() => startMs + 999 * 24 * hour);
  expect(fired).toBe(0);
  await clock.move(() => startMs + 1000 * 24 * hour);
  expect(fired).toBe(1);
  clock.stop();
});

test('the heap gives timers back in order, those of one instant as they were set, without the cancelled', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ dueMs: fc.nat(20), cancelled: fc.boolean() })), (wanted) => {
      const heap = timerHeap();
      const timers = wanted.map(({ dueMs }, order) => ({
        dueMs,
        order,
        fire: (() => {}) as (() => void) | undefined,
      }));
      for (const timer of timers) heap.add(timer);
      timers.forEach((timer, index) => {
        if (wanted[index]?.cancelled) timer.fire = undefined;
      });
      const expected = timers
        .filter((timer) => timer.fire)
        .sort((a, b) => a.dueMs - b.dueMs || a.order - b.order)
        .map((timer) => timer.order);
      const given: number[] = [];
      for (let first = heap.first(); first; first = heap.first()) {
        given.push(first.order);
        heap.removeFirst();
      }
      expect(given).toEqual(expected);
    }),
  );
});

describe('when the clock of the machine is set', () => {
  afterEach(() => vi.useRealTimers());

  /** A machine whose clock can be set while its time passes, and a clock on it. */
  function aMachine() {
    vi.useFakeTimers({ now: startMs });
    let setByMs = 0;
    const machine = { clockMs: () => Date.now() + setByMs, passedMs: () => Date.now() };
    const clock = localClock({ quiet: async () => {}, keepOffset: () => {}, machine });
    return {
      clock,
      set: (byMs: number) => {
        setByMs += byMs;
      },
      pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    };
  }
  const minute = 60_000;

  test.each([hour, 24 * hour, 400 * 24 * hour])(
    'forward by %i ms: what is due then rings within a minute',
    async (by) => {
      const { clock, set, pass } = aMachine();
      const rang: string[] = [];
      clock.at(startMs + by, () => rang.push('due'));
      clock.at(startMs + 2 * by, () => rang.push('later'));
      await pass(minute);
      set(by);
      await pass(minute);
      expect(rang).toEqual(['due']);
      clock.stop();
    },
  );

  test.each([3 * minute, hour, 24 * hour, 400 * 24 * hour])(
    'back by %i ms: an alarm of a quarter of an hour rings in its time, and the clock never goes back',
    async (by) => {
      const { clock, set, pass } = aMachine();
      const rang: number[] = [];
      clock.at(startMs + 15 * minute, () => rang.push(clock.nowMs()));
      await pass(5 * minute);
      const before = clock.nowMs();
      set(-by);
      expect(clock.nowMs()).toBeGreaterThanOrEqual(before);
      await pass(9 * minute);
      expect(rang).toEqual([]);
      await pass(2 * minute);
      expect(rang).toHaveLength(1);
      clock.stop();
    },
  );

  test('back by an hour: a day later it shows the time of the machine again', async () => {
    const { clock, set, pass } = aMachine();
    set(-hour);
    await pass(25 * hour);
    expect(Math.abs(clock.nowMs() - (startMs + 24 * hour))).toBeLessThan(minute);
    clock.stop();
  });

  test('back and forward again: nothing rings before its time', async () => {
    const { clock, set, pass } = aMachine();
    let rang = false;
    clock.at(startMs + hour, () => {
      rang = true;
    });
    set(-2 * hour);
    await pass(10 * minute);
    set(2 * hour);
    await pass(48 * minute);
    expect(rang).toBe(false);
    await pass(3 * minute);
    expect(rang).toBe(true);
    clock.stop();
  });

  test('kept right by a second now and then: it stands still for no longer', async () => {
    const { clock, set, pass } = aMachine();
    let last = clock.nowMs();
    for (let step = 0; step < 20; step++) {
      await pass(30_000);
      set(-1_000);
      expect(clock.nowMs()).toBeGreaterThanOrEqual(last);
      last = clock.nowMs();
    }
    expect(last).toBeGreaterThan(startMs + 9 * minute);
    clock.stop();
  });
});
