/** A mail that came in, as data: what the reader makes of the raw mail and the envelope, and all rules work on. */
import type { Moment } from '../time/moment.ts';

/** `gray`: the check said neither; `unknown`: nobody checked. */
export const verdictNames = ['pass', 'fail', 'gray', 'unknown'] as const;
export type Verdict = (typeof verdictNames)[number];

/**
 * What the receiving server found out about the sender and the content. In the cloud never what the mail itself says, only
 * what SES does: in its notice, and in the headers it puts on top.
 */
export interface Verdicts {
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  /** Lower case: whose signatures are good. Absent: not known. */
  readonly dkimDomains?: readonly string[] | undefined;
  /** Lower case: the domain of From as the server read it, which `dmarc` is about. Absent: not known. */
  readonly dmarcDomain?: string | undefined;
}

/** One delivery of one mail: the envelope. */
export interface Delivery {
  /** Of this delivery, unique: SES's message id, which is also the name of the raw mail. Letters, digits and hyphens. */
  readonly id: string;
  readonly receivedAt: Moment;
  /** Return-Path, lower case; empty for bounces (`<>`); `undefined`: not known. */
  readonly envelopeFrom?: string | undefined;
  /** The addresses of ours it was delivered to, lower case. */
  readonly envelopeTo: readonly string[];
  readonly verdicts: Verdicts;
}

export interface MailAddress {
  /** Decoded, without quotes. */
  readonly name?: string | undefined;
  /** Lower case, syntactically valid. */
  readonly address: string;
}

/** A file that came with a mail. Its content lies beside the raw mail, under its index. */
export interface MailFile {
  readonly index: number;
  readonly name: string;
  /** Lower case, without parameters, e.g. `image/jpeg`. */
  readonly contentType: string;
  readonly bytes: number;
  /** It came within a mail that hangs at this one, and which is a file too. */
  readonly within?: true;
}

/** A part of a report (`message/delivery-status`, `message/rfc822`, `text/rfc822-headers`, `message/feedback-report`). */
export interface MailReport {
  readonly contentType: string;
  /** The part as text: for delivery-status its groups of fields, for the others headers and perhaps a body. */
  readonly text: string;
}

/** An answer to an invitation (RFC 5546, `METHOD:REPLY` or `COUNTER`). */
export interface CalendarAnswer {
  readonly answer: 'accepted' | 'declined' | 'tentative' | 'counter';
  /** Of the visit that was invited to. */
  readonly uid?: string | undefined;
  /** Who answers, lower case. */
  readonly attendee?: string | undefined;
  /** In the words of who answers. */
  readonly comment?: string | undefined;
  /** Of a counter-proposal: when instead. */
  readonly startsAt?: Moment | undefined;
}

export interface IncomingMail {
  /** Without angle brackets; absent if missing or empty. */
  readonly messageId?: string | undefined;
  /** Addresses as they stand between the brackets; never what only a display name says. */
  readonly from: readonly MailAddress[];
  /** From holds something else too, or something that is no address: it proves nothing. */
  readonly fromUnclear: boolean;
  /** The only address in a From that has none where it belongs: good enough to answer to, and for nothing else. */
  readonly fromHint?: MailAddress | undefined;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Delivered-To, X-Original-To, Envelope-To, X-Envelope-To: where it was headed before it was forwarded. */
  readonly deliveredTo: readonly string[];
  /** One line, decoded; empty if there is none. */
  readonly subject: string;
  /** All ids of In-Reply-To and References, without angle brackets. */
  readonly answers: readonly string[];
  /** All headers by lower-case name, unfolded and decoded, in the order they stand. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Type of the whole mail, lower case with its parameters, e.g. `multipart/report; report-type=delivery-status`. */
  readonly contentType: string;
  /** The text as the person wrote it, `\n` line ends; made from the HTML if there is no text part. */
  readonly text: string;
  /** Rows with two filled cells of HTML tables and definition lists: how forms send label and value. */
  readonly pairs: readonly { readonly label: string; readonly value: string }[];
  readonly files: readonly MailFile[];
  readonly reports: readonly MailReport[];
  /** Mails that hang at this one (`message/rfc822` outside of a report), read like it; they are among the files too, and so are their files, with the
   * same index here and there. */
  readonly attached: readonly IncomingMail[];
  readonly calendar?: CalendarAnswer | undefined;
  /** Nobody but the holder of a key can read it. */
  readonly sealed?: 'smime' | 'pgp' | undefined;
}

/** Who wrote, where only one can have: the first of From. */
export function senderOf({ from }: Pick<IncomingMail, 'from'>): MailAddress | undefined {
  return from[0];
}

/** The first value of a header. */
export function headerOf({ headers }: Pick<IncomingMail, 'headers'>, name: string): string | undefined {
  return headers.get(name)?.[0];
}

/** Does its program say that it sent it by itself (RFC 3834)? */
export function isAutoSubmitted(mail: Pick<IncomingMail, 'headers'>): boolean {
  return !/^\s*no\b/i.test(headerOf(mail, 'auto-submitted') ?? 'no');
}

/** Each mail ends in exactly one of these. */
export const mailOutcomes = [
  'lead-created',
  'reply-appended',
  'auto-reply-noted',
  'bounce-noted',
  'duplicate',
  'spam-quarantined',
  'portal-noted',
  'own-mail-ignored',
  'too-large',
  'unreadable',
  /** No mail: a form that was refused, could not be read, or looks like a robot's. */
  'form-kept-aside',
] as const;
export type MailOutcomeName = (typeof mailOutcomes)[number];

/** Why a mail or a form moved no lead. The owner reads it beside each of them, and judges whether that is right. */
export const noteReasons = [
  /** Somebody is away. */
  'absence',
  /** Another office has received something of ours. */
  'acknowledgement',
  'read-receipt',
  /** An answer to an invitation that nobody knows. */
  'calendar',
  'newsletter',
  /** A machine wrote, and nothing tells what it is. */
  'automatic',
  /** A mail came back. */
  'bounce',
  /** A mail will arrive later, or a server could not take it now. */
  'delayed',
  /** We sent it ourselves. */
  'own',
  'spam',
  /** Of a mail that went to the customer. */
  'copy',
  /** Nobody has proved who wrote it, or one sender wrote very much. */
  'doubtful',
  'unreadable',
  /** A form without any way to answer it. */
  'unreachable',
  /** What a form sent is no form. */
  'unread-form',
  /** A form that looks filled in by a robot. */
  'robot',
  /** A form whose signature is not that of its sender. */
  'unsigned',
  /** Somebody called and showed no number. */
  'withheld-number',
  /** Somebody called, and nobody says whether the call was taken. */
  'unclear-call',
] as const;
export type NoteReason = (typeof noteReasons)[number];

/** What is doubtful about a mail; the owner is told. */
export const mailFlags = [
  /** An address of ours with a token that we did not sign. */
  'forged-token',
  /** A valid token, but the sender is neither the customer nor the owner. */
  'unknown-sender',
  /** It claims to be from the owner, and the checks did not confirm it. */
  'unproven-owner',
  /** From names several, or nobody that can be read: whoever it was has no rights. */
  'unclear-sender',
  /** The checks say that it is not from whom it says: it changes nothing. */
  'contradicted-sender',
  /** The sender wrote more than 20 mails in 2 hours: no automatic effect. */
  'too-many',
  /** The virus check failed: attachments are not offered. */
  'virus',
] as const;
export type MailFlag = (typeof mailFlags)[number];
