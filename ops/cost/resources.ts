/** What a deployment consists of, counted in the templates that CloudFormation would get. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { metricUnits, rareMetrics } from '../../domain/report/metrics.ts';
import { synthesize, type Template } from '../synthesize.ts';

export const hoursPerMonth = 730;
export const daysPerMonth = hoursPerMonth / 24;

const keptForEver = 'has no monthly price if it is kept for ever';
const backupRule = z.object({
  ScheduleExpression: z.string(),
  Lifecycle: z.object({
    DeleteAfterDays: z.number(keptForEver),
    MoveToColdStorageAfterDays: z.undefined('prices.ts knows warm copies only').optional(),
  }),
  CopyActions: z.undefined('prices.ts knows copies in one region only').optional(),
});

/** What is read of each type. What has another price than `prices.ts` knows is refused. */
const schemas = {
  'AWS::Lambda::Function': z.object({
    Description: z.string(),
    MemorySize: z.number(),
    Architectures: z.tuple([z.literal('arm64')], 'prices.ts knows functions on arm64 only'),
    Environment: z.unknown(),
  }),
  'AWS::Scheduler::Schedule': z.object({
    ScheduleExpression: z.string(),
    Target: z.object({ Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) }),
  }),
  'AWS::CloudWatch::Alarm': z.object({ Metrics: z.array(z.looseObject({})).optional() }),
  'AWS::DynamoDB::Table': z.object({
    BillingMode: z.literal('PAY_PER_REQUEST', 'prices.ts knows tables on demand only'),
    PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }).optional(),
  }),
  'AWS::Backup::BackupPlan': z.object({ BackupPlan: z.object({ BackupPlanRule: z.array(backupRule) }) }),
  'AWS::Logs::LogGroup': z.object({ RetentionInDays: z.number(keptForEver) }),
  'AWS::S3::Bucket': z.object({
    LifecycleConfiguration: z
      .object({ Rules: z.array(z.object({ ExpirationInDays: z.number().optional() })) })
      .default({ Rules: [] }),
  }),
};

export type Resources = ReturnType<typeof countResources>;

/** What would really be deployed. */
export function countDeployed(): Resources {
  const folder = mkdtempSync(join(tmpdir(), 'nachfass-cost-'));
  try {
    return countResources(synthesize({ into: folder, bundled: false }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error the templates hold something that cannot be counted. */
export function countResources(templates: readonly Template[]) {
  const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
  const idsOf = (type: string) => all.filter(([, { Type }]) => Type === type).map(([id]) => id);
  const read = <T extends keyof typeof schemas>(type: T) =>
    all
      .filter(([, { Type }]) => Type === type)
      .map(([, { Properties = {} }]) => schemas[type].parse(Properties) as z.output<(typeof schemas)[T]>);

  const functionIds = idsOf('AWS::Lambda::Function');
  const secrets = idsOf('AWS::SecretsManager::Secret');
  const functions = read('AWS::Lambda::Function').map(({ Description, MemorySize, Environment }) => ({
    name: Description.replace('Nachfass ', ''),
    memoryMegabytes: MemorySize,
    readsSecret: secrets.some((id) => JSON.stringify(Environment).includes(`"${id}"`)),
  }));
  const expirations = read('AWS::S3::Bucket').flatMap(({ LifecycleConfiguration }) =>
    LifecycleConfiguration.Rules.map(({ ExpirationInDays = 0 }) => ExpirationInDays),
  );

  return {
    types: [...new Set(all.map(([, { Type }]) => Type))],
    functions,
    schedules: read('AWS::Scheduler::Schedule').map(({ Target, ScheduleExpression }) => ({
      functionName: functions[functionIds.indexOf(Target.Arn['Fn::GetAtt'][0])]?.name ?? 'unknown',
      runsPerMonth: runsPerMonth(ScheduleExpression),
    })),
    /** Queues that Lambda polls, day and night. */
    polledQueues: idsOf('AWS::Lambda::EventSourceMapping').length,
    secrets: secrets.length,
    dashboards: idsOf('AWS::CloudWatch::Dashboard').length,
    /** Metrics that alarms look at; an alarm on a sum looks at several. */
    alarmMetrics: read('AWS::CloudWatch::Alarm')
      .flatMap(({ Metrics = [{ MetricStat: 'the only one' }] }) => Metrics)
      .filter((metric) => 'MetricStat' in metric).length,
    /** Of our own, as far as they are counted in each month. */
    customMetrics: Object.keys(metricUnits).length - rareMetrics.length,
    recovery: read('AWS::DynamoDB::Table').some(
      ({ PointInTimeRecoverySpecification }) => PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
    ),
    /**
     * Copies of the table that lie in vaults at once. Each is a whole one, and costs for itself:
     * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GettingStartedBackupsAWS.html
     */
    tableCopies: read('AWS::Backup::BackupPlan')
      .flatMap(({ BackupPlan }) => BackupPlan.BackupPlanRule)
      .map((rule) => (runsPerMonth(rule.ScheduleExpression) * rule.Lifecycle.DeleteAfterDays) / daysPerMonth)
      .reduce((sum, copies) => sum + copies, 0),
    logMonths:
      Math.max(0, ...read('AWS::Logs::LogGroup').map((group) => group.RetentionInDays)) / daysPerMonth,
    /** How long mails are kept. */
    bucketMonths: Math.max(0, ...expirations) / daysPerMonth,
  };
}

/** @throws Error an expression that nobody has needed yet. */
export function runsPerMonth(expression: string): number {
  const [, every, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (every !== undefined) {
    const hours = { minute: 1 / 60, hour: 1, day: 24 }[unit as 'minute' | 'hour' | 'day'];
    return hoursPerMonth / (Number(every) * hours);
  }
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return daysPerMonth;
  const [, eachMinutes] = /^cron\(0\/(\d+) \* \* \* \? \*\)$/.exec(expression) ?? [];
  if (eachMinutes !== undefined) return hoursPerMonth * Math.ceil(60 / Number(eachMinutes));
  throw new Error(`How often is ${expression}? ops/cost/resources.ts cannot tell.`);
}
