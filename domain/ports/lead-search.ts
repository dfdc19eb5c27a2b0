import type { Lead } from '../lead/lead.ts';
import type { Moment } from '../time/moment.ts';

export interface FoundLead {
  /** As it stands now; of one that goes on in another, that other one. */
  readonly lead: Lead;
  /** Only something that sounds like what was typed. */
  readonly alike?: true;
}

export interface LeadSearch {
  /**
   * Leads by name, company, phone, mail address, place or number; by the words of the request only those that are open or were
   * closed within a year. Of several words all must fit, each as the beginning of a word. Umlauts, and how a number is
   * written, do not matter.
   * @param typed whatever somebody typed, of any length.
   * @returns what fits before what only sounds alike, open before closed, the newest first.
   */
  find(typed: string, options: { readonly now: Moment; readonly atMost: number }): Promise<FoundLead[]>;
}
