import { describe, expect, test } from 'vitest';
import { maxMessageBytes } from '../../domain/capture/captured-submission.ts';
import { resourceNames } from '../../infra/names.ts';
import { aConfig, aTemplate, filledIn, functionsOf, resourcesOf } from './a-stack.ts';

const template = aTemplate();
const { submissionQueue: name } = resourceNames(aConfig());
const queues = resourcesOf(template, 'AWS::SQS::Queue');
const queue = queues.find(({ properties }) => properties.QueueName === name);
const lost = queues.find(({ properties }) => properties.QueueName === `${name}-lost`);
const worker = functionsOf(template).find((one) => one.name === 'drain-submissions');

const hours = 3600;

describe('the queue of submissions that could not be stored', () => {
  test('goes on trying for a day, which no outage of the table has lasted', () => {
    const { VisibilityTimeout, RedrivePolicy } = queue?.properties ?? {};
    const triedForSeconds = VisibilityTimeout * RedrivePolicy.maxReceiveCount;
    expect(triedForSeconds).toBeGreaterThanOrEqual(24 * hours);
    expect(RedrivePolicy.deadLetterTargetArn).toEqual({ 'Fn::GetAtt': [lost?.logicalId, 'Arn'] });
  });

  test('tries again within minutes: somebody waits for an answer', () => {
    expect(queue?.properties.VisibilityTimeout).toBeLessThanOrEqual(10 * 60);
    expect(queue?.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker?.properties.Timeout);
  });

  test('leaves a week at least, from when it was sent, to look at what was given up', () => {
    const { VisibilityTimeout, RedrivePolicy } = queue?.properties ?? {};
    const triedForSeconds = VisibilityTimeout * RedrivePolicy.maxReceiveCount;
    expect(queue?.properties.MessageRetentionPeriod).toBeGreaterThan(triedForSeconds);
    expect(lost?.properties.MessageRetentionPeriod - triedForSeconds).toBeGreaterThan(7 * 24 * hours);
  });

  test('takes every submission that the program gives it', () => {
    expect(queue?.properties.MaximumMessageSize).toBe(maxMessageBytes);
  });

  test('is drained one by one, with room left for the visitors of the moment', () => {
    const [source] = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => filledIn(properties.EventSourceArn) === `<${queue?.logicalId}.Arn>`,
    );
    expect(source?.properties).toMatchObject({
      BatchSize: 1,
      FunctionName: { Ref: worker?.logicalId },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('tells somebody when it is needed, when it does not empty, and when something is given up', () => {
    const metricsOf = (logicalId: string | undefined) =>
      resourcesOf(template, 'AWS::CloudWatch::Alarm')
        .filter(({ properties }) => JSON.stringify(properties.Dimensions ?? []).includes(`"${logicalId}"`))
        .map(({ properties }) => properties.MetricName)
        .sort();
    expect(metricsOf(queue?.logicalId)).toEqual(['ApproximateAgeOfOldestMessage', 'NumberOfMessagesSent']);
    expect(metricsOf(lost?.logicalId)).toEqual(['ApproximateNumberOfMessagesVisible']);
  });

  test.each(['capture-lead', 'receive-hook', 'act-on-lead'])('gets what %s cannot store', (door) => {
    const { Environment } = functionsOf(template).find((one) => one.name === door)?.properties ?? {};
    expect(Environment.Variables.SUBMISSION_QUEUE_URL).toEqual({ Ref: queue?.logicalId });
  });
});
