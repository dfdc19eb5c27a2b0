/** Mails that somebody passes on: the owner and his people for a customer, or a customer for himself. */

import { fullName, type Person } from '../german-people.ts';
import { headerText, multipart } from '../written-mime.ts';
import {
  addressHeader,
  attachedMail,
  bodyOf,
  customers,
  type Kind,
  mixed,
  newRequest,
  owner,
  pairs,
  part,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
} from './a-kind.ts';
import { forwardPrograms } from './forward-programs.ts';
import { signed } from './marked-mails.ts';

const wishes: readonly { subject: string; text: string; emergency?: true }[] = [
  {
    subject: 'Duschkabine',
    text: 'unsere Duschkabine ist undicht.\nBitte machen Sie uns ein Angebot für eine neue.',
  },
  {
    subject: 'Heizkörper tauschen',
    text: 'wir möchten drei Heizkörper tauschen lassen.\n\nMaße und Fotos schicken wir gern.',
  },
  {
    subject: 'Dringend',
    text: 'bei uns ist ein Rohrbruch im Flur, das Wasser läuft ins Treppenhaus. Bitte schnell kommen!',
    emergency: true,
  },
];

/** What stands above the forwarded mail. The numbers are the forwarder's own. */
const notes = {
  staff: [
    '',
    'Bitte anlegen, ruft heute noch an.',
    'Kannst du da anrufen?\n\nViele Grüße\nMartin Muster\nMuster Haustechnik GmbH\nTel. 089 1234560\nMobil +49 171 1234560',
    'zur Bearbeitung\n\n-- \nMuster Haustechnik GmbH\nWerkstraße 5, 80331 München\nTelefon: +49 89 1234560\nchef@muster-haustechnik.example',
  ],
  customer: [
    'Guten Tag,\n\nkönnen Sie das bitte übernehmen? Die Rechnung geht an uns.\n\nHausverwaltung Lechner\nTel. 089 55501777',
    'Siehe unten, wir bräuchten jemanden dafür.',
    'Guten Tag, anbei die Meldung unserer Mieterin mit der Bitte um ein Angebot.\n\n-- \nHausverwaltung Lechner, Tel. 089 55501777',
  ],
} as const;

const colleagues = [
  ['Martin Muster', owner],
  ['Sabine Muster', 'buero@muster-haustechnik.example'],
  ['Jonas Huber', 'jonas@muster-haustechnik.example'],
] as const;

const manager = ['Hausverwaltung Lechner', 'objekte@hv-lechner.example'] as const;

const subjects = [
  (prefix: string, subject: string) => `${prefix}${subject}`,
  (_: string, subject: string) => `Kunde ${subject}`,
];

const wordsOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function passedOn(index: number) {
  const author: Person = pick(customers, index * 3 + 1);
  const wish = pick(wishes, index + Math.floor(index / 4));
  return { author, wish, text: `Guten Tag,\n\n${wish.text}\n\n${signed(author, fullName(author))}` };
}

const ofStaff = pairs(forwardPrograms, notes.staff);

function byStaff(index: number): SentMail {
  const [program, note] = pick(ofStaff, index);
  const { author, wish, text } = passedOn(index);
  const [name, email] = pick(colleagues, index + Math.floor(index / notes.staff.length));
  const mail = {
    name: fullName(author),
    email: author.email,
    to: 'info@muster-haustechnik.example',
    subject: wish.subject,
    text,
  };
  const subject = pick(subjects, Math.floor(index / 3))(program.prefix, wish.subject);
  return sentMail({
    from: `From: ${addressHeader(name, email)}`,
    subject: subjectHeader(subject, index),
    messageId: `forward-${index}@muster-haustechnik.example`,
    body: bodyOf(`${note}${note === '' ? '' : '\n\n'}${program.write(mail)}`, index % 3),
    envelopeFrom: email,
    description: `${name} forwards from ${program.name}, "${subject}", with "${note.slice(0, 20).replaceAll('\n', ' ')}"`,
    expected: {
      ...newRequest,
      contact: { name: fullName(author), email: author.email, phoneE164: author.phoneE164 },
      says: wordsOf(wish.text),
      emergency: wish.emergency ?? false,
    },
  });
}

