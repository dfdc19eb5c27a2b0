/** Reads the figures out of log lines as CloudWatch does: embedded metric format. */
import * as z from 'zod';
import type { DataPoint } from './cloudwatch.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
const embedded = z.looseObject({
  _aws: z.object({
    Timestamp: z.int(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string().min(1),
        Dimensions: z.array(z.array(z.string())).min(1),
        Metrics: z.array(z.object({ Name: z.string().min(1), Unit: z.string() })).min(1),
      }),
    ),
  }),
});

export const isEmbedded = (line: string): boolean => line.startsWith('{"_aws"');

/** The data points that stand in a line, `minutesAgo`: the functions of a test run all at once. */
export function dataPointsIn(line: string, minutesAgo = 0): readonly DataPoint[] {
  const members = embedded.parse(JSON.parse(line));
  return members._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.flatMap(({ Name, Unit }) =>
        [members[Name]].flat().map((value) => ({
          namespace: Namespace,
          metric: Name,
          unit: Unit,
          dimensions: Object.fromEntries(names.map((name) => [name, z.string().parse(members[name])])),
          value: z.number().parse(value),
          minutesAgo,
        })),
      ),
    ),
  );
}
