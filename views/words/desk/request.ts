/** What the page of one request says. German: people of the business read it. */
import type { QuestionName } from '../../../domain/lead/questions.ts';
import type { WhyNone } from '../../../domain/lead/upcoming.ts';
import { whyRefused } from '../mail-refusals.ts';
import { refusedAnswers } from '../mails/answer-refused.ts';
import { tooLong } from '../questions.ts';
import { sz } from '../regional.ts';

export const requestWords = {
  jump: 'Auf dieser Seite',
  toPerson: 'Zur Person',
  toSteps: 'Schritte',
  toFacts: 'Angaben',
  toNextMail: 'Als Nächstes',
  toConversation: 'Verlauf',
  call: 'Anrufen',
  write: 'Schreiben',
  whatsApp: 'WhatsApp',
  navigate: 'Navi',
  suggested: 'Nächster Schritt',
  otherSteps: 'Andere Schritte',
  furtherSteps: 'Weitere Schritte',
  words: 'Was der Kunde schreibt',
  facts: 'Angaben',
  change: 'Ändern',
  save: 'Speichern',
  noFacts: 'Noch nichts bekannt.',
  groups: {
    contact: 'Kontakt',
    place: 'Ort',
    request: 'Vorhaben',
    sale: 'Auftrag',
  },
  differs: 'Der Kunde schreibt es anders:',
  take: 'Übernehmen',
  dismiss: 'Verwerfen',
  notYours: 'Diese Anfrage ist bei jemand anderem. Sie können alles lesen, aber nichts daran ändern.',
  takeFirst:
    'Ein Notfall, den noch niemand hat. Wenn Sie ihn übernehmen, ist er Ihrer, und Sie können alles Weitere tun.',
  background: 'Rund um die Anfrage',
} as const;

/** Facts, as short as a line on a phone wants them. */
export const factLabels: Readonly<Partial<Record<QuestionName, string>>> = {
  salutation: 'Anrede',
  language: 'Sprache',
  address: `Stra${sz}e`,
  source: 'Quelle',
  urgency: 'Dringlichkeit',
  kind: 'Art',
  installation: 'Was genau',
  timeframe: 'Bis wann',
};

/** Of the mail that goes to the customer next. */
export const nextMailWords = {
  title: 'Als Nächstes an den Kunden',
  to: (address: string) => `an ${address}`,
  ifNothing: 'Sie geht nur hinaus, wenn bis dahin nichts geschieht.',
  text: 'Ganze E-Mail ansehen',
  ownText: 'Mit Ihrem Text',
  yourText: 'Ihr Text',
  change: 'Text ändern',
  textLabel: 'Text dieser einen E-Mail',
  textHint:
    'Anrede, Unterschrift, Abmelden und die Angaben zum Betrieb kommen von selbst dazu. Alle anderen E-Mails bleiben, wie sie sind.',
  save: 'Text speichern',
  standard: 'Üblicher Text',
  sendNow: 'Jetzt schicken',
  skip: 'Auslassen',
  pause: 'Den Kunden nicht mehr erinnern',
  resume: 'Den Kunden wieder erinnern',
  underWay: 'Sie geht gerade hinaus. An ihr lässt sich nichts mehr ändern.',
  none: 'Es geht keine E-Mail hinaus.',
  ownerAt: (when: string) => `Sie selbst werden erinnert: ${when}.`,
  earliest: (when: string) => `Frühestens ${when}.`,
  tooLong,
  emptyText: 'Ohne Text geht sie nicht hinaus. Soll sie gar nicht gehen, bitte „Auslassen“.',
  links:
    'In dem Text steht ein Link aus unseren E-Mails oder von dieser Seite. Mit ihm könnte der Kunde in Ihrem Namen handeln. Bitte nehmen Sie ihn heraus.',
  changedMeanwhile: 'Den Text hat inzwischen jemand geändert. Ihrer steht noch da.',
} as const;

