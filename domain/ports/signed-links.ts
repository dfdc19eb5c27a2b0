import type { Moment } from '../time/moment.ts';

/** What a signed link allows. */
export interface LinkClaims {
  /**
   * Absent: not about one lead (capturing a phone call). Of an answer that is entered: the delivery of the mail; of a hook:
   * its id.
   */
  readonly leadId?: string | undefined;
  /** Of the lead when the link was made: it holds as long as nothing happened since that people know of. */
  readonly generation?: number | undefined;
  readonly action: string;
  /** Whose link it is, by his key (`people.ts`). Absent: nobody's in particular. */
  readonly person?: string | undefined;
  /** Which of the things that customers said it is about, by its key (`told.ts`). Absent: the newest. */
  readonly told?: string | undefined;
  readonly expiresAt: Moment;
}

export interface SignedLinks {
  /** The address of the page for these claims. */
  sign(claims: LinkClaims): string;
  /** @returns the claims, or `undefined` if the token is forged, damaged, expired or of an unknown key. */
  read(token: string, now: Moment): LinkClaims | undefined;
}
