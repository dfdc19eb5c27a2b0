import { afterEach, expect, test } from 'vitest';
import { trackActivity } from '../../../local/clock/activity.ts';
import { type LocalClock, localClock } from '../../../local/clock/clock.ts';
import { startSchedules } from '../../../local/clock/schedules.ts';

const clocks: LocalClock[] = [];
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

function startEachQuarter(now: string, run: () => Promise<unknown> = async () => {}) {
  const activity = trackActivity();
  const clock = localClock({ startMs: Date.parse(now), quiet: activity.quiet, keepOffset: () => {} });
  clocks.push(clock);
  const ran: string[] = [];
  const failed: string[] = [];
  startSchedules({
    schedules: [
      {
        name: 'reconcile',
        pattern: '*/15 * * * *',
        run: () => {
          ran.push(clock.now());
          return run();
        },
      },
    ],
    clock,
    activity,
    onFailure: (name) => failed.push(name),
  });
  return { clock, ran, failed };
}

test('runs on the minutes of the clock, however it is moved', async () => {
  const { clock, ran } = startEachQuarter('2026-10-25T00:07:00.000Z');
  await clock.move((nowMs) => nowMs + 20 * 60_000);
  await clock.move((nowMs) => nowMs + 25 * 60_000);
  expect(ran).toEqual(['2026-10-25T00:15:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T00:45:00.000Z']);
});

test('a run that fails does not end the schedule', async () => {
  const { clock, ran, failed } = startEachQuarter('2026-11-23T03:00:00.000Z', async () => {
    throw new Error('no mail today');
  });
  await clock.move((nowMs) => nowMs + 30 * 60_000);
  expect(ran).toHaveLength(2);
  expect(failed).toEqual(['reconcile', 'reconcile']);
});
