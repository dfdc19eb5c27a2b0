/**
 * The local clock: the real time plus an offset. It runs on by itself, and it can be moved forward; on the way everything
 * that falls due happens at its own instant and in its own order.
 */
import type { Clock } from '../../domain/ports/clock.ts';
import { type Timer, timerHeap } from './timer-heap.ts';

export interface LocalClock extends Clock {
  nowMs(): number;
  /** Calls `fire` when the clock reaches the instant; at once if it has passed. Returns what cancels it. */
  at(dueMs: number, fire: () => void): () => void;
  /**
   * Moves the clock forward. Moves that come meanwhile wait their turn.
   * @param target the instant to go to, given the instant the move begins at.
   * @returns how many timers fired.
   * @throws ClockMovesBackError
   */
  move(target: (nowMs: number) => number): Promise<number>;
  /** No timer fires any more. */
  stop(): void;
}

export class ClockMovesBackError extends Error {}

/**
 * A timer of JavaScript does not hear of it when the clock of the machine is set. So the clock is looked at as often, and what
 * is due by then is late by no more.
 */
const maxTimeoutMs = 30_000;

/** A machine set back by less is only being kept right. */
const setBackMs = 2_000;

/** How much slower the clock runs while it is ahead of a machine that was set back: an hour is made good in a day. */
const slowerBy = 0.05;

interface Surroundings {
  /** Where the clock stands at the start; absent: the real time. */
  readonly startMs?: number | undefined;
  /** Resolves when nothing is under way: what a timer set off is then done. */
  quiet(): Promise<void>;
  /** Told each new offset to the real time before anybody can read the time it makes. */
  keepOffset(offsetMs: number): void;
  /** Resolves when the offset that was told last outlives a power cut; absent: nobody needs it to. */
  readonly flushOffset?: () => Promise<void>;
  readonly machine?: Machine;
}

/** The time of the machine, in milliseconds. */
interface Machine {
  /** Of its clock, which somebody may set. */
  readonly clockMs: () => number;
  /** Since whenever: never set. */
  readonly passedMs: () => number;
}

const thisMachine: Machine = { clockMs: () => Date.now(), passedMs: () => performance.now() };

/**
 * The clock of the machine, but never back: what waits for a quarter of an hour must not wait for the day that the clock was set
 * back by. Until the machine has come so far again, it runs on a little slower.
 */
function steadyClock({ clockMs, passedMs }: Machine): () => number {
  let last = { shown: clockMs(), passed: passedMs() };
  return () => {
    const machine = clockMs();
    const passed = passedMs();
    const ownPace = last.shown + Math.max(passed - last.passed, 0) * (1 - slowerBy);
    const shown = machine >= ownPace - setBackMs ? Math.max(machine, last.shown) : ownPace;
    last = { shown, passed };
    return shown;
  };
}

export function localClock(surroundings: Surroundings): LocalClock {
  const { startMs, quiet, keepOffset, flushOffset, machine = thisMachine } = surroundings;
  const steadyMs = steadyClock(machine);
  let offsetMs = startMs === undefined ? 0 : startMs - steadyMs();
  keepOffset(offsetMs);
  /** Set while the clock is being moved: time stands still at each timer's instant. */
  let frozenMs: number | undefined;
  let moving: Promise<unknown> = Promise.resolve();
  let timeout: NodeJS.Timeout | undefined;
  let stopped = false;
  let timersAdded = 0;
  const timers = timerHeap();

  const nowMs = () => frozenMs ?? steadyMs() + offsetMs;

  const freezeAt = (instantMs: number) => {
    keepOffset(instantMs - steadyMs());
    frozenMs = instantMs;
  };

  const runOn = () => {
    clearTimeout(timeout);
    const next = timers.first();
    if (!next || stopped || frozenMs !== undefined) return;
    timeout = setTimeout(fireDue, Math.min(Math.max(next.dueMs - nowMs(), 0), maxTimeoutMs));
  };

  const fireFirst = (timer: Timer) => {
    timers.removeFirst();
    const { fire } = timer;
    timer.fire = undefined;
    fire?.();
  };

  const fireDue = () => {
    if (frozenMs !== undefined) return;
    for (let timer = timers.first(); timer && timer.dueMs <= nowMs() && !stopped; timer = timers.first()) {
      fireFirst(timer);
    }
    runOn();
  };

  const moveTo = async (target: (nowMs: number) => number): Promise<number> => {
    const beginMs = nowMs();
    const targetMs = target(beginMs);
    if (targetMs < beginMs) throw new ClockMovesBackError();
    freezeAt(beginMs);
    let fired = 0;
    try {
      await quiet();
      for (let timer = timers.first(); timer && timer.dueMs <= targetMs && !stopped; timer = timers.first()) {
        freezeAt(Math.max(nowMs(), timer.dueMs));
        fireFirst(timer);
        fired += 1;
        await quiet();
      }
      if (!stopped) freezeAt(targetMs);
    } finally {
      offsetMs = nowMs() - steadyMs();
      keepOffset(offsetMs);
      frozenMs = undefined;
      runOn();
    }
    await flushOffset?.();
    return fired;
  };

  return {
    nowMs,
    now: () => new Date(nowMs()).toISOString(),
    at(dueMs, fire) {
      timersAdded += 1;
      const timer: Timer = { dueMs, order: timersAdded, fire };
      timers.add(timer);
      if (timers.first() === timer) runOn();
      return () => {
        timer.fire = undefined;
      };
    },
    move(target) {
      const move = moving.then(() => moveTo(target));
      moving = move.catch(() => undefined);
      return move;
    },
    stop() {
      stopped = true;
      clearTimeout(timeout);
    },
  };
}
