/**
 * What AWS asks for in Frankfurt (eu-central-1), in US dollars without tax. The one place for prices: when AWS changes
 * its list, change it here, run `npm run cost -- --readme`, and the README follows.
 *
 * `seen` tells how far to trust a price: this file was written without access to AWS's own price list.
 * - `list`: others published it for Frankfurt as read from AWS's price list of 2026; the note has the date
 * - `page`: it stands for Frankfurt, or for all regions, on a page of AWS or in a bill or calculation somebody published
 * - `elsewhere`: found for us-east-1 only, where most of these prices are the same
 * - `memory`: known from earlier years and found nowhere; to be compared with the source before anybody relies on it
 */

/** When this list was put together. */
export const pricesOf = '2026-11-26';

/** The services, as the bill names them. */
export const services = [
  'Lambda',
  'DynamoDB',
  'AWS Backup',
  'Step Functions',
  'HTTP API',
  'SES',
  'SQS',
  'SNS',
  'S3',
  'Secrets Manager',
  'EventBridge Scheduler',
  'CloudWatch',
  'CloudWatch Logs',
  'Data transfer',
] as const;
export type Service = (typeof services)[number];

interface Tier {
  /** The tier ends with this amount a month; the last one has no end. */
  readonly upTo?: number;
  /** For `per` units. */
  readonly usd: number;
}

export interface Price {
  readonly service: Service;
  /** What is counted. */
  readonly unit: string;
  /** So many units have the price. */
  readonly per: number;
  readonly tiers: readonly [Tier, ...Tier[]];
  /** Units a month that cost nothing, in every account and for good. */
  readonly alwaysFree?: number;
  readonly source: string;
  readonly seen: 'list' | 'page' | 'elsewhere' | 'memory';
  readonly note?: string;
}

const million = 1_000_000;

