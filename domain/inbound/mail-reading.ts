/** What the rules ask of a mail, read once and kept as data: what comes later goes by this, not by the text again. */
import type { Company } from '../business/company.ts';
import { isFromOwner, type Provenance, readProvenance } from './authentic.ts';
import { answersByItself, type MachineMark } from './automatic-text.ts';
import { type Bounce, readBounce } from './bounce.ts';
import { isColleagues } from './colleague.ts';
import { readNewText, readOwnWords } from './forward.ts';
import type { Delivery, IncomingMail, NoteReason } from './incoming-mail.ts';
import { classifyMail, type MailClass } from './mail-class.ts';
import { type MailContact, readContact } from './mail-contact.ts';
import { readWrittenStop, type WrittenStop } from './written-stop.ts';

export interface MailReading {
  readonly kind: MailClass;
  /** From names the owner and nobody else. It proves nothing yet. */
  readonly fromOwner: boolean;
  /** Somebody else of the business writes in his own name, as From says. It proves nothing yet. */
  readonly fromColleague: boolean;
  /** What the checks of the receiving server say about From. */
  readonly provenance: Provenance;
  /** They say that From is true. */
  readonly authentic: boolean;
  /** The person behind it. */
  readonly contact: MailContact;
  /** The text without what it quotes, with what it hands on. */
  readonly newText: string;
  /** The sender's own words in it, without what they hand on. */
  readonly ownWords: string;
  /** What it is, if it should move no lead. */
  readonly note?: NoteReason | undefined;
  readonly mark: MachineMark;
  /** A person wants no mails any more, and says so in his own words. It proves nothing of who says it. */
  readonly stop?: WrittenStop | undefined;
  /** Of a bounce that says to whom or about which mail. */
  readonly bounce?: Bounce | undefined;
}

export function interpretMail(mail: IncomingMail, delivery: Delivery, company: Company): MailReading {
  const newText = readNewText(mail, company);
  const ownWords = readOwnWords(mail, newText, company);
  const { kind, note, mark } = classifyMail(mail, ownWords, delivery, company);
  const fromOwner = isFromOwner(mail, company);
  const provenance = readProvenance(mail, delivery);
  // What answers by itself wants nothing.
  const stop = kind === 'person' && !answersByItself(mark) ? readWrittenStop(mail) : undefined;
  return {
    kind,
    ...(note !== undefined && { note }),
    mark,
    fromOwner,
    fromColleague: !fromOwner && isColleagues(mail, company),
    provenance,
    authentic: provenance === 'authentic',
    contact: readContact(mail, company),
    newText,
    ownWords,
    ...(stop && { stop }),
    ...(kind === 'bounce' && { bounce: readBounce(mail) }),
  };
}
