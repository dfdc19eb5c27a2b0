/** What the doctor says to facts that are not as they should be. */
import { describe, expect, test } from 'vitest';
import type { State } from '../../ops/doctor/check.ts';
import type { Facts } from '../../ops/doctor/facts.ts';
import { examine } from '../../ops/doctor/report.ts';
import { healthyMailAccount, someFacts } from './some-facts.ts';

export function verdictOf(title: string, overrides: Partial<Facts>) {
  const finding = examine(someFacts(overrides)).find((one) => one.title === title);
  if (!finding) throw new Error(`No check "${title}" was made`);
  const { verdict } = finding;
  return verdict.state === 'ok' ? { ...verdict, next: '', lines: [] } : { lines: [], ...verdict };
}

export function deploymentWith(overrides: Partial<Facts['deployment']>): Pick<Facts, 'deployment'> {
  return { deployment: { ...someFacts().deployment, ...overrides } };
}

export const refused = { unknown: 'your AWS user may not read this' };
const [firstDkim, ...otherDkim] = someFacts().dkimRecords;
export const dkimWith = (overrides: Partial<Facts['dkimRecords'][number]>) => ({
  dkimRecords: firstDkim ? [{ ...firstDkim, ...overrides }, ...otherDkim] : [],
});
export const mailAccount = (overrides: Partial<typeof healthyMailAccount>) => ({
  mailAccount: { known: { ...healthyMailAccount, ...overrides } },
});

/** The check, what is the matter, the facts, the state, what the line says, and what to do or to copy. */
export type Case = [string, string, Partial<Facts>, State, RegExp, RegExp];

export function testVerdicts(cases: readonly Case[]): void {
  describe.each(cases)('%s: if %s', (title, _, facts, state, what, next) => {
    test(`the line says so, and what to do`, () => {
      const verdict = verdictOf(title, facts);
      expect(verdict.state).toBe(state);
      expect(verdict.what).toMatch(what);
      expect([verdict.next, ...verdict.lines].join('\n')).toMatch(next);
    });
  });
}