/** Why no mail is ahead. */
export const whyNoMail: Readonly<Record<WhyNone, string>> = {
  ...whyRefused,
  closed: 'Die Anfrage ist abgeschlossen',
  asleep: 'Die Anfrage ruht bis zu ihrem Datum',
  emergency: 'In einem Notfall wird niemand erinnert, es wird angerufen',
  'not-begun': 'Erst sind Sie dran: Die Anfrage wartet noch auf Ihren ersten Schritt',
  postponed: 'Die Anfrage ist zurückgestellt',
  stalled: 'Alle Erinnerungen sind hinaus',
  'owners-turn': 'Sie sind dran, nicht der Kunde',
  'nothing-due': 'Es steht keine an',
};

export const conversationWords = {
  title: 'Verlauf',
  newestFirst: 'Das Neueste steht oben.',
  note: 'Notiz für den Betrieb',
  noteHint: 'Bleibt im Betrieb. Der Kunde sieht sie nie.',
  noteButton: 'Notieren',
  noteEmpty: 'Hier steht noch nichts.',
  answer: 'Antwort an den Kunden',
  answerHint: (address: string) =>
    `Geht als E-Mail an ${address}, genau so, wie es hier steht. Anrede und Unterschrift bitte selbst schreiben.`,
  answerButton: 'An den Kunden schicken',
  answerEmpty: 'Ohne Text geht nichts hinaus.',
  meanwhile: 'Inzwischen hat sich etwas getan. Es ist noch nichts hinausgegangen.',
  notNow:
    'Der E-Mail-Dienst nimmt gerade nichts an. Es ist nichts hinausgegangen, Ihr Text steht noch da. Bitte in einigen Minuten noch einmal versuchen.',
  events: (count: number) => (count === 1 ? '1 Ereignis' : `${count} Ereignisse`),
  readAll: 'Ganz lesen',
  asked: 'Anfrage',
  askedAgain: 'Anfrage geändert',
  joined: 'Aus einer anderen Anfrage',
  replied: 'Antwort des Kunden',
  called: 'Anruf des Kunden',
  from: (address: string) => `von ${address}`,
  answered: 'Antwort an den Kunden',
  declined: 'Absage an den Kunden',
  automatic: 'Automatisch an den Kunden',
  unsure: 'Unklar, ob sie hinausging',
  ground: (ground: string) => `Grund: ${ground}`,
  private: 'Notiz',
  withoutText: 'ohne Text',
} as const;

/** Why an answer did not go out. */
export const whyNotAnswered = refusedAnswers;

export const footWords = {
  kept: 'Aufbewahrung',
  erasedOn: (day: string) => `Wird am ${day} gelöscht.`,
  notYet: 'Wird gelöscht, wenn sie abgeschlossen ist und die Frist um ist.',
  order: 'Ein Auftrag wird nicht von selbst gelöscht.',
  consent: 'Einwilligung',
  consentGiven: (day: string) => `Angekreuzt am ${day}, noch nicht bestätigt.`,
  noConsent: 'Keine. Werbung darf der Kunde nicht bekommen.',
  grounds: 'Warum wir schreiben dürfen',
  ground: 'Steht bei jeder E-Mail im Verlauf.',
} as const;

/** What was done, above the page to which it led. */
export const doneWords = {
  answered: 'Ihre Antwort ist auf dem Weg zum Kunden.',
  skipped: 'Diese E-Mail geht nicht hinaus.',
  hurried: 'Die E-Mail geht gleich hinaus.',
  worded: 'Die E-Mail geht mit Ihrem Text hinaus.',
  standard: 'Die E-Mail geht wieder mit dem üblichen Text hinaus.',
  paused: 'Der Kunde wird an diese Anfrage nicht mehr erinnert.',
  resumed: 'Der Kunde wird wieder erinnert, wenn er dran ist.',
} as const;
export type Done = keyof typeof doneWords;

export const problemWords = {
  toForm: 'Zum Formular',
  stillThere: 'Was Sie eingegeben haben, steht noch da. Soll es gelten, bitte noch einmal absenden.',
  nothingChanged: 'Es wurde nichts geändert.',
} as const;
