/** Figures that AWS publishes of the deployed stack. */
import { expect } from 'vitest';
import type { DataPoint } from '../support/cloudwatch.ts';
import { aTemplate, functionsOf, onlyResourceOf, resourcesOf } from './a-stack.ts';

export const template = aTemplate();
export const functions = functionsOf(template);

/** What AWS publishes by itself: namespace, metric, and the dimensions under which it does (`''`: none, the account). */
export const documented: Readonly<
  Record<string, { dimensions: readonly string[]; metrics: readonly string[] }>
> = {
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
  'AWS/Lambda': {
    dimensions: ['FunctionName', ''],
    metrics: ['Invocations', 'Errors', 'Throttles', 'Duration'],
  },
  // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
  'AWS/States': {
    dimensions: ['StateMachineArn'],
    metrics: ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsStarted', 'ExecutionsSucceeded'],
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
  'AWS/SQS': {
    dimensions: ['QueueName'],
    metrics: ['ApproximateNumberOfMessagesVisible', 'NumberOfMessagesSent', 'ApproximateAgeOfOldestMessage'],
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
  'AWS/ApiGateway': { dimensions: ['ApiId'], metrics: ['Count', '4xx', '5xx', 'Latency'] },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
  'AWS/DynamoDB': {
    dimensions: ['Operation,TableName', 'TableName'],
    metrics: ['WriteThrottleEvents', 'SystemErrors'],
  },
  // What a filter of the log makes, under the name that the filter gives it.
  ...Object.fromEntries(
    resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ properties }) => {
      const [made] = properties.MetricTransformations;
      return [made.MetricNamespace, { dimensions: [''], metrics: [made.MetricName] }];
    }),
  ),
  // https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html
  'AWS/SES': {
    dimensions: ['ses:configuration-set'],
    metrics: ['Reputation.BounceRate', 'Reputation.ComplaintRate'],
  },
};

export function point(
  namespace: string,
  metric: string,
  dimensions: Record<string, string>,
  value = 1,
): DataPoint {
  return { namespace, metric, dimensions, value, minutesAgo: 1 };
}

/** Calls that the access log tells of with 429, as its filter counts them. */
export function refusedByGateway(calls: number): DataPoint {
  const { FilterPattern, MetricTransformations } = onlyResourceOf(
    template,
    'AWS::Logs::MetricFilter',
  ).properties;
  expect(FilterPattern).toBe('{ $.status = "429" }');
  const [{ MetricNamespace, MetricName, MetricValue }] = MetricTransformations;
  return point(MetricNamespace, MetricName, {}, calls * Number(MetricValue));
}

export function functionOf(name: string) {
  const found = functions.find((one) => one.name === name);
  if (!found) throw new Error(`No function ${name}`);
  return found;
}

export const lambda = (name: string, metric: string, value: number): DataPoint =>
  point('AWS/Lambda', metric, { FunctionName: `<${functionOf(name).logicalId}>` }, value);
export const queue = (
  logicalIdBegins: string,
  value: number,
  metric = 'ApproximateNumberOfMessagesVisible',
): DataPoint => {
  const found = resourcesOf(template, 'AWS::SQS::Queue').filter(({ logicalId }) =>
    logicalId.startsWith(logicalIdBegins),
  );
  expect(found).toHaveLength(1);
  const QueueName = `<${found[0]?.logicalId}.QueueName>`;
  return point('AWS/SQS', metric, { QueueName }, value);
};
export const sentTo = (logicalIdBegins: string, messages: number): DataPoint =>
  queue(logicalIdBegins, messages, 'NumberOfMessagesSent');
export const oldestIn = (logicalIdBegins: string, minutes: number): DataPoint =>
  queue(logicalIdBegins, minutes * 60, 'ApproximateAgeOfOldestMessage');
export const executions = (metric: string, value: number): DataPoint =>
  point('AWS/States', metric, { StateMachineArn: '<LeadLifecycle>' }, value);
export const answers5xx = (value: number): DataPoint =>
  point('AWS/ApiGateway', '5xx', { ApiId: '<LeadApi>' }, value);
/** All calls, whatever they were answered. */
export const calls = (value: number): DataPoint =>
  point('AWS/ApiGateway', 'Count', { ApiId: '<LeadApi>' }, value);
const table = (metric: string, dimensions: Record<string, string>, value: number): DataPoint =>
  point('AWS/DynamoDB', metric, { TableName: '<LeadTable>', ...dimensions }, value);
export const throttledWrites = (value: number) => table('WriteThrottleEvents', {}, value);
export const failedWrites = (value: number) => table('SystemErrors', { Operation: 'PutItem' }, value);
export const reputation = (metric: string, value: number): DataPoint => {
  const { logicalId } = onlyResourceOf(template, 'AWS::SES::ConfigurationSet');
  return point('AWS/SES', metric, { 'ses:configuration-set': `<${logicalId}>` }, value);
};
