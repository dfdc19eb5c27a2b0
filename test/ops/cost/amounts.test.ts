import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsFor } from '../../../ops/cost/amounts.ts';
import { billFor } from '../../../ops/cost/bill.ts';
import { meters } from '../../../ops/cost/prices.ts';
import { perLead } from '../../../ops/cost/units.ts';
import { aBackupPlan, aDeployment, aDeploymentWith } from './a-deployment.ts';

const deployed = aDeployment();
const at = (leads: number) => amountsFor(leads, perLead, deployed);
const usd = (leads: number, resources = deployed) => billFor(amountsFor(leads, perLead, resources));
const volume = fc.integer({ min: 0, max: 1_000_000 });

/** A function starts cold more rarely the busier it is. */
const withColdStarts = ['gigabyteSeconds', 'secretReads'];

describe.each(meters.filter((meter) => !withColdStarts.includes(meter)))('%s', (meter) => {
  test('grows with every lead by the same', () => {
    fc.assert(
      fc.property(volume, volume, (one, other) => {
        const grown = (leads: number) => at(leads)[meter] - at(0)[meter];
        expect(grown(one + other)).toBeCloseTo(grown(one) + grown(other), 3);
      }),
    );
  });
});

test('more leads never cost less', () => {
  fc.assert(
    fc.property(volume, volume, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      for (const meter of meters) expect(at(more)[meter]).toBeGreaterThanOrEqual(at(less)[meter]);
      expect(usd(more)).toBeGreaterThanOrEqual(usd(less));
    }),
  );
});

test('without leads only what stands and what runs by the clock is paid', () => {
  const nothing = at(0);
  for (const meter of [
    'transitions',
    'tableGigabytes',
    'recoveryGigabytes',
    'backupGigabytes',
    'bucketGigabytes',
    'mailsReceived',
    'bucketReads',
  ] as const) {
    expect(nothing[meter], meter).toBe(0);
  }
  for (const meter of ['alarmMetrics', 'secrets', 'queueRequests', 'scheduledRuns', 'httpCalls'] as const) {
    expect(nothing[meter], meter).toBeGreaterThan(0);
  }
  // One digest a day.
  expect(nothing.mailsSent).toBeCloseTo(30.4, 1);
});

describe('the bill follows the stack', () => {
  const more = (type: string, properties: Readonly<Record<string, unknown>>) =>
    usd(20, aDeploymentWith(type, properties)) - usd(20);
  const metricStat = (MetricName: string) => ({
    MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName } },
  });

  test('an alarm costs by the metrics it looks at', () => {
    const one = more('AWS::CloudWatch::Alarm', { Namespace: 'AWS/SQS', MetricName: 'Age' });
    expect(one).toBeCloseTo(0.1);
    const Metrics = [{ Expression: 'm0 + m1' }, metricStat('m0'), metricStat('m1')];
    expect(more('AWS::CloudWatch::Alarm', { Metrics })).toBeCloseTo(0.2);
  });

  test('a dashboard', () => {
    expect(more('AWS::CloudWatch::Dashboard', {})).toBeCloseTo(3);
  });

  test('a queue that Lambda polls costs although nothing is in it', () => {
    expect(more('AWS::Lambda::EventSourceMapping', {})).toBeCloseTo(0.26, 2);
  });

  test('each copy of the table that is kept costs like the table is large', () => {
    const copies = (days: number) => more('AWS::Backup::BackupPlan', aBackupPlan({ DeleteAfterDays: days }));
    expect(at(20).backupGigabytes).toBeCloseTo(35 * at(20).tableGigabytes);
    expect(copies(30)).toBeGreaterThan(0);
    expect(copies(60)).toBeCloseTo(2 * copies(30));
  });

  test('a secret', () => {
    expect(more('AWS::SecretsManager::Secret', {})).toBeCloseTo(0.4);
  });

  test.each([
    [
      'a function on another processor',
      'AWS::Lambda::Function',
      { Description: '', MemorySize: 512, Architectures: ['x86_64'] },
    ],
    ['a table of fixed capacity', 'AWS::DynamoDB::Table', { BillingMode: 'PROVISIONED' }],
    ['copies that are kept for ever', 'AWS::Backup::BackupPlan', aBackupPlan({})],
    [
      'copies that are put into the cold',
      'AWS::Backup::BackupPlan',
      aBackupPlan({ MoveToColdStorageAfterDays: 7, DeleteAfterDays: 100 }),
    ],
    ['logs that are kept for ever', 'AWS::Logs::LogGroup', {}],
  ])('%s has no price and is refused', (_, type, properties) => {
    expect(() => aDeploymentWith(type, properties)).toThrow();
  });
});
