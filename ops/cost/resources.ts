/** What a deployment consists of, counted in the templates that CloudFormation would get. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Service } from './prices.ts';

/** Types of resources that cost money, and the line of the bill they stand in. */
export const paid: Readonly<Record<string, Service>> = {
  'AWS::ApiGatewayV2::Api': 'HTTP API',
  'AWS::Backup::BackupPlan': 'AWS Backup',
  'AWS::CloudWatch::Alarm': 'CloudWatch',
  'AWS::CloudWatch::Dashboard': 'CloudWatch',
  'AWS::DynamoDB::Table': 'DynamoDB',
  'AWS::Lambda::EventSourceMapping': 'SQS',
  'AWS::Lambda::Function': 'Lambda',
  'AWS::Logs::LogGroup': 'CloudWatch Logs',
  'AWS::S3::Bucket': 'S3',
  'AWS::SES::EmailIdentity': 'SES',
  'AWS::SES::ReceiptRule': 'SES',
  'AWS::SNS::Topic': 'SNS',
  'AWS::SQS::Queue': 'SQS',
  'AWS::Scheduler::Schedule': 'EventBridge Scheduler',
  'AWS::SecretsManager::Secret': 'Secrets Manager',
  'AWS::StepFunctions::StateMachine': 'Step Functions',
};

const partOfApi = 'Part of the HTTP API, which is paid by the call.';
const rights = 'Rights and policies cost nothing.';

/** Types of resources that cost nothing, and why. */
export const free: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Integration': partOfApi,
  'AWS::ApiGatewayV2::Route': partOfApi,
  'AWS::ApiGatewayV2::Stage': partOfApi,
  'AWS::Backup::BackupSelection': 'Says what a plan copies; the copies are paid.',
  'AWS::Backup::BackupVault': 'Costs by what lies in it, which the plan puts there.',
  'AWS::Events::Rule':
    "Events of AWS's own services are free; what it tells a topic is a few messages a year.",
  'AWS::IAM::Policy': rights,
  'AWS::IAM::Role': rights,
  'AWS::Lambda::EventInvokeConfig': 'A setting of a function.',
  'AWS::Lambda::Permission': rights,
  'AWS::S3::BucketPolicy': rights,
  'AWS::SES::ConfigurationSet':
    'A setting of mails, which are paid one by one. Its reputation metrics are AWS’s own.',
  'AWS::SES::ConfigurationSetEventDestination':
    'SES asks nothing for telling; what it tells counts in SNS and SQS.',
  'AWS::SES::ReceiptRuleSet': 'A list of receipt rules; mails are paid one by one.',
  'AWS::SNS::Subscription':
    'Messages into queues are free; of those to an alarm mailbox the first 1,000 a month are.',
  'AWS::SNS::TopicPolicy': rights,
  'AWS::SQS::QueuePolicy': rights,
};

export interface Resources {
  /** How many of each type. */
  readonly types: Readonly<Record<string, number>>;
  readonly functions: readonly {
    readonly name: string;
    readonly memoryMegabytes: number;
    readonly readsSecret: boolean;
  }[];
  readonly schedules: readonly { readonly functionName: string; readonly runsPerMonth: number }[];
  /** Queues that Lambda polls, day and night. */
  readonly polledQueues: number;
  readonly secrets: number;
  readonly dashboards: number;
  /** Metrics that alarms look at; an alarm on a sum looks at several. */
  readonly alarmMetrics: number;
  /** Metrics of our own that alarms and dashboards show, as `<namespace>/<name>`. */
  readonly customMetrics: readonly string[];
  readonly recovery: boolean;
  /** Copies of the table that lie in vaults at once. */
  readonly tableCopies: number;
  readonly logMonths: number;
  /** How long mails are kept. */
  readonly bucketMonths: number;
}

export const hoursPerMonth = 730;
const daysPerMonth = hoursPerMonth / 24;

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The templates of all stacks of the example business, with the default settings: those of production. Without bundling: five seconds instead
 * of a minute, and the code is not in a template anyway.
 */
