/**
 * Every alarm rings when it should and keeps quiet when it should: the alarms of the template, on the figures that AWS
 * would have. Figures of our own come from the functions themselves, out of the lines they print.
 */
import { describe, expect, test } from 'vitest';
import { MailRefusedError, MailRejectedError } from '../../domain/ports/errors.ts';
import { metricNamespace } from '../../domain/report/metrics.ts';
import { addDuration, addMinutes } from '../../domain/time/local-time.ts';
import { aLead } from '../support/a-lead.ts';
import { aWorld } from '../support/a-world.ts';
import { type DataPoint, isRinging, watchedBy } from '../support/cloudwatch.ts';
import { filledIn, resourcesOf } from './a-stack.ts';
import {
  answers5xx,
  calls,
  documented,
  executions,
  failedWrites,
  functions,
  lambda,
  oldestIn,
  point,
  queue,
  refusedByGateway,
  reputation,
  sentTo,
  template,
  throttledWrites,
} from './aws-figures.ts';
import {
  dayOfRequests,
  digestAt,
  digestTime,
  down,
  figures,
  fromOneNetwork,
  lostTimers,
  type Run,
  refusedBySes,
  startingNothing,
  storingNothing,
  withForm,
} from './own-figures.ts';

const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ properties }) => ({
  key: String(properties.AlarmDescription).split('#').at(-1) ?? '',
  properties,
}));

interface Scenario {
  /** It must ring on each of these. */
  readonly rings: Readonly<Record<string, () => Points>>;
  /** And on none of these. */
  readonly quiet: Readonly<Record<string, () => Points>>;
}
type Points = readonly DataPoint[] | Promise<readonly DataPoint[]>;

/** Fails so often within its span; once less is borne. */
function failing(name: string, times: number): Scenario {
  return {
    rings: {
      'crashes and time-outs': () => [lambda(name, 'Errors', times)],
    },
    quiet: {
      'fewer of them': () => [lambda(name, 'Errors', times - 1)],
      'faults of other functions': () =>
        functions.filter((one) => one.name !== name).map((one) => lambda(one.name, 'Errors', 100)),
      'no calls at all': () => [],
    },
  };
}

