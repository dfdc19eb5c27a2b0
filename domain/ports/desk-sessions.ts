import type { Moment } from '../time/moment.ts';

/** A browser in which somebody of the business is logged in. */
export interface DeskSession {
  readonly id: string;
  /** Whose it is, by his key (`people.ts`), and by the address that he had when he logged in. */
  readonly person: string;
  readonly email: string;
  /** What the browser calls itself. */
  readonly userAgent: string;
  readonly createdAt: Moment;
  readonly seenAt: Moment;
  readonly expiresAt: Moment;
}

export interface DeskSessions {
  add(session: DeskSession): Promise<void>;
  /** @returns `undefined`: there is none, it was ended, or its time is over. */
  find(person: string, id: string, now: Moment): Promise<DeskSession | undefined>;
  /** Goes on until a later moment; one that was ended meanwhile stays so. */
  prolong(person: string, id: string, seenAt: Moment, expiresAt: Moment): Promise<void>;
  /** Those that go on, the last seen first. */
  listOf(person: string, now: Moment): Promise<DeskSession[]>;
  end(person: string, id: string): Promise<void>;
  /**
   * Uses up what may be used once.
   * @param until when it can be used no more by itself.
   * @returns whether it was still there to be used.
   */
  claimOnce(nonce: string, until: Moment): Promise<boolean>;
  /** Whether it was used up, by somebody who only looks. */
  isClaimed(nonce: string): Promise<boolean>;
  /**
   * Links to log in that somebody was sent before open nothing any more.
   * @param until when such a link is over by itself.
   */
  endLinks(person: string, at: Moment, until: Moment): Promise<void>;
  /** @returns `undefined`: they were not, or it is so long ago that none of them is left. */
  linksEndedAt(person: string): Promise<Moment | undefined>;
}
