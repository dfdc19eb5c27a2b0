import { describe, expect, test } from 'vitest';
import { type DataPoint, isRinging } from './cloudwatch.ts';

/** Points of one minute each, the newest first; `-` is silence. */
const points = (values: string): readonly DataPoint[] =>
  values
    .split(' ')
    .flatMap((value, minutesAgo) =>
      value === '-'
        ? []
        : [{ namespace: 'Test', metric: 'Faults', dimensions: {}, value: Number(value), minutesAgo }],
    );

const alarm = (overrides: object = {}) => ({
  Namespace: 'Test',
  MetricName: 'Faults',
  Statistic: 'Sum',
  Period: 60,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  EvaluationPeriods: 3,
  TreatMissingData: 'notBreaching',
  ...overrides,
});
const rings = (values: string, overrides?: object) =>
  isRinging(alarm(overrides), points(values), (value) => String(value));

describe('an alarm', () => {
  test.each([
    ['all of its periods are bad', '1 1 1', {}, true],
    ['one of them is well', '1 0 1', {}, false],
    ['one of them is silent, and silence is well', '1 - 1 0 0', {}, false],
    ['one of them is silent, and silence is bad', '1 - 1 - -', { TreatMissingData: 'breaching' }, true],
    ['nothing was ever heard, and silence is bad', '- - - - -', { TreatMissingData: 'breaching' }, true],
    ['two of three are bad and two are enough', '1 0 1', { DatapointsToAlarm: 2 }, true],
    ['one of three is bad and two are needed', '0 0 1', { DatapointsToAlarm: 2 }, false],
    ['it was bad too long ago', '0 0 0 1 1', { DatapointsToAlarm: 1 }, false],
    ['too little is bad', '0 0 0', { ComparisonOperator: 'LessThanThreshold' }, true],
  ])('when %s', (_, values, overrides, expected) => {
    expect(rings(values, overrides)).toBe(expected);
  });

  test('whose state hangs on how far CloudWatch looks back is unknown', () => {
    expect(rings('- - - 1 1', { DatapointsToAlarm: 1 })).toBeUndefined();
  });

  test('sees no point of another metric, dimension or unit', () => {
    const [point] = points('5');
    if (!point) throw new Error('No point');
    const one = alarm({ EvaluationPeriods: 1, Unit: 'Count' });
    const judge = (of: Partial<DataPoint>) =>
      isRinging(one, [{ ...point, unit: 'Count', ...of }], (value) => String(value));
    expect(judge({})).toBe(true);
    for (const other of [
      { metric: 'Other' },
      { namespace: 'Other' },
      { dimensions: { a: 'b' } },
      { unit: 'None' },
    ]) {
      expect(judge(other)).toBe(false);
    }
  });

  test('that uses what is not modelled is refused, not judged', () => {
    expect(() => rings('1', { Statistic: 'p90' })).toThrow('Not modelled');
    expect(() => rings('1', { TreatMissingData: 'ignore' })).toThrow();
  });
});
