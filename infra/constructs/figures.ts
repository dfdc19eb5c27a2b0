import type { Duration } from 'aws-cdk-lib';
import { Metric as CloudWatchMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Metric, metricDimension, metricNamespace } from '../../domain/metrics.ts';
import type { Config } from '../config.ts';
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
}
