import { Metrics as EmbeddedMetrics } from '@aws-lambda-powertools/metrics';
import {
  type Measurement,
  type Metric,
  metricDimension,
  metricNamespace,
  metricUnits,
} from '../../domain/report/metrics.ts';

/** Counts what happened to the business. Never throws: a lead is worth more than its count. */
export interface Metrics {
  /** @param value default 1 */
  count(metric: Metric, value?: number): void;
}

/**
 * Metrics as lines of the log that CloudWatch reads figures from (embedded metric format). Each line is written at once:
 * nothing waits for the end of a call, so nothing is lost when Lambda freezes or ends the function.
 * @param deployment company and stage
 */
export function embeddedMetrics(deployment: string): Metrics {
  const lines = new EmbeddedMetrics({ namespace: metricNamespace, singleMetric: true });
  // Powertools would add the function's name as a dimension: one more metric for each function that counts.
  lines.clearDefaultDimensions();
  lines.setDefaultDimensions({ [metricDimension]: deployment });
  return {
    count(metric, value = 1) {
      try {
        lines.addMetric(metric, metricUnits[metric], value);
      } catch {
        // Standard output is gone, or the value is no number: there is nobody to tell.
      }
    },
  };
}

export function countAll(metrics: Metrics, measurements: readonly Measurement[]): void {
  for (const { metric, value } of measurements) metrics.count(metric, value);
}
