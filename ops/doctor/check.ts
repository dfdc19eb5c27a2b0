/** What a check is, and the words in which it judges. */
import type { Facts, Reading } from './facts.ts';

/** `to-do`: a step of the guide that was not made yet. `broken`: something that does not work. */
export type State = 'ok' | 'to-do' | 'broken' | 'unknown';

/** Something else than ok. */
interface Concern {
  readonly state: Exclude<State, 'ok'>;
  readonly what: string;
  /** What to do about it, in plain words. */
  readonly next: string;
  /** To be copied: commands, or lines for the DNS. */
  readonly lines?: readonly string[];
}
export type Verdict = { readonly state: 'ok'; readonly what: string } | Concern;

export interface Check {
  readonly title: string;
  /** Without it no real lead may come. The others are advice. */
  readonly needed: boolean;
  /** Nothing else can be seen as long as this is not ok. */
  readonly first?: true;
  /** @returns undefined if this deployment has no need of it. */
  readonly judge: (facts: Facts) => Verdict | undefined;
}

export const ok = (what: string): Verdict => ({ state: 'ok', what });
const concern =
  (state: Concern['state']) =>
  (what: string, next: string, lines?: readonly string[]): Concern => ({
    state,
    what,
    next,
    ...(lines ? { lines } : {}),
  });
export const toDo = concern('to-do');
export const broken = concern('broken');
export const unknown = concern('unknown');

/** Judges what could be read, and says why the rest could not. */
export function judgeKnown<T>(reading: Reading<T>, what: string, judge: (known: T) => Verdict): Verdict {
  if ('known' in reading) return judge(reading.known);
  return unknown(
    `${what}: ${reading.unknown}`,
    `Look at it yourself, or run the doctor where it can see ${what}.`,
  );
}
