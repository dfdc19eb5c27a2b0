/** Lambda: runs functions, each call in a process of its own, with a limit of time and whatever the weather brings. */
import type { Chronicle } from '../engine/chronicle.ts';
import type { Entropy } from '../engine/entropy.ts';
import type { Weather } from '../engine/faults.ts';
import type { Ended, Scheduler, Task } from '../engine/scheduler.ts';
import { ServiceFault } from './calls.ts';

/** Seconds each function has, as `infra/` says. */
const limitSeconds = {
  'capture-lead': 29,
  'receive-hook': 29,
  'act-on-lead': 29,
  'serve-desk': 29,
  'show-form': 29,
  'follow-up-lead': 30,
  'send-digest': 30,
  'reconcile-leads': 600,
  'drain-submissions': 60,
  'record-mail-event': 60,
  'receive-mail': 60,
} as const;
export type FunctionName = keyof typeof limitSeconds;

export interface Functions<Deps> {
  /** Calls a function. @param onEnd told what its caller hears, which is not always what happened. */
  invoke<T>(
    name: FunctionName,
    about: string,
    run: (deps: Deps) => Promise<T>,
    onEnd: (heard: Ended<T>) => void,
  ): void;
  /** The same for a task, which waits. */
  call<T>(name: FunctionName, about: string, run: (deps: Deps) => Promise<T>): Promise<Ended<T>>;
  /** Ends the process of the task that is running. @returns whether it did: of a call that is over nobody would know. */
  die(): boolean;
  /** Calls that work at this moment. */
  running(): number;
}

interface FunctionsDeps<Deps> {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly entropy: Entropy;
  /** Told of a call that did not come to its end, or was made twice. */
  readonly onTrouble: (task: string) => void;
  /** What a new process is wired with. */
  readonly wire: (name: FunctionName) => Deps;
}

export function functions<Deps>(world: FunctionsDeps<Deps>): Functions<Deps> {
  const { scheduler, weather, chronicle, entropy } = world;
  /** Processes that wait for their next call; each works on one at a time. */
  const idle = new Map<FunctionName, Deps[]>();
  const dying = new Map<Task, () => void>();
  let running = 0;

  const take = (name: FunctionName): Deps => {
    const waiting = idle.get(name) ?? [];
    idle.set(name, waiting);
    return waiting.pop() ?? world.wire(name);
  };

  const runOnce = <T>(
    name: FunctionName,
    about: string,
    run: (deps: Deps) => Promise<T>,
    onEnd: (heard: Ended<T>) => void,
  ) => {
    let told = false;
    running += 1;
    const tell = (heard: Ended<T>) => {
      if (told) return;
      told = true;
      running -= 1;
      limit.cancel();
      dying.delete(task);
      onEnd(heard);
    };
    const delayMs = weather.strikes('run-late') ? entropy.between(1_000, 300_000) : entropy.between(2, 60);
    let deps: Deps | undefined;
    const task = scheduler.start(
      `${name} ${about}`,
      delayMs,
      () => {
        deps = take(name);
        return run(deps);
      },
      (ended) => {
        if (!told && deps) idle.get(name)?.push(deps);
        if ('error' in ended) chronicle.note(task.name, `throws ${nameOf(ended.error)}`);
        tell(ended);
      },
    );
    // A second before Lambda would, the function ends by itself; what it was at may still go on.
    const limit = scheduler.at(scheduler.nowMs() + delayMs + (limitSeconds[name] - 1) * 1000, () => {
      chronicle.note(task.name, 'is out of time');
      world.onTrouble(task.name);
      if (entropy.chance(0.5)) scheduler.kill(task);
      tell({ error: new ServiceFault('TimeoutError') });
    });
    dying.set(task, () => {
      scheduler.kill(task);
      scheduler.at(scheduler.nowMs() + entropy.between(1, 50), () =>
        tell({ error: new ServiceFault('Runtime.ExitError') }),
      );
    });
  };

  const invoke: Functions<Deps>['invoke'] = (name, about, run, onEnd) => {
    if (weather.strikes('run-doubled')) {
      chronicle.note(`${name} ${about}`, 'runs twice');
      world.onTrouble(about);
      runOnce(name, `${about} once more`, run, () => undefined);
    }
    runOnce(name, about, run, (ended) => {
      if (!weather.strikes('run-unheard')) return onEnd(ended);
      chronicle.note(`${name} ${about}`, 'is not heard');
      onEnd({ error: new ServiceFault('Lambda.SdkClientException') });
    });
  };

  return {
    invoke,
    call: (name, about, run) =>
      scheduler.await((resume) => {
        invoke(name, about, run, (value) => resume({ value }, entropy.between(1, 30)));
      }),
    die() {
      const task = scheduler.current();
      const end = task && dying.get(task);
      end?.();
      return end !== undefined;
    },
    running: () => running,
  };
}

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
