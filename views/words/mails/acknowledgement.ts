/** The answer at once to a request: that it has arrived, and what happens next. */
import type { Kind } from '../../../domain/lead/request-kind.ts';
import type { ByLanguage } from '../languages.ts';

export type SpanUnit = 'workingDay' | 'workingHour' | 'day' | 'hour';

/** How fast somebody answers. */
interface Promised {
  /** What follows "within", as `span` or `minutes` says it; absent: right away. */
  readonly span: string | undefined;
  /** The end of the span, as `latest` says it. */
  readonly latest: string;
  /** The number that is called; absent: the answer is written. */
  readonly phone: string | undefined;
}

interface AcknowledgementWords {
  /** @param topic our word for what is asked. */
  readonly subject: (brand: string, topic: string | undefined) => string;
  /** @param phone as below. */
  readonly urgentSubject: (brand: string, phone: string | undefined) => string;
  /** In the place of a number that is not named. */
  readonly givenNumber: string;
  /** The same where it is known from an earlier request. */
  readonly knownNumber: string;
  /** @param phone the customer's number; absent: there is none to call. */
  readonly callingBack: (phone: string | undefined) => string;
  /** Instead of those two, where our mails waited so long that nobody can speak of at once. */
  readonly late: { readonly subject: (brand: string) => string; readonly text: (since: string) => string };
  /** Instead of them, while nobody takes emergencies. @param opening when somebody does: "heute um 08:00 Uhr". */
  readonly closed: {
    readonly subject: (opening: string, brand: string) => string;
    readonly text: (opening: string, phone: string | undefined) => string;
    /** Above the number to call. @param name whose it is. */
    readonly instead: (name: string | undefined) => string;
    /** The business names nobody. */
    readonly nobody: string;
  };
  /** Half an hour later, if nobody has taken it. @param phone where somebody answers. */
  readonly unanswered: {
    readonly subject: (phone: string, brand: string) => string;
    readonly text: string;
    readonly reach: (phone: string) => string;
  };
  readonly orCall: string;
  /** The same to whoever is asked to call, and waits for nobody. */
  readonly callHere: string;
  readonly emergencyPhone: string;
  readonly thanks: Readonly<Record<'called' | 'written', string>>;
  /** Somebody spoke with him: what happens next was said there. */
  readonly discussed: {
    readonly thanks: string;
    /** A visit was agreed on. */
    readonly visit: string;
    readonly urgentSubject: (brand: string) => string;
    readonly urgent: string;
    /** In the place of `yourMessage`. */
    readonly noted: string;
  };
  readonly promise: (promised: Promised) => string;
  /** What follows "within", at least 1. */
  readonly span: (count: number, unit: SpanUnit) => string;
  /** The same for a span by the clock. */
  readonly minutes: (span: string) => string;
  readonly latest: (day: string, time: string) => string;
  readonly nextStep: Readonly<Record<Kind, string>>;
  /** @param photos he has not sent any yet. */
  readonly amend: (phone: string, photos: boolean) => string;
  /** The request came encrypted. */
  readonly sealed: (phone: string) => string;
  readonly received: string;
  readonly concern: string;
  readonly topic: string;
  readonly yourMessage: string;
  /** Above the link of whoever it was not. */
  readonly notMeHint: Readonly<Record<'called' | 'written', string>>;
  readonly notMe: string;
}

const germanNumbers = [
  'null',
  'einer',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
];
const germanUnits: Readonly<Record<SpanUnit, readonly [one: string, many: string]>> = {
  workingDay: ['eines Werktages', 'Werktagen'],
  workingHour: ['einer Stunde unserer Arbeitszeit', 'Stunden unserer Arbeitszeit'],
  day: ['eines Tages', 'Tagen'],
  hour: ['einer Stunde', 'Stunden'],
};

