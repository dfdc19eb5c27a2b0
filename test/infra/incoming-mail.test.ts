import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import { NachfassStack } from '../../infra/nachfass-stack.ts';
import { resourceNames } from '../../infra/names.ts';
import { ReceivingStack } from '../../infra/receiving-stack.ts';
import { aConfig, anApp, aTemplate, filledIn, functionsOf, onlyResourceOf, resourcesOf } from './a-stack.ts';

const template = aTemplate();
const config = aConfig();

function receivingTemplate(config = aConfig()) {
  const app = anApp();
  const main = new NachfassStack(app, { config, code: (name) => Code.fromInline(`// ${name}`) });
  const stack = new ReceivingStack(app, { config, main, address: 'anfrage@mail.muster.example' });
  return { stack, template: Template.fromStack(stack) };
}

/** Days until what lies below a prefix is deleted; the empty prefix is everything. */
function daysByPrefix(of: Template): Readonly<Record<string, number>> {
  const { Rules } = onlyResourceOf(of, 'AWS::S3::Bucket').properties.LifecycleConfiguration as {
    Rules: readonly { Prefix?: string; ExpirationInDays?: number }[];
  };
  return Object.fromEntries(
    Rules.flatMap(({ Prefix = '', ExpirationInDays }) =>
      ExpirationInDays === undefined ? [] : [[Prefix, ExpirationInDays]],
    ),
  );
}

