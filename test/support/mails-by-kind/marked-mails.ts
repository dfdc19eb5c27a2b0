/** Requests and answers of people, with the marks of each hop on them. */

import { fullName, type Person } from '../german-people.ts';
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
import { hops, nameOf } from './marks.ts';

interface Matter {
  readonly subject: string;
  readonly text: string;
  readonly emergency: boolean;
}

export const matters: readonly Matter[] = [
  {
    subject: 'Neues Bad im Erdgeschoß',
    text: 'wir möchten das Bad im Erdgeschoß barrierefrei umbauen lassen.\nHätten Sie im Frühjahr Zeit für uns?',
    emergency: false,
  },
  {
    subject: 'Rohrbruch in der Waschküche',
    text: 'in der Waschküche ist ein Rohr gebrochen, das Wasser steht schon knöchelhoch. Bitte kommen Sie sofort!',
    emergency: true,
  },
  {
    subject: 'Spülkasten im Gäste-WC',
    text: 'der Spülkasten läuft ständig nach. Es eilt nicht, aber bitte nennen Sie uns einen Termin.',
    emergency: false,
  },
  {
    subject: 'Bitte um Rückruf',
    text: 'seit einer Stunde haben wir einen Wasserschaden, es tropft durch die Küchendecke. Was sollen wir tun?',
    emergency: true,
  },
  {
    subject: 'Angebot Wärmepumpe Reihenhaus',
    text: 'was kostet ungefähr eine Wärmepumpe für ein Reihenhaus mit 130 m², Baujahr 1987?',
    emergency: false,
  },
];

const answerTexts: readonly string[] = [
  'Mittwoch um 14 Uhr passt, bitte beim Nachbarn klingeln.',
  'Danke für das Angebot. Bitte lassen Sie den Spiegelschrank weg, dann nehmen wir es.',
  'Ja.',
  'Können Sie noch sagen, ob der Abfluß mit drin ist? Rufen Sie gern an: 0176 55501234.',
  'Wir haben uns leider anders entschieden. Trotzdem vielen Dank für die Mühe!',
];

export const signed = ({ phone }: Person, name: string): string =>
  `Mit freundlichen Grüßen\n${name}\n${/^\p{L}/u.test(phone) ? phone : `Tel. ${phone}`}`;

const requests = pairs(matters, hops);

function request(index: number): SentMail {
  const [matter, hop] = pick(requests, index);
  const person = pick(customers, index * 5 + Math.floor(index / 7));
  const name = fullName(person);
  return sentMail({
    from: hop.from?.(nameOf(person)) ?? fromHeader(person, index),
    to: 'To: info@muster-haustechnik.example',
    subject: subjectHeader(matter.subject, index),
    messageId: `marked-${index}@kunde.example`,
    more: hop.headers,
    body: bodyOf(`Guten Tag,\n\n${matter.text}\n\n${signed(person, name)}`, index),
    envelopeFrom: hop.envelopeFrom ?? person.email,
    description: `"${matter.subject}", ${hop.name}`,
    expected: {
      ...newRequest,
      contact: { name, email: person.email, phoneE164: person.phoneE164 },
      says: matter.text.split('\n'),
      emergency: matter.emergency,
      ...(hop.mutes && { acknowledged: false }),
    },
  });
}

/** By the signed address, by the id of our mail, or both. */
const threadings: readonly { name: string; headers: (thread: Thread) => readonly string[] }[] = [
  { name: 'to the signed address', headers: ({ address }) => [`To: ${address}`] },
  {
    name: 'by In-Reply-To',
    headers: ({ messageId }) => [
      `To: ${mailbox}`,
      `In-Reply-To: <${messageId}>`,
      `References: <${messageId}>`,
    ],
  },
];

const answers = pairs(hops, threadings);

function answer(index: number, thread: Thread): SentMail {
  const [hop, threading] = pick(answers, index);
  const text = pick(answerTexts, index + Math.floor(index / 10));
  const { customer, subject } = thread;
  const from = hop.from?.(customer) ?? [`From: ${customer.name} <${customer.email}>`];
  const quoted = `Am 20.11.2026 um 09:12 schrieb Muster Haustechnik <${mailbox}>:\n> Guten Tag,\n> haben Sie noch Fragen zu unserem Angebot?`;
  return sentMail({
    from,
    to: threading.headers(thread),
    subject: subjectHeader(`AW: ${subject}`, index),
    messageId: `marked-answer-${index}@kunde.example`,
    more: hop.headers,
    body: bodyOf(`${text}\n\nViele Grüße\n${customer.name}\n\n${quoted}`, index % 2),
    envelopeFrom: hop.envelopeFrom ?? customer.email,
    description: `"${text}", ${hop.name}, ${threading.name}`,
    expected: {
      ...answered,
      says: [text],
      saysNot: ['haben Sie noch Fragen zu unserem Angebot?'],
    },
  });
}

export const markedMails: readonly Kind[] = [
  { name: 'a request that a hop has marked is a lead', count: requests.length, write: request },
  { name: 'an answer that a hop has marked is an answer', count: answers.length, write: answer },
];
