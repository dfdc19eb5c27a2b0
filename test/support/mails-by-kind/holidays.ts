/** People who mention that they are away. A machine would write nearly the same; it asks for nothing and answers nothing. */

import { fullName } from '../german-people.ts';
import {
  answered,
  bodyOf,
  customers,
  fromHeader,
  type Kind,
  mailbox,
  newRequest,
  pairs,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
  type Thread,
} from './a-kind.ts';

const answers: readonly { subject?: string; text: string }[] = [
  { text: 'Donnerstag passt gut. Ab Montag sind wir im Urlaub, bitte rufen Sie vorher noch einmal an.' },
  {
    text: 'Ich bin bis Freitag nicht im Büro. Am besten erreichen Sie mich mobil unter 0171 5550188, wegen des Angebots habe ich noch zwei Fragen.',
  },
  {
    text: 'Unser Laden hat vom 7. bis 18. Dezember Betriebsferien, das wäre die ideale Zeit für den Umbau. Ginge das bei Ihnen?',
  },
  {
    text: 'Das Angebot nehmen wir an. Bis zum 4.12. bin ich allerdings nicht erreichbar, danach können Sie anfangen.',
  },
  {
    subject: 'Urlaub',
    text: 'Wir fahren am 1. Dezember in Urlaub. Können Sie die Arbeiten vorher noch schaffen?',
  },
  {
    subject: 'Nicht zu Hause am Mittwoch',
    text: 'Am Mittwoch bin ich leider nicht zu Hause. Ginge auch Donnerstag ab 8 Uhr?',
  },
  {
    text: 'I will be out of the office next week, but Thursday at 10 works for us. My husband will let you in.',
  },
  { text: 'Je suis en vacances jusqu’au 4, mais vous pouvez passer chez la concierge pour la clé.' },
  { text: 'Siamo in ferie fino al 4 dicembre, però il preventivo va bene. Ci sentiamo dopo.' },
  {
    subject: 'Abwesend in KW 49',
    text: 'Hallo Herr Muster, in KW 49 bin ich abwesend. Den Schlüssel bekommen Sie bei Familie Öz im 1. Stock.',
  },
  { text: 'Sorry, war die ganze Woche krank und nicht erreichbar. Steht der Termin am Freitag noch?' },
  {
    text: 'Danke für Ihre Nachricht. Ich bin gerade in Elternzeit und daher fast immer daheim, kommen Sie einfach vorbei.',
  },
  {
    text: 'Wir sind zurück aus dem Urlaub. Bitte schicken Sie uns das Angebot noch einmal, es ist nicht mehr da.',
  },
  { text: 'Ich bin bis zum 4.12. nicht im Haus, meine Frau ist aber da. Können Sie am Dienstag kommen?' },
  { text: 'Am Donnerstag ist unser Büro geschlossen. Passt Ihnen auch der Freitag?' },
  { text: 'Ich war krank und habe Ihre Mail erst jetzt gelesen. Ist das Angebot noch gültig?' },
  { text: 'Vor unserem Urlaub schaffen wir das nicht mehr. Melden Sie sich bitte ab 7. Dezember wieder.' },
  {
    subject: 'Out of hot water',
    text: 'We are out of hot water again. I am in the office until 5, please call 0171 5550177.',
  },
  { text: 'Nein danke, wir haben schon jemanden. Übrigens ist die Praxis ab Januar geschlossen.' },
  { text: 'Ihre Nachricht habe ich erhalten. Den Termin am 26.11. bestätige ich hiermit.' },
  { text: 'Vielen Dank für Ihre Nachricht, die wir an den Vermieter weitergeleitet haben. Er ruft Sie an.' },
];

const quote = (thread: Thread): string =>
  `\n\nAm 20.11.2026 um 09:12 schrieb Muster Haustechnik <${mailbox}>:\n> ${thread.subject}\n> Ihre E-Mail wird in unseren Betriebsferien nicht gelesen.`;

const marks = [[], ['X-Auto-Response-Suppress: All']] as const;
const marked = pairs(answers, marks);

