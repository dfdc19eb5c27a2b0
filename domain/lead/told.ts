/** One of several things that a customer said, named in a link without its words. */
import type { Lead } from './lead.ts';
import type { Proposal, ToldFact } from './learned.ts';

/** Short, and the same for the same words: enough to tell a few apart (FNV-1a of 32 bits, to the base 36). */
export function toldKey({ fact, value }: Pick<ToldFact, 'fact' | 'value'>): string {
  let hash = 0x811c9dc5;
  for (const letter of `${fact} ${value}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The lead as whoever follows the link of one of them sees it: that one is the newest. If it waits no longer, nothing else is
 * taken in its place.
 */
export function asTold(lead: Lead, key: string | undefined): Lead {
  const { proposals, ...rest } = lead;
  if (key === undefined || proposals === undefined) return lead;
  const meant = proposals.find((one) => toldKey(one) === key);
  if (meant) return { ...lead, proposals: [...proposals.filter((one) => one !== meant), meant] };
  return rest as Lead;
}

/** The names of both taps of each. */
export const takeAction = ({ fact }: Pick<Proposal, 'fact'>) => `take-${fact}` as const;
export const dismissAction = ({ fact }: Pick<Proposal, 'fact'>) => `dismiss-${fact}` as const;
