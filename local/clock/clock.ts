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

/** setTimeout takes 32 bits with a sign: longer waits are cut into pieces. */
const maxTimeoutMs = 2 ** 31 - 1;

interface Surroundings {
  /** Where the clock stands at the start; absent: the real time. */
  readonly startMs?: number | undefined;
  /** Resolves when nothing is under way: what a timer set off is then done. */
  quiet(): Promise<void>;
  /** Told each new offset to the real time before anybody can read the time it makes. */
  keepOffset(offsetMs: number): void;
  /** Resolves when the offset that was told last outlives a power cut; absent: nobody needs it to. */
  readonly flushOffset?: () => Promise<void>;
}

export function localClock({ startMs, quiet, keepOffset, flushOffset }: Surroundings): LocalClock {
  let offsetMs = startMs === undefined ? 0 : startMs - Date.now();
  keepOffset(offsetMs);
  /** Set while the clock is being moved: time stands still at each timer's instant. */
  let frozenMs: number | undefined;
  let moving: Promise<unknown> = Promise.resolve();
  let timeout: NodeJS.Timeout | undefined;
  let stopped = false;
  let timersAdded = 0;
  const timers = timerHeap();

  const nowMs = () => frozenMs ?? Date.now() + offsetMs;

  const freezeAt = (instantMs: number) => {
    keepOffset(instantMs - Date.now());
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
      offsetMs = nowMs() - Date.now();
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
