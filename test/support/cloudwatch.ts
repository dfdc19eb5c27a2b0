/**
 * How CloudWatch decides whether an alarm rings, for the alarms of a template: statistics per period, M of N, and what
 * silence means.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
import * as z from 'zod';

export interface DataPoint {
  readonly namespace: string;
  readonly metric: string;
  readonly unit?: string | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  readonly minutesAgo: number;
}

/** A series of values, one per period, the newest first; `undefined`: no data point fell into it. */
type Series = readonly (number | undefined)[];

const statistics: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  Minimum: (values) => Math.min(...values),
  Average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
};

const breaches: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

const watched = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  Unit: z.string().optional(),
});
type Watched = z.output<typeof watched>;

const statistic = z.object({ Statistic: z.string(), Period: z.int().positive() });
const alarm = z.object({
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  EvaluationPeriods: z.int().positive(),
  DatapointsToAlarm: z.int().positive().optional(),
  TreatMissingData: z.enum(['breaching', 'notBreaching']),
});
const single = z.object({ ...alarm.shape, ...watched.shape, ...statistic.shape });

/** The metric an alarm looks at. */
export function watchedBy(properties: unknown): Watched {
  return watched.parse(properties);
}

/**
 * CloudWatch looks back a little further than it must: real data points that are older than the evaluation periods take
 * the place of missing ones. Its documentation shows five for three periods, and does not promise them.
 */
const lookedBackFurther = [0, 2];

/**
 * @returns whether it rings; `undefined`: that hangs on how far CloudWatch looks back, so nobody should rely on it.
 * @param nameOf what a reference in the template (`Ref`, `Fn::GetAtt`) stands for, as data points name it
 * @throws ZodError, Error the alarm uses something that is not modelled here.
 */
export function isRinging(
  properties: unknown,
  points: readonly DataPoint[],
  nameOf: (value: unknown) => string,
): boolean | undefined {
  const [first, ...others] = lookedBackFurther.map((further) =>
    ringsWith(further, properties, points, nameOf),
  );
  return others.every((other) => other === first) ? first : undefined;
}

function ringsWith(
  further: number,
  properties: unknown,
  points: readonly DataPoint[],
  nameOf: (value: unknown) => string,
): boolean {
  const rule = alarm.parse(properties);
  const series = seriesOf(properties, rule.EvaluationPeriods + further, points, nameOf);
  const isBreach = breaches[rule.ComparisonOperator];
  if (!isBreach) throw new Error(`Not modelled: ${rule.ComparisonOperator}`);
  const real = series.filter((value) => value !== undefined).slice(0, rule.EvaluationPeriods);
  const bad = real.filter((value) => isBreach(value, rule.Threshold)).length;
  const missing = rule.EvaluationPeriods - real.length;
  const silentBad = rule.TreatMissingData === 'breaching' ? missing : 0;
  return bad + silentBad >= (rule.DatapointsToAlarm ?? rule.EvaluationPeriods);
}

function seriesOf(
  properties: unknown,
  periods: number,
  points: readonly DataPoint[],
  nameOf: (value: unknown) => string,
): Series {
  const one = single.parse(properties);
  const minutes = one.Period / 60;
  const reduce = statistics[one.Statistic];
  if (!reduce) throw new Error(`Not modelled: ${one.Statistic}`);
  return Array.from({ length: periods }, (_, index) => {
    const values = points
      .filter((point) => isOf(one, point, nameOf))
      .filter(({ minutesAgo }) => Math.floor(minutesAgo / minutes) === index)
      .map(({ value }) => value);
    return values.length > 0 ? reduce(values) : undefined;
  });
}

function isOf(metric: Watched, point: DataPoint, nameOf: (value: unknown) => string): boolean {
  const dimensions = Object.fromEntries(metric.Dimensions.map(({ Name, Value }) => [Name, nameOf(Value)]));
  const names = Object.keys(dimensions);
  return (
    metric.Namespace === point.namespace &&
    metric.MetricName === point.metric &&
    // An alarm that names a unit sees only the points of that unit; without one it sees all.
    (metric.Unit === undefined || metric.Unit === point.unit) &&
    // Other dimensions are another metric: CloudWatch sums nothing up by itself.
    names.length === Object.keys(point.dimensions).length &&
    names.every((name) => dimensions[name] === point.dimensions[name])
  );
}
