/** A website form that broke, or a mailbox that is no longer forwarded, is noticed by nobody: it is just quiet. */
import type { Lead } from '../lead/lead.ts';
import { millisecondsBetween } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';

const dayMillis = 86_400_000;

/** Fewer leads have no rhythm. */
const minGaps = 4;
/** Shorter than that is a long weekend. */
const minSilenceDays = 5;
/** Three times the usual, and half as much again as it was ever quiet before: neither a slow week nor a season. */
const timesUsual = 3;
const timesLongest = 1.5;
/** After that it is given up, not broken; the owner has read it often enough. */
const toldForDays = 90;

export interface SilentSource {
  readonly source: string;
  readonly lastAt: Moment;
  /** Days from one lead to the next, usually. */
  readonly usualDays: number;
}

/** What brought a lead: the site of a form, a mailbox, a portal. Phone calls and what the owner typed in have none. */
export function sourceKey({ source, attribution }: Pick<Lead, 'source' | 'attribution'>): string | undefined {
  if (attribution.portal) return `portal:${attribution.portal.name}`;
  if (source === 'website') {
    const { page = '' } = attribution;
    return URL.canParse(page) ? `website:${new URL(page).hostname}` : 'website';
  }
  return source === 'email' && attribution.mailbox ? `email:${attribution.mailbox}` : undefined;
}

/** The sources that have been silent for much longer than usual, the longest silence last. */
export function silentSources(
  sources: readonly { readonly source: string; readonly broughtAt: readonly Moment[] }[],
  now: Moment,
): readonly SilentSource[] {
  return sources
    .flatMap(({ source, broughtAt }) => {
      const lastAt = broughtAt.at(-1);
      const gaps = broughtAt.slice(1).map((at, before) => daysFrom(broughtAt[before] ?? at, at));
      if (lastAt === undefined || gaps.length < minGaps) return [];
      const sorted = gaps.toSorted((one, other) => one - other);
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
      const allowed = Math.max(timesUsual * median, timesLongest * (sorted.at(-1) ?? 0), minSilenceDays);
      const silence = daysFrom(lastAt, now);
      return silence > allowed && silence <= allowed + toldForDays
        ? [{ source, lastAt, usualDays: Math.max(1, Math.round(median)) }]
        : [];
    })
    .toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
}

const daysFrom = (from: Moment, until: Moment): number => millisecondsBetween(from, until) / dayMillis;
