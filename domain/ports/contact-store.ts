import type { Moment } from '../time/moment.ts';

export type ContactKey =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string };

/** Why and since when no mails go to an address. */
export interface Suppression {
  readonly reason: 'stopped' | 'bounced' | 'complained';
  readonly at: Moment;
}

interface ContactRecord {
  readonly key: ContactKey;
  /** Ids of all leads of this person, sorted. */
  readonly leadIds: readonly string[];
  /** Set: no mails to this address. */
  readonly suppressed?: Suppression | undefined;
}

export interface ContactStore {
  load(key: ContactKey): Promise<ContactRecord | undefined>;
  /** Adds the lead to the person's leads. Repeating it changes nothing. */
  linkLead(key: ContactKey, leadId: string): Promise<void>;
  suppress(key: ContactKey, reason: Suppression['reason'], at: Moment): Promise<void>;
  /** Lifts a suppression, e.g. because the person wrote again; a record without leads is deleted. */
  unsuppress(key: ContactKey): Promise<void>;
  /** Takes the lead out of the person's leads; a record without leads and suppression is deleted. */
  unlinkLead(key: ContactKey, leadId: string): Promise<void>;
}