function lost(queueBegins: string, others: readonly string[]): Scenario {
  return {
    rings: { 'one message': () => [queue(queueBegins, 1)] },
    quiet: {
      'an empty queue': () => [queue(queueBegins, 0)],
      'messages in other queues': () => others.map((other) => queue(other, 5)),
    },
  };
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'capture-lead-fails': failing('capture-lead', 1),
  'receive-hook-fails': failing('receive-hook', 1),
  'show-form-fails': failing('show-form', 1),
  'show-logo-fails': failing('show-logo', 1),
  'check-health-fails': failing('check-health', 1),
  'act-on-lead-fails': failing('act-on-lead', 1),
  'serve-desk-fails': failing('serve-desk', 1),
  'follow-up-lead-fails': failing('follow-up-lead', 5),
  'receive-mail-fails': failing('receive-mail', 5),
  'record-mail-event-fails': failing('record-mail-event', 5),
  'drain-submissions-fails': failing('drain-submissions', 5),
  'send-digest-fails': failing('send-digest', 2),
  'reconcile-leads-fails': failing('reconcile-leads', 2),
  'lead-api-fails': {
    rings: { 'one answer 5xx': () => [answers5xx(1)] },
    quiet: { 'answers of other kinds': () => [answers5xx(0)] },
  },
  'lead-api-refuses': {
    rings: { 'a call that the gateway turned away': () => [refusedByGateway(1)] },
    quiet: { 'none of them': () => [refusedByGateway(0)] },
  },
  'lead-api-flooded': {
    rings: {
      'a door that is full for five minutes, though no line in the log says so': () => [calls(20 * 300)],
      'a flood at two doors, each below its limit': () => [calls(2 * 6 * 300)],
    },
    quiet: {
      'a scanner that opens all links of a digest': () => [calls(150)],
      'an advertisement on television: 500 forms, each with its page, script and logo': () => [
        calls(4 * 500),
      ],
    },
  },
  'functions-throttled': {
    rings: { 'a call that was not let through': () => [point('AWS/Lambda', 'Throttles', {})] },
    quiet: { 'calls that were': () => [point('AWS/Lambda', 'Throttles', {}, 0)] },
  },
  'lead-lifecycle-fails': {
    rings: {
      'an execution that failed': () => [executions('ExecutionsFailed', 1)],
      'one that failed half an hour ago, and is tried again': () => [
        { ...executions('ExecutionsFailed', 1), minutesAgo: 30 },
      ],
    },
    quiet: {
      'executions that end as they should': () => [
        executions('ExecutionsSucceeded', 10),
        executions('ExecutionsAborted', 10),
      ],
    },
  },
  'digest-lost': lost('DigestScheduleLostRuns', ['ReconcileScheduleLostRuns', 'IncomingMailLost']),
  'reconciliation-lost': lost('ReconcileScheduleLostRuns', ['DigestScheduleLostRuns']),
  'mail-lost': lost('IncomingMailLost', ['MailEventsLost', 'IncomingMailQueue']),
  'mail-event-lost': lost('MailEventsLost', ['IncomingMailLost', 'MailEventsQueue']),
  'submission-lost': lost('SubmissionsLost', ['IncomingMailLost', 'MailEventsLost', 'SubmissionsQueue']),
  'submissions-queued': {
    rings: {
      'a day on which the table stores nothing': () => dayOfRequests(storingNothing),
      'a single request': () => [sentTo('SubmissionsQueue', 1)],
    },
    quiet: {
      'an ordinary day, which puts nothing there': () => dayOfRequests(),
      'a day on which no timer starts, which the reconciler repairs': () => dayOfRequests(startingNothing),
      'messages in other queues': () => [
        sentTo('IncomingMailQueue', 50),
        sentTo('MailEventsQueue', 50),
        sentTo('SubmissionsLost', 1),
      ],
    },
  },
  'submissions-wait': {
    rings: {
      'a request that could not be stored for a quarter of an hour': () => [oldestIn('SubmissionsQueue', 15)],
    },
    quiet: {
      'a request that is tried a second time': () => [oldestIn('SubmissionsQueue', 7)],
      'an empty queue': () => [oldestIn('SubmissionsQueue', 0), queue('SubmissionsQueue', 0)],
      'messages that wait in other queues': () => [
        oldestIn('IncomingMailQueue', 60),
        oldestIn('SubmissionsLost', 10_000),
      ],
    },
  },
  'reconcile-leads-silent': {
    rings: {
      'no run for more than an hour': () => [
        { ...lambda('reconcile-leads', 'Invocations', 1), minutesAgo: 76 },
        lambda('send-digest', 'Invocations', 1),
      ],
    },
    quiet: {
      'a run each quarter of an hour': () =>
        [7, 22, 37].map((minutesAgo) => ({ ...lambda('reconcile-leads', 'Invocations', 1), minutesAgo })),
      'one run that comes late': () => [{ ...lambda('reconcile-leads', 'Invocations', 1), minutesAgo: 40 }],
    },
  },
  'lead-table-throttled': {
    rings: { 'writes that were refused': () => [throttledWrites(10)] },
    quiet: { 'a few, which are repeated': () => [throttledWrites(9)] },
  },
  'lead-table-faulty': {
    rings: { 'errors of DynamoDB': () => [failedWrites(5)] },
    quiet: { 'a few, which are repeated': () => [failedWrites(4)] },
  },
  'mails-held': {
    rings: {
      'a sender that is not verified, in the minute after': () =>
        refusedBySes(new MailRefusedError('not verified', 'ours'), { leads: 1, hours: 1, quietHours: 0 }),
      'and still between two looks, however long it lasts': () =>
        refusedBySes(new MailRefusedError('paused', 'ours'), { leads: 2, hours: 30, quietHours: 1 }),
      'an owner whose address is refused': () =>
        refusedBySes(new MailRejectedError('illegal address'), { leads: 1, hours: 1, quietHours: 0 }),
      'an outage of SES': () =>
        refusedBySes(new MailRefusedError('down'), { leads: 1, hours: 1, quietHours: 0 }),
    },
    quiet: {
      'some hours after it is mended': () =>
        refusedBySes(new MailRefusedError('not verified', 'ours'), { leads: 2, hours: 3, quietHours: 4 }),
      'a rate that is exceeded for a moment': async () => {
        const points = await refusedBySes(new MailRefusedError('rate'), {
          leads: 3,
          hours: 0.05,
          quietHours: 0,
        });
        return points;
      },
    },
  },
  'mail-bounces': {
    rings: { 'five in a hundred': () => [reputation('Reputation.BounceRate', 0.05)] },
    quiet: { 'two in a hundred': () => [reputation('Reputation.BounceRate', 0.02)] },
  },
  'mail-complaints': {
    rings: { 'one in a thousand': () => [reputation('Reputation.ComplaintRate', 0.001)] },
    quiet: { 'one in five thousand': () => [reputation('Reputation.ComplaintRate', 0.0002)] },
  },
  'source-silent': {
    rings: {
      'a form that brings nothing for a month': async () => {
        const run = await digestAt(digestTime('2026-11-24'), await withForm('2026-11-24', 30));
        return figures([run], addMinutes(run.at, 5));
      },
      'and still over Easter, when no digest looks': async () => {
        const run = await digestAt(digestTime('2026-04-02'), await withForm('2026-04-02', 30));
        return figures([run], digestTime('2026-04-07'));
      },
    },
    quiet: {
      'a form that brings something': async () => {
        const run = await digestAt(digestTime('2026-11-24'), await withForm('2026-11-24', 1));
        return figures([run], addMinutes(run.at, 5));
      },
      'a long weekend': async () => {
        const run = await digestAt(digestTime('2026-11-24'), await withForm('2026-11-24', 5));
        return figures([run], addMinutes(run.at, 5));
      },
      'a new deployment, whose rhythm nobody knows': async () => {
        const run = await digestAt(digestTime('2026-11-24'), await aWorld());
        return figures([run], addMinutes(run.at, 5));
      },
      'a deployment that has not run yet': () => [],
    },
  },
  'acknowledgements-withheld': {
    rings: { 'thirty people in a minute from one network': () => fromOneNetwork(30) },
    quiet: { 'an office of twelve': () => fromOneNetwork(12), 'nine too many': () => fromOneNetwork(29) },
  },
  'reconciler-repairs': {
    rings: { 'several leads without a timer': () => lostTimers(3) },
    quiet: { 'a single one': () => lostTimers(1), none: () => lostTimers(0) },
  },
  'digest-missing': {
    rings: {
      'a digest that fails at every try': async () => {
        const world = await aWorld({ leads: [aLead()] });
        const runs = [
          await digestAt(digestTime('2026-11-23'), world),
          await digestAt(digestTime('2026-11-24'), down(world)),
        ];
        return figures(runs, addDuration(digestTime('2026-11-23'), 'PT30H'));
      },
      'a digest that nobody started': async () => {
        const run = await digestAt(digestTime('2026-11-23'), await aWorld());
        return figures([run], addDuration(run.at, 'PT30H'));
      },
    },
    quiet: {
      'a digest that had nothing to say': async () => {
        const run = await digestAt(digestTime('2026-11-23'), await aWorld());
        return figures([run], addDuration(run.at, 'PT24H'));
      },
      'a Sunday': async () => {
        const run = await digestAt(digestTime('2026-11-22'), await aWorld({ leads: [aLead()] }));
        return figures([run], addDuration(run.at, 'PT24H'));
      },
    },
  },
};

