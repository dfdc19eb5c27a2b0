/** What the functions need from the world: interfaces, and the names they speak of. */
import type { CapturedSubmission } from './captured-submission.ts';
import type { MailFlag, MailOutcomeName } from './inbound/incoming-mail.ts';
import type { Lead, LeadSummary } from './lead.ts';

/** A moment: ISO 8601 in UTC with milliseconds. */
export type Moment = string;

export interface Clock {
  now(): Moment;
}

export interface Ids {
  /** 10 characters of Crockford's base32. */
  newLeadId(): string;
}

/** What makes a submission the same as an earlier one. */
export interface SubmissionKeys {
  /** The sender's own id of the submission; the same id is the same lead for a year. */
  readonly submissionId?: string | undefined;
  /** Hash of the content; the same content within 5 minutes is the same lead. */
  readonly contentHash: string;
}

export interface LeadStore {
  /**
   * Stores a new lead, unless its submission is known. Safe against two at the same instant and against a crash
   * in between: whoever comes next completes it under the same id.
   * @returns the id that counts, and whether this call created the lead.
   */
  add(lead: Lead, submission: SubmissionKeys): Promise<{ leadId: string; created: boolean }>;
  load(leadId: string): Promise<Lead | undefined>;
  /**
   * Writes the lead on the condition that the stored version is still `lead.version`.
   * @returns the lead as stored, with the next version.
   * @throws VersionConflictError somebody was faster.
   */
  save(lead: Lead): Promise<Lead>;
  /** All open leads, by `dueAt`. Unqualified ones that sleep until their date are not among them. */
  listOpen(): Promise<LeadSummary[]>;
  /** Open and sleeping leads whose `dueAt` has come by this moment, by `dueAt`. */
  listOverdue(before: Moment): Promise<LeadSummary[]>;
  /** Won leads closed in the calendar month (`2026-11`, UTC) of `closedAt`. */
  listWon(month: string): Promise<LeadSummary[]>;
  /**
   * Leads closed from one moment on and before the other, won and lost alike, by `closedAt`. Reads only the months the
   * span touches.
   */
  listClosed(from: Moment, until: Moment): Promise<LeadSummary[]>;
  /** Keeps a submission that filled the honeypot, for 30 days, where no list shows it. */
  keepSpam(lead: Lead): Promise<void>;
  /** What was kept as spam under this id, as long as it is kept. */
  loadSpam(leadId: string): Promise<Lead | undefined>;
  /** Deletes the archived events of an erased lead. */
  eraseArchive(leadId: string): Promise<void>;
  /**
   * Events that were moved out of the lead because its timeline was full, oldest first. With the lead's `timeline`
   * after them the history is complete.
   */
  loadArchive(leadId: string): Promise<Lead['timeline']>;
}

/** Where a submission waits that could not be stored: whoever sent it was told that it is kept. */
export interface SubmissionQueue {
  /**
   * Keeps the submission until it is stored, for two weeks at least.
   * @throws Error it may not be kept: nobody must be told that it is.
   */
  put(submission: CapturedSubmission): Promise<void>;
}

export type ContactKey =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string };

export interface ContactRecord {
  readonly key: ContactKey;
  /** Ids of all leads of this person, sorted. */
  readonly leadIds: readonly string[];
  /** Set: no mails to this address. */
  readonly suppressed?:
    | { readonly reason: 'stopped' | 'bounced' | 'complained'; readonly at: Moment }
    | undefined;
}

export interface ContactStore {
  load(key: ContactKey): Promise<ContactRecord | undefined>;
  /** Adds the lead to the person's leads. Repeating it changes nothing. */
  linkLead(key: ContactKey, leadId: string): Promise<void>;
  suppress(key: ContactKey, reason: 'stopped' | 'bounced' | 'complained', at: Moment): Promise<void>;
  /** Lifts a suppression, e.g. because the person wrote again; a record without leads is deleted. */
  unsuppress(key: ContactKey): Promise<void>;
  /** Takes the lead out of the person's leads; a record without leads and suppression is deleted. */
  unlinkLead(key: ContactKey, leadId: string): Promise<void>;
}

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
}

export interface MailLog {
  /**
   * Claims the right to send this mail, once.
   * @returns `claimed`: send it now; otherwise the record of whoever was first.
   */
  claim(
    mail: { leadId: string; key: string; to: 'customer' | 'owner' },
    at: Moment,
  ): Promise<'claimed' | MailRecord>;
  /**
   * Marks a claimed mail as taken by the provider and remembers which lead its answers belong to.
   * @throws Error nobody claimed it.
   */
  markSent(leadId: string, key: string, messageId: string, at: Moment): Promise<void>;
  /** Gives the claim back: the provider surely did not take the mail. One that was sent stays sent. */
  release(leadId: string, key: string): Promise<void>;
  /** All mails of a lead, in the order they were claimed. */
  list(leadId: string): Promise<MailRecord[]>;
  /** Claims that nobody marked or released, oldest first. */
  listUnsettled(): Promise<MailRecord[]>;
  /** The lead that the answer to this message belongs to. */
  findLead(messageId: string): Promise<string | undefined>;
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

/** The digest of one local date. */
interface DigestRecord {
  readonly claimedAt: Moment;
  readonly sentAt?: Moment | undefined;
  /** The leads by their numbers in the digest, from 1 on: what an answer speaks of. */
  readonly leadIds: readonly string[];
}

export interface DigestLog {
  /**
   * Claims the digest of a local date (`2026-11-23`), once. `false`: already claimed.
   * @param leadIds the leads by their numbers in the digest.
   */
  claim(date: string, at: Moment, leadIds: readonly string[]): Promise<boolean>;
  /** Tells a digest that went out from a claim whose owner may have died. */
  find(date: string): Promise<DigestRecord | undefined>;
  markSent(date: string, at: Moment): Promise<void>;
  release(date: string): Promise<void>;
  /** When the newest digest before this date went out. */
  lastSentBefore(date: string): Promise<Moment | undefined>;
}

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Additional headers; values are single lines. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calendar?: { readonly method: 'REQUEST' | 'PUBLISH'; readonly content: string } | undefined;
  /** Files to go with it, by name. */
  readonly files?:
    | readonly { readonly name: string; readonly contentType: string; readonly content: Uint8Array }[]
    | undefined;
  /** The Date header. */
  readonly at: Moment;
}

