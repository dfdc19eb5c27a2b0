import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { aBackupStack, aTemplate, resourcesOf } from './a-stack.ts';

const template = aTemplate({ alarmEmail: 'wache@example.org' });
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
/** Besides it, SES has topics of its own. */
const topics = resourcesOf(template, 'AWS::SNS::Topic').filter(({ logicalId }) =>
  logicalId.startsWith('Alarms'),
);
const topic = { logicalId: topics.map(({ logicalId }) => logicalId).join() };

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const alarmSections = [...runbook.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);

const keys = alarms.map(({ properties }) => String(properties.AlarmDescription).split('#').at(-1) ?? '');

describe.each(alarms)('$logicalId', ({ properties }) => {
  test('says in a sentence who is hurt, and where to read what to do', () => {
    expect(properties.AlarmDescription).toMatch(/^[A-Z][^#]{20,}\. What to do: docs\/runbook\.md#[a-z-]+$/);
  });

  test('is explained there: who is hurt, where to look, what to do', () => {
    const key = String(properties.AlarmDescription).split('#').at(-1) ?? '';
    const [, section = ''] = runbook.split(`### ${key}\n`);
    const text = section.split(/^#{2,3} /m)[0] ?? '';
    for (const part of ['Who is hurt', 'Look', 'Do']) expect(text).toContain(`**${part}.** `);
  });

  test('reaches a person', () => {
    expect(properties.AlarmActions).toEqual([{ Ref: topic.logicalId }]);
  });

  test('treats silence as what it means', () => {
    const silenceIsBad = properties.ComparisonOperator === 'LessThanThreshold';
    expect(properties.TreatMissingData).toBe(silenceIsBad ? 'breaching' : 'notBreaching');
  });
});

/** Faults that an event tells of, and no metric. */
const told = resourcesOf(Template.fromStack(aBackupStack()), 'AWS::Events::Rule').map(
  ({ properties }) => /#([a-z-]+)/.exec(properties.Targets[0].InputTransformer.InputTemplate)?.[1],
);

test('the runbook has a section for each alarm, and none for alarms that do not exist', () => {
  expect([...alarmSections].sort()).toEqual([...keys, ...told].sort());
});

test.each([
  ['a lead whose execution failed', 'ExecutionsFailed'],
  ['an answer 5xx', '5xx'],
  ['bounces', 'Reputation.BounceRate'],
  ['complaints', 'Reputation.ComplaintRate'],
  ['a table that throttles', 'WriteThrottleEvents'],
  ['a table that fails', 'SystemErrors'],
  ['an account without capacity for its functions', 'Throttles'],
])('there is an alarm on %s', (_, metric) => {
  const watching = alarms.filter(({ properties }) =>
    JSON.stringify(properties).includes(`"MetricName":"${metric}"`),
  );
  expect(watching).toHaveLength(1);
});

test('a reconciler that does not run at all is noticed within the hour', () => {
  const silent = alarms.find(
    ({ properties }) =>
      properties.MetricName === 'Invocations' && properties.TreatMissingData === 'breaching',
  );
  expect(silent?.properties.Period * silent?.properties.EvaluationPeriods).toBeLessThanOrEqual(3600);
});

test('whatever ends in a queue that nothing drains makes somebody look', () => {
  const ends = resourcesOf(template, 'AWS::SQS::Queue').filter(
    ({ properties }) => properties.RedrivePolicy === undefined,
  );
  expect(ends.length).toBeGreaterThan(0);
  for (const { logicalId } of ends) {
    const watching = alarms.filter(
      ({ properties }) =>
        properties.MetricName === 'ApproximateNumberOfMessagesVisible' &&
        properties.Dimensions[0].Value['Fn::GetAtt'][0] === logicalId,
    );
    expect(watching).toHaveLength(1);
  }
});

test('the alarms of a deployment cost less than two dollars and sixty cents a month', () => {
  const [priceOfAlarm, freeOfAccount] = [0.1, 10];
  expect((alarms.length - freeOfAccount) * priceOfAlarm).toBeLessThan(2.6);
});

test.each(['source-silent', 'reconciler-repairs', 'digest-missing'])(
  '%s looks at the figures of this deployment, and of no other',
  (key) => {
    const [ours] = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(({ properties }) =>
      properties.AlarmDescription.endsWith(`#${key}`),
    );
    expect(ours?.properties.Dimensions).toEqual([{ Name: 'deployment', Value: 'muster-prod' }]);
  },
);

test('alarms go to the address that was asked for, and to nobody otherwise', () => {
  const toPeople = (of: ReturnType<typeof aTemplate>) =>
    resourcesOf(of, 'AWS::SNS::Subscription')
      .map(({ properties }) => properties)
      .filter(({ Protocol }) => Protocol !== 'sqs');
  expect(toPeople(template)).toEqual([
    { Protocol: 'email', Endpoint: 'wache@example.org', TopicArn: { Ref: topic.logicalId } },
  ]);
  expect(toPeople(aTemplate())).toEqual([]);
});

test('alarms link to where the runbook is published', () => {
  const published = aTemplate({ runbookUrl: 'https://wiki.example.org/nachfass/runbook' });
  for (const { properties } of resourcesOf(published, 'AWS::CloudWatch::Alarm')) {
    expect(properties.AlarmDescription).toContain('https://wiki.example.org/nachfass/runbook#');
  }
});
