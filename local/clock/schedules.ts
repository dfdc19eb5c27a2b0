/** What happens by the clock on the wall: EventBridge Scheduler on one machine. */
import { Cron } from 'croner';
import type { Activity } from './activity.ts';
import type { LocalClock } from './clock.ts';

interface Schedule {
  readonly name: string;
  /** Minute, hour, day of month, month, day of week; in UTC. */
  readonly pattern: string;
  readonly run: () => Promise<unknown>;
}

interface Surroundings {
  readonly schedules: readonly Schedule[];
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly onFailure: (name: string, error: unknown) => void;
}

export function startSchedules({ schedules, clock, activity, onFailure }: Surroundings): void {
  for (const { name, pattern, run } of schedules) {
    const cron = new Cron(pattern, { paused: true, utcOffset: 0 });
    const plan = () => {
      const next = cron.nextRun(new Date(clock.nowMs()));
      if (!next) throw new Error(`The schedule ${name} never runs: ${pattern}`);
      clock.at(next.getTime(), () => {
        plan();
        activity.track(run().catch((error: unknown) => onFailure(name, error)));
      });
    };
    plan();
  }
}
