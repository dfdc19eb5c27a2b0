/**
 * How CloudWatch decides whether an alarm rings, for the alarms of a template: statistics per period, sums of filled
 * series, M of N, and what silence means.
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
export type Watched = z.output<typeof watched>;

const statistic = z.object({ Statistic: z.string(), Period: z.int().positive() });
const alarm = z.object({
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  EvaluationPeriods: z.int().positive(),
  DatapointsToAlarm: z.int().positive().optional(),
  TreatMissingData: z.enum(['breaching', 'notBreaching']),
});
const single = z.object({ ...alarm.shape, ...watched.shape, ...statistic.shape });
const math = z.object({
  ...alarm.shape,
  Metrics: z.array(
    z.union([
      z.object({ Id: z.string(), Expression: z.string() }),
      z.object({
        Id: z.string(),
        ReturnData: z.literal(false),
        MetricStat: z.object({ Metric: watched, Stat: z.string(), Period: z.int().positive() }),
      }),
    ]),
  ),
});

/** The metrics an alarm looks at. */
export function watchedBy(properties: unknown): readonly Watched[] {
  const several = math.safeParse(properties);
  if (!several.success) return [watched.parse(properties)];
  return several.data.Metrics.flatMap((one) => ('MetricStat' in one ? [one.MetricStat.Metric] : []));
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
  const read = (metric: Watched, stat: string, periodSeconds: number): Series => {
    const minutes = periodSeconds / 60;
    return Array.from({ length: periods }, (_, index) => {
      const values = points
        .filter((point) => isOf(metric, point, nameOf))
        .filter(({ minutesAgo }) => Math.floor(minutesAgo / minutes) === index)
        .map(({ value }) => value);
      const reduce = statistics[stat];
      if (!reduce) throw new Error(`Not modelled: ${stat}`);
      return values.length > 0 ? reduce(values) : undefined;
    });
  };
  const several = math.safeParse(properties);
  if (!several.success) {
    const one = single.parse(properties);
    return read(one, one.Statistic, one.Period);
  }
  const byId = new Map<string, Series>();
  let expression = '';
  for (const one of several.data.Metrics) {
    if ('Expression' in one) expression = one.Expression;
    else byId.set(one.Id, read(one.MetricStat.Metric, one.MetricStat.Stat, one.MetricStat.Period));
  }
  return sumOfFilled(expression, byId, periods);
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

/** `FILL(m0, 0) + FILL(m1, 0)`: all that our alarms calculate. */
function sumOfFilled(expression: string, series: ReadonlyMap<string, Series>, periods: number): Series {
  const terms = expression.split('+').map((term) => {
    const [, id = '', filler] = /^FILL\((\w+), (\d+)\)$/.exec(term.trim()) ?? [];
    const values = series.get(id);
    if (!values || filler === undefined) throw new Error(`Not modelled: ${term}`);
    return values.map((value) => value ?? Number(filler));
  });
  return Array.from({ length: periods }, (_, index) =>
    terms.reduce((sum, term) => sum + (term[index] ?? 0), 0),
  );
}
