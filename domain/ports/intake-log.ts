import type { MailFlag, MailOutcomeName, NoteReason } from '../inbound/incoming-mail.ts';
import type { Moment } from '../time/moment.ts';

/** What the owner said of something that was kept aside: it is a request, or it is none. */
export const settlements = ['rescued', 'dismissed'] as const;
type Settlement = (typeof settlements)[number];

/** What became of one delivery of a mail, or of a form that made no lead. */
export interface IntakeRecord {
  readonly deliveryId: string;
  readonly receivedAt: Moment;
  readonly outcome: MailOutcomeName;
  /** The lead it made, moved or stands on. */
  readonly leadId?: string | undefined;
  /** What was kept aside of it: the owner makes a lead of this id with one tap. */
  readonly asideId?: string | undefined;
  /** Why it moved no lead. */
  readonly reason?: NoteReason | undefined;
  readonly flags: readonly MailFlag[];
  /** The sender, what he calls himself, and the first words of the subject, else of the text: for the digest. */
  readonly sender?: string | undefined;
  readonly senderName?: string | undefined;
  readonly subject?: string | undefined;
  /** Nobody needs to be told of it any more. */
  readonly settled?: Settlement | undefined;
}

export interface IntakeLog {
  find(deliveryId: string): Promise<IntakeRecord | undefined>;
  /** Stores the outcome of a delivery. A delivery has one outcome: a second record of it changes nothing. */
  record(record: IntakeRecord): Promise<void>;
  /** Notes what the owner said of it. A second word replaces the first; an unknown delivery stays unknown. */
  settle(deliveryId: string, how: Settlement): Promise<void>;
  /** All deliveries received from this moment on, by `receivedAt`. */
  listSince(from: Moment): Promise<IntakeRecord[]>;
  /**
   * Claims a content (Message-ID and content together) for a delivery; the first one keeps it.
   * @returns the delivery that has it: this one or an earlier one.
   */
  claimContent(contentKey: string, deliveryId: string, at: Moment): Promise<string>;
  /**
   * Claims what was said in a thread for a delivery, unless it was the last thing said there within the quarter of an hour before.
   * @param said.thread who speaks, and of what. @param said.words the same for the same words.
   * @returns the delivery that said it first: this one or an earlier one; the same at each repeat.
   */
  claimSaid(
    said: { readonly thread: string; readonly words: string; readonly at: Moment },
    deliveryId: string,
  ): Promise<string>;
  /**
   * Counts a delivery of this sender, once.
   * @returns how many deliveries of the sender were counted in the 2 hours before `at`, this one included.
   */
  countSender(sender: string, deliveryId: string, at: Moment): Promise<number>;
}
