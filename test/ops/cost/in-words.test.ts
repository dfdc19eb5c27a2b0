import { expect, test } from 'vitest';
import { assumptions, costTable } from '../../../ops/cost/in-words.ts';
import { services } from '../../../ops/cost/prices.ts';
import { perLead } from '../../../ops/cost/units.ts';
import { aDeployment } from './a-deployment.ts';

const deployed = aDeployment();

test('the table has a row for each service and a column for each volume', () => {
  const table = costTable([500, 0], perLead, deployed);
  const [head, , ...rows] = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  expect(head).toEqual(['', 'USD a month, leads a month:', '500', '0', '']);
  const names = rows.map(([, name]) => name);
  expect(names).toEqual([
    ...Object.keys(services),
    '**Total**',
    'for each lead',
    '**Less what is always free**',
    'for each lead',
  ]);
  // Nothing divided by nothing.
  expect(table).not.toContain('NaN');
  expect(table).not.toContain('Infinity');
});

test('what is assumed and not confirmed is said', () => {
  const text = assumptions(perLead, deployed).join('\n');
  expect(text).toContain('point-in-time recovery');
  expect(text).toContain('Assumed:');
});
