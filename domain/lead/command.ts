/** What people and the system can ask of a lead, and why it may be refused. */

import type { Ground, MailRefusal } from '../lawful/refusals.ts';
import type { Moment } from '../time/moment.ts';
import type { Askable } from './askable.ts';
import type { Contact, Language, Salutation } from './contact.ts';
import type { Emptiable } from './emptied.ts';
import type { EventOf, KnownPerson, LeadEvent, ReplyFacts, ReportedReason } from './event.ts';
import type { Lead } from './lead.ts';
import type { LearnedFact } from './learned.ts';
import type { MailName } from './mail-name.ts';
import type {
  Attribution,
  Consent,
  MailReference,
  Muted,
  Proof,
  Source,
  SubmittedFiles,
  SuspicionSign,
} from './origin.ts';
import type { Fact, Stage } from './pipeline.ts';
import type { Request } from './request.ts';
import type { Kind, Urgency } from './request-kind.ts';

/** Facts given together with a move; what the target stage requires and the lead does not know yet. */
export interface MoveFacts {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly phoneE164?: string | undefined;
  readonly kind?: Kind | undefined;
  /** The owner says explicitly that interest, project and budget are there. */
  readonly qualified?: boolean | undefined;
  readonly valueCents?: number | undefined;
  readonly quotedCents?: number | undefined;
  readonly finalCents?: number | undefined;
  readonly visit?: { readonly startsAt: Moment; readonly durationMinutes: number } | undefined;
  readonly reason?: string | undefined;
  /** ISO date on which an unqualified lead comes back. */
  readonly lookAgainOn?: string | undefined;
}

/** Facts about the lead itself, without a change of stage. Absent: unchanged. */
export interface Details {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly phoneE164?: string | undefined;
  readonly company?: string | undefined;
  readonly salutation?: Salutation | undefined;
  readonly otherPhones?: Contact['otherPhones'];
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly language?: Language | undefined;
  readonly source?: Source | undefined;
  readonly kind?: Kind | undefined;
  /** `now`: it rings like a new emergency. */
  readonly urgency?: Urgency | undefined;
  readonly installation?: string | undefined;
  readonly timeframe?: string | undefined;
  readonly budget?: string | undefined;
  readonly wishedDate?: string | undefined;
  /** What is taken away without anything in its place. */
  readonly emptied?: readonly Emptiable[] | undefined;
}

export interface CaptureCommand {
  readonly type: 'capture';
  readonly id: string;
  readonly contact: Contact;
  readonly request: Request;
  readonly source: Source;
  readonly attribution: Attribution;
  readonly consent?: Consent | undefined;
  /** Who typed it in: the customer in a form, the owner after a phone call. */
  readonly by: 'customer' | 'owner';
  /** The name of whoever of the business typed it in, where his own link says so. */
  readonly person?: string | undefined;
  /** The mail it came by. */
  readonly mail?: MailReference | undefined;
  readonly muted?: Muted | undefined;
  readonly proof?: Proof | undefined;
  readonly files?: SubmittedFiles | undefined;
  readonly suspicion?: SuspicionSign[] | undefined;
  /** An earlier request of the same person. */
  readonly relatedTo?: string | undefined;
}

/** A mail of the follow-up, and how it went. */
export interface MailOutcome {
  readonly type: 'acknowledged' | 'owner-alerted' | 'follow-up-sent' | 'owner-chased' | 'owner-informed';
  readonly mail: MailName;
  readonly number: number;
  readonly key: string;
  readonly outcome: 'sent' | 'uncertain' | 'rejected';
  /** Of an uncertain one: it was for the owner. */
  readonly to?: 'owner' | undefined;
  /** To a customer: it says that no further one comes. */
  readonly last?: true | undefined;
  /** To a customer: what allowed it. */
  readonly ground?: Ground | undefined;
  readonly at: Moment;
}

export type NextMailCommand =
  | { readonly type: 'skip-next-mail'; readonly key: string }
  | { readonly type: 'send-next-mail'; readonly key: string }
  /** Absent: the standard words again. */
  | { readonly type: 'word-next-mail'; readonly key: string; readonly text?: string | undefined };

