import { expect, test } from 'vitest';
import { readSection } from '../../../docs/section.ts';
import { readmeCost } from '../../../ops/cost/in-words.ts';
import { type Service, services } from '../../../ops/cost/prices.ts';
import { countDeployed, runsPerMonth } from '../../../ops/cost/resources.ts';
import { perLead } from '../../../ops/cost/units.ts';

/** Types of resources that cost money, and the line of the bill they stand in. */
const paid: Readonly<Record<string, Service>> = {
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
const free: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Integration': partOfApi,
  'AWS::ApiGatewayV2::Route': partOfApi,
  'AWS::ApiGatewayV2::Stage': partOfApi,
  'AWS::Backup::BackupSelection': 'Says what a plan copies; the copies are paid.',
  'AWS::Backup::BackupVault': 'Costs by what lies in it, which the plan puts there.',
  'AWS::Events::Rule':
    "Events of AWS's own services are free; what it tells a topic is a few messages a year.",
  'AWS::IAM::Policy': rights,
  'AWS::IAM::Role': rights,
  'AWS::Logs::MetricFilter':
    'Its metric is paid by the hours in which there is a line to count: when the gateway refused somebody.',
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

const deployed = countDeployed();

test('each resource of the stacks is priced, or free with a reason', () => {
  const unknown = deployed.types.filter((type) => !Object.hasOwn(paid, type) && !Object.hasOwn(free, type));
  expect(unknown).toEqual([]);
});

test('what is priced is all of a production deployment: it takes in mails, and is copied each night', () => {
  for (const type of ['AWS::DynamoDB::Table', 'AWS::SES::ReceiptRule', 'AWS::Backup::BackupPlan']) {
    expect(deployed.types).toContain(type);
  }
});

test('nothing is priced and free at once', () => {
  expect(Object.keys(paid).filter((type) => Object.hasOwn(free, type))).toEqual([]);
  for (const reason of Object.values(free)) expect(reason).toMatch(/\.$/);
});

test('what costs money has a line in the bill', () => {
  for (const service of Object.values(paid)) expect(services).toHaveProperty([service]);
});

test.each([
  ['rate(15 minutes)', 2920],
  ['rate(1 hour)', 730],
  ['rate(2 days)', 15.2],
  ['cron(30 6 * * ? *)', 30.4],
  ['cron(0/5 * * * ? *)', 8760],
])('%s runs %d times a month', (expression, runs) => {
  expect(runsPerMonth(expression)).toBeCloseTo(runs, 1);
});

test('a schedule that nobody can count is refused, not left out', () => {
  expect(() => runsPerMonth('cron(0/5 8-17 ? * MON-FRI *)')).toThrow('How often');
});

test('the functions that read the secret are known', () => {
  const readers = deployed.functions.filter(({ readsSecret }) => readsSecret).map(({ name }) => name);
  expect(readers).toContain('follow-up-lead');
  expect(readers).toContain('show-form');
  expect(readers).not.toContain('show-logo');
});

test('the README tells what it costs now (npm run cost -- --readme)', () => {
  expect(readSection('README.md', 'cost'), 'run: npm run cost -- --readme').toBe(
    readmeCost(perLead, deployed),
  );
});

test('each function that a lead calls is deployed', () => {
  const names = deployed.functions.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(perLead.calls)));
});
