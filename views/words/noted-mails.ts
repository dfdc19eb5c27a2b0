/** Mails and forms that moved no lead, as the owner reads of them. German: he alone does. */
import type { MailFlag, MailOutcomeName, NoteReason } from '../../domain/inbound/incoming-mail.ts';
import { actionLabels } from './actions.ts';
import { sz } from './regional.ts';

/** Why a mail was noted, in a word or two. */
export const reasonsInWords: Readonly<Record<NoteReason, string>> = {
  absence: 'Abwesenheitsnotiz',
  acknowledgement: 'Automatische Antwort',
  'read-receipt': 'Lesebestätigung',
  calendar: 'Antwort auf einen Termin',
  newsletter: 'Newsletter',
  automatic: 'Automatische E-Mail',
  bounce: 'Meldung, dass eine E-Mail nicht ankam',
  delayed: 'Meldung, dass eine E-Mail später ankommt',
  own: 'Unsere eigene E-Mail',
  spam: 'Spam-Verdacht',
  copy: 'Kopie Ihrer E-Mail',
  doubtful: 'Zweifelhaft',
  unreadable: 'Unlesbar',
  unreachable: 'Formular ohne Telefonnummer und ohne E-Mail-Adresse',
  'unread-form': `Formular, das sich nicht lesen lie${sz}`,
  robot: 'Formular, das nach einem Roboter aussieht',
  unsigned: 'Formular, dessen Unterschrift nicht stimmt',
  'withheld-number': 'Anruf mit unterdrückter Nummer',
  'unclear-call': 'Anruf, vielleicht nicht angenommen',
};

/** What is doubtful about a mail. */
const flagsInWords: Readonly<Record<MailFlag, string>> = {
  'forged-token': 'Die Antwortadresse ist gefälscht; als neue Anfrage behandelt.',
  'unknown-sender': 'Von einer anderen Adresse als der des Kunden.',
  'unproven-owner':
    'Trägt Ihre Adresse, ist aber vielleicht nicht von Ihnen: Es gilt nur, was Sie selbst bestätigen.',
  'unclear-sender': 'Es ist nicht klar, von wem sie ist.',
  'contradicted-sender': 'Vielleicht gefälscht: Geändert hat sie nichts.',
  'too-many': 'Sehr viele E-Mails von diesem Absender: Nichts davon wurde automatisch bearbeitet.',
  virus: 'Virusverdacht: Die Anhänge werden nicht angeboten.',
};

const tooLarge = `Zu gro${sz}: Nur der Anfang wurde gelesen.`;

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
  title: 'Beiseitegelegt',
  why: 'Diese E-Mails und Formulare sahen nicht nach einer Anfrage aus. Ist doch eine dabei, genügt ein Tipp. Nach 30 Tagen werden sie gelöscht.',
  none: 'In den letzten 30 Tagen wurde nichts beiseitegelegt.',
  dismissed: 'als Spam abgelegt',
  rescue: actionLabels.rescue,
  rescued: 'Ist eine Anfrage geworden',
  standsOn: (leadId: string) => `bei Anfrage ${leadId}`,
  older: 'Ältere',
} as const;

/** The page of those that look like the work of robots. */
export const suspiciousPageWords = {
  title: 'Alles Spam?',
  why: 'Das alles sieht nach Robotern aus. Stimmt das, räumt ein Tipp es weg. Ist eine echte Anfrage dabei, holen Sie sie vorher über die Liste der beiseitegelegten Nachrichten.',
  none: 'Hier liegt nichts, was nach Spam aussieht.',
  button: (count: number) => (count === 1 ? 'Als Spam ablegen' : `Alle ${count} als Spam ablegen`),
  more: (count: number) => `… und ${count} weitere`,
  done: (count: number) => (count === 1 ? 'Eine Nachricht ist weg.' : `${count} Nachrichten sind weg.`),
  after: 'Sie stehen in keiner Liste mehr und werden 30 Tage nach ihrem Eingang gelöscht.',
} as const;
