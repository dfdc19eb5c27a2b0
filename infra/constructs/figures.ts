import { Duration } from 'aws-cdk-lib';
import { Metric as CloudWatchMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Metric, metricDimension, metricNamespace } from '../../domain/report/metrics.ts';
import type { Config } from '../config.ts';
import type { Alarms } from './alarms.ts';
import { type Binding, plain } from './binding.ts';

/** What the functions count of one deployment, and where alarms and dashboard find it. */
export class Figures {
  private readonly deployment: string;

  constructor({ company, stage }: Pick<Config, 'company' | 'stage'>) {
    this.deployment = `${company.key}-${stage}`;
  }

  /**
   * Under which name a function counts. A variable like all others, not one of Powertools' own: without those the
   * library falls back to a name that several deployments share, and no compiler notices.
   */
  bindCounter(): Binding<'DEPLOYMENT'> {
    return plain('DEPLOYMENT', this.deployment);
  }

  metric(name: Metric, of: { readonly statistic: string; readonly period: Duration }): CloudWatchMetric {
    return new CloudWatchMetric({
      namespace: metricNamespace,
      metricName: name,
      dimensionsMap: { [metricDimension]: this.deployment },
      ...of,
    });
  }

  /** Promises that only the figures tell of. */
  watch(alarms: Alarms): void {
    // The business's own rhythm decides what silence is (`domain/inbound/silent-source.ts`); a new deployment has none
    // yet and keeps quiet. Looked at by the digest of each working day: before Easter that is Thursday and after it
    // Tuesday, six days with both ends.
    alarms.add('source-silent', {
      metric: this.metric('SilentSources', { statistic: 'Maximum', period: Duration.days(1) }),
      atLeast: 1,
      oneOf: 6,
      errorImpact:
        'Customers may write into nothing: a website form, mailbox or portal brings far fewer requests than usual.',
    });
    // One for an address that was written to this morning is an ordinary day; ten in an hour are a fair, or a flood.
    alarms.add('acknowledgements-withheld', {
      metric: this.metric('Withheld', { statistic: 'Sum', period: Duration.hours(1) }),
      atLeast: 10,
      errorImpact:
        'Very many requests came at once, so customers among them wait for their confirmation until the owner sends it.',
    });
    // Each lead that waits looks at least once an hour, and adds to the same alarm: it rings once, until two hours after the last
    // mail was refused, however many wait.
    alarms.add('mails-held', {
      metric: this.metric('MailsHeld', { statistic: 'Sum', period: Duration.minutes(15) }),
      atLeast: 1,
      oneOf: 8,
      errorImpact:
        'SES takes no mails from us, or none to the owner: customers go without an answer, and the owner is told nothing.',
    });
    // Normally none. One is repaired before anybody waits for long; several mean that timers get lost again and again.
    alarms.add('reconciler-repairs', {
      metric: this.metric('Reconciled', { statistic: 'Sum', period: Duration.hours(1) }),
      atLeast: 3,
      errorImpact: 'Follow-ups of several leads came late by up to half an hour: their timers were lost.',
    });
    // It runs each day, and when summer time ends a day has 25 hours. A run may begin anywhere within its hour, hence 26.
    alarms.add('digest-missing', {
      metric: this.metric('DigestRuns', { statistic: 'Sum', period: Duration.hours(1) }),
      below: 1,
      periods: 26,
      errorImpact: 'The owner goes without the digest and does not see what is due, and who is urgent.',
    });
  }
}
