import { expect, test, vi } from 'vitest';
import { reportColdStarts } from '../../bench/cold-starts.ts';
import { report } from '../../bench/report.ts';

function tableOf(run: () => void): unknown {
  const silent = vi.spyOn(console, 'log').mockImplementation(() => {});
  const table = vi.spyOn(console, 'table').mockImplementation(() => {});
  run();
  const [[printed] = []] = table.mock.calls;
  silent.mockRestore();
  table.mockRestore();
  return printed;
}

const before = { label: 'before', folder: '/before' };
const now = { label: 'now', folder: '/now' };

test('of one checkout the figures stand as they are, of two side by side', () => {
  const figures = ({ label }: { label: string }) => ({ raw: label.length, gzip: 1 });
  expect(tableOf(() => report('', [now], ['show-form'], figures))).toEqual({
    'show-form': { raw: 3, gzip: 1 },
  });
  const both = tableOf(() => report('', [before, now], ['show-form'], figures)) as { 'show-form': object };
  expect(Object.entries(both['show-form'])).toEqual([
    ['raw before', 6],
    ['raw now', 3],
    ['gzip before', 1],
    ['gzip now', 1],
  ]);
});

test('what one of two checkouts does not have is left open', () => {
  const figures = ({ label }: { label: string }) => (label === 'now' ? { raw: 1 } : {});
  expect(tableOf(() => report('', [before, now], ['show-form'], figures))).toEqual({
    'show-form': { 'raw before': '–', 'raw now': 1 },
  });
});

test('a cold start is told as the median, and in times of hello world in the same run', () => {
  const starts = (...walls: number[]) => walls.map((wall) => ({ wall, cpu: wall / 2 }));
  const printed = tableOf(() =>
    reportColdStarts([
      {
        ...now,
        starts: new Map([
          ['hello world', starts(50, 40, 900)],
          ['show-form', starts(700, 100, 90)],
        ]),
      },
    ]),
  );
  expect(printed).toEqual({
    'hello world': { ms: 50, times: 1, 'CPU ms': 25, 'CPU times': 1 },
    'show-form': { ms: 100, times: 2, 'CPU ms': 50, 'CPU times': 2 },
  });
});