const german: AcknowledgementWords = {
  subject: (brand, topic) =>
    `Ihre Anfrage${topic === undefined ? '' : ` (${topic})`} ist angekommen – ${brand}`,
  urgentSubject: (brand, phone) =>
    `${phone === undefined ? 'Bitte rufen Sie uns gleich an' : 'Wir rufen Sie sofort zurück'} – ${brand}`,
  givenNumber: 'der angegebenen Nummer',
  knownNumber: 'der Nummer, die wir von Ihnen haben',
  callingBack: (phone) =>
    phone === undefined
      ? 'Ihre Meldung ist da, und wir wissen, dass es eilt. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns gleich an.'
      : `Ihre Meldung ist da, und wir wissen, dass es eilt. Wir rufen Sie sofort zurück, unter ${phone}. Bitte lassen Sie die Leitung frei.`,
  late: {
    subject: (brand) => `Ihre Meldung, leider verspätet: bitte gleich anrufen – ${brand}`,
    text: (since) =>
      `Ihre Meldung vom ${since} beantworten wir leider erst jetzt: Unsere E-Mails gingen eine Zeit lang nicht hinaus. Hat noch niemand mit Ihnen gesprochen, oder eilt es noch? Dann rufen Sie uns bitte gleich an.`,
  },
  closed: {
    subject: (opening, brand) => `Wir sind ${opening} für Sie da – ${brand}`,
    text: (opening, phone) =>
      phone === undefined
        ? `Ihre Meldung ist da. Jetzt ist bei uns niemand im Dienst; wir sind ${opening} wieder da. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns dann an.`
        : `Ihre Meldung ist da. Jetzt ist bei uns niemand im Dienst: Wir rufen Sie ${opening} an, unter ${phone}.`,
    instead: (name) => `Wenn es nicht so lange warten kann, rufen Sie bitte ${name ?? 'hier'} an:`,
    nobody:
      'Wenn es nicht so lange warten kann, rufen Sie bitte einen Notdienst in Ihrer Nähe an, bei Gefahr die 112.',
  },
  unanswered: {
    subject: (phone, brand) => `Sie erreichen uns unter ${phone} – ${brand}`,
    text: 'leider hat Ihre Notfallmeldung bei uns noch niemand übernommen. Wir versuchen weiter, jemanden zu erreichen. Hat noch niemand mit Ihnen gesprochen? Dann rufen Sie uns bitte an.',
    reach: (phone) => `Sie erreichen uns unter ${phone}.`,
  },
  orCall: 'Wenn Sie nicht warten möchten, erreichen Sie uns hier:',
  callHere: 'Sie erreichen uns hier:',
  emergencyPhone: 'Notfalltelefon',
  thanks: {
    called: 'vielen Dank für Ihren Anruf. Wir haben alles notiert.',
    written: 'vielen Dank für Ihre Anfrage. Sie ist gut bei uns angekommen.',
  },
  discussed: {
    thanks:
      'wie am Telefon besprochen haben wir Ihr Anliegen notiert und kümmern uns darum. Vielen Dank für Ihren Anruf.',
    visit:
      'Den Termin für die Besichtigung bestätigen wir Ihnen in einer eigenen E-Mail mit Kalendereintrag.',
    urgentSubject: (brand) => `Wir kümmern uns sofort – ${brand}`,
    urgent: 'wie am Telefon besprochen kümmern wir uns sofort um Ihr Anliegen.',
    noted: 'Das haben wir notiert',
  },
  promise: ({ span, latest, phone }) => {
    const when = span === undefined ? 'umgehend' : `innerhalb ${span}, spätestens am ${latest}`;
    return phone === undefined
      ? `Wir antworten Ihnen ${when}.`
      : `Wir rufen Sie unter ${phone} an, und zwar ${when}.`;
  },
  span: (count, unit) => {
    const [one, many] = germanUnits[unit];
    return count === 1 ? one : `von ${germanNumbers[count] ?? count} ${many}`;
  },
  minutes: (span) => `von ${span}`,
  latest: (day, time) => `${day}, um ${time}`,
  nextStep: {
    project:
      'Dann besprechen wir mit Ihnen, was Sie vorhaben, klären die wichtigsten Fragen und vereinbaren, wenn Sie möchten, einen Termin bei Ihnen vor Ort.',
    repair: 'Dann klären wir mit Ihnen, was zu tun ist, und vereinbaren einen Termin für die Reparatur.',
    advice: 'Dann beantworten wir Ihre Fragen und besprechen mit Ihnen, wie es weitergeht.',
  },
  amend: (phone, photos) =>
    `Stimmt etwas nicht, oder möchten Sie etwas ergänzen${photos ? ', zum Beispiel Fotos' : ''}? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an: ${phone}.`,
  sealed: (phone) =>
    `Ihre E-Mail war verschlüsselt, wir konnten sie nicht lesen. Bitte senden Sie sie noch einmal ohne Verschlüsselung, oder rufen Sie uns an: ${phone}.`,
  received: 'Eingang',
  concern: 'Anliegen',
  topic: 'Thema',
  yourMessage: 'Ihre Nachricht',
  notMeHint: {
    called: 'Sie haben nicht bei uns angerufen? Dann hat jemand Ihre Adresse angegeben:',
    written: 'Sie haben uns nichts geschrieben? Dann hat jemand Ihre Adresse angegeben:',
  },
  notMe: 'Das war ich nicht',
};

const englishNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const englishUnits: Readonly<Record<SpanUnit, readonly [one: string, many: string]>> = {
  workingDay: ['working day', 'working days'],
  workingHour: ['working hour', 'working hours'],
  day: ['day', 'days'],
  hour: ['hour', 'hours'],
};

const english: AcknowledgementWords = {
  subject: (brand, topic) =>
    `We have received your request${topic === undefined ? '' : ` (${topic})`} – ${brand}`,
  urgentSubject: (brand, phone) =>
    `${phone === undefined ? 'Please call us at once' : 'We are calling you back at once'} – ${brand}`,
  givenNumber: 'the number that was given',
  knownNumber: 'the number we have for you',
  callingBack: (phone) =>
    phone === undefined
      ? 'Your message has arrived, and we know that it is urgent. We have no phone number of yours: please call us right now.'
      : `Your message has arrived, and we know that it is urgent. We are calling you back at once on ${phone}. Please keep the line free.`,
  late: {
    subject: (brand) => `Your report, sorry for the delay: please call us – ${brand}`,
    text: (since) =>
      `We are sorry to answer your report of ${since} only now: for a time our e-mails did not go out. If nobody has spoken to you yet, or if it is still urgent, please call us right away.`,
  },
  closed: {
    subject: (opening, brand) => `We are here for you ${opening} – ${brand}`,
    text: (opening, phone) =>
      phone === undefined
        ? `Your message has arrived. Nobody is on duty here right now; we are back ${opening}. We have no phone number of yours: please call us then.`
        : `Your message has arrived. Nobody is on duty here right now: we will call you ${opening} on ${phone}.`,
    instead: (name) => `If it cannot wait that long, please call ${name ?? 'here'}:`,
    nobody: 'If it cannot wait that long, please call an emergency service near you; in danger, call 112.',
  },
  unanswered: {
    subject: (phone, brand) => `You can reach us on ${phone} – ${brand}`,
    text: 'Unfortunately nobody here has taken on your emergency report yet. We keep trying to reach somebody. If nobody has spoken to you yet, please call us.',
    reach: (phone) => `You can reach us on ${phone}.`,
  },
  orCall: 'If you would rather not wait, you reach us here:',
  callHere: 'You reach us here:',
  emergencyPhone: 'Emergency phone',
  thanks: { called: 'Thank you for your call.', written: 'Thank you for your request.' },
  discussed: {
    thanks:
      'As discussed on the phone, we have noted your request and are taking care of it. Thank you for your call.',
    visit: 'We will confirm the date of the visit in a separate e-mail with a calendar entry.',
    urgentSubject: (brand) => `We are taking care of it at once – ${brand}`,
    urgent: 'As discussed on the phone, we are taking care of it at once.',
    noted: 'What we have noted',
  },
  promise: ({ span, latest, phone }) => {
    const when = span === undefined ? 'right away' : `within ${span}, by ${latest} at the latest`;
    return `We will ${phone === undefined ? 'write to you' : `call you on ${phone}`} ${when}.`;
  },
  span: (count, unit) => {
    const [one, many] = englishUnits[unit];
    return `${englishNumbers[count] ?? count} ${count === 1 ? one : many}`;
  },
  minutes: (span) => span,
  latest: (day, time) => `${day}, ${time}`,
  nextStep: {
    project:
      'Then we will talk about your plans, clear up the most important questions and, if you like, agree on a visit to your home.',
    repair: 'Then we will find out together what has to be done and agree on a time for the repair.',
    advice: 'Then we will answer your questions and talk about what comes next.',
  },
  amend: (phone, photos) =>
    `Is something wrong or missing${photos ? ', photos for example' : ''}? Just answer this e-mail or call us on ${phone}.`,
  sealed: (phone) =>
    `Your e-mail was encrypted and we could not read it. Please send it again without encryption or call us on ${phone}.`,
  received: 'Received',
  concern: 'Concern',
  topic: 'Topic',
  yourMessage: 'Your message',
  notMeHint: {
    called: 'You have not called us? Then somebody gave your address:',
    written: 'You have not written to us? Then somebody gave your address:',
  },
  notMe: 'It was not me',
};

export const acknowledgementWords: ByLanguage<AcknowledgementWords> = { de: german, en: english };
