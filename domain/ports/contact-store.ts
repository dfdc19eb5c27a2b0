import type { Moment } from '../time/moment.ts';

export type ContactKey =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string };

/** Why no mails go to an address, the harder the later. */
export const suppressionReasons = ['stopped', 'bounced', 'complained'] as const;

/** Why and since when no mails go to an address. */
export interface Suppression {
  readonly reason: (typeof suppressionReasons)[number];
  readonly at: Moment;
  /** Something harder came after a stop, which stays below it: whatever lifts the harder one leaves the stop. */
  readonly stoppedAt?: Moment | undefined;
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
  /** A complaint outweighs a bounce, and both a stop: where the harder one stands, nothing changes. */
  suppress(key: ContactKey, reason: Suppression['reason'], at: Moment): Promise<void>;
  /**
   * Lifts a stop, also below something harder, and nothing else, because the person asked anew.
   * @param askedAt a stop of that moment or later stays. Repeating it changes nothing. A record without leads is deleted.
   */
  liftStop(key: ContactKey, askedAt: Moment): Promise<void>;
  /** Lifts what is said of the address, a bounce or a complaint; a stop stays. A record without leads is deleted. */
  unsuppress(key: ContactKey): Promise<void>;
  /** Takes the lead out of the person's leads; a record without leads and suppression is deleted. */
  unlinkLead(key: ContactKey, leadId: string): Promise<void>;
}