function answer(index: number, thread: Thread): SentMail {
  const [{ subject = `AW: ${thread.subject}`, text }, headers] = pick(marked, index);
  const { name, email } = thread.customer;
  return sentMail({
    from: `From: ${name} <${email}>`,
    to: `To: ${thread.address}`,
    subject: subjectHeader(subject, index),
    messageId: `holiday-${index}@example.org`,
    more: [`In-Reply-To: <${thread.messageId}>`, ...headers],
    body: bodyOf(`${text}\n\nViele Grüße\n${name}${index % 3 === 0 ? quote(thread) : ''}`, index % 2),
    envelopeFrom: email,
    description: `"${subject}: ${text.slice(0, 40)}", ${headers.length > 0 ? 'marked' : 'unmarked'}`,
    expected: { ...answered, says: [text] },
  });
}

const requests: readonly { subject: string; text: string; emergency?: true }[] = [
  {
    subject: 'Betriebsurlaub im Dezember',
    text: 'unser Betrieb ist vom 7. bis 18.12. geschlossen. Können Sie in der Zeit die Toiletten erneuern?',
  },
  {
    subject: 'Abwesenheit',
    text: 'wegen unserer Abwesenheit ab 5.12. bräuchten wir die Heizungswartung noch vorher.',
  },
  {
    subject: 'Nicht im Büro: Rohrbruch!',
    text: 'ich bin nicht im Büro, aber mein Kollege meldet einen Rohrbruch im Lager. Bitte sofort hinfahren!',
    emergency: true,
  },
  {
    subject: 'Auto: Ladesäule in der Tiefgarage',
    text: 'für zwei Elektroautos suchen wir Ladesäulen in der Tiefgarage.',
  },
  {
    subject: 'Out of office toilets',
    text: 'the toilets in our office are out of order. Could you send somebody this week?',
  },
  {
    subject: 'Ferienwohnung: Dusche defekt',
    text: 'in unserer Ferienwohnung ist die Dusche defekt. Ab Samstag kommen Gäste.',
  },
  {
    subject: 'Automatische Antwort erwünscht',
    text: 'bitte bestätigen Sie kurz den Eingang. Wir brauchen einen Kostenvoranschlag für eine Enthärtungsanlage.',
  },
  {
    subject: 'Urlaubsvertretung',
    text: 'unser Hausmeister ist in Urlaub. Übernehmen Sie in der Zeit die Vertretung bei der Heizung?',
  },
  {
    subject: 'Vacances',
    text: 'nous sommes en vacances dès le 5 décembre. Pouvez-vous réparer le chauffage avant?',
  },
  {
    subject: 'Gelesen: Ihr Artikel in der Zeitung',
    text: 'ich habe den Artikel über Sie gelesen und hätte gern ein Angebot für eine Wärmepumpe.',
  },
  {
    subject: 'Krank',
    text: 'ich liege krank im Bett und die Heizung geht nicht. Könnten Sie diese Woche kommen?',
  },
  {
    subject: 'Unser Büro ist geschlossen',
    text: 'unser Büro ist geschlossen, weil es kein Wasser gibt. Wann könnten Sie kommen?',
  },
  {
    subject: 'Anruf verpasst',
    text: 'Sie hatten angerufen, da war ich leider nicht da. Ich brauche einen Termin für die Therme.',
  },
  {
    subject: 'Eingangsbestätigung',
    text: 'bitte schicken Sie mir eine Eingangsbestätigung: Wir möchten zwei Heizkörper tauschen lassen.',
  },
  {
    subject: 'Ticket',
    text: 'unser Hausmeister hat dafür schon ein Ticket 4711 angelegt: Das Waschbecken im 2. Stock ist gesprungen.',
  },
];

function request(index: number): SentMail {
  const { subject, text, emergency } = pick(requests, index);
  const person = pick(customers, index * 5 + Math.floor(index / requests.length));
  const name = fullName(person);
  return sentMail({
    from: fromHeader(person, index),
    subject: subjectHeader(subject, index),
    messageId: `holiday-request-${index}@kunde.example`,
    body: bodyOf(`Guten Tag,\n\n${text}\n\nFreundliche Grüße\n${name}`, index),
    envelopeFrom: person.email,
    description: `"${subject}"`,
    expected: {
      ...newRequest,
      contact: { name, email: person.email },
      says: [text],
      acknowledged: true,
      // Whether cold radiators ring is not a question of holidays.
      ...(emergency && { emergency }),
    },
  });
}

export const holidays: readonly Kind[] = [
  { name: 'who mentions his holiday in an answer has answered', count: marked.length, write: answer },
  { name: 'who mentions his holiday in a request is answered', count: requests.length * 2, write: request },
];
