/**
 * Who runs next. A world has one time, which jumps from one event to the next, and many tasks: what a function does, what a
 * person does. A task runs alone until it waits for something; what it waits for comes back after a time that the seed says,
 * so at every wait the seed decides who goes on.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Entropy } from './entropy.ts';
import { type Queued, timeQueue } from './time-queue.ts';

export interface Task {
  readonly name: string;
  /** Since when it runs: what it knows may be as old. */
  readonly begunMs: number;
  /** What it waits for at this moment. */
  pending: number;
  /** `ended`: what it left behind, e.g. a call that it did not wait for, goes on. `dead`: nothing of it ever does. */
  state: 'running' | 'ended' | 'dead';
}

export type Ended<T> = { readonly value: T } | { readonly error: unknown };

export interface Timer {
  cancel(): void;
}

export interface Scheduler {
  nowMs(): number;
  /** The task that is asking; `undefined`: the world itself. */
  current(): Task | undefined;
  /** Does something at a moment. What it does must not wait. */
  at(dueMs: number, act: () => void): Timer;
  /** Begins a task after a while. @param onEnd told how it ended, unless it was killed. */
  start<T>(name: string, delayMs: number, run: () => Promise<T>, onEnd?: (ended: Ended<T>) => void): Task;
  /** Of a task: it goes on after a while. */
  sleep(millis: number): Promise<void>;
  /** Of a task: it goes on when `begin` calls back, and waits for a while that the callback says. */
  await<T>(begin: (resume: (ended: Ended<T>, delayMs: number) => void) => void): Promise<T>;
  /** Of a task: a timer of its own, as `setTimeout` makes it. */
  timeout(run: () => void, millis: number): Timer;
  /** It never goes on: its process is gone. */
  kill(task: Task): void;
  /** Lets everything happen up to a moment, or until `stops`. */
  run(untilMs: number, stops?: () => boolean): Promise<void>;
}

/** What a task waits for outside the world, e.g. a reader of mails, is back by then. */
const maxOutsideMs = 20_000;
/** So many turns it is asked for at once, before it is given real time. */
const eagerTurns = 2_000;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** @param entropy orders what is due at the same moment. */
export function scheduler(startMs: number, entropy: Entropy): Scheduler {
  const tasks = new AsyncLocalStorage<Task>();
  const events = timeQueue<() => Task | undefined>();
  let now = startMs;
  /** What ended tasks wait for. */
  let leftBehind = 0;

  const push = (dueMs: number, fire: () => Task | undefined): Queued<() => Task | undefined> =>
    events.add(Math.max(dueMs, now), entropy.next(), fire);
  const timerOf = (queued: Queued<unknown>): Timer => ({
    cancel: () => {
      queued.item = undefined;
    },
  });

  const requireTask = (): Task => {
    const task = tasks.getStore();
    if (!task) throw new Error('Only a task can wait');
    return task;
  };

  /** @returns what wakes the task, which is the only thing that runs then. */
  const suspend = (task: Task, resolve: () => void) => {
    task.pending += 1;
    if (task.state === 'ended') leftBehind += 1;
    return () => {
      if (task.state === 'dead') return undefined;
      task.pending -= 1;
      if (task.state === 'ended') leftBehind -= 1;
      resolve();
      return task;
    };
  };

  const settle = async (task: Task) => {
    if (task.state === 'ended') await turn();
    for (let turns = 0; task.state === 'running' && task.pending === 0; turns++) {
      if (turns < eagerTurns) await turn();
      // Something that an earlier call left behind in the same process is not back yet.
      else if (leftBehind > 0) return;
      else if (turns < eagerTurns + maxOutsideMs)
        await outsideWorld(() => new Promise((r) => realTimeout(r, 1)));
      else throw new Error(`${task.name} waits for something that is not of this world`);
    }
  };
  const outsideWorld = <T>(run: () => T): T => tasks.exit(run);

  return {
    nowMs: () => now,
    current: () => tasks.getStore(),
    at: (dueMs, act) =>
      timerOf(
        push(dueMs, () => {
          act();
          return undefined;
        }),
      ),
    start(name, delayMs, run, onEnd) {
      const task: Task = { name, begunMs: now + delayMs, pending: 1, state: 'running' };
      const end = <T>(ended: Ended<T>, tell: ((ended: Ended<T>) => void) | undefined) => {
        if (task.state !== 'running') return;
        task.state = 'ended';
        leftBehind += task.pending;
        tell?.(ended);
      };
      push(now + delayMs, () => {
        if (task.state === 'dead') return undefined;
        task.pending -= 1;
        tasks.run(task, () => {
          run().then(
            (value) => end({ value }, onEnd),
            (error: unknown) => end({ error }, onEnd),
          );
        });
        return task;
      });
      return task;
    },
    sleep(millis) {
      const task = requireTask();
      return new Promise<void>((resolve) => {
        push(now + millis, suspend(task, resolve));
      });
    },
    await<T>(begin: (resume: (ended: Ended<T>, delayMs: number) => void) => void) {
      const task = requireTask();
      return new Promise<T>((resolve, reject) => {
        let ended: Ended<T> | undefined;
        const wake = suspend(task, () => {
          if (ended && 'value' in ended) resolve(ended.value);
          else reject(ended?.error);
        });
        begin((how, delayMs) => {
          if (ended) return;
          ended = how;
          push(now + delayMs, wake);
        });
      });
    },
    timeout(run, millis) {
      const task = requireTask();
      let waiting = true;
      const wake = suspend(task, () => tasks.run(task, run));
      const queued = push(now + millis, () => {
        waiting = false;
        return wake();
      });
      return {
        cancel() {
          if (waiting) {
            task.pending -= 1;
            if (task.state === 'ended') leftBehind -= 1;
          }
          waiting = false;
          queued.item = undefined;
        },
      };
    },
    kill(task) {
      if (task.state === 'ended') leftBehind -= task.pending;
      task.state = 'dead';
    },
    async run(untilMs, stops = () => false) {
      for (let next = events.first(); next && next.dueMs <= untilMs && !stops(); next = events.first()) {
        events.removeFirst();
        const fire = next.item;
        now = next.dueMs;
        const task = fire?.();
        if (task) await settle(task);
      }
      if (!stops()) now = Math.max(now, untilMs);
    },
  };
}

/** Of before anything was put in the place of the clock of this process. */
const realTimeout = setTimeout;
