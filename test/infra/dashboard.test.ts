import { expect, test } from 'vitest';
import * as z from 'zod';
import { metricDimension, metricNamespace, metricUnits } from '../../domain/report/metrics.ts';
import { aTemplate, filledIn, functionNames, functionsOf, onlyResourceOf, resourcesOf } from './a-stack.ts';

const template = aTemplate();
const { properties } = onlyResourceOf(template, 'AWS::CloudWatch::Dashboard');

const widget = z.object({
  type: z.string(),
  properties: z.looseObject({
    title: z.string().optional(),
    markdown: z.string().optional(),
    alarms: z.array(z.string()).optional(),
    metrics: z.array(z.array(z.unknown())).optional(),
  }),
});
const body = z.object({ widgets: z.array(widget) }).parse(JSON.parse(filledIn(properties.DashboardBody)));
const widgets = body.widgets.map((one) => one.properties);
const series = widgets.flatMap(({ metrics = [] }) => metrics.map((parts) => parts.slice(0, -1).map(String)));

test('the dashboard of a deployment is found by its name', () => {
  expect(properties.DashboardName).toBe('Nachfass-muster-prod');
  expect(template.toJSON().Outputs.DashboardUrl.Value).toMatch(
    /#dashboards\/dashboard\/Nachfass-muster-prod$/,
  );
});

test.each(Object.keys(metricUnits))('shows %s of this deployment', (metric) => {
  expect(series).toContainEqual([metricNamespace, metric, metricDimension, 'muster-prod']);
});

test('shows the business first, then what rings, then the machinery', () => {
  const headings = widgets.flatMap(({ markdown }) => markdown ?? []);
  expect(headings).toEqual(['## The business, by day', '## What rings', '## The machinery, by hour']);
});

test('shows every alarm', () => {
  const shown = widgets.flatMap(({ alarms = [] }) => alarms);
  const all = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ logicalId }) => `<${logicalId}.Arn>`);
  expect(shown.toSorted()).toEqual(all.toSorted());
});

test('shows errors and duration of every function, each under its own name', () => {
  for (const name of functionNames) {
    const lambda = functionsOf(template).find((one) => one.name === name);
    for (const metric of ['Errors', 'Duration']) {
      const shown = widgets
        .flatMap(({ metrics = [] }) => metrics)
        .filter((parts) => parts[1] === metric && parts[3] === `<${lambda?.logicalId}>`);
      expect(shown.map((parts) => (parts.at(-1) as { label: string }).label)).toEqual([name]);
    }
  }
});

test('shows what waits in every queue', () => {
  for (const { logicalId } of resourcesOf(template, 'AWS::SQS::Queue')) {
    const depth = ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', `<${logicalId}.QueueName>`];
    expect(series).toContainEqual(depth);
  }
});

test('shows the table, the workflow and the API', () => {
  const shown = new Set(series.map(([namespace]) => namespace));
  expect([...shown].toSorted()).toEqual([
    'AWS/ApiGateway',
    'AWS/DynamoDB',
    'AWS/Lambda',
    'AWS/SQS',
    'AWS/States',
    metricNamespace,
  ]);
});

test('every chart has a title, and together they stay free of charge', () => {
  for (const { metrics, title } of widgets) if (metrics) expect(title).toMatch(/^[A-Z][a-z]/);
  expect(series.length).toBeLessThanOrEqual(50);
});
