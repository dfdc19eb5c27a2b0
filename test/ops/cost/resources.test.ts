import { describe, expect, test } from 'vitest';
import { readReadmeSection } from '../../../docs/readme-section.ts';
import { unmeasured } from '../../../ops/cost/amounts.ts';
import { readmeCost } from '../../../ops/cost/in-words.ts';
import { services } from '../../../ops/cost/prices.ts';
import {
  countResources,
  free,
  paid,
  runsPerMonth,
  synthesizedTemplates,
} from '../../../ops/cost/resources.ts';
import { readUnits } from '../../../ops/cost/units.ts';

/** What would really be deployed. */
const deployed = countResources(synthesizedTemplates());
const measured = readUnits();

test('each resource of the stacks is priced, or free with a reason (ops/cost/resources.ts)', () => {
  const unknown = Object.keys(deployed.types).filter(
    (type) => !Object.hasOwn(paid, type) && !Object.hasOwn(free, type),
  );
  expect(unknown).toEqual([]);
});

test('what is priced is all of a production deployment: it takes in mails, and is copied each night', () => {
  for (const type of ['AWS::DynamoDB::Table', 'AWS::SES::ReceiptRule', 'AWS::Backup::BackupPlan']) {
    expect(deployed.types).toHaveProperty([type]);
  }
});

test('nothing is priced and free at once', () => {
  expect(Object.keys(paid).filter((type) => Object.hasOwn(free, type))).toEqual([]);
  for (const reason of Object.values(free)) expect(reason).toMatch(/\.$/);
});

test('what costs money has a line in the bill', () => {
  for (const service of Object.values(paid)) expect(services).toContain(service);
});

test.each([
  ['rate(15 minutes)', 2920],
  ['rate(1 hour)', 730],
  ['rate(2 days)', 15.2],
  ['cron(30 6 * * ? *)', 30.4],
])('%s runs %d times a month', (expression, runs) => {
  expect(runsPerMonth(expression)).toBeCloseTo(runs, 1);
});

test('a schedule that nobody can count is refused, not left out', () => {
  expect(() => runsPerMonth('cron(0/5 8-17 ? * MON-FRI *)')).toThrow('How often');
});

test('the functions that read the secret are known', () => {
  const readers = deployed.functions.filter(({ readsSecret }) => readsSecret).map(({ name }) => name);
  expect(readers).toContain('follow-up-lead');
  expect(readers).not.toContain('show-form');
});

test('the README tells what it costs now (npm run cost -- --readme)', () => {
  expect(readReadmeSection('cost'), 'run: npm run cost -- --readme').toBe(readmeCost(measured, deployed));
});

describe('what was measured fits what is deployed', () => {
  const again = 'measure again: npm run bench -- units, then npm run cost -- --readme';

  test('each function that runs by the clock was measured', () => {
    expect(unmeasured(deployed, measured), `name it under perRun in bench/units.ts and ${again}`).toEqual([]);
  });

  test('each function that was measured is deployed, and each has the time its code takes to load', () => {
    const names = deployed.functions.map(({ name }) => name);
    expect(names, again).toEqual(expect.arrayContaining(Object.keys(measured.perLead.functions)));
    expect(Object.keys(measured.loadMillis), again).toEqual(expect.arrayContaining(names));
  });
});