export const prices = {
  lambdaRequests: {
    service: 'Lambda',
    unit: 'calls',
    per: million,
    tiers: [{ usd: 0.2 }],
    alwaysFree: million,
    source: 'https://aws.amazon.com/lambda/pricing/',
    seen: 'page',
  },
  lambdaGigabyteSeconds: {
    service: 'Lambda',
    unit: 'GB-seconds on arm64',
    per: 1,
    tiers: [{ upTo: 7_500 * million, usd: 0.0000133334 }, { usd: 0.0000120001 }],
    alwaysFree: 400_000,
    source: 'https://aws.amazon.com/lambda/pricing/',
    seen: 'page',
    note: 'The base price, which Frankfurt has. Loading the code is billed since August 2025.',
  },
  tableWrites: {
    service: 'DynamoDB',
    unit: 'write request units',
    per: million,
    tiers: [{ usd: 0.7625 }],
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    seen: 'page',
    note: 'Half of the price before November 2024.',
  },
  tableReads: {
    service: 'DynamoDB',
    unit: 'read request units',
    per: million,
    tiers: [{ usd: 0.1525 }],
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    seen: 'page',
  },
  tableGigabytes: {
    service: 'DynamoDB',
    unit: 'GB-months stored',
    per: 1,
    tiers: [{ usd: 0.306 }],
    alwaysFree: 25,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    seen: 'page',
  },
  recoveryGigabytes: {
    service: 'DynamoDB',
    unit: 'GB-months under point-in-time recovery',
    per: 1,
    tiers: [{ usd: 0.2448 }],
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    seen: 'memory',
  },
  backupGigabytes: {
    service: 'AWS Backup',
    unit: 'GB-months of table copies in a warm vault',
    per: 1,
    tiers: [{ usd: 0.1224 }],
    source: 'https://aws.amazon.com/backup/pricing/',
    seen: 'memory',
    note: 'Published for us-east-1 only, with 0.10; storing in a table is dearer in Frankfurt by the same 22.4 percent (0.306 for 0.25).',
  },
  transitions: {
    service: 'Step Functions',
    unit: 'state transitions',
    per: 1000,
    tiers: [{ usd: 0.025 }],
    alwaysFree: 4000,
    source: 'https://aws.amazon.com/step-functions/pricing/',
    seen: 'page',
  },
  httpCalls: {
    service: 'HTTP API',
    unit: 'calls of up to 512 KB',
    per: million,
    tiers: [{ upTo: 300 * million, usd: 1.2 }, { usd: 1.08 }],
    source: 'https://aws.amazon.com/api-gateway/pricing/',
    seen: 'page',
    note: 'The second tier is from memory. A million calls are free in the first year only.',
  },
  mailsSent: {
    service: 'SES',
    unit: 'mails sent',
    per: 1000,
    tiers: [{ upTo: 10 * million, usd: 0.16 }, { upTo: 100 * million, usd: 0.14 }, { usd: 0.11 }],
    source: 'https://aws.amazon.com/ses/pricing/',
    seen: 'elsewhere',
    note: 'The plan "Essentials", which new accounts have since 2026-07-21 (price list of 2026-07-22). Accounts from before, and those that choose "à la carte", pay 0.10.',
  },
  mailGigabytesSent: {
    service: 'SES',
    unit: 'GB of mail sent',
    per: 1,
    tiers: [{ usd: 0.12 }],
    source: 'https://aws.amazon.com/ses/pricing/',
    seen: 'elsewhere',
    note: 'Asked for attachments only, of which we send few: whole mails are an upper bound (price list of 2026-07-22).',
  },
  mailsReceived: {
    service: 'SES',
    unit: 'mails received',
    per: 1000,
    tiers: [{ usd: 0.1 }],
    source: 'https://aws.amazon.com/ses/pricing/',
    seen: 'elsewhere',
    note: 'Price list of 2026-07-22.',
  },
  mailChunksReceived: {
    service: 'SES',
    unit: 'begun pieces of 256 KB received',
    per: 1000,
    tiers: [{ usd: 0.09 }],
    source: 'https://aws.amazon.com/ses/pricing/',
    seen: 'elsewhere',
    note: 'Price list of 2026-07-22. Begun pieces are an upper bound: whole ones are billed.',
  },
  queueRequests: {
    service: 'SQS',
    unit: 'requests of up to 64 KB',
    per: million,
    tiers: [{ upTo: 100_000 * million, usd: 0.4 }, { usd: 0.3 }],
    alwaysFree: million,
    source: 'https://aws.amazon.com/sqs/pricing/',
    seen: 'elsewhere',
  },
  topicMessages: {
    service: 'SNS',
    unit: 'messages of up to 64 KB',
    per: million,
    tiers: [{ usd: 0.5 }],
    alwaysFree: million,
    source: 'https://aws.amazon.com/sns/pricing/',
    seen: 'elsewhere',
    note: 'Their way into a queue costs nothing here, only the request there.',
  },
  bucketGigabytes: {
    service: 'S3',
    unit: 'GB-months stored',
    per: 1,
    tiers: [{ upTo: 50_000, usd: 0.0245 }, { upTo: 500_000, usd: 0.0235 }, { usd: 0.0225 }],
    source: 'https://aws.amazon.com/s3/pricing/',
    seen: 'list',
    note: 'Price list of 2026-08-31, eu-central-1.',
  },
  bucketWrites: {
    service: 'S3',
    unit: 'PUT and LIST requests',
    per: 1000,
    tiers: [{ usd: 0.0054 }],
    source: 'https://aws.amazon.com/s3/pricing/',
    seen: 'list',
    note: 'Price list of 2026-08-31, eu-central-1.',
  },
  bucketReads: {
    service: 'S3',
    unit: 'GET requests',
    per: 1000,
    tiers: [{ usd: 0.00043 }],
    source: 'https://aws.amazon.com/s3/pricing/',
    seen: 'list',
    note: 'Price list of 2026-08-31, eu-central-1.',
  },
  secrets: {
    service: 'Secrets Manager',
    unit: 'secrets',
    per: 1,
    tiers: [{ usd: 0.4 }],
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    seen: 'page',
  },
  secretReads: {
    service: 'Secrets Manager',
    unit: 'API calls',
    per: 10_000,
    tiers: [{ usd: 0.05 }],
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    seen: 'page',
  },
  scheduledRuns: {
    service: 'EventBridge Scheduler',
    unit: 'runs',
    per: million,
    tiers: [{ usd: 1 }],
    alwaysFree: 14 * million,
    source: 'https://aws.amazon.com/eventbridge/pricing/',
    seen: 'elsewhere',
  },
  alarmMetrics: {
    service: 'CloudWatch',
    unit: 'metrics that alarms look at',
    per: 1,
    tiers: [{ usd: 0.1 }],
    alwaysFree: 10,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    seen: 'page',
    note: 'Not the alarms are counted but the metrics they reference: the sum of four costs four times as much (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_billing.html).',
  },
  customMetrics: {
    service: 'CloudWatch',
    unit: 'metrics of our own',
    per: 1,
    tiers: [
      { upTo: 10_000, usd: 0.3 },
      { upTo: 250_000, usd: 0.1 },
      { upTo: million, usd: 0.05 },
      { usd: 0.02 },
    ],
    alwaysFree: 10,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    seen: 'elsewhere',
    note: 'Each for the whole month, which is an upper bound: from memory, only hours in which something was told are billed.',
  },
  dashboards: {
    service: 'CloudWatch',
    unit: 'dashboards',
    per: 1,
    tiers: [{ usd: 3 }],
    alwaysFree: 3,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    seen: 'page',
    note: 'Free up to 50 metrics each; `resources.ts` refuses larger ones.',
  },
  logGigabytes: {
    service: 'CloudWatch Logs',
    unit: 'GB written',
    per: 1,
    tiers: [{ usd: 0.63 }],
    alwaysFree: 5,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    seen: 'page',
    note: "Lambda's and API Gateway's logs become cheaper beyond 10 TB, which no business of ours reaches.",
  },
  logGigabytesKept: {
    service: 'CloudWatch Logs',
    unit: 'GB-months stored',
    per: 1,
    tiers: [{ usd: 0.0324 }],
    alwaysFree: 5,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    seen: 'page',
    note: 'The free 5 GB are one allowance for writing, storing and scanning; they are taken for each, which a large bill does not notice.',
  },
  gigabytesOut: {
    service: 'Data transfer',
    unit: 'GB to the internet',
    per: 1,
    tiers: [
      { upTo: 10_000, usd: 0.09 },
      { upTo: 50_000, usd: 0.085 },
      { upTo: 150_000, usd: 0.07 },
      { usd: 0.05 },
    ],
    alwaysFree: 100,
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
    seen: 'list',
    note: 'Price list of 2026-08-31, eu-central-1. The free 100 GB are of the whole account.',
  },
} as const satisfies Readonly<Record<string, Price>>;

/** What is counted and paid for. */
export type Meter = keyof typeof prices;
export const meters = Object.keys(prices) as Meter[];
