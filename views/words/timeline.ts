/** What happened to a lead, as the owner reads it on its timeline. German; times are local to the business. */
import type { Company } from '../../domain/business/company.ts';
import type { EventOf, LeadEvent } from '../../domain/lead/event.ts';
import type { OneTimeMailName } from '../../domain/lead/mail-name.ts';
import type { CadenceName } from '../../domain/lead/pipeline.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { formatDate, formatDayAndTime, formatMinutes, formatMoney } from './format.ts';
import { knownInWords, mergedWords } from './known-person.ts';
import { kindLabels, languageNames, salutationLabels, sourceLabels, urgencyLabels } from './labels.ts';
import { dismissedInWords, learnedInWords } from './learned.ts';
import { groundInWords, whyRefused } from './mail-refusals.ts';
import { houseInWords } from './people.ts';
import { privateNote } from './private-note.ts';
import { sz } from './regional.ts';
import { spokenStages } from './stages.ts';
import { unacknowledgedInWords } from './standing.ts';
import { sumLabels } from './sums.ts';

const mailNames: Readonly<Record<OneTimeMailName, string> & Partial<Record<CadenceName, string>>> = {
  acknowledgement: 'Eingangsbestätigung',
  'emergency-unanswered': 'Nachricht, dass noch niemand zurückgerufen hat',
  'new-lead-alert': 'Meldung der Anfrage',
  'emergency-number': 'Nachricht, dass die Nummer da ist',
  'emergency-taken': 'Nachricht, wer den Notfall übernimmt',
  'lead-assigned': 'Meldung, wer die Anfrage bekommen hat',
  'request-corrected': 'Änderung der Anfrage',
  refusal: 'Absage zur Anfrage',
  'visit-confirmation': 'Bestätigung der Besichtigung',
  'visit-reminder': 'Erinnerung an die Besichtigung',
  'visit-cancelled': 'Nachricht, dass der Termin entfällt',
  'owner-visit-cancelled': 'Ihr Kalendereintrag: Besichtigung abgesagt',
  'owner-visit-confirmation': 'Ihr Eintrag für die Besichtigung',
  'owner-visit-reminder': 'Ihre Erinnerung an die Besichtigung',
  'not-reached': 'Bitte um Rückruf',
  'needs-analysis': 'Frage nach dem Bedarf',
  quoted: 'Frage nach dem Angebot',
  answered: 'Frage nach einer Antwort',
};

const ofVisit = new Set<string>([
  'visit-confirmation',
  'visit-reminder',
  'visit-cancelled',
  'owner-visit-confirmation',
  'owner-visit-reminder',
  'owner-visit-cancelled',
] satisfies readonly OneTimeMailName[]);

/** What a mail is called, by its name and number. */
export function mailName({ mail, number }: { mail: string; number: number }): string {
  // Timelines of earlier releases may have other names.
  const names: Readonly<Record<string, string | undefined>> = mailNames;
  // Mails of a visit are counted by its dates, not by themselves.
  const isCounted = number > 1 && !ofVisit.has(mail);
  return `${names[mail] ?? 'Erinnerung'}${isCounted ? ` (${number}.)` : ''}`;
}

const actors: Readonly<Record<LeadEvent['by'], string>> = {
  owner: 'Sie',
  customer: 'Kunde',
  system: 'automatisch',
};

/** Who did it, on the timeline. */
export const actorInWords = ({ by, person }: LeadEvent): string => visible(person, 60) ?? actors[by];

function visitMovedInWords(
  { from, startsAt, durationMinutes }: EventOf<'visit-moved'>,
  { timeZone }: Company,
): string {
  const to = formatDayAndTime(startsAt, timeZone, 'de');
  const lasts = formatMinutes(durationMinutes, 'de');
  return from === startsAt
    ? `Besichtigung am ${to} dauert jetzt ${lasts}`
    : `Besichtigung verschoben von ${formatDayAndTime(from, timeZone, 'de')} auf ${to}, ${lasts}`;
}

