/**
 * What AWS asks for in Frankfurt (eu-central-1), in US dollars without tax. The one place for prices: when AWS changes
 * its list, change it here, run `npm run cost -- --readme`, and the README follows.
 *
 * Only the first tier of each: the next begin where no business of ours comes to (10 million mails, 300 million calls,
 * 10,000 metrics or 10 TB a month), and are cheaper.
 */

/** When this list was put together. */
export const pricesOf = '2026-11-26';

/** The services, as the bill names them, each with the page that has its prices. */
export const services = {
  Lambda: 'https://aws.amazon.com/lambda/pricing/',
  DynamoDB: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  'AWS Backup': 'https://aws.amazon.com/backup/pricing/',
  'Step Functions': 'https://aws.amazon.com/step-functions/pricing/',
  'HTTP API': 'https://aws.amazon.com/api-gateway/pricing/',
  SES: 'https://aws.amazon.com/ses/pricing/',
  SQS: 'https://aws.amazon.com/sqs/pricing/',
  SNS: 'https://aws.amazon.com/sns/pricing/',
  S3: 'https://aws.amazon.com/s3/pricing/',
  'Secrets Manager': 'https://aws.amazon.com/secrets-manager/pricing/',
  'EventBridge Scheduler': 'https://aws.amazon.com/eventbridge/pricing/',
  CloudWatch: 'https://aws.amazon.com/cloudwatch/pricing/',
  'CloudWatch Logs': 'https://aws.amazon.com/cloudwatch/pricing/',
  'Data transfer': 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
} as const;
export type Service = keyof typeof services;

export interface Price {
  readonly service: Service;
  /** What is counted. */
  readonly unit: string;
  readonly usd: number;
  readonly per: number;
  readonly free: number;
  /**
   * How far to trust the price: this file was written without access to AWS's own price list.
   * - `list`: others published it for Frankfurt as read from AWS's price list of 2026-08-31
   * - `page`: it stands for Frankfurt, or for all regions, on a page of AWS or in a bill or calculation somebody published
   * - `elsewhere`: found for us-east-1 only, where most of these prices are the same
   * - `memory`: known from earlier years and found nowhere; to be compared with the source before anybody relies on it
   */
  readonly seen: 'list' | 'page' | 'elsewhere' | 'memory';
}

const million = 1_000_000;

/** `usd` for `per` units; `free` units of a month cost nothing, in every account and for good. */
const price = (
  service: Service,
  unit: string,
  usd: number,
  per: number,
  seen: Price['seen'],
  free = 0,
): Price => ({ service, unit, usd, per, seen, free });

export const prices = {
  lambdaCalls: price('Lambda', 'calls', 0.2, million, 'page', million),
  // The base price of arm64, which Frankfurt has. Loading the code is billed since August 2025.
  gigabyteSeconds: price('Lambda', 'GB-seconds on arm64', 13.3334, million, 'page', 400_000),
  // Half of the price before November 2024.
  tableWrites: price('DynamoDB', 'write request units', 0.7625, million, 'page'),
  tableReads: price('DynamoDB', 'read request units', 0.1525, million, 'page'),
  tableGigabytes: price('DynamoDB', 'GB-months stored', 0.306, 1, 'page', 25),
  recoveryGigabytes: price('DynamoDB', 'GB-months under point-in-time recovery', 0.2448, 1, 'memory'),
  // Published for us-east-1 only, with 0.10; storing in a table is dearer in Frankfurt by the same 22.4 percent.
  backupGigabytes: price('AWS Backup', 'GB-months of table copies in a warm vault', 0.1224, 1, 'memory'),
  transitions: price('Step Functions', 'state transitions', 0.025, 1000, 'page', 4000),
  // A million are free in the first year only.
  httpCalls: price('HTTP API', 'calls of up to 512 KB', 1.2, million, 'page'),
  // The plan "Essentials", which new accounts have since 2026-07-21 (price list of 2026-07-22). Accounts from before, and
  // those that choose "à la carte", pay 0.10. It asks 0.12 for a GB of attachments, too: we send calendar entries.
  mailsSent: price('SES', 'mails sent', 0.16, 1000, 'elsewhere'),
  mailsReceived: price('SES', 'mails received', 0.1, 1000, 'elsewhere'),
  // Begun pieces are an upper bound: whole ones are billed.
  mailChunksReceived: price('SES', 'begun pieces of 256 KB received', 0.09, 1000, 'elsewhere'),
  queueRequests: price('SQS', 'requests of up to 64 KB', 0.4, million, 'elsewhere', million),
  // Their way into a queue costs nothing here, only the request there.
  topicMessages: price('SNS', 'messages of up to 64 KB', 0.5, million, 'elsewhere', million),
  bucketGigabytes: price('S3', 'GB-months stored', 0.0245, 1, 'list'),
  bucketWrites: price('S3', 'PUT and LIST requests', 0.0054, 1000, 'list'),
  bucketReads: price('S3', 'GET requests', 0.00043, 1000, 'list'),
  secrets: price('Secrets Manager', 'secrets', 0.4, 1, 'page'),
  secretReads: price('Secrets Manager', 'API calls', 0.05, 10_000, 'page'),
  scheduledRuns: price('EventBridge Scheduler', 'runs', 1, million, 'elsewhere', 14 * million),
  // Not the alarms are counted but the metrics they reference: the sum of four costs four times as much
  // (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_billing.html).
  alarmMetrics: price('CloudWatch', 'metrics that alarms look at', 0.1, 1, 'page', 10),
  // Each for the whole month, which is an upper bound: from memory, only hours in which something was told are billed.
  customMetrics: price('CloudWatch', 'metrics of our own', 0.3, 1, 'elsewhere', 10),
  // Free up to 50 metrics each (test/infra/dashboard.test.ts).
  dashboards: price('CloudWatch', 'dashboards', 3, 1, 'page', 3),
  // The free 5 GB are one allowance for writing, storing and scanning; they are taken for each of the two.
  logGigabytes: price('CloudWatch Logs', 'GB written', 0.63, 1, 'page', 5),
  logGigabytesKept: price('CloudWatch Logs', 'GB-months stored', 0.0324, 1, 'page', 5),
  // The free 100 GB are of the whole account.
  gigabytesOut: price('Data transfer', 'GB to the internet', 0.09, 1, 'list', 100),
} satisfies Readonly<Record<string, Price>>;

/** What is counted and paid for. */
export type Meter = keyof typeof prices;
export const meters = Object.keys(prices) as Meter[];
