/** What calendars answer to an invitation. */

import { multipart } from '../written-mime.ts';
import {
  bodyOf,
  bytesOf,
  type Expected,
  type Kind,
  mailbox,
  mixed,
  pairs,
  part,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
  type Thread,
} from './a-kind.ts';

const answers = ['ACCEPTED', 'DECLINED', 'TENTATIVE', 'COUNTER'] as const;
type Answer = (typeof answers)[number];

interface Calendar {
  readonly name: string;
  readonly product: string;
  readonly subjects: Record<Answer, string>;
  /** What stands in the text beside the calendar part. */
  readonly text: (answer: Answer, name: string) => string;
  /** Some send nothing but the calendar part, or send it as a file too. */
  readonly shape: 'alternative' | 'alone' | 'with file' | 'html and file';
}

const google: Record<Answer, string> = {
  ACCEPTED: 'hat diese Einladung angenommen.',
  DECLINED: 'hat diese Einladung abgelehnt.',
  TENTATIVE: 'hat diese Einladung vorläufig angenommen.',
  COUNTER: 'hat einen anderen Termin vorgeschlagen.',
};

const calendars: readonly Calendar[] = [
  {
    name: 'Outlook',
    product: 'Microsoft Exchange Server 2010',
    subjects: {
      ACCEPTED: 'Zugesagt',
      DECLINED: 'Abgelehnt',
      TENTATIVE: 'Mit Vorbehalt',
      COUNTER: 'Neue Zeit vorgeschlagen',
    },
    text: () => '',
    shape: 'alternative',
  },
  {
    name: 'Outlook in English',
    product: '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    subjects: {
      ACCEPTED: 'Accepted',
      DECLINED: 'Declined',
      TENTATIVE: 'Tentative',
      COUNTER: 'New Time Proposed',
    },
    text: () => '',
    shape: 'alone',
  },
  {
    name: 'Google',
    product: '-//Google Inc//Google Calendar 70.9054//EN',
    subjects: {
      ACCEPTED: 'Angenommen',
      DECLINED: 'Abgelehnt',
      TENTATIVE: 'Vorläufig angenommen',
      COUNTER: 'Neuer Terminvorschlag',
    },
    text: (answer, name) =>
      `${name} ${google[answer]}\n\nBesichtigung\nDonnerstag 26. Nov. 2026 ⋅ 10:00 – 11:00\n\nEinladung von Google Kalender: https://calendar.google.com/calendar/`,
    shape: 'html and file',
  },
  {
    name: 'Apple',
    product: '-//Apple Inc.//macOS 14.5//EN',
    subjects: { ACCEPTED: 'Zugesagt', DECLINED: 'Abgelehnt', TENTATIVE: 'Vielleicht', COUNTER: 'Vorschlag' },
    text: (answer, name) =>
      answer === 'DECLINED'
        ? `${name} hat deine Einladung zum Ereignis „Besichtigung“ abgelehnt.`
        : `${name} hat auf deine Einladung geantwortet.`,
    shape: 'with file',
  },
  {
    name: 'Outlook in French',
    product: 'Microsoft Exchange Server 2010',
    subjects: {
      ACCEPTED: 'Acceptée',
      DECLINED: 'Refusée',
      TENTATIVE: 'Provisoire',
      COUNTER: 'Nouvelle heure proposée',
    },
    text: () => '',
    shape: 'alternative',
  },
];

/** Whose visit it is: by its UID, by the signed address, or not at all. */
const namings = ['uid', 'address', 'both', 'nothing'] as const;
type Naming = (typeof namings)[number];

const comment = 'Bitte etwas später kommen.';