export type Command =
  | CaptureCommand
  | {
      readonly type: 'resubmit';
      readonly contact: Contact;
      readonly request: Request;
      readonly consent?: Consent | undefined;
      readonly files?: SubmittedFiles | undefined;
      readonly proof?: Proof | undefined;
      /** It may come late: what was sent after it still holds. Absent: sent just now. */
      readonly sentAt?: Moment | undefined;
    }
  | (KnownPerson & { readonly type: 'recognise-person'; readonly belongsTo?: string | undefined })
  | { readonly type: 'note-following'; readonly leadId: string }
  | {
      /** What was written to another lead that is the same request. */
      readonly type: 'take-words';
      readonly from: string;
      readonly words: readonly Omit<
        EventOf<'merged'>,
        'type' | 'at' | 'by' | 'from' | 'into' | 'expiresOn'
      >[];
      /** What the business noted there for itself. */
      readonly notes: readonly Pick<EventOf<'noted'>, 'text' | 'mail' | 'sentAt'>[];
    }
  | { readonly type: 'merge-into'; readonly into: string }
  | { readonly type: 'move'; readonly to: Stage; readonly facts?: MoveFacts | undefined }
  | {
      readonly type: 'note-contact-attempt';
      readonly reached: boolean;
      /** Of a talk: who is next. Default: the owner, so that no mail goes out because of it. */
      readonly next?: 'owner' | 'customer' | undefined;
      /** What the customer is to be asked, if he is next. */
      readonly asks?: readonly Askable[] | undefined;
    }
  /** Private: it changes nothing but what the business knows. */
  | { readonly type: 'note'; readonly text: string; readonly mail?: MailReference | undefined }
  | { readonly type: 'plan-visit'; readonly startsAt: Moment; readonly durationMinutes: number }
  | { readonly type: 'cancel-visit' }
  /** To whoever has this address; absent: it is nobody's in particular again. */
  | { readonly type: 'assign'; readonly person?: string | undefined }
  | { readonly type: 'postpone'; readonly until: string }
  | { readonly type: 'set-value'; readonly valueCents: number }
  | { readonly type: 'set-probability'; readonly probability: number }
  | { readonly type: 'set-details'; readonly details: Details }
  /** What an answer of the customer says, instead of what is known. */
  | { readonly type: 'take-fact'; readonly fact: LearnedFact; readonly value: string }
  /** What is known stays, and this waits no longer. */
  | { readonly type: 'dismiss-fact'; readonly fact: LearnedFact; readonly value: string }
  /** The customer is told that it comes to nothing. */
  | { readonly type: 'decline'; readonly text: string }
  | { readonly type: 'confirm' }
  /** A limit was reached: the first answer must not go out by itself. */
  | { readonly type: 'withhold-acknowledgement'; readonly why: Muted }
  /** The first answer, which did not go out by itself. */
  | { readonly type: 'acknowledge' }
  /** Of what was kept aside and is no lead yet. */
  | { readonly type: 'rescue' }
  | { readonly type: 'stop' }
  /** Whoever reads the mails at the address did not ask for anything. */
  | { readonly type: 'disown' }
  | { readonly type: 'mark-spam' }
  | {
      readonly type: 'record-reply';
      readonly text?: string | undefined;
      readonly mail?: MailReference | undefined;
      /** Who wrote, if not from the customer's known address. */
      readonly from?: string | undefined;
      /** He did not write: he called, and nobody took it. */
      readonly called?: true | undefined;
      /** He wrote that he wants no mails any more. */
      readonly stops?: true | undefined;
      readonly facts?: ReplyFacts | undefined;
      /** The mail proves to come from its sender. */
      readonly authentic?: true | undefined;
      /** The text says nothing else than where somebody lives, as it may be asked for a visit. */
      readonly onlyPlace?: true | undefined;
      /** The text only says thanks, or yes to the visit. */
      readonly onlyYes?: true | undefined;
    }
  | {
      readonly type: 'record-owner-reply';
      readonly text?: string | undefined;
      readonly mail?: MailReference | undefined;
      /** When he wrote it, which may be long before it went out; absent: just now. */
      readonly writtenAt?: Moment | undefined;
      readonly ground?: Ground | undefined;
    }
  /** The owner has read what the customer of a lead that rests wrote; it needs no answer. */
  | { readonly type: 'mark-read' }
  | {
      readonly type: 'note-mail';
      readonly what: EventOf<'mail-noted'>['what'];
      readonly text?: string | undefined;
      readonly mail?: MailReference | undefined;
    }
  | {
      readonly type: 'record-bounce';
      readonly email: string;
      readonly reason?: string | undefined;
      /** The address was known for it when the lead got it. */
      readonly knownSince?: Moment | undefined;
    }
  | {
      /** A mail says that one of ours did not arrive. */
      readonly type: 'note-bounce-report';
      readonly email: string;
      readonly why: ReportedReason;
      readonly reason?: string | undefined;
      readonly mail: MailReference;
      /** When the mail that it names went to this very address; absent: it names none. */
      readonly sentAt?: Moment | undefined;
    }
  | { readonly type: 'record-complaint'; readonly email: string; readonly knownSince?: Moment | undefined }
  | { readonly type: 'record-mail'; readonly mail: MailOutcome }
  | {
      /** The gate lets this mail not go to the customer, or not before a time. */
      readonly type: 'refuse-mail';
      readonly mail: MailName;
      readonly number: number;
      readonly why: MailRefusal;
      readonly until?: Moment | undefined;
    }
  /** Of the mail to the customer that has this key and is still to go: it does not go, it goes now, it says something else. */
  | NextMailCommand
  /** The customer is reminded of this request no more, or again. */
  | { readonly type: 'pause-reminders' }
  | { readonly type: 'resume-reminders' }
  | {
      /** Whoever asked this and whoever asked `with` are one person, who is reached by all of these. */
      readonly type: 'join-person';
      readonly with: string;
      readonly emails: readonly string[];
      readonly phones: NonNullable<Contact['otherPhones']>;
    }
  | { readonly type: 'stall' }
  | { readonly type: 'wake' }
  | { readonly type: 'renew-timer' }
  | { readonly type: 'erase' }
  /** What somebody did at that moment, and nobody has seen yet. */
  | { readonly type: 'undo'; readonly doneAt: Moment };

