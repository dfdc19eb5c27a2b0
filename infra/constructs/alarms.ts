import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmRule {
  /** A single series: an alarm on a sum of several is billed as many. */
  readonly metric: IMetric;
  /** One sentence: who is hurt, and how. */
  readonly errorImpact: string;
  /** Alarms when the metric reaches this value. */
  readonly atLeast?: number;
  /** Alarms when the metric stays below this value or is silent. */
  readonly below?: number;
  /** Periods of the metric in a row; default 1. */
  readonly periods?: number;
  /**
   * One of so many periods is enough, and it rings until all of them are well again: for what is only looked at now and
   * then, and would otherwise ring anew each time. Instead of `periods`.
   */
  readonly oneOf?: number;
}

/**
 * Where faults become known: a topic, and alarms that say who is hurt and what to do.
 *
 * A deployment has some two dozen alarms at 0.10 USD a month, ten of an account free: less than the first hour that
 * somebody looks for a lost request. A test holds their number.
 */
export class Alarms extends Construct {
  /**
   * Not encrypted with a key: the AWS managed one does not let CloudWatch publish, and the messages
   * name functions and lead ids, never people.
   */
  readonly topic: Topic;
  /** All of them, for the dashboard. */
  readonly all: Alarm[] = [];
  private readonly runbookUrl: string;

  constructor(scope: Construct, id: string, props: { email?: string | undefined; runbookUrl: string }) {
    super(scope, id);
    this.runbookUrl = props.runbookUrl;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    // Any policy of its own takes the place of a topic's default one, which had let the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (props.email) this.topic.addSubscription(new EmailSubscription(props.email));
  }

  /** @param key names the alarm and its section in the runbook, e.g. `capture-lead-fails` */
  add(key: string, rule: AlarmRule): void {
    const silent = rule.below !== undefined;
    const alarm = new Alarm(this, key, {
      metric: rule.metric,
      threshold: rule.below ?? rule.atLeast ?? 1,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: rule.oneOf ?? rule.periods ?? 1,
      datapointsToAlarm: rule.oneOf === undefined ? (rule.periods ?? 1) : 1,
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: this.describe(key, rule.errorImpact),
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }

  /** The text of an alarm: the impact, and where to read on. */
  describe(key: string, errorImpact: string): string {
    return `${errorImpact} What to do: ${this.runbookUrl}#${key}`;
  }
}
