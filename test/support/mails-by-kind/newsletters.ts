/** Advertising and news that nobody wants to answer, and people who only look like it. */

import { fullName } from '../german-people.ts';
import {
  bodyOf,
  customers,
  fromHeader,
  type Kind,
  newRequest,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
} from './a-kind.ts';

interface Newsletter {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly string[];
}

const unsubscribe = (url: string): readonly string[] => [
  `List-Unsubscribe: <${url}>`,
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
];

const newsletters: readonly Newsletter[] = [
  {
    from: 'Sanitär Großhandel Süd <newsletter@gh-sued.example>',
    subject: 'Nur diese Woche: 20 % auf alle Armaturen',
    text: 'Unsere Angebote im November\n\nThermostatköpfe ab 9,90 €, Brausesets ab 24,90 €.\n\nNewsletter abbestellen: https://gh-sued.example/abmelden',
    headers: [
      'List-Id: <news.gh-sued.example>',
      ...unsubscribe('https://gh-sued.example/u'),
      'Precedence: bulk',
    ],
  },
  {
    from: 'Handwerkskammer <info@hwk.example>',
    subject: 'HWK aktuell, Ausgabe 11/2026',
    text: 'Themen in dieser Ausgabe: Meisterprämie, Ausbildungsmesse, neue Förderung für Wärmepumpen.\n\nSie erhalten diesen Newsletter, weil Sie Mitglied sind. Abmelden: https://hwk.example/ab',
    headers: [
      ...unsubscribe('https://hwk.example/ab'),
      'X-CSA-Complaints: csa-complaints@eco.example',
      'X-Mailer: CleverReach',
    ],
  },
  {
    from: 'Heizungsbörse <post@boerse.example>',
    subject: 'Rohrbruch? Mit unserem Lecksucher finden Sie jede Stelle',
    text: 'Rohrbruch, Wasserschaden, Gasgeruch: der neue Lecksucher 3000 findet alles. Jetzt bestellen!\n\nSie möchten keine Werbung mehr? Hier austragen.',
    headers: [
      'List-Id: Kampagne <c4711.boerse.example>',
      ...unsubscribe('https://boerse.example/raus'),
      'Feedback-ID: 4711:88:campaign:mail',
      'Precedence: bulk',
    ],
  },
  {
    from: 'MailTool <news@mc.example>',
    subject: 'Ihr Betrieb bei Google ganz oben',
    text: 'So gewinnen Sie Neukunden. Sehen Sie sich die E-Mail im Browser an.\n\nUnsubscribe | Update your preferences',
    headers: [
      'X-Mailer: MailChimp Mailer - **CID1234**',
      'X-Campaign: mailchimp1234',
      ...unsubscribe('https://mc.example/u'),
      'List-ID: 1234mc list <1234.mc.example>',
    ],
  },
  {
    from: 'rapidpost <service@rapid.example>',
    subject: 'Einladung zur Hausmesse am 4. Dezember',
    text: 'Liebe Fachpartner, besuchen Sie uns in Halle 3. Zum Abbestellen klicken Sie hier: https://rapid.example/x',
    headers: [...unsubscribe('https://rapid.example/x'), 'X-rpcampaign: 88123', 'Precedence: bulk'],
  },
  {
    from: 'Artisan Pro <lettre@artisan.example>',
    subject: 'Lettre d’information de novembre',
    text: 'Les nouveautés du mois : chaudières, pompes à chaleur, robinetterie.\n\nSe désabonner : https://artisan.example/stop',
    headers: [
      'List-Id: <lettre.artisan.example>',
      ...unsubscribe('https://artisan.example/stop'),
      'Precedence: bulk',
    ],
  },
  {
    from: 'Berufsnetz <benachrichtigung@netz.example>',
    subject: 'Sie haben 3 neue Kontaktvorschläge',
    text: 'Diese Personen könnten Sie kennen.\n\nBenachrichtigungen abbestellen: https://netz.example/aus',
    headers: [
      'List-Unsubscribe: <https://netz.example/aus>',
      'X-LinkedIn-Template: email_pymk',
      'Feedback-ID: pymk:netz',
      'Precedence: bulk',
    ],
  },
];

function newsletter(index: number): SentMail {
  const { from, subject, text, headers } = pick(newsletters, index);
  const sender = from.match(/<(.*)>/)?.[1] ?? '';
  return sentMail({
    from: `From: ${from.replace(/^([^<]*[^\x20-\x7e][^<]*) </, '=?utf-8?q?Gro=C3=9Fhandel?= <')}`,
    subject: subjectHeader(subject, index),
    messageId: `news-${index}@versand.example`,
    more: headers,
    body: bodyOf(text, index + Math.floor(index / newsletters.length)),
    envelopeFrom: index % 2 === 0 ? sender : 'bounces-4711@versand.example',
    description: subject,
    expected: { outcomes: ['auto-reply-noted'], of: 'none', events: [] },
  });
}

/** People who write with the tools of newsletters, or about one. */
const people: readonly { subject: string; text: string; headers: readonly string[]; emergency?: true }[] = [
  {
    subject: 'Newsletter',
    text: 'ich habe Ihren Newsletter gelesen und hätte gern ein Angebot für das Thermostat darin.',
    headers: [],
  },
  {
    subject: 'Angebote',
    text: 'bitte schicken Sie mir zwei Angebote: einmal mit Wanne, einmal mit Dusche.',
    headers: ['List-Unsubscribe: <mailto:abmelden@verein.example>'],
  },
  {
    subject: 'Notfall im Vereinsheim',
    text: 'im Vereinsheim ist ein Rohrbruch, das Wasser steht in der Küche. Bitte rufen Sie sofort an!',
    headers: [
      'List-Id: Vorstand <vorstand.verein.example>',
      'Precedence: list',
      'List-Unsubscribe: <mailto:vorstand-leave@verein.example>',
    ],
    emergency: true,
  },
];

function person(index: number): SentMail {
  const { subject, text, headers, emergency = false } = pick(people, index);
  const writer = pick(customers, index * 2 + 1);
  return sentMail({
    from: fromHeader(writer, index),
    subject: subjectHeader(subject, index),
    messageId: `no-news-${index}@verein.example`,
    more: headers,
    body: bodyOf(`Guten Tag,\n\n${text}\n\nMit freundlichen Grüßen\n${fullName(writer)}`, index),
    envelopeFrom: writer.email,
    description: subject,
    expected: {
      ...newRequest,
      contact: { name: fullName(writer), email: writer.email },
      says: [text],
      emergency,
    },
  });
}

export const newsletterMails: readonly Kind[] = [
  { name: 'a newsletter is noted and nothing else', count: newsletters.length * 3, write: newsletter },
  { name: 'who writes through a list to us is a person', count: people.length * 2, write: person },
];