/** One event of the timeline. */
export function eventInWords(event: LeadEvent, company: Company): string {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  switch (event.type) {
    case 'captured':
      return `Anfrage aufgenommen (${sourceLabels[event.source].de})`;
    case 'resubmitted':
      return 'Anfrage geändert';
    case 'person-recognised': {
      const today = { now: event.at, timeZone: company.timeZone };
      return knownInWords(event, today);
    }
    case 'request-followed':
      return `Danach kam Anfrage ${event.leadId}`;
    case 'merged': {
      if (event.into !== undefined) return mergedWords.into(event.into);
      const words = visible(event.text ?? event.request?.message, 300);
      return [mergedWords.from(event.from ?? ''), words].filter(Boolean).join(': ');
    }
    case 'acknowledged':
      return `Eingangsbestätigung an den Kunden geschickt${groundInWords(event.ground)}`;
    case 'acknowledgement-withheld':
      return unacknowledgedInWords({ muted: event.why });
    case 'acknowledgement-requested':
      return 'Eingangsbestätigung soll hinausgehen';
    case 'rescued':
      return 'Lag bei den beiseitegelegten Nachrichten; als Anfrage übernommen';
    case 'owner-alerted':
      return 'Sie wurden benachrichtigt';
    case 'follow-up-sent':
      return `E-Mail an den Kunden: ${mailName(event)}${groundInWords(event.ground)}`;
    case 'owner-chased':
      return 'Sie wurden erinnert';
    case 'owner-informed':
      return `E-Mail an Sie: ${mailName(event)}`;
    case 'mail-uncertain':
      return event.to === 'owner'
        ? `Unklar, ob diese E-Mail an Sie hinausging: ${mailName(event)}`
        : `Unklar, ob diese E-Mail hinausging: ${mailName(event)}. Bitte beim Kunden nachfragen.`;
    case 'mail-refused':
      return event.until === undefined
        ? `Keine E-Mail an den Kunden (${mailName(event)}): ${whyRefused[event.why]}`
        : `${mailName(event)} wartet bis ${formatDayAndTime(event.until, company.timeZone, 'de')}: ${whyRefused[event.why]}`;
    case 'mail-skipped':
      return `Ausgelassen, geht nicht an den Kunden: ${mailName(event)}`;
    case 'mail-hurried':
      return `Soll gleich an den Kunden gehen: ${mailName(event)}`;
    case 'mail-worded':
      return [`Text geändert: ${mailName(event)}`, multiLine(event.text ?? '', 5_000)]
        .filter(Boolean)
        .join(': ');
    case 'reminders-paused':
      return 'Der Kunde wird an diese Anfrage nicht mehr erinnert';
    case 'reminders-resumed':
      return 'Der Kunde wird wieder erinnert';
    case 'mail-rejected':
      return `E-Mail nicht angenommen: ${mailName(event)}`;
    case 'stalled':
      return event.cadence === 'stopped'
        ? 'Keine Erinnerungen mehr: Der Kunde möchte keine E-Mails'
        : 'Alle Erinnerungen sind hinaus';
    case 'cadence-ended':
      return 'Die letzte Erinnerung ist hinaus';
    case 'moved':
      return [
        `Von „${spokenStages[event.from]}“ auf „${spokenStages[event.to]}“`,
        ...(event.reason === undefined ? [] : [event.reason]),
        ...(event.lookAgainOn === undefined ? [] : [`Wiedervorlage ${formatDate(event.lookAgainOn, 'de')}`]),
      ].join(' · ');
    case 'qualified':
      return 'Auftrag möglich: Interesse, Vorhaben und Budget sind klar';
    case 'value-changed':
      return `${sumLabels[event.basis]}: ${money(event.valueCents)}`;
    case 'probability-changed':
      return `Wahrscheinlichkeit auf ${event.probability} % gesetzt`;
    case 'details-changed':
      return `Angaben ergänzt: ${changedDetails(event)}`;
    case 'fact-learned':
      return learnedInWords(event);
    case 'fact-dismissed':
      return dismissedInWords(event);
    case 'contact-attempted':
      return event.reached ? 'Erreicht' : 'Angerufen, nicht erreicht';
    case 'declined':
      return ['Absage zur Anfrage soll hinausgehen', multiLine(event.text ?? '', 2_000)]
        .filter(Boolean)
        .join(': ');
    case 'answer-read':
      return 'Antwort gelesen';
    case 'visit-planned':
      return `Besichtigung geplant: ${formatDayAndTime(event.startsAt, company.timeZone, 'de')}, ${formatMinutes(event.durationMinutes, 'de')}`;
    case 'visit-moved':
      return visitMovedInWords(event, company);
    case 'visit-cancelled':
      return `Besichtigung am ${formatDayAndTime(event.startsAt, company.timeZone, 'de')} abgesagt`;
    case 'assigned':
      return event.to === undefined
        ? `Wieder bei ${houseInWords}`
        : `Weitergegeben an ${visible(event.name, 60) ?? 'jemanden im Betrieb'}`;
    case 'person-joined':
      return joinedInWords(event);
    case 'postponed':
      return `Zurückgestellt bis ${formatDate(event.until, 'de')}`;
    case 'customer-replied':
      if (event.called) return visible(event.text, 300) ?? 'Hat angerufen';
      return [
        event.from === undefined ? 'Antwort' : `Antwort von ${visible(event.from, 100) ?? 'Unbekannt'}`,
        visible(event.text, 300) ?? 'ohne Text',
      ].join(': ');
    case 'owner-replied':
      return [
        `Dem Kunden geantwortet${groundInWords(event.ground)}`,
        ...(event.text === undefined ? [] : [visible(event.text, 300) ?? '']),
      ].join(': ');
    case 'mail-noted':
      return notedMails[event.what];
    case 'noted':
      return [
        ...(event.from === undefined ? [] : [mergedWords.from(event.from)]),
        privateNote,
        multiLine(event.text ?? '', 10_000),
      ]
        .filter(Boolean)
        .join(': ');
    case 'mail-bounced':
      if (event.reported === undefined) return 'E-Mail kam nicht an';
      return `E-Mail an ${visible(event.email, 254) ?? 'den Kunden'} kam vielleicht nicht an: Es kam eine Fehlermeldung zurück`;
    case 'complained':
      return 'Hat unsere E-Mail als Spam gemeldet';
    case 'stopped':
      return 'Möchte keine weiteren E-Mails zu dieser Anfrage';
    case 'disowned':
      return `Unter der E-Mail-Adresse hie${sz} es: „Das war ich nicht“. Dorthin schreiben wir nicht mehr`;
    case 'confirmed':
      return 'Einsatz übernommen';
    case 'marked-spam':
      return 'Als Spam abgelegt';
    case 'woken':
      return 'Wieder vorgelegt';
    case 'timer-renewed':
      return 'Zeitplan erneuert';
    case 'erased':
      return 'Daten gelöscht';
    case 'undone':
      return 'Letzten Schritt rückgängig gemacht';
  }
}

