import type { Said } from '../inbound/said.ts';
import type { Moment } from '../time/moment.ts';

/** What was understood of one answer of the owner to a digest, and what became of it. */
export interface DigestAnswer {
  /** Of the mail. */
  readonly deliveryId: string;
  /** The mail itself, the same for every delivery of it. Absent: earlier releases kept none. */
  readonly mail?: string | undefined;
  /** Of the digest: a local date. */
  readonly date: string;
  readonly receivedAt: Moment;
  /** When the digest went out. Absent: earlier releases kept it not. */
  readonly shownAt?: Moment | undefined;
  readonly understood: readonly {
    /** In the digest. */
    readonly number: number;
    readonly leadId: string;
    /** Of the lead when the mail came in; a tap enters it as long as nothing happened since that people know of. */
    readonly generation?: number | undefined;
    readonly said: Said;
    /** As he wrote it. */
    readonly line: string;
  }[];
  /** Lines that were not understood, and what he was asked about each. */
  readonly unclear: readonly { readonly line: string; readonly asked: string }[];
  /** Why it waits for his tap; absent: it does not. */
  readonly held?: HeldBecause | undefined;
  /** The name of whoever wrote it, where he is known by his address. */
  readonly person?: string | undefined;
  /** The colleague's address. */
  readonly writtenBy?: string | undefined;
  /** What became of what was understood, in the same order, as far as it was carried out. */
  readonly results: readonly AnswerResult[];
  /** When somebody began to carry it out, the last time. */
  readonly claimedAt?: Moment | undefined;
  /** When all of it was carried out. */
  readonly settledAt?: Moment | undefined;
}

export const heldReasons = [
  /** Nothing shows that it is from him. */
  'unproven',
  /** The digest is too old to be answered without a question. */
  'late',
  /** Somebody else of the business wrote it. */
  'colleague',
] as const;
export type HeldBecause = (typeof heldReasons)[number];

export interface AnswerResult {
  /** Why it was not done, in the owner's words. */
  readonly refused?: string | undefined;
  /** It was so before he said it. */
  readonly already?: true | undefined;
}

export interface DigestAnswers {
  /** @returns what is kept of this delivery: the first that was kept stays. */
  keep(answer: Omit<DigestAnswer, 'results' | 'claimedAt' | 'settledAt'>): Promise<DigestAnswer>;
  find(deliveryId: string): Promise<DigestAnswer | undefined>;
  /**
   * Claims the right to carry it out.
   * @param abandonedBefore a claim from before belongs to nobody who still runs.
   * @returns the answer as far as it was carried out; `undefined`: it is settled, or somebody is at it.
   */
  claim(deliveryId: string, at: Moment, abandonedBefore: Moment): Promise<DigestAnswer | undefined>;
  /** Notes what became of it so far. @param settledAt all of it was carried out. */
  note(deliveryId: string, results: readonly AnswerResult[], settledAt?: Moment): Promise<void>;
}
