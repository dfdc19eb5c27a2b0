/** Absence notes, acknowledgements of offices and read receipts, in a thread and outside of one. */

import { fullName } from '../german-people.ts';
import {
  bodyOf,
  customers,
  fromHeader,
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
import { type AbsenceNote, absenceNotes, acknowledgements, readReceipts } from './absence-texts.ts';
import { moreAbsenceNotes } from './more-absence-texts.ts';

const allAbsenceNotes = [...absenceNotes, ...moreAbsenceNotes];

/** By the signed address in To, or by the id of our mail. */
const ways = ['signed', 'answering'] as const;

const threadHeaders = (way: (typeof ways)[number], { address, messageId }: Thread): readonly string[] =>
  way === 'signed' ? [`To: ${address}`] : [`To: ${mailbox}`, `In-Reply-To: <${messageId}>`];

/** Some autoresponders put what they answer below. */
const original =
  '\n\nAm 23.11.2026 um 10:15 schrieb Muster Haustechnik <anfrage@mail.muster-haustechnik.example>:\n> Guten Tag,\n> haben Sie noch Fragen zu unserem Angebot?';

const nothingMoves: Pick<SentMail, 'expected'> = {
  expected: {
    outcomes: ['auto-reply-noted'],
    of: 'thread',
    events: ['mail-noted'],
    onlyNoted: true,
  },
};

/** In a thread it changes nothing, whether its server marks it or not. */
function inThread(note: AbsenceNote, marks: readonly string[], index: number, thread: Thread): SentMail {
  const { name, email } = thread.customer;
  const way = pick(ways, Math.floor(index / 2));
  return sentMail({
    from: `From: ${name} <${email}>`,
    to: threadHeaders(way, thread),
    subject: subjectHeader(note.subject(thread.subject), index),
    messageId: `noted-${index}@example.org`,
    more: marks,
    body: bodyOf(`${note.text}${index % 5 === 3 ? original : ''}`, index),
    envelopeFrom: marks.length > 0 ? '' : email,
    description: `${note.name}, ${marks.length > 0 ? 'marked' : 'unmarked'}, ${way}`,
    ...nothingMoves,
  });
}

/** With the marks of its server, and without: a gateway or a rule has lost them. */
const withAndWithout = (notes: readonly AbsenceNote[]) =>
  notes.flatMap((note) => [
    ...(note.marks.length > 0 ? [{ note, marks: note.marks }] : []),
    { note, marks: [] as readonly string[] },
  ]);

function kindOf(name: string, notes: readonly AbsenceNote[], times: number): Kind {
  const all = withAndWithout(notes);
  return {
    name,
    count: all.length * times,
    write(index, thread) {
      const { note, marks } = pick(all, index);
      return inThread(note, marks, index, thread);
    },
  };
}

/** The same notes from people who are in no thread: they may be kept, but nobody answers a machine. */
const outside = allAbsenceNotes.filter(({ marks }) => marks.length > 0);

function ofStranger(index: number, thread: Thread): SentMail {
  const note = pick(outside, index);
  const person = pick(customers, index);
  return sentMail({
    from: fromHeader(person, index),
    subject: subjectHeader(note.subject(thread.subject), index),
    messageId: `away-${index}@fremd.example`,
    more: note.marks,
    body: bodyOf(note.text, index),
    envelopeFrom: '',
    description: `${note.name} of ${fullName(person)}, in no thread`,
    expected: {
      // A rule says only what happens in a thread. A muted lead loses nothing either.
      outcomes: ['auto-reply-noted', 'lead-created'],
      of: 'new-or-none',
      acknowledged: false,
      events: [],
    },
  });
}

/** A receipt as RFC 8098 wants it: a report of its own type. */
const dispositions = [
  ['Gelesen', 'manual-action/MDN-sent-manually; displayed', 'Microsoft Outlook 16.0'],
  ['Return Receipt (displayed) -', 'manual-action/MDN-sent-manually; displayed', 'Mozilla Thunderbird'],
  ['Empfangsbestätigung (angezeigt) -', 'automatic-action/MDN-sent-automatically; displayed', 'Thunderbird'],
  ['Nicht gelesen', 'automatic-action/MDN-sent-automatically; deleted', 'Microsoft Exchange'],
] as const;

function disposition(index: number, thread: Thread): SentMail {
  const [subject, what, agent] = pick(dispositions, index);
  const way = pick(ways, Math.floor(index / dispositions.length));
  const { name, email } = thread.customer;
  const report = mixed(
    [
      bodyOf('Dies ist eine Empfangsbestätigung für eine Nachricht, die Sie gesendet haben.'),
      part(
        ['Content-Type: message/disposition-notification'],
        `Reporting-UA: ${agent}\r\nFinal-Recipient: rfc822;${email}\r\nOriginal-Message-ID: <${thread.messageId}>\r\nDisposition: ${what}\r\n`,
      ),
    ],
    'report; report-type=disposition-notification',
  );
  return sentMail({
    from: `From: ${name} <${email}>`,
    to: threadHeaders(way, thread),
    subject: subjectHeader(`${subject}: ${thread.subject}`, index),
    messageId: `mdn-${index}@example.org`,
    body: report,
    envelopeFrom: index % 2 === 0 ? '' : email,
    description: `${agent}: ${what}, ${way}`,
    ...nothingMoves,
  });
}

const receiptsOutside = pairs(readReceipts, ['known', 'stranger'] as const);

/** Without a thread a receipt is still no request. */
function receiptOutside(index: number, { customer }: Thread): SentMail {
  const [note, who] = pick(receiptsOutside, index);
  const person = pick(customers, index);
  return sentMail({
    from: who === 'known' ? `From: ${customer.name} <${customer.email}>` : fromHeader(person),
    subject: subjectHeader(note.subject('Ihre Anfrage bei Muster Haustechnik'), index),
    messageId: `receipt-${index}@fremd.example`,
    body: bodyOf(note.text, index),
    envelopeFrom: who === 'known' ? customer.email : person.email,
    description: `${note.name} of a ${who} person, in no thread`,
    expected: { outcomes: ['auto-reply-noted'], of: 'thread-or-none', onlyNoted: true },
  });
}

export const absences: readonly Kind[] = [
  kindOf('an absence note in a thread changes nothing', allAbsenceNotes, 2),
  kindOf('what an office machine has received changes nothing', acknowledgements, 2),
  kindOf('that somebody has read our mail changes nothing', readReceipts, 2),
  {
    name: 'a receipt in the form of a report changes nothing',
    count: dispositions.length * 2,
    write: disposition,
  },
  { name: 'a receipt in no thread is noted', count: receiptsOutside.length, write: receiptOutside },
  { name: 'an absence note in no thread is never answered', count: outside.length, write: ofStranger },
];
