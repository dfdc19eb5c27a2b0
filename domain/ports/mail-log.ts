import type { Ground } from '../lawful/refusals.ts';
import type { Moment } from '../time/moment.ts';

export const mailFates = ['delayed', 'delivered', 'bounced', 'complained'] as const;
export type MailFate = (typeof mailFates)[number];

/** Which fates a later one takes the place of: a mail may be delivered and then called spam, but not the reverse. */
export const replacedFates: Readonly<Record<MailFate, readonly MailFate[]>> = {
  delayed: [],
  delivered: ['delayed'],
  bounced: ['delayed', 'delivered'],
  complained: ['delayed', 'delivered', 'bounced'],
};

/** One mail about one lead, by its key: `g<generation of the cadence>#<mail>#<number>`. */
export interface MailRecord {
  readonly leadId: string;
  readonly key: string;
  readonly to: 'customer' | 'owner';
  readonly state: 'claimed' | 'sent';
  readonly claimedAt: Moment;
  readonly sentAt?: Moment | undefined;
  readonly messageId?: string | undefined;
  readonly fate?: MailFate | undefined;
  /** To a customer: why it may go there. Absent in records of earlier releases. */
  readonly ground?: Ground | undefined;
  /** It says that no further reminder comes. */
  readonly last?: true | undefined;
}

/** What is known of a mail by its message. */
type SentMail = Pick<MailRecord, 'leadId' | 'key' | 'to' | 'sentAt'>;

export interface MailLog {
  /**
   * Claims the right to send this mail, once.
   * @returns `claimed`: send it now; otherwise the record of whoever was first.
   */
  claim(
    mail: Pick<MailRecord, 'leadId' | 'key' | 'to' | 'ground' | 'last'>,
    at: Moment,
  ): Promise<'claimed' | MailRecord>;
  /**
   * Marks a claimed mail as taken by the provider and remembers which lead its answers belong to.
   * @param options.awaitsEntry it is to stand in its lead's timeline: it stays unsettled until somebody says that it does.
   * @throws Error nobody claimed it.
   */
  markSent(
    leadId: string,
    key: string,
    messageId: string,
    at: Moment,
    options?: { readonly awaitsEntry?: boolean },
  ): Promise<void>;
  /** Nothing is left to find out or to enter about this mail, unless its state is another by now. */
  settle(mail: Pick<MailRecord, 'leadId' | 'key' | 'state'>): Promise<void>;
  /**
   * Gives this claim back: the provider surely did not take the mail, or whoever claimed it has surely ended. One that was sent
   * stays sent, and one that somebody else has claimed since stays his.
   */
  release(claim: Pick<MailRecord, 'leadId' | 'key' | 'claimedAt'>): Promise<void>;
  /** The record of a mail as it is now. */
  find(leadId: string, key: string): Promise<MailRecord | undefined>;
  /** All mails of a lead, in the order they were claimed. */
  list(leadId: string): Promise<MailRecord[]>;
  /**
   * Claims that nobody marked, released or settled, and mails that wait to be entered, oldest first. May be a moment old.
   * @param through claimed or sent by then; default: all.
   */
  listUnsettled(through?: Moment): Promise<MailRecord[]>;
  /** The lead that the answer to this message belongs to. */
  findLead(messageId: string): Promise<string | undefined>;
  /** The mail that went out as this message. */
  findMail(messageId: string): Promise<SentMail | undefined>;
  /**
   * Notes what became of a mail that was sent. Repeating it changes nothing; what comes late never replaces what says
   * more: a bounce or complaint stays, and a delay is over once the mail is delivered.
   * @returns the lead and the key of the mail, or `undefined` if no such mail is known.
   */
  recordFate(
    messageId: string,
    fate: MailFate,
    at: Moment,
  ): Promise<{ leadId: string; key: string; to: 'customer' | 'owner' } | undefined>;
}