describe('raw mails', () => {
  const bucket = onlyResourceOf(template, 'AWS::S3::Bucket');

  test('outlive the stack, are encrypted by the bucket and seen by nobody else', () => {
    expect(bucket.logicalId).toBe('MailBucket');
    expect(bucket).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
    expect(JSON.stringify(bucket.properties.BucketEncryption)).toContain('"SSEAlgorithm":"AES256"');
    expect(Object.values(bucket.properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  });

  test('are deleted after twelve months, or when the settings say so', () => {
    expect(daysByPrefix(template)).toMatchObject({ 'mail/': 365, 'files/': 365 });
    expect(daysByPrefix(aTemplate({ mailRetentionDays: 90 }))).toMatchObject({ 'mail/': 90, 'files/': 90 });
  });

  test('do not take the logos with them, which mails that went out show for good', () => {
    const prefixes = Object.keys(daysByPrefix(template));
    expect(prefixes.filter((prefix) => 'logo/'.startsWith(prefix))).toEqual([]);
  });

  test('leave no version behind when the mails of an erased person are deleted', () => {
    expect(bucket.properties).not.toHaveProperty('VersioningConfiguration');
  });

  test('come from our receipt rule only', () => {
    const { properties } = onlyResourceOf(template, 'AWS::S3::BucketPolicy');
    const statements = properties.PolicyDocument.Statement as Record<string, unknown>[];
    const [put, ...others] = statements.filter(({ Action }) => Action === 's3:PutObject');
    expect(others).toEqual([]);
    expect(put).toMatchObject({ Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' } });
    const { StringEquals = {} } = (put?.Condition ?? {}) as { StringEquals?: Record<string, unknown> };
    const { ruleSet, rule } = resourceNames(config);
    expect(filledIn(StringEquals['aws:SourceArn'])).toMatch(
      new RegExp(`:receipt-rule-set/${ruleSet}:receipt-rule/${rule}$`),
    );
    expect(StringEquals['aws:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });
});

describe.each([
  ['mails', 'receive-mail', resourceNames(config).mailQueue],
  ['mail events', 'record-mail-event', resourceNames(config).mailEventQueue],
])('the queue of %s', (_, worker, name) => {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const queue = queues.find(({ properties }) => properties.QueueName === name);
  const lost = queues.find(({ properties }) => properties.QueueName === `${name}-lost`);
  const lambda = functionsOf(template).find((one) => one.name === worker);

  test('gives a message up when it has outlived an outage of an hour, and somebody is told', () => {
    const { deadLetterTargetArn, maxReceiveCount } = queue?.properties.RedrivePolicy ?? {};
    expect(deadLetterTargetArn).toEqual({ 'Fn::GetAtt': [lost?.logicalId, 'Arn'] });
    const lasts = (maxReceiveCount - 1) * queue?.properties.VisibilityTimeout;
    expect(lasts).toBeGreaterThan(3600);
    expect(lasts).toBeLessThan(2 * 3600);
    expect(lost?.properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(({ properties }) =>
      JSON.stringify(properties.Dimensions ?? []).includes(`"${lost?.logicalId}"`),
    );
    expect(alarms.map(({ properties }) => properties.MetricName)).toEqual([
      'ApproximateNumberOfMessagesVisible',
    ]);
  });

  test('shows a message to one worker at a time', () => {
    expect(queue?.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * lambda?.properties.Timeout);
    const [source] = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => filledIn(properties.EventSourceArn) === `<${queue?.logicalId}.Arn>`,
    );
    expect(source?.properties).toMatchObject({
      BatchSize: 1,
      FunctionName: { Ref: lambda?.logicalId },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('is fed by a topic that SES may publish to, and only for this account', () => {
    const [subscription] = resourcesOf(template, 'AWS::SNS::Subscription').filter(
      ({ properties }) => filledIn(properties.Endpoint) === `<${queue?.logicalId}.Arn>`,
    );
    const topic = subscription?.properties.TopicArn.Ref;
    const policy = resourcesOf(template, 'AWS::SNS::TopicPolicy').find(({ properties }) =>
      properties.Topics.some(({ Ref }: { Ref: string }) => Ref === topic),
    );
    expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'ses.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });
});

test('bounces, complaints and deliveries are told', () => {
  const { properties } = onlyResourceOf(template, 'AWS::SES::ConfigurationSetEventDestination');
  expect(properties.EventDestination.MatchingEventTypes).toEqual(
    expect.arrayContaining(['bounce', 'complaint', 'delivery', 'deliveryDelay']),
  );
});

describe('the receiving stack', () => {
  const receiving = receivingTemplate();

  test('holds nothing but the receipt rule, so that the rest deploys anywhere', () => {
    const types = Object.values(receiving.template.toJSON().Resources as Record<string, { Type: string }>);
    expect(types.map(({ Type }) => Type).sort()).toEqual([
      'AWS::SES::ReceiptRule',
      'AWS::SES::ReceiptRuleSet',
    ]);
    expect(receiving.stack.dependencies.map(({ stackName }) => stackName)).toEqual(['Nachfass-muster-prod']);
  });

  test('puts its rule into a set that several businesses share, and the bucket takes mails from there', () => {
    const shared = aConfig({ receiptRuleSet: 'agency' });
    const { template: receiving } = receivingTemplate(shared);
    expect(resourcesOf(receiving, 'AWS::SES::ReceiptRuleSet')).toEqual([]);
    expect(onlyResourceOf(receiving, 'AWS::SES::ReceiptRule').properties).toMatchObject({
      RuleSetName: 'agency',
      Rule: { Name: 'nachfass-muster-prod' },
    });
    const policy = onlyResourceOf(aTemplate({ receiptRuleSet: 'agency' }), 'AWS::S3::BucketPolicy');
    expect(JSON.stringify(policy.properties)).toContain(
      ':receipt-rule-set/agency:receipt-rule/nachfass-muster-prod',
    );
  });

  test('takes every address of the domain, marks spam and refuses nothing', () => {
    const { properties } = onlyResourceOf(receiving.template, 'AWS::SES::ReceiptRule');
    expect(properties.Rule).toMatchObject({
      Enabled: true,
      ScanEnabled: true,
      Recipients: ['mail.muster.example'],
      Actions: [{ S3Action: { ObjectKeyPrefix: 'mail/' } }],
    });
    expect(properties.Rule.Actions[0].S3Action).not.toHaveProperty('KmsKeyArn');
    expect(properties.RuleSetName).toBe(resourceNames(config).ruleSet);
    expect(properties.Rule.Name).toBe(resourceNames(config).rule);
  });

  test('says what must be entered in the DNS and which rules must be switched on', () => {
    const outputs = receiving.template.toJSON().Outputs as Record<string, { Value: string }>;
    expect(outputs.MailExchanger?.Value).toBe(
      'mail.muster.example MX 10 inbound-smtp.eu-central-1.amazonaws.com',
    );
    expect(outputs.ActivateRuleSet?.Value).toContain(resourceNames(config).ruleSet);
  });
});