/** What a mail waits for that somebody wants to go now. */
export type MailWaits = MailRefusal | 'closed-hours' | 'bounce-report' | 'answer-held';

export type Refusal =
  /** The target stage asks for facts nobody gave. */
  | { readonly code: 'missing-facts'; readonly to: Stage; readonly missing: readonly Fact[] }
  | { readonly code: 'move-not-allowed'; readonly from: Stage; readonly to: Stage }
  | { readonly code: 'already-there'; readonly stage: Stage }
  /** The lead is closed: only reopening makes sense. */
  | { readonly code: 'closed'; readonly stage: Stage }
  | { readonly code: 'date-in-the-past'; readonly field: 'visit' | 'look-again-on' | 'until' }
  | { readonly code: 'date-too-far'; readonly field: 'visit' | 'look-again-on' | 'until' }
  | { readonly code: 'not-an-emergency' }
  /** Nobody who works here has this address. */
  | { readonly code: 'unknown-person' }
  | { readonly code: 'already-done' }
  /** The customer is told no "no" of a request that goes on. */
  | { readonly code: 'still-open' }
  /** The lead it should go on in is closed, or is none any more. */
  | { readonly code: 'earlier-ended' }
  /** Its customer was promised a visit or a quote: it ends in no other lead. */
  | { readonly code: 'promised' }
  /** There is nowhere to send a mail to. */
  | { readonly code: 'no-address' }
  /** This mail is no longer to go: it went, was skipped, or something happened since. */
  | { readonly code: 'mail-not-ahead' }
  /** Its customer is not reminded any more as it is. */
  | { readonly code: 'no-reminders-left' }
  /** It is being sent in this moment. */
  | { readonly code: 'mail-under-way' }
  /** It may not go now; absent: nobody knows until when. */
  | { readonly code: 'mail-must-wait'; readonly why: MailWaits; readonly until?: Moment | undefined }
  | { readonly code: 'mails-stopped'; readonly why: NonNullable<Lead['mailsStopped']> }
  | { readonly code: 'erased' }
  /** Something else happened since that nobody may take back with it. */
  | { readonly code: 'changed-since' }
  | { readonly code: 'too-late-to-undo' }
  /** The step had this mail sent, and it is with the customer. */
  | { readonly code: 'with-customer'; readonly mail: 'refusal' | 'acknowledgement' };

export type Decision = { readonly events: readonly LeadEvent[] } | { readonly refused: Refusal };