export function synthesizedTemplates(): Template[] {
  const output = mkdtempSync(join(tmpdir(), 'nachfass-cost-'));
  try {
    execFileSync(process.execPath, ['infra/app.ts'], {
      cwd: repository,
      // Nothing else: the settings of a deployment may stand in the environment.
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: output,
        CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readdirSync(output)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => JSON.parse(readFileSync(join(output, file), 'utf8')) as Template);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

const lambdaFunction = z.object({
  Description: z.string(),
  MemorySize: z.number(),
  Architectures: z.tuple([z.literal('arm64')], 'prices.ts knows functions on arm64 only'),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const schedule = z.object({
  ScheduleExpression: z.string(),
  Target: z.object({ Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) }),
});
const metric = z.object({ Namespace: z.string(), MetricName: z.string() });
const alarm = z.union([
  metric.transform((one) => [one]),
  z
    .object({ Metrics: z.array(z.object({ MetricStat: z.object({ Metric: metric }).optional() })) })
    .transform(({ Metrics }) => Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? [])),
]);
const table = z.object({
  BillingMode: z.literal('PAY_PER_REQUEST', 'prices.ts knows tables on demand only'),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }).optional(),
});
const backupPlan = z.object({
  BackupPlan: z.object({
    BackupPlanRule: z.array(
      z.object({
        ScheduleExpression: z.string(),
        Lifecycle: z.object({
          DeleteAfterDays: z.number('copies that are kept for ever have no monthly price'),
          MoveToColdStorageAfterDays: z.undefined('prices.ts knows warm copies only').optional(),
        }),
        CopyActions: z.undefined('prices.ts knows copies in one region only').optional(),
      }),
    ),
  }),
});
const logGroup = z.object({ RetentionInDays: z.number('logs that are kept for ever have no monthly price') });
const bucket = z.object({
  LifecycleConfiguration: z
    .object({ Rules: z.array(z.object({ ExpirationInDays: z.number().optional() })) })
    .default({ Rules: [] }),
});
const dashboard = z.object({
  widgets: z.array(
    z.object({ properties: z.object({ metrics: z.array(z.array(z.unknown())).optional() }).optional() }),
  ),
});

/** @throws Error the templates hold something that cannot be counted. */
export function countResources(templates: readonly Template[]): Resources {
  const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
  const of = <S extends z.ZodType>(type: string, schema: S) =>
    all
      .filter(([, { Type }]) => Type === type)
      .map(
        ([id, { Properties }]) =>
          ({ id, ...(schema.parse(Properties ?? {}) as object) }) as { id: string } & z.output<S>,
      );
  const count = (type: string) => all.filter(([, { Type }]) => Type === type).length;

  const secretIds = all.flatMap(([id, { Type }]) => (Type === 'AWS::SecretsManager::Secret' ? [id] : []));
  const functions = of('AWS::Lambda::Function', lambdaFunction).map(
    ({ id, Description, MemorySize, Environment }) => ({
      id,
      name: Description.replace('Nachfass ', ''),
      memoryMegabytes: MemorySize,
      readsSecret: secretIds.some((secret) => JSON.stringify(Environment).includes(`"${secret}"`)),
    }),
  );
  const watched = all
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
    .flatMap(([, { Properties }]) => alarm.parse(Properties))
    .map(({ Namespace, MetricName }) => `${Namespace}/${MetricName}`);
  const shown = all
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Dashboard')
    .flatMap(([, { Properties }]) => metricsShown(Properties?.DashboardBody));

  return {
    types: Object.fromEntries(
      [...new Set(all.map(([, { Type }]) => Type))].map((type) => [type, count(type)]),
    ),
    functions: functions.map(({ id: _, ...rest }) => rest),
    schedules: of('AWS::Scheduler::Schedule', schedule).map(({ Target, ScheduleExpression }) => ({
      functionName: functions.find(({ id }) => id === Target.Arn['Fn::GetAtt'][0])?.name ?? 'unknown',
      runsPerMonth: runsPerMonth(ScheduleExpression),
    })),
    polledQueues: count('AWS::Lambda::EventSourceMapping'),
    secrets: secretIds.length,
    dashboards: count('AWS::CloudWatch::Dashboard'),
    alarmMetrics: watched.length,
    customMetrics: [...new Set([...watched, ...shown])].filter((name) => !name.startsWith('AWS/')).toSorted(),
    recovery: of('AWS::DynamoDB::Table', table).some(
      ({ PointInTimeRecoverySpecification }) => PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
    ),
    // Each is a whole one, and costs for itself.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GettingStartedBackupsAWS.html
    tableCopies: of('AWS::Backup::BackupPlan', backupPlan)
      .flatMap(({ BackupPlan }) => BackupPlan.BackupPlanRule)
      .reduce(
        (sum, { ScheduleExpression, Lifecycle }) =>
          sum + (runsPerMonth(ScheduleExpression) * Lifecycle.DeleteAfterDays) / daysPerMonth,
        0,
      ),
    logMonths:
      Math.max(0, ...of('AWS::Logs::LogGroup', logGroup).map((group) => group.RetentionInDays)) /
      daysPerMonth,
    bucketMonths:
      Math.max(
        0,
        ...of('AWS::S3::Bucket', bucket).flatMap(({ LifecycleConfiguration }) =>
          LifecycleConfiguration.Rules.map((rule) => rule.ExpirationInDays ?? 0),
        ),
      ) / daysPerMonth,
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
  throw new Error(`How often is ${expression}? ops/cost/resources.ts cannot tell.`);
}

/** A dashboard of more is paid in every account: https://aws.amazon.com/cloudwatch/pricing/ */
const mostFreeMetrics = 50;

/** The metrics in the text of a dashboard, whose names CloudFormation fills in. */
function metricsShown(body: unknown): string[] {
  const { widgets } = dashboard.parse(JSON.parse(textOf(body)));
  const metrics = widgets.flatMap(({ properties }) => properties?.metrics ?? []);
  if (metrics.length > mostFreeMetrics) {
    throw new Error(`A dashboard of ${metrics.length} metrics is never free, which prices.ts does not know`);
  }
  return metrics.flatMap(([namespace, name]) => (typeof name === 'string' ? [`${namespace}/${name}`] : []));
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  const parts = (body as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1];
  return parts ? parts.map((part) => (typeof part === 'string' ? part : 'x')).join('') : '{"widgets":[]}';
}