const notedMails = {
  'auto-reply': 'Automatische Antwort des Kunden, z. B. eine Abwesenheit',
  delayed: 'E-Mail an den Kunden kommt verspätet an',
  'not-arrived': 'E-Mail an den Kunden kam diesmal nicht an, zum Beispiel weil sein Postfach voll ist',
  rejected: 'E-Mail an den Kunden ging nicht hinaus (Virusverdacht in einer Datei)',
  accepted: 'Termin im Kalender zugesagt',
  copy: 'Kopie einer E-Mail bekommen',
  doubtful: 'Zweifelhafte E-Mail bekommen, nicht beachtet',
  contradicted: 'Vielleicht gefälschte E-Mail bekommen (Absender nicht bestätigt), nichts geändert',
} as const;

const otherNumbers = 'weitere Nummern';
const detailNames = {
  name: 'Name',
  salutation: 'Anrede',
  company: 'Firma',
  email: 'E-Mail',
  phone: 'Telefon',
  address: `Stra${sz}e`,
  postcode: 'PLZ',
  city: 'Ort',
  language: 'Sprache',
  source: 'Quelle',
  kind: 'Art',
  urgency: 'Dringlichkeit',
  installation: 'Vorhaben',
  timeframe: 'Zeitrahmen',
  budget: 'Budget',
  wishedDate: 'Wunschtermin',
} as const;

/** What is kept as a key. */
const shownDetail: Partial<Record<string, Readonly<Record<string, string>>>> = {
  kind: germanOf(kindLabels),
  urgency: germanOf(urgencyLabels),
  source: germanOf(sourceLabels),
  language: languageNames,
  salutation: salutationLabels,
};

function germanOf<T extends string>(labels: Readonly<Record<T, { readonly de: string }>>) {
  return Object.fromEntries(
    Object.entries<{ readonly de: string }>(labels).map(([key, { de }]) => [key, de]),
  );
}

/** The others are his too, and all his requests stand together. */
function joinedInWords({ emails = [], phones = [] }: Extract<LeadEvent, { type: 'person-joined' }>): string {
  const ways = [
    ...phones.map(({ phone }) => visible(phone, 60)),
    ...emails.map((email) => visible(email, 120)),
  ];
  return ['Mit einer weiteren Person zusammengelegt', ways.filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(': ');
}

function changedDetails(event: Extract<LeadEvent, { type: 'details-changed' }>): string {
  const names = Object.keys(detailNames) as (keyof typeof detailNames)[];
  const told = names.flatMap((name) => {
    const value = event[name];
    if (value === undefined) return [];
    return [`${detailNames[name]} ${visible(shownDetail[name]?.[value] ?? value, 120) ?? ''}`];
  });
  const { otherPhones = [], emptied = [] } = event;
  if (otherPhones.length > 0) {
    told.push(`${otherNumbers} ${otherPhones.map(({ phone }) => visible(phone, 60) ?? '').join(', ')}`);
  }
  const called: Readonly<Record<string, string>> = { ...detailNames, otherPhones: otherNumbers };
  if (emptied.length > 0) told.push(`entfernt: ${emptied.map((name) => called[name] ?? name).join(', ')}`);
  return told.join(', ') || 'gelöscht';
}
