/** To whom of a business its internal mails about a lead go. */
import type { Lead } from '../lead/lead.ts';
import type { Company } from './company.ts';

export interface Recipient {
  /** Tells the lists of several people apart; absent: one list for all of the business. */
  readonly key?: string;
  readonly to: readonly string[];
}

/** Who is chased for a lead, and in whose lists its line stands. */
export function recipientOf({ owner }: Pick<Company, 'owner'>, _lead: Pick<Lead, 'id'>): Recipient {
  return { to: owner.email };
}