export interface Mailer {
  /**
   * Hands one mail to the provider, once: it never retries by itself.
   * @returns the provider's message id, as answers will name it.
   * @throws MailRefusedError not taken, worth a later try.
   * @throws MailRejectedError not taken and never will be.
   * @throws MailUncertainError no answer: it may be out.
   */
  send(mail: OutgoingMail): Promise<string>;
}

export interface Workflow {
  /** Starts the lead's execution for this generation. Starting the same one twice is one start. */
  begin(leadId: string, generation: number): Promise<void>;
  /** Stops the execution of a superseded generation. It may be over already: that is fine. */
  end(leadId: string, generation: number): Promise<void>;
}

/** What a signed link allows. */
export interface LinkClaims {
  /** Absent: not about one lead (capturing a phone call). */
  readonly leadId?: string | undefined;
  readonly generation?: number | undefined;
  readonly action: string;
  readonly expiresAt: Moment;
}

export interface SignedLinks {
  /** The address of the page for these claims. */
  sign(claims: LinkClaims): string;
  /** @returns the claims, or `undefined` if the token is forged, damaged, expired or of an unknown key. */
  read(token: string, now: Moment): LinkClaims | undefined;
}

/**
 * Addresses of ours that say which lead a mail belongs to: `<local>+<lead id>.<mac>@…`. They prove the thread, not the
 * person. Upper and lower case mean the same.
 */
export interface ReplyAddresses {
  /** @param about a lead's id, or `digest-<date>`. */
  sign(about: string): string;
  /** @returns what the address is about; `forged` if it has a token that nobody signed; `undefined` if it has none. */
  read(address: string): { readonly about: string } | 'forged' | undefined;
}

/** What became of one delivery. */
export interface IntakeRecord {
  readonly deliveryId: string;
  readonly receivedAt: Moment;
  readonly outcome: MailOutcomeName;
  readonly leadId?: string | undefined;
  readonly flags: readonly MailFlag[];
  /** The sender and the first words of the subject: for the digest. */
  readonly sender?: string | undefined;
  readonly subject?: string | undefined;
}

export interface IntakeLog {
  find(deliveryId: string): Promise<IntakeRecord | undefined>;
  /** Stores the outcome of a delivery. A delivery has one outcome: a second record of it changes nothing. */
  record(record: IntakeRecord): Promise<void>;
  /** All deliveries received from this moment on, by `receivedAt`. */
  listSince(from: Moment): Promise<IntakeRecord[]>;
  /**
   * Claims a content (Message-ID and content together) for a delivery; the first one keeps it.
   * @returns the delivery that has it: this one or an earlier one.
   */
  claimContent(contentKey: string, deliveryId: string, at: Moment): Promise<string>;
  /**
   * Counts a delivery of this sender, once.
   * @returns how many deliveries of the sender were counted in the 2 hours before `at`, this one included.
   */
  countSender(sender: string, deliveryId: string, at: Moment): Promise<number>;
  /**
   * Claims the one automatic answer a sender may get in 24 hours. The lead that has it may claim it again.
   * @returns whether the lead may answer.
   */
  claimAnswer(sender: string, leadId: string, at: Moment): Promise<boolean>;
}

/** The raw mails as they came in, and the files that were in them. */
export interface MailFiles {
  /** The raw mail of a delivery; `undefined` if none is kept. */
  load(deliveryId: string): Promise<Uint8Array | undefined>;
  /** Deliveries whose raw mail was stored from this moment on, oldest first. */
  listSince(from: Moment): Promise<{ readonly deliveryId: string; readonly at: Moment }[]>;
  /** Keeps a file of a mail beside it. Repeating it changes nothing. */
  keepFile(
    deliveryId: string,
    file: { readonly index: number; readonly contentType: string; readonly content: Uint8Array },
  ): Promise<void>;
  /** Where a browser gets the raw mail for the next 10 minutes: as a download, never shown. */
  rawLink(deliveryId: string): Promise<string>;
  /** Where a browser gets a file for the next 10 minutes: images are shown, all else is a download. */
  fileLink(
    deliveryId: string,
    file: { readonly index: number; readonly name: string; readonly contentType: string },
  ): Promise<string>;
  /** Deletes the raw mail and its files. */
  remove(deliveryId: string): Promise<void>;
}

/** When each source (a website form, a mailbox, a portal) brought its latest leads. */
export interface SourceLog {
  /** Notes that a source brought a lead. Repeating it for the same lead changes nothing. */
  note(source: string, leadId: string, at: Moment): Promise<void>;
  /** All sources with the times of their latest leads (20 at most), oldest first. */
  list(): Promise<{ readonly source: string; readonly broughtAt: readonly Moment[] }[]>;
}