describe.each(alarms)('$key', ({ key, properties }) => {
  const scenario = scenarios[key] ?? { rings: {}, quiet: {} };

  test('has a case in which it must ring, and one in which it must not', () => {
    expect(Object.keys(scenario.rings)).not.toHaveLength(0);
    expect(Object.keys(scenario.quiet)).not.toHaveLength(0);
  });

  test.each(Object.entries(scenario.rings))('rings: %s', async (_, points) => {
    expect(isRinging(properties, await points(), filledIn)).toBe(true);
  });

  test.each(Object.entries(scenario.quiet))('keeps quiet: %s', async (_, points) => {
    expect(isRinging(properties, await points(), filledIn)).toBe(false);
  });

  test('looks at a metric that exists', () => {
    const { Namespace, MetricName, Dimensions } = watchedBy(properties);
    // Ours are proven by the lines that the functions print.
    if (Namespace === metricNamespace) return;
    expect(documented[Namespace]?.metrics).toContain(MetricName);
    const names = Dimensions.map(({ Name }) => Name).toSorted();
    expect(documented[Namespace]?.dimensions).toContain(names.join());
  });
});

test('there is no case for an alarm that is gone', () => {
  expect(Object.keys(scenarios).filter((key) => !alarms.some((alarm) => alarm.key === key))).toEqual([]);
});

test('the digest is not missed on the day that has 25 hours', async () => {
  const world = await aWorld();
  const runs: Run[] = [];
  for (const date of ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26']) {
    runs.push(await digestAt(digestTime(date), world));
  }
  const alarm = alarms.find(({ key }) => key === 'digest-missing');
  for (let hour = 24; hour <= 96; hour++) {
    const now = addDuration(digestTime('2026-10-23'), `PT${hour}H`);
    expect(isRinging(alarm?.properties, figures(runs, now), filledIn)).toBe(false);
  }
});