function calendarText(calendar: Calendar, answer: Answer, uid: string, email: string, name: string): string {
  const counter = answer === 'COUNTER';
  return [
    'BEGIN:VCALENDAR',
    `PRODID:${calendar.product}`,
    'VERSION:2.0',
    `METHOD:${counter ? 'COUNTER' : 'REPLY'}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `ATTENDEE;PARTSTAT=${counter ? 'TENTATIVE' : answer};CN=${name}:mailto:${email}`,
    'ORGANIZER;CN=Muster Haustechnik:mailto:anfrage@muster-haustechnik.example',
    counter ? 'DTSTART:20261127T133000Z' : 'DTSTART:20261126T090000Z',
    counter ? 'DTEND:20261127T143000Z' : 'DTEND:20261126T100000Z',
    'SUMMARY:Besichtigung',
    ...(counter ? [`COMMENT;LANGUAGE=de-DE:${comment}`] : []),
    'SEQUENCE:0',
    'DTSTAMP:20261123T101500Z',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n');
}

function bodyWith(calendar: Calendar, answer: Answer, text: string, name: string) {
  const method = answer === 'COUNTER' ? 'COUNTER' : 'REPLY';
  const entry = part(
    [`Content-Type: text/calendar; charset="UTF-8"; method=${method}`, 'Content-Transfer-Encoding: 8bit'],
    bytesOf(text),
  );
  const file = part(
    [
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      'Content-Transfer-Encoding: base64',
    ],
    Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8').toString('base64'),
  );
  const plain = bodyOf(calendar.text(answer, name));
  switch (calendar.shape) {
    case 'alone':
      return entry;
    case 'alternative':
      return mixed([plain, entry], 'alternative');
    case 'with file':
      return mixed([plain, entry, file]);
    case 'html and file': {
      const html = bodyOf(calendar.text(answer, name), 3);
      return mixed([multipart('alternative', '=_inner', [plain, html, entry]), file]);
    }
  }
}

/** What the owner must be able to read; how exactly the rules leave open. */
const said: Record<Answer, RegExp> = {
  ACCEPTED: /zugesagt|angenommen|zusage/i,
  DECLINED: /abgelehnt|abgesagt|absage/i,
  TENTATIVE: /vorbehalt|vorläufig|vielleicht|unsicher/i,
  COUNTER: /14[:.]30/,
};

function expectedOf(answer: Answer, naming: Naming): Expected {
  if (naming === 'nothing') {
    return { outcomes: ['auto-reply-noted', 'reply-appended'], of: 'thread-or-none' };
  }
  const moves = answer === 'DECLINED' || answer === 'COUNTER';
  return {
    // That somebody comes to what was agreed may be a note or an answer; that he does not is an answer.
    outcomes: moves ? ['reply-appended'] : ['reply-appended', 'auto-reply-noted'],
    of: 'thread',
    saysLike: said[answer],
    ...(moves && { events: ['customer-replied'] }),
    ...(answer === 'COUNTER' && { says: [comment] }),
  };
}

const all = pairs(pairs(calendars, answers), namings);

function answerOf(index: number, { leadId, customer, address }: Thread): SentMail {
  const [[calendar, answer], naming] = pick(all, index);
  const ofVisit = naming === 'uid' || naming === 'both';
  const uid = ofVisit ? `${leadId}-visit@muster.nachfass` : '040000008200E00074C5B7101A82E008';
  const person = naming === 'nothing' ? { name: 'Otto Fremd', email: 'otto@fremd.example' } : customer;
  return sentMail({
    from: `From: ${person.name} <${person.email}>`,
    to: `To: ${naming === 'address' || naming === 'both' ? address : mailbox}`,
    subject: subjectHeader(`${calendar.subjects[answer]}: Besichtigung durch Muster Haustechnik`, index),
    messageId: `calendar-${index}@example.org`,
    body: bodyWith(
      calendar,
      answer,
      calendarText(calendar, answer, uid, person.email, person.name),
      person.name,
    ),
    envelopeFrom: person.email,
    description: `${calendar.name}: ${answer}, names ${naming}`,
    expected: expectedOf(answer, naming),
  });
}

export const calendarAnswers: readonly Kind[] = [
  {
    name: 'the answer of a calendar belongs to its visit, and makes no request',
    count: all.length,
    write: answerOf,
  },
];
