import { expect, test, vi } from 'vitest';
import { embeddedMetrics } from '../../../functions/shared/metrics.ts';
import { dataPointsIn } from '../../support/embedded-metrics.ts';
import { printedBy } from '../../support/printed.ts';

test('a count is one line at once, under the name of the deployment and no other dimension', async () => {
  const lines = await printedBy(() => embeddedMetrics('muster-prod').count('Captured'));
  expect(lines.flatMap((line) => dataPointsIn(line))).toEqual([
    {
      namespace: 'Nachfass',
      metric: 'Captured',
      unit: 'Count',
      dimensions: { deployment: 'muster-prod' },
      value: 1,
      minutesAgo: 0,
    },
  ]);
});

test('a metric says its unit', async () => {
  const lines = await printedBy(() => embeddedMetrics('muster-prod').count('FirstContactMinutes', 12.5));
  expect(lines.flatMap((line) => dataPointsIn(line))).toEqual([
    expect.objectContaining({ metric: 'FirstContactMinutes', unit: 'None', value: 12.5 }),
  ]);
});

test('nothing that is counted can fail what it counts', async () => {
  const metrics = embeddedMetrics('muster-prod');
  const broken = vi.spyOn(process.stdout, 'write').mockImplementation(() => {
    throw new Error('EPIPE');
  });
  expect(() => metrics.count('Captured')).not.toThrow();
  broken.mockRestore();
  expect(() => metrics.count('Captured', Number('no number'))).not.toThrow();
});
