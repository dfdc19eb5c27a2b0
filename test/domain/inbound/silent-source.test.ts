import { describe, expect, test } from 'vitest';
import { silentSources, sourceKey } from '../../../domain/inbound/silent-source.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10 } from '../../support/a-walk.ts';

/** A source with these gaps between its leads, in days, the last lead so many days ago. */
function source(gaps: readonly number[], daysAgo: number) {
  let at = addDuration(monday10, `-P${daysAgo}D`);
  const broughtAt = [at];
  for (const gap of gaps.toReversed()) {
    at = addDuration(at, `-P${gap}D`);
    broughtAt.unshift(at);
  }
  return { source: 'website:www.muster.example', broughtAt };
}

const isSilent = (gaps: readonly number[], daysAgo: number) =>
  silentSources([source(gaps, daysAgo)], monday10).length === 1;

describe('a source that fell silent', () => {
  test.each<[string, readonly number[], number, boolean]>([
    ['three times the usual', [2, 3, 3, 4, 3], 10, true],
    ['not yet three times the usual', [2, 3, 3, 4, 3], 9, false],
    ['it was as quiet before', [3, 3, 20, 3, 3], 28, false],
    ['half as much again as it was ever quiet', [3, 3, 20, 3, 3], 31, true],
    ['a long weekend of a busy one', [1, 1, 1, 1, 1], 5, false],
    ['a week of a busy one', [1, 1, 1, 1, 1], 6, true],
    ['too few leads for a rhythm', [3, 3, 3], 60, false],
    ['given up long ago', [3, 3, 3, 3], 200, false],
  ])('%s', (_, gaps, daysAgo, silent) => {
    expect(isSilent(gaps, daysAgo)).toBe(silent);
  });

  test('tells when it was last heard of and what is usual', () => {
    expect(silentSources([source([3, 3, 3, 3], 12)], monday10)).toEqual([
      { source: 'website:www.muster.example', lastAt: addDuration(monday10, '-P12D'), usualDays: 3 },
    ]);
  });

  test('a source without leads breaks nothing', () => {
    expect(silentSources([{ source: 'website', broughtAt: [] }], monday10)).toEqual([]);
  });
});

describe('what brought a lead', () => {
  const key = (overrides: Parameters<typeof aLead>[0]) => sourceKey(aLead(overrides));

  test.each([
    [
      'a form on a page',
      { attribution: { utm: {}, page: 'https://www.muster.example/bad?x=1' } },
      'website:www.muster.example',
    ],
    ['a form that does not say where', {}, 'website'],
    [
      'a letter',
      { source: 'email' as const, attribution: { utm: {}, mailbox: 'anfrage@muster.example' } },
      'email:anfrage@muster.example',
    ],
    [
      'a portal',
      { source: 'portal' as const, attribution: { utm: {}, portal: { name: 'MyHammer' } } },
      'portal:MyHammer',
    ],
    ['a phone call', { source: 'phone' as const }, undefined],
  ])('%s', (_, overrides, expected) => {
    expect(key(overrides)).toBe(expected);
  });
});
