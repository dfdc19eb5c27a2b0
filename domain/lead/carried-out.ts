/**
 * What a line of a mail or a tap did to a lead is remembered on the lead, in the same write: however often the line is read again,
 * after a fault or because the mail came twice, it counts once. Whoever says the same in another mail says it anew.
 */
import type { Lead } from './lead.ts';

/** Far more than what is said of one request while a mail may still come again. */
const remembered = 80;

export const isCarriedOut = ({ carriedOut = [] }: Lead, key: string): boolean => carriedOut.includes(key);

/** @param marks what it set, of a line: see `said-before.ts`. */
export const withCarriedOut = (lead: Lead, key: string, marks: readonly string[] = []): Lead => ({
  ...lead,
  carriedOut: [...(lead.carriedOut ?? []), ...marks, key].slice(-remembered),
});
