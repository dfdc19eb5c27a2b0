/** One mail on its way to an outcome, and what is needed to get it there. */
import type {
  Delivery,
  IncomingMail,
  MailFlag,
  MailOutcomeName,
  NoteReason,
} from '../../domain/inbound/incoming-mail.ts';
import type { MailReading } from '../../domain/inbound/mail-reading.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { DigestAnswers } from '../../domain/ports/digest-answers.ts';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { HeldDeliveries } from '../../domain/ports/held-deliveries.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { ChangeLeadDeps } from '../shared/change-lead.ts';
import type { SendOnceDeps } from '../shared/send-once.ts';
import type { WarnOfVisitDeps } from '../shared/warn-of-visit.ts';

/** What the reader made of the raw mail. */
type ReadResult =
  | { readonly result: 'read'; readonly mail: IncomingMail; readonly contents: readonly Uint8Array[] }
  | { readonly result: 'too-large' | 'unreadable'; readonly mail: IncomingMail };

export interface ReceiveMailDeps extends ChangeLeadDeps, SendOnceDeps {
  readonly mailFiles: Pick<MailFiles, 'load' | 'keepFile'>;
  readonly readMail: (raw: Uint8Array) => Promise<ReadResult>;
  readonly intake: Pick<IntakeLog, 'find' | 'record' | 'claimContent' | 'claimSaid' | 'countSender'>;
  readonly leads: Pick<LeadStore, 'add' | 'load' | 'save' | 'keepSpam'> & WarnOfVisitDeps['leads'];
  readonly contacts: Pick<ContactStore, 'load' | 'suppress' | 'linkLead'>;
  readonly heldDeliveries: Pick<HeldDeliveries, 'list'>;
  readonly mailLog: Pick<
    MailLog,
    'claim' | 'markSent' | 'settle' | 'release' | 'find' | 'findLead' | 'findMail'
  >;
  readonly digestLog: Pick<DigestLog, 'find'>;
  readonly digestAnswers: DigestAnswers;
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly links: SignedLinks;
  readonly ids: Ids;
}

/** A mail as it came in. */
export interface ReceivedMail {
  readonly delivery: Delivery;
  readonly mail: IncomingMail;
  /** Contents of the mail's files, by index. */
  readonly contents: readonly Uint8Array[];
  readonly flags: readonly MailFlag[];
}

/** A mail and all that is known of it; made by `openArrival` alone, so that everybody goes by one reading. */
export interface Arrival extends ReceivedMail, MailReading {
  readonly thread: FoundThread;
  /** The new text as a timeline shows it; absent if there is none. */
  readonly timelineText: string | undefined;
  /**
   * Keeps the files beside the raw mail and says where they are. With a virus only their names are kept.
   * @param flags what else turned out to be doubtful.
   */
  readonly keepReference: (flags?: readonly MailFlag[]) => Promise<MailReference>;
}

export interface Settled {
  readonly outcome: MailOutcomeName;
  readonly leadId?: string | undefined;
  /** What was kept aside of it. */
  readonly asideId?: string | undefined;
  /** Why it moves no lead; default: what its reading says. */
  readonly reason?: NoteReason | undefined;
  /** Besides those of the arrival. */
  readonly flags?: readonly MailFlag[] | undefined;
}

/** Where a mail belongs. */
export interface FoundThread {
  /** The lead it goes on with, or reports a bounce of; absent: it is about something new. */
  readonly lead?: Lead | undefined;
  /** An emergency of the same person that also learns what the mail says of him. */
  readonly ringing?: Lead | undefined;
  /** The earlier request of the same person, if it is about something new. */
  readonly related?: string | undefined;
  /** The lead whose signed address led here, and which is not gone on with: erased, or closed long ago. */
  readonly ended?: Lead | undefined;
  /** The digest it answers: a local date. */
  readonly digest?: string | undefined;
  /** A signed address of ours led here. */
  readonly signed: boolean;
  /** Somebody made up a signed address. */
  readonly forged: boolean;
  /** The sender is the customer of the lead. */
  readonly known: boolean;
}
