/** What the doctor prints. */
import type { Check, State, Verdict } from './check.ts';
import { checks } from './checks.ts';
import type { Facts } from './facts.ts';

export interface Finding {
  readonly title: string;
  readonly needed: boolean;
  readonly verdict: Verdict;
}

/** Judges the facts, check by check. */
export function examine(facts: Facts, list: readonly Check[] = checks): Finding[] {
  const findings: Finding[] = [];
  for (const { title, needed, first, judge } of list) {
    const verdict = judge(facts);
    if (!verdict) continue;
    findings.push({ title, needed, verdict });
    if (first && verdict.state !== 'ok') break;
  }
  return findings;
}

/**
 * 1 if something is known to stand between a customer and the owner: a needed check that is broken or to do. What could
 * not be seen and what is only advice do not count, so that a person with few rights can use it in a pipeline, too.
 */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ needed, verdict }) => needed && /^(to-do|broken)$/.test(verdict.state)) ? 1 : 0;
}

const marks: Readonly<Record<State, string>> = { ok: '✓', 'to-do': '…', broken: '✗', unknown: '?' };

/** The findings for a person: a line for each, then what to do, in this order. */
export function report(findings: readonly Finding[], closing: string): string {
  const width = Math.max(...findings.map(({ title }) => title.length));
  const lines = findings.map(
    ({ title, verdict }) => `${marks[verdict.state]} ${title.padEnd(width)}  ${verdict.what}`,
  );
  const needed = steps(
    findings.filter(({ needed, verdict }) => needed && /^(to-do|broken)$/.test(verdict.state)),
  );
  const unseen = steps(findings.filter(({ verdict }) => verdict.state === 'unknown'));
  const advice = steps(
    findings.filter(({ needed, verdict }) => !needed && /^(to-do|broken)$/.test(verdict.state)),
  );
  return [
    '✓ is right   … is to do   ✗ does not work   ? cannot be seen from here',
    '',
    ...lines,
    ...section('Next, in this order:', needed),
    ...section('Could not be seen:', unseen),
    ...section('Advice, when there is time:', advice),
    ...(exitCodeOf(findings) === 0 ? ['', closing] : []),
  ].join('\n');
}

/** The same step is said once, however many checks wait for it. */
function steps(findings: readonly Finding[]): string[] {
  const titles = new Map<string, string>();
  for (const { title, verdict } of findings) {
    if (verdict.state === 'ok') continue;
    const text = [verdict.next, ...(verdict.lines ?? []).map((line) => `     ${line}`)].join('\n');
    if (!titles.has(text)) titles.set(text, title);
  }
  return [...titles].map(([text, title], index) => `${String(index + 1).padStart(2)}. ${title}: ${text}`);
}

function section(heading: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', heading, ...texts];
}
