import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/open-database.ts';
import { trackActivity } from '../../../local/clock/activity.ts';
import { type LocalClock, localClock } from '../../../local/clock/clock.ts';
import { startSchedules } from '../../../local/clock/schedules.ts';
import { openSettings, type Settings } from '../../../local/data/settings.ts';
import { until } from '../../support/until.ts';

let settings: Settings;
const clocks: LocalClock[] = [];
beforeEach(() => {
  settings = openSettings(openDatabase(':memory:'));
});
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

/** Starts the digest of a business in Munich; `run` may end the process in the middle by never settling. */
function startDigest(now: string, run: () => Promise<unknown> = async () => {}) {
  const activity = trackActivity();
  const clock = localClock({ startMs: Date.parse(now), quiet: activity.quiet, keepOffset: () => {} });
  clocks.push(clock);
  const ran: string[] = [];
  const failed: string[] = [];
  startSchedules({
    schedules: [
      {
        name: 'digest',
        pattern: '30 6 * * *',
        timeZone: 'Europe/Berlin',
        catchesUp: true,
        run: () => {
          ran.push(clock.now());
          return run();
        },
      },
    ],
    clock,
    activity,
    settings,
    onFailure: (name) => failed.push(name),
  });
  return { clock, activity, ran, failed };
}

test('06:30 on the wall stays 06:30 when the clocks go forward and back', async () => {
  const spring = startDigest('2027-03-27T12:00:00.000Z');
  await spring.clock.move(() => Date.parse('2027-03-29T12:00:00.000Z'));
  expect(spring.ran).toEqual(['2027-03-28T04:30:00.000Z', '2027-03-29T04:30:00.000Z']);

  const autumn = startDigest('2026-10-24T03:00:00.000Z');
  await autumn.clock.move(() => Date.parse('2026-10-25T12:00:00.000Z'));
  expect(autumn.ran).toEqual(['2026-10-24T04:30:00.000Z', '2026-10-25T05:30:00.000Z']);
});

test('what was due while the process was down is made up for within the morning', async () => {
  const before = startDigest('2026-11-23T03:00:00.000Z');
  before.clock.stop();
  const late = startDigest('2026-11-23T08:00:00.000Z');
  await late.activity.quiet();
  expect(late.ran).toHaveLength(1);
  const again = startDigest('2026-11-23T08:30:00.000Z');
  await again.activity.quiet();
  expect(again.ran).toEqual([]);
});

test('what is long past is not made up for, and the first start owes nothing', async () => {
  const first = startDigest('2026-11-23T08:00:00.000Z');
  await first.activity.quiet();
  expect(first.ran).toEqual([]);
  first.clock.stop();
  const days = startDigest('2026-11-24T16:00:00.000Z');
  await days.activity.quiet();
  expect(days.ran).toEqual([]);
});

test('a run that was cut off is made up for', async () => {
  const killed = startDigest('2026-11-23T05:29:59.000Z', () => new Promise(() => {}));
  void killed.clock.move((nowMs) => nowMs + 60_000);
  await until(() => killed.ran.length > 0);
  const next = startDigest('2026-11-23T05:31:00.000Z');
  await next.activity.quiet();
  expect(next.ran).toHaveLength(1);
});

test('a run that fails does not end the schedule', async () => {
  const { clock, ran, failed } = startDigest('2026-11-23T03:00:00.000Z', async () => {
    throw new Error('no mail today');
  });
  await clock.move((nowMs) => nowMs + 48 * 3_600_000);
  expect(ran).toHaveLength(2);
  expect(failed).toEqual(['digest', 'digest']);
});
