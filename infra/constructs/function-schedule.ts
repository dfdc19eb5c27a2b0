import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  Schedule,
  type ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface FunctionScheduleProps {
  readonly runs: IFunction;
  readonly at: ScheduleExpression;
  /** A run that could not begin by then is given up. */
  readonly uselessAfter: Duration;
  readonly alarms: Alarms;
  /** Names the alarm, e.g. `digest-lost`. */
  readonly lostAlarm: string;
  /** One sentence: who is hurt when a run is lost. */
  readonly errorImpact: string;
}

/**
 * Runs a function by the clock. The scheduler only hands the run over and Lambda does it later, so a run can be lost
 * in two ways: not handed over, or failed at every try. Both end in one dead-letter queue.
 */
export class FunctionSchedule extends Construct {
  /** Runs that were given up. */
  readonly lost: Queue;

  constructor(scope: Construct, id: string, props: FunctionScheduleProps) {
    super(scope, id);
    const { runs, at, uselessAfter } = props;
    this.lost = new Queue(this, 'LostRuns', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const { lost } = this;
    Validations.of(lost).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself the dead-letter queue: of the schedule and of the function, which the rule does not see.',
    });
    runs.configureAsyncInvoke({
      // The most there is: after 1 and 2 minutes.
      retryAttempts: 2,
      maxEventAge: uselessAfter,
      onFailure: new SqsDestination(lost),
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: `Runs ${runs.node.path}`,
    });
    role.addToPolicy(
      // Written out: the ready-made grant also allows every version and alias (`:*`).
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [runs.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [lost.queueArn] }));

    new Schedule(this, 'Schedule', {
      schedule: at,
      timeWindow: TimeWindow.off(),
      target: {
        bind: () => ({
          arn: runs.functionArn,
          role,
          input: ScheduleTargetInput.fromObject({}),
          // Handing over fails only while Lambda itself is unwell; tries are spread over the whole span.
          retryPolicy: {
            maximumEventAgeInSeconds: uselessAfter.toSeconds(),
            maximumRetryAttempts: 185,
          },
          deadLetterConfig: { arn: lost.queueArn },
        }),
      },
    });

    props.alarms.add(props.lostAlarm, {
      metric: lost.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      errorImpact: props.errorImpact,
    });
  }
}
