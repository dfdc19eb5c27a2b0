import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { aTemplate, filledIn, forCompany, functionsOf, resourcesOf } from './a-stack.ts';

const template = aTemplate(forCompany({ country: 'CH', region: 'ZH', timeZone: 'Europe/Zurich' }));
const functions = functionsOf(template);
const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ properties }) => ({
  properties,
  runs: functions.find(({ logicalId }) => filledIn(properties.Target.Arn) === `<${logicalId}.Arn>`),
}));

function scheduleOf(name: string) {
  return schedules.find(({ runs }) => runs?.name === name)?.properties;
}

test('whether a digest is due is asked every five minutes of the clock, whatever the hour of the business', () => {
  expect(scheduleOf('send-digest')).toMatchObject({ ScheduleExpression: 'cron(0/5 * * * ? *)' });
  const early = aTemplate(forCompany({ digestAt: '05:05' }));
  const expressions = (of: Template) =>
    resourcesOf(of, 'AWS::Scheduler::Schedule').map(({ properties }) => properties.ScheduleExpression);
  expect(expressions(early)).toEqual(expressions(template));
});

test('the reconciler runs every 15 minutes and looks for what is 10 minutes late', () => {
  expect(scheduleOf('reconcile-leads')).toMatchObject({ ScheduleExpression: 'rate(15 minutes)' });
  const reconciler = functions.find(({ name }) => name === 'reconcile-leads');
  expect(reconciler?.properties.Environment.Variables).toMatchObject({ OVERDUE_MINUTES: '10' });
});

describe.each(schedules)('the schedule of $runs.name', ({ properties, runs }) => {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const queue = queues.find(
    ({ logicalId }) => filledIn(properties.Target.DeadLetterConfig.Arn) === `<${logicalId}.Arn>`,
  );

  test('runs on the minute and tries again', () => {
    expect(properties.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(properties.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
  });

  test('keeps what could not be handed over and what failed at every try in one encrypted queue', () => {
    expect(queue?.properties).toMatchObject({ SqsManagedSseEnabled: true });
    const asynchronous = resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').find(
      (config) => config.properties.FunctionName.Ref === runs?.logicalId,
    );
    expect(filledIn(asynchronous?.properties.DestinationConfig.OnFailure.Destination)).toBe(
      `<${queue?.logicalId}.Arn>`,
    );
  });

  test('alarms when something is in the queue', () => {
    const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
      (alarm) =>
        alarm.properties.MetricName === 'ApproximateNumberOfMessagesVisible' &&
        alarm.properties.Dimensions[0].Value['Fn::GetAtt'][0] === queue?.logicalId,
    );
    expect(watched).toHaveLength(1);
  });
});

test('every queue refuses calls without TLS', () => {
  const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy');
  for (const { logicalId } of resourcesOf(template, 'AWS::SQS::Queue')) {
    const policy = policies.find(({ properties }) => properties.Queues[0].Ref === logicalId);
    expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});