const ofCustomers = pairs(forwardPrograms, notes.customer);

function byCustomer(index: number): SentMail {
  const [program, note] = pick(ofCustomers, index);
  const { author, wish, text } = passedOn(index + 2);
  const [name, email] = manager;
  const mail = { name: fullName(author), email: author.email, to: email, subject: wish.subject, text };
  const subject = pick(subjects, Math.floor(index / 2))(program.prefix, wish.subject);
  return sentMail({
    from: `From: ${addressHeader(name, email)}`,
    subject: subjectHeader(subject, index),
    messageId: `forward-of-customer-${index}@hv-lechner.example`,
    body: bodyOf(`${note}\n\n${program.write(mail)}`, index % 3),
    envelopeFrom: email,
    description: `a customer forwards from ${program.name}, "${subject}", with "${note.slice(0, 20).replaceAll('\n', ' ')}"`,
    expected: {
      ...newRequest,
      contact: { email },
      says: [...wordsOf(wish.text), author.email, fullName(author), ...wordsOf(note).slice(0, 1)],
      emergency: wish.emergency ?? false,
      acknowledged: true,
    },
  });
}

const attachments = pairs([...colleagues, manager], [
  'alone',
  'with a note',
  'as a named file',
  'with a picture in it',
] as const);

/** The forwarded mail hangs at the mail as a mail. */
function attached(index: number): SentMail {
  const [[name, email], how] = pick(attachments, index);
  const { author, wish, text } = passedOn(index + 1);
  const ofCustomer = email === manager[1];
  const body = bodyOf(text, index);
  const inner = [
    `From: ${addressHeader(fullName(author), author.email, index)}`,
    'To: info@muster-haustechnik.example',
    `Subject: ${headerText(wish.subject, 'utf-8', 'q')}`,
    'Date: Mon, 23 Nov 2026 08:12:00 +0100',
    `Message-ID: <inner-${index}@kunde.example>`,
  ];
  const picture = part(
    [
      'Content-Type: image/jpeg; name="bad.jpg"',
      'Content-Disposition: attachment; filename="bad.jpg"',
      'Content-Transfer-Encoding: base64',
    ],
    '/9j/4AAQSkZJRg==',
  );
  const whole =
    how === 'with a picture in it'
      ? {
          ...multipart('mixed', '=_inner', [body, picture]),
          headers: ['Content-Type: multipart/mixed; boundary="=_inner"'],
        }
      : body;
  const file = attachedMail(inner, whole, [
    how === 'as a named file'
      ? `Content-Type: message/rfc822; name="${wish.subject.replace(/[^A-Za-z ]/g, '_')}.eml"`
      : 'Content-Type: message/rfc822',
    ...(how === 'as a named file' ? ['Content-Disposition: attachment; filename="Nachricht.eml"'] : []),
  ]);
  const note = how === 'alone' ? [] : [bodyOf('Bitte übernehmen, Unterlagen hängen an.')];
  return sentMail({
    from: `From: ${addressHeader(name, email)}`,
    subject: subjectHeader(`WG: ${wish.subject}`),
    messageId: `attached-${index}@weiter.example`,
    body: mixed([...note, file]),
    envelopeFrom: email,
    description: `${name} attaches a mail, ${how}`,
    expected: {
      ...newRequest,
      contact: ofCustomer
        ? { email }
        : { name: fullName(author), email: author.email, phoneE164: author.phoneE164 },
      says: wordsOf(wish.text),
      emergency: wish.emergency ?? false,
    },
  });
}

export const forwards: readonly Kind[] = [
  {
    name: 'what the owner or his people pass on is the request of its author',
    count: ofStaff.length,
    write: byStaff,
  },
  {
    name: 'what a customer passes on is his own request, and all of it is kept',
    count: ofCustomers.length,
    write: byCustomer,
  },
  { name: 'a mail that hangs at a mail is read as the request', count: attachments.length, write: attached },
];
