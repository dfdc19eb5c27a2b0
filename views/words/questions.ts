/** What the owner's forms ask, offer and find wrong. German: only the owner fills them in. */
import type { Refusal } from '../../domain/lead/command.ts';
import type { Source } from '../../domain/lead/origin.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import {
  type AnswerFault,
  maxLineLength,
  maxMessageLength,
  type NextStep,
  type QuestionName,
  type RefusalChoice,
} from '../../domain/lead/questions.ts';
import type { Urgency } from '../../domain/lead/request-kind.ts';
import { explainMoneyFault } from './money-faults.ts';
import { explainRefusal } from './refusals.ts';
import { sz } from './regional.ts';
import { sumLabels } from './sums.ts';

export const questionLabels: Readonly<Record<QuestionName, string>> = {
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  company: 'Firma',
  salutation: 'Anrede in E-Mails',
  otherPhones: 'Weitere Nummern',
  wishedDate: 'Wunschtermin',
  address: `Stra${sz}e und Hausnummer`,
  postcode: 'PLZ',
  city: 'Ort',
  source: 'Wie ist der Kunde auf Sie gekommen?',
  language: 'Sprache der E-Mails an den Kunden',
  message: 'Worum geht es?',
  note: 'Notiz nur für uns',
  urgency: 'Wie dringend?',
  kind: 'Art der Anfrage',
  installation: 'Was genau? (Art der Anlage oder Arbeit)',
  timeframe: 'Bis wann?',
  budget: 'Budget',
  valueCents: sumLabels.estimated,
  quotedCents: sumLabels.quoted,
  finalCents: sumLabels.final,
  probability: 'Wahrscheinlichkeit',
  date: 'Datum',
  time: 'Uhrzeit',
  durationMinutes: 'Dauer',
  proposal: 'Was gilt?',
  reason: 'Warum?',
  lookAgainOn: 'Wann noch einmal ansehen?',
  until: 'Wann wieder?',
  next: 'Wer ist als Nächstes dran?',
  asks: 'Diese Fragen in die Erinnerung schreiben',
  refusal: 'Dem Kunden absagen?',
  refusalBrief: 'Das liest der Kunde',
  refusalLater: 'Das liest der Kunde',
  assignee: 'Wer kümmert sich darum?',
  sure: 'Ja, Name, Adresse, Nummern und Text endgültig löschen',
};

/** The rest of the mail is not his to write. */
const refusalHint = 'Sie können den Text ändern. Anrede und Unterschrift kommen von selbst dazu.';

/** Small, below the field. */
export const questionHints: Partial<Record<QuestionName, string>> = {
  note: 'Das bekommt der Kunde nie zu sehen.',
  otherPhones: 'Mehrere durch Kommas getrennt.',
  refusalBrief: refusalHint,
  refusalLater: refusalHint,
  probability: 'Gilt, bis die Anfrage auf eine andere Stufe kommt.',
};

export const addressBounced = (email: string): string =>
  `An ${email} kam keine E-Mail an. Tragen Sie die richtige Adresse ein, oder dieselbe noch einmal, dann wird sie wieder versucht.`;

export const refusalChoices: Readonly<Record<RefusalChoice, string>> = {
  none: 'Keine Absage zur Anfrage',
  brief: 'Kurze Absage zur Anfrage',
  later: 'Absage zur Anfrage, später gern',
};

/** What comes after a talk. */
export const saidNextSteps: Readonly<Record<NextStep, string>> = {
  owner: 'Ich, an einem bestimmten Tag',
  customer: 'Der Kunde meldet sich',
  visit: 'Besichtigung ausgemacht',
  quote: 'Das Angebot ist raus',
  nothing: 'Noch offen',
};

/** Where a caller says that he heard of the business. */
export const saidSources: Readonly<Record<Source, string>> = {
  'word-of-mouth': 'Empfehlung',
  website: 'Website',
  advertisement: 'Werbung',
  'social-media': 'Soziale Medien',
  portal: 'Portal',
  other: 'Anders',
  phone: `Wei${sz} ich nicht`,
  email: 'E-Mail',
};

/** How urgent a caller says it is. */
export const saidUrgencies: Readonly<Record<Urgency, string>> = {
  now: 'Sofort, ein Notfall',
  soon: 'Bald',
  planned: 'Hat Zeit',
};

/** Why requests often end in a stage; where there are none, the owner writes his own words. */
export const oftenReasons: Partial<Record<Stage, readonly string[]>> = {
  lost: [
    'Zu teuer',
    'Anderer Anbieter',
    'Vorhaben aufgegeben',
    'Meldet sich nicht',
    'Passt nicht zu uns',
    'Keine Kapazität',
  ],
  unqualified: ['Nur eine Auskunft', 'Kein konkretes Vorhaben', 'Budget reicht nicht', 'Erst später'],
};

/** Delays that are often meant, by their ISO 8601 durations. */
export const oftenDelays = {
  P3D: 'In 3 Tagen',
  P7D: 'Nächste Woche',
  P1M: 'In einem Monat',
  P3M: 'In 3 Monaten',
  P6M: 'In 6 Monaten',
  P12M: 'In einem Jahr',
} as const;

/** The field for an answer that is not on offer. */
export const ownAnswers = { date: 'Anderes Datum', reason: 'In eigenen Worten' } as const;

/** How the empty answer of a field is asked for again. */
type Asked = 'typed' | 'picked' | 'ticked';

const emptyFaults: Readonly<Record<Asked, string>> = {
  typed: 'Bitte ausfüllen.',
  picked: 'Bitte auswählen.',
  ticked: 'Bitte bestätigen.',
};

/** Of a text in several lines. */
export const tooLong = `Das ist zu lang. Bitte höchstens ${maxMessageLength.toLocaleString('de-DE')} Zeichen.`;

const faults: Readonly<Record<Exclude<AnswerFault, object>, string>> = {
  empty: emptyFaults.typed,
  'not-offered': emptyFaults.picked,
  'incomplete-phone': 'Bitte die ganze Nummer mit Vorwahl eingeben.',
  'no-phone': 'Das ist keine Telefonnummer.',
  'no-email': 'Das ist keine E-Mail-Adresse.',
  'no-way-to-call-back': 'Bitte eine Telefonnummer oder E-Mail-Adresse eingeben.',
  'nothing-said': 'Bitte wenigstens eines eintragen: Nummer, Name, was der Kunde will oder eine Notiz.',
  'line-too-long': `Das ist zu lang. Bitte höchstens ${maxLineLength} Zeichen.`,
  'message-too-long': tooLong,
  'no-percentage': 'Bitte eine ganze Zahl von 0 bis 100 eingeben.',
  'no-date': 'Bitte ein Datum wie 24.11.2026 eingeben.',
  'no-time': 'Bitte eine Uhrzeit wie 14:30 eingeben.',
  'no-duration': 'Bitte eine Dauer von 5 bis 600 Minuten wählen.',
};

/** What is wrong with an answer. */
export function explainFault(fault: AnswerFault | Refusal, asked: Asked): string {
  if (typeof fault === 'object')
    return fault.code === 'no-amount'
      ? explainMoneyFault(fault.fault, fault.currency)
      : explainRefusal(fault);
  return fault === 'empty' ? emptyFaults[asked] : faults[fault];
}
