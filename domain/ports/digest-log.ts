import type { Moment } from '../time/moment.ts';

/** The digest of one local date, or one of the mails about what is due of that date. */
interface DigestRecord {
  readonly claimedAt: Moment;
  readonly sentAt?: Moment | undefined;
  /** There was nothing to say. */
  readonly emptyAt?: Moment | undefined;
  /** The leads by their numbers in the digest, from 1 on: what an answer speaks of. */
  readonly leadIds: readonly string[];
}

/** Lists by their names: of a digest its local date, `2026-11-23`; of a mail about what is due that and its number, `2026-11-23-2`. */
export interface DigestLog {
  /**
   * Claims the digest of a local date (`2026-11-23`), once. `false`: already claimed.
   * @param leadIds the leads by their numbers in the digest.
   */
  claim(date: string, at: Moment, leadIds: readonly string[]): Promise<boolean>;
  /** Tells a digest that went out from a claim whose owner may have died. */
  find(date: string): Promise<DigestRecord | undefined>;
  markSent(date: string, at: Moment): Promise<void>;
  /** Notes that there was nothing to say, unless the digest was claimed. */
  markEmpty(date: string, at: Moment): Promise<void>;
  /** Gives back what did not go out, as far as anybody knows: its numbers are kept, because a mail with them may be there. */
  release(date: string): Promise<void>;
  /** When the newest digest before this date went out. */
  lastSentBefore(date: string): Promise<Moment | undefined>;
}
