import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LegendPosition,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Metric } from '../../domain/report/metrics.ts';
import type { Alarms } from './alarms.ts';
import type { Figures } from './figures.ts';

export interface DashboardProps {
  readonly figures: Figures;
  readonly alarms: Alarms;
  /** By the names people know them by. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** By what waits in them. */
  readonly queues: Readonly<Record<string, IQueue>>;
  readonly answers: readonly IMetric[];
  readonly executions: readonly IMetric[];
  readonly table: readonly IMetric[];
}

/** Width of a row, in CloudWatch's columns. */
const columns = 24;

/**
 * One page for one deployment: how the business does, what rings, and how the machinery runs. An account has three
 * dashboards free as long as each shows 50 series at most; a larger one costs 3 USD a month.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { stackName, region } = Stack.of(this);
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: stackName,
      // Four weeks: the rhythm of a small business shows in weeks, not in hours.
      defaultInterval: Duration.days(28),
      widgets: [
        heading('The business, by day'),
        ...business(props.figures),
        heading('What rings'),
        [
          new AlarmStatusWidget({
            title: 'Alarms; docs/runbook.md tells what to do',
            width: columns,
            height: 6,
            alarms: props.alarms.all,
          }),
        ],
        heading('The machinery, by hour'),
        ...machinery(props),
      ],
    });
    new CfnOutput(Stack.of(this), 'DashboardUrl', {
      value: `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${stackName}`,
    });
  }
}

function business(figures: Figures): IWidget[][] {
  const daily = (name: Metric, label: string, statistic: string = Stats.SUM) =>
    figures.metric(name, { statistic, period: Duration.days(1) }).with({ label });
  return [
    row(
      chart('Requests and answers', [
        daily('Captured', 'Requests that came in'),
        daily('Answered', 'Answered at once'),
        daily('Withheld', 'Answers that wait for the owner'),
        daily('FollowUps', 'Follow-ups to customers'),
      ]),
      chart('Minutes to the first contact', [
        daily('FirstContactMinutes', 'Half of them sooner than', Stats.p(50)),
      ]),
    ),
    row(
      chart('Mails that failed', [
        daily('Bounces', 'Leads whose mail came back'),
        daily('Complaints', 'Leads that called it spam'),
        daily('MailsHeld', 'Times that the provider took none of ours'),
      ]),
      chart('The digest', [
        daily('DigestRuns', 'Came to its end'),
        daily('DigestsSent', 'Went out (not if there is nothing to say)'),
      ]),
      chart('What may be broken', [
        daily('SilentSources', 'Sources that fell silent', Stats.MAXIMUM),
        daily('Reconciled', 'Timers that were lost and given back'),
      ]),
    ),
  ];
}

function machinery({ functions, queues, answers, executions, table }: DashboardProps): IWidget[][] {
  const hourly = { period: Duration.hours(1) };
  const eachFunction = (metric: (one: IFunction, label: string) => IMetric) =>
    Object.entries(functions).map(([label, one]) => metric(one, label));
  return [
    row(
      chart(
        'Errors of functions',
        eachFunction((one, label) => one.metricErrors({ ...hourly, label })),
      ),
      chart(
        'Milliseconds that functions take, nine of ten at most',
        eachFunction((one, label) => one.metricDuration({ ...hourly, label, statistic: Stats.p(90) })),
      ),
    ),
    row(
      chart(
        'Messages that wait in queues',
        Object.entries(queues).map(([label, queue]) =>
          queue.metricApproximateNumberOfMessagesVisible({ ...hourly, label, statistic: Stats.MAXIMUM }),
        ),
      ),
      chart('Answers over HTTP', answers),
      chart('Executions of the workflow', executions),
      chart('Units that the table used', table),
    ),
  ];
}

const heading = (text: string): IWidget[] => [
  new TextWidget({ markdown: `## ${text}`, width: columns, height: 1 }),
];

const row = (...charts: ((width: number) => IWidget)[]): IWidget[] =>
  charts.map((make) => make(columns / charts.length));

const chart = (title: string, left: readonly IMetric[]) => (width: number) =>
  new GraphWidget({
    title,
    left: [...left],
    width,
    height: 6,
    legendPosition: LegendPosition.BOTTOM,
    leftYAxis: { min: 0, showUnits: false },
  });
