/** Mails that moved no lead, as the owner reads of them. German: he alone does. */
import type { MailFlag, MailOutcomeName, NoteReason } from '../../domain/inbound/incoming-mail.ts';
import { actionLabels } from './actions.ts';

/** Why a mail was noted, in a word or two. */
export const reasonsInWords: Readonly<Record<NoteReason, string>> = {
  absence: 'Abwesenheitsnotiz',
  acknowledgement: 'automatische Empfangsbestätigung',
  'read-receipt': 'Lesebestätigung',
  calendar: 'Antwort auf einen Termin',
  newsletter: 'Rundbrief',
  automatic: 'automatische E-Mail',
  bounce: 'nicht zugestellt',
  delayed: 'Zustellung verspätet sich',
  own: 'von uns selbst',
  spam: 'Spam-Verdacht',
  copy: 'Kopie Ihrer E-Mail',
  doubtful: 'zweifelhaft',
  unreadable: 'unlesbar',
};

/** What is doubtful about a mail. */
export const flagsInWords: Readonly<Record<MailFlag, string>> = {
  'forged-token': 'Die Antwortadresse ist gefälscht; als neue Anfrage behandelt.',
  'unknown-sender': 'Von einer anderen Adresse als der des Kunden.',
  'unproven-owner': 'Trägt Ihre Adresse, aber ohne Nachweis: nichts davon wurde ausgeführt.',
  'too-many': 'Sehr viele E-Mails dieses Absenders: nichts davon wurde automatisch bearbeitet.',
  virus: 'Mit Virusverdacht: Anhänge werden nicht angeboten.',
};

const tooLarge = 'Zu groß: nur der Anfang wurde gelesen.';

/** Everything that is odd about a mail, in sentences; empty: nothing. */
export function oddInWords(mail: {
  readonly outcome: MailOutcomeName;
  readonly flags: readonly MailFlag[];
}): string {
  const sentences = mail.flags.map((flag) => flagsInWords[flag]);
  return [...(mail.outcome === 'too-large' ? [tooLarge] : []), ...sentences].join(' ');
}

export const mailWords = {
  unknownSender: 'Unbekannter Absender',
  noSubject: '(kein Betreff)',
} as const;

/** The page of all of them. */
export const notedPageWords = {
  title: 'Beiseitegelegte E-Mails',
  why: 'Diese E-Mails sahen nicht nach einer Anfrage aus. Ist doch eine dabei, genügt ein Tipp. Nach 30 Tagen werden sie gelöscht.',
  none: 'In den letzten 30 Tagen wurde keine E-Mail beiseitegelegt.',
  rescue: actionLabels.rescue,
  rescued: 'Ist eine Anfrage geworden',
  standsOn: (leadId: string) => `bei Anfrage ${leadId}`,
  older: 'Ältere',
} as const;
