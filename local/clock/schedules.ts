/** What happens by the clock on the wall: EventBridge Scheduler on one machine. */
import { Cron } from 'croner';
import { type Settings, settingNames } from '../data/settings.ts';
import type { Activity } from './activity.ts';
import type { LocalClock } from './clock.ts';

interface Schedule {
  readonly name: string;
  /** Minute, hour, day of month, month, day of week. */
  readonly pattern: string;
  /** Absent: UTC. */
  readonly timeZone?: string | undefined;
  /** Runs late if the process was down when it was due. Otherwise the next time is soon enough. */
  readonly catchesUp: boolean;
  readonly run: () => Promise<unknown>;
}

interface Surroundings {
  readonly schedules: readonly Schedule[];
  readonly clock: LocalClock;
  readonly activity: Activity;
  /** Remember when each schedule that catches up is due next. */
  readonly settings: Settings;
  readonly onFailure: (name: string, error: unknown) => void;
}

/** As in the cloud: by then the owner has read his mail. */
const latestCatchUpMs = 6 * 60 * 60_000;

export function startSchedules({ schedules, clock, activity, settings, onFailure }: Surroundings): void {
  const keepDue = async (schedule: Schedule, next: Date) => {
    if (schedule.catchesUp) await settings.set(settingNames.due(schedule.name), next.toISOString());
  };

  for (const schedule of schedules) {
    const { name, pattern, timeZone, catchesUp } = schedule;
    const cron = new Cron(pattern, {
      paused: true,
      ...(timeZone === undefined ? { utcOffset: 0 } : { timezone: timeZone }),
    });

    /** The next time is kept only when this run is over: a run that was cut off is a run that was missed. */
    const run = async (next: Date) => {
      await schedule.run().catch((error: unknown) => onFailure(name, error));
      await keepDue(schedule, next).catch((error: unknown) => onFailure(name, error));
    };

    const plan = (): Date => {
      const next = cron.nextRun(new Date(clock.nowMs()));
      if (!next) throw new Error(`The schedule ${name} never runs: ${pattern}`);
      clock.at(next.getTime(), () => activity.track(run(plan())));
      return next;
    };

    const next = plan();
    const missedMs = clock.nowMs() - Date.parse(settings.get(settingNames.due(name)) ?? '');
    const missed = catchesUp && missedMs >= 0 && missedMs < latestCatchUpMs;
    activity.track(missed ? run(next) : keepDue(schedule, next));
  }
}
