/** Calls and faxes that come as a mail: from the box in the cellar, or from a provider. */

import type { Person } from '../german-people.ts';
import {
  addressHeader,
  bodyOf,
  type Kind,
  mailbox,
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

interface Call {
  /** As the notice writes it; absent: withheld. */
  readonly number?: string;
  readonly e164?: string;
  readonly caller?: string;
  /** What the machine understood of the recording. */
  readonly said: string;
  readonly emergency?: true;
}

const calls: readonly Call[] = [
  {
    number: '017155501901',
    e164: '+4917155501901',
    said: 'Guten Tag, Reiter hier. Bei uns ist ein Rohrbruch im Keller, bitte rufen Sie sofort zurück.',
    emergency: true,
  },
  {
    number: '0895550191',
    e164: '+49895550191',
    said: 'Hier ist Schwarz aus der Rosenstraße 7, ich hätte gern einen Termin für die Heizungswartung.',
  },
  {
    number: '+49 171 55501902',
    e164: '+4917155501902',
    caller: 'Familie Pichler',
    said: 'Wir wollten fragen, wann das Angebot für das Bad kommt. Danke.',
  },
  {
    number: '0049 8161 555019',
    e164: '+498161555019',
    said: 'Kessler, es geht um zwei Waschbecken in der Praxis. Bitte zurückrufen.',
  },
  { said: 'Grüß Gott, bitte rufen Sie mich zurück, es geht um die Therme. Huber, 0172 5550193.' },
];

interface Machine {
  readonly name: string;
  /** The box sends from an account of the business; providers from their own. */
  readonly from: readonly string[];
  readonly subject: (call: Call) => string;
  readonly text: (call: Call) => string;
  readonly file?: readonly [name: string, contentType: string];
  readonly headers?: readonly string[];
  /** Has it the words of the caller? */
  readonly transcript: boolean;
}

const unknown = 'Unbekannt';
const who = ({ number, caller }: Call): string =>
  number === undefined ? unknown : caller === undefined ? number : `${caller} (${number})`;
const wav = (name: string) => [name, 'audio/x-wav'] as const;

const machines: readonly Machine[] = [
  {
    name: 'FRITZ!Box answering machine',
    from: [
      `"FRITZ!Box" <${mailbox}>`,
      `"FRITZ!Box 7590" <${owner}>`,
      '"FRITZ!Box" <info@muster-haustechnik.example>',
    ],
    subject: (call) => `FRITZ!Box Anrufbeantworter: Neue Nachricht von ${who(call)}`,
    text: (call) =>
      `Nachricht von FRITZ!Box:\n\nDer Anrufer ${who(call)} hat für Sie auf dem FRITZ!Box Anrufbeantworter eine\nNachricht hinterlassen. Sie finden die Sprachnachricht im Anhang dieser E-Mail.\n\nAnruf von: ${who(call)}\nfür die Rufnummer: 0891234560\nDatum: 23.11.2026\nUhrzeit: 10:35\nAufnahmelänge: 00:21\n\nDie Weiterleitung der Anrufbeantworter-Nachrichten können Sie in Ihrer\nFRITZ!Box im Menü Telefoniegeräte deaktivieren.`,
    file: wav('23.11.26_10.35_Anruf.wav'),
    transcript: false,
  },
  {
    name: 'FRITZ!Box missed call',
    from: [`"FRITZ!Box" <${mailbox}>`, `"FRITZ!Box" <${owner}>`],
    subject: (call) => `FRITZ!Box: Anruf in Abwesenheit von ${who(call)}`,
    text: (call) =>
      `Anruf von: ${who(call)}\nfür die Rufnummer: 0891234560\nDatum: 23.11.2026\nUhrzeit: 10:35`,
    transcript: false,
  },
  {
    name: 'FRITZ!Box fax',
    from: [`"FRITZ!Box" <${mailbox}>`, `"FRITZ!Box" <${owner}>`],
    subject: (call) => `FRITZ!Box Faxempfang: Fax von ${who(call)}`,
    text: (call) =>
      `Neues Fax\n\nVon: ${who(call)}\nAn: 0891234561\nDatum: 23.11.2026 10:35\nSeiten: 1\n\nDas Fax finden Sie im Anhang dieser E-Mail.`,
    file: ['23.11.26_10.35_Telefax.pdf', 'application/pdf'],
    transcript: false,
  },
  {
    name: 'sipgate voicemail',
    from: ['sipgate <no-reply@sipgate.example>'],
    subject: (call) => `Neue Voicemail von ${who(call)}`,
    text: (call) =>
      `Hallo Martin Muster,\n\nSie haben eine neue Voicemail von ${who(call)} erhalten.\n\nDatum: 23.11.2026, 10:35 Uhr\nDauer: 0:21 Minuten\n\nTranskription:\n"${call.said}"\n\nIhr sipgate Team`,
    file: ['voicemail-20261123-103500.mp3', 'audio/mpeg'],
    headers: ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All'],
    transcript: true,
  },
  {
    name: 'sipgate fax',
    from: ['sipgate fax <fax@sipgate.example>'],
    subject: (call) => `Neues Fax von ${who(call)}`,
    text: (call) =>
      `Sie haben ein neues Fax erhalten.\n\nAbsender: ${who(call)}\nEmpfänger: 089 1234561\nSeiten: 2\n\nDas Fax hängt als PDF an.`,
    file: ['fax-20261123.pdf', 'application/pdf'],
    headers: ['Auto-Submitted: auto-generated'],
    transcript: false,
  },
  {
    name: 'Placetel voicemail',
    from: ['Placetel <noreply@placetel.example>'],
    subject: (call) => `Neue Sprachnachricht (${who(call)})`,
    text: (call) =>
      `Guten Tag,\n\nauf Ihrer Mailbox "Zentrale" ist eine neue Sprachnachricht eingegangen.\n\nAnrufer: ${who(call)}\nAngerufene Nummer: +49891234560\nZeitpunkt: 23.11.2026 10:35:12\n\nText der Nachricht:\n${call.said}`,
    file: wav('Sprachnachricht.wav'),
    headers: ['Precedence: bulk'],
    transcript: true,
  },
  {
    name: 'Asterisk voicemail',
    from: ['Asterisk PBX <asterisk@pbx.muster-haustechnik.example>', `Telefonanlage <${mailbox}>`],
    subject: (call) => `[PBX]: Neue Nachricht 3 in Mailbox 100 von ${who(call)}`,
    text: (call) =>
      `Hallo Zentrale,\n\n\tes gibt eine neue Nachricht (Nummer 3) von 0:21 Länge in Mailbox 100\nvon ${call.number === undefined ? 'einer unbekannten Rufnummer' : `"${call.caller ?? call.number}" <${call.number}>`}, am Montag, 23. November 2026 um 10:35:12.\n\n\t\t\t\t--Asterisk`,
    file: wav('msg0002.wav'),
    headers: ['X-Asterisk-VM-Message-Num: 3', 'X-Asterisk-CallerID: 0'],
    transcript: false,
  },
  {
    name: 'network mailbox with transcript',
    from: ['Sprachbox <sprachbox@telefonie.example>'],
    subject: (call) => `Nachricht von ${who(call)} auf Ihrer Sprachbox`,
    text: (call) => `${call.said}\n\nAnrufer: ${who(call)}\nEingang: 23.11.2026 10:35\nDauer: 21 Sekunden`,
    file: ['nachricht.amr', 'audio/amr'],
    headers: ['Auto-Submitted: auto-generated', 'Return-Path: <>'],
    transcript: true,
  },
];

const all = pairs(machines, calls);
/** Withheld numbers leave only what the caller says. */
const saidNumber = '+491725550193';

function notice(index: number): SentMail {
  const [machine, call] = pick(all, index);
  const from = pick(machine.from, index + Math.floor(index / calls.length));
  const text = machine.text(call);
  const attachment =
    machine.file &&
    part(
      [
        `Content-Type: ${machine.file[1]}; name="${machine.file[0]}"`,
        `Content-Disposition: attachment; filename="${machine.file[0]}"`,
        'Content-Transfer-Encoding: base64',
      ],
      'UklGRqRlAABXQVZFZm10IBAAAAAGAAEA',
    );
  const body = bodyOf(text, index % 3);
  const sender = from.match(/<(.*)>/)?.[1] ?? '';
  const known = call.e164 ?? (machine.transcript ? saidNumber : null);
  return sentMail({
    from: `From: ${from}`,
    subject: subjectHeader(machine.subject(call), index),
    messageId: `call-${index}@fritz.box`,
    more: machine.headers ?? [],
    body: attachment ? mixed([body, attachment]) : body,
    envelopeFrom: sender,
    description: `${machine.name} from ${sender}, a call of ${who(call)}`,
    expected: {
      ...newRequest,
      contact: { email: null, phoneE164: known },
      says: [...(call.number === undefined ? [] : [call.number]), ...(machine.transcript ? [call.said] : [])],
      ...(machine.transcript && { emergency: call.emergency ?? false }),
      ...(machine.file && { files: [machine.file[0]] }),
      acknowledged: false,
    },
  });
}

/** A person who writes of a telephone number is no notice of a machine. */
const people: readonly { subject: string; text: string }[] = [
  {
    subject: 'Anruf von heute',
    text: 'Sie hatten mich heute angerufen, leider war ich nicht da. Von: 10 bis 12 Uhr erreichen Sie mich im Büro.',
  },
  {
    subject: 'Fax',
    text: 'unser Fax kam bei Ihnen nicht an, daher per Mail: Bitte zwei Thermostate tauschen.',
  },
  {
    subject: 'Nachricht auf Ihrem Anrufbeantworter',
    text: 'ich habe Ihnen gestern auf den Anrufbeantworter gesprochen. Bitte machen Sie ein Angebot für eine Hebeanlage.',
  },
  {
    subject: 'Bitte um Rückruf',
    text: 'wir hätten gern einen Kostenvoranschlag für eine neue Dusche. Bitte rufen Sie mich zurück.',
  },
  {
    subject: 'Neue Nachricht',
    text: 'hier noch einmal meine Anfrage: Der Abfluss in der Küche ist verstopft.',
  },
  {
    subject: 'Verpasster Anruf',
    text: 'ich habe Ihren Anruf verpasst. Es ging um den Heizkessel, bitte versuchen Sie es noch einmal.',
  },
];

/** Her server marks her mails, as many do. */
const marks: readonly (readonly string[])[] = [
  [],
  ['X-Auto-Response-Suppress: All'],
  ['Auto-Submitted: auto-forwarded'],
];
const told = pairs(people, marks);

function person(index: number): SentMail {
  const [{ subject, text }, headers] = pick(told, index);
  const writer: Pick<Person, 'email' | 'phoneE164'> & { name: string; phone: string } = {
    name: 'Renate Aigner',
    email: 'renate.aigner@kunde.example',
    phone: '08161 5550199',
    phoneE164: '+4981615550199',
  };
  return sentMail({
    from: `From: ${addressHeader(writer.name, writer.email)}`,
    subject: subjectHeader(subject, index),
    messageId: `no-call-${index}@kunde.example`,
    more: headers,
    body: bodyOf(
      `Guten Tag,\n\n${text}\n\nMit freundlichen Grüßen\n${writer.name}\nTel. ${writer.phone}`,
      index,
    ),
    envelopeFrom: writer.email,
    description: `"${subject}", ${headers.join() || 'unmarked'}`,
    expected: {
      ...newRequest,
      contact: { name: writer.name, email: writer.email, phoneE164: writer.phoneE164 },
      says: [text],
      acknowledged: headers.length === 0,
    },
  });
}

export const telephone: readonly Kind[] = [
  {
    name: 'a call or a fax that comes as a mail is a lead that nobody answers by mail',
    count: all.length,
    write: notice,
  },
  { name: 'who writes of a call is a person', count: told.length, write: person },
];
