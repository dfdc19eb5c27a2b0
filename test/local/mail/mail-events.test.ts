import { expect, test } from 'vitest';
import type { Log } from '../../../functions/shared/logger.ts';
import { trackActivity } from '../../../local/clock/activity.ts';
import { mailEvents } from '../../../local/mail/mail-events.ts';
import type { SesEvent } from '../../../local/mail/mail-simulator.ts';
import { until } from '../../support/until.ts';

function aPublisher(record: (event: SesEvent) => Promise<unknown>) {
  const known = new Set<string>();
  /** How often the log was asked about a mail it does not know. */
  const missed = { times: 0 };
  const errors: string[] = [];
  const log: Log = { info: () => undefined, warn: () => undefined, error: (message) => errors.push(message) };
  const activity = trackActivity();
  const publish = mailEvents({
    record,
    mailLog: {
      findLead: async (id) => {
        if (known.has(id)) return '7K2M9QX4TD';
        missed.times += 1;
        return undefined;
      },
    },
    now: () => '2026-11-23T09:00:00.000Z',
    activity,
    log,
  });
  return { publish, known, missed, activity, errors };
}

test('the event of a mail comes when the mail is in the log, and the clock waits for it', async () => {
  const recorded: [type: string, known: boolean][] = [];
  const { publish, known, missed, activity } = aPublisher(async ({ eventType }) =>
    recorded.push([eventType, known.has('0107')]),
  );
  publish('0107', ['bounce@customer.test', 'erika@customer.test']);
  await until(() => missed.times > 1);
  known.add('0107');
  await activity.quiet();
  expect(recorded).toEqual([['Bounce', true]]);
});

test('an event that cannot be noted is named in the log and stops nothing', async () => {
  const { publish, known, activity, errors } = aPublisher(() => Promise.reject(new Error('No table')));
  known.add('0107');
  publish('0107', ['complaint@customer.test']);
  await activity.quiet();
  expect(errors).toHaveLength(1);
});
