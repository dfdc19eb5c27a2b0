/**
 * Mails as customers in Germany, Austria and Switzerland send them, with what must be read from them: ten mail programs,
 * five charsets, three transfer encodings, their ways to quote, and the notifications of fifteen form plug-ins. A pure
 * function of a number.
 */

import { formPlugins } from './form-plugins.ts';
import { answers, fullName, our, type Person, people, type Trouble, troubles } from './german-people.ts';
import { bodyOf, type Client, clients, htmlOf, marked, orderOf, ourMail, plainOf } from './mail-programs.ts';
import {
  type Charset,
  charsets,
  type Encoding,
  encodings,
  filePart,
  fits,
  headerText,
  multipart,
  type Part,
  textPart,
  type WrittenFile,
  writtenMail,
} from './written-mime.ts';

export interface GermanMail {
  readonly raw: Buffer;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  /** Of the business it is sent to. */
  readonly country: Person['country'];
  /** For the message of a failed test. */
  readonly description: string;
  readonly expected: {
    readonly kind: 'request' | 'reply' | 'form';
    readonly name: string;
    readonly email: string;
    readonly subject: string;
    /** The new text without greeting and signature; spaces and line breaks do not count. */
    readonly text: string;
    readonly phoneE164?: string;
    readonly address?: string;
    readonly postcode?: string;
    readonly city?: string;
    readonly files: readonly {
      readonly name: string;
      readonly contentType: string;
      readonly bytes: number;
    }[];
    /** The id it answers, without angle brackets. */
    readonly answers?: string;
  };
}

type Expected = GermanMail['expected'];

/** Picks without pattern between the lists, so that all meet all: a step of its own for each list. */
function pick<T>(list: readonly T[], index: number, step: number): T {
  const chosen = list[Math.floor(index / step) % list.length];
  if (chosen === undefined) throw new Error('Nothing to pick from.');
  return chosen;
}

const openings = [
  'Guten Tag,',
  'Hallo Herr Muster,',
  'Sehr geehrte Damen und Herren,',
  'Grüß Gott,',
] as const;
const greetings = [
  'Mit freundlichen Grüßen',
  'Viele Grüße',
  'MfG',
  'Freundliche Grüsse',
  'Beste Grüße',
  'LG',
] as const;

/** What only this charset can say. */
const special: Record<Charset, string> = {
  'utf-8': 'Bitte bei „Hinterhaus“ klingeln – wir zahlen gern 20 € mehr. 👍',
  'windows-1252': 'Bitte bei „Hinterhaus“ klingeln – wir zahlen gern 20 € mehr.',
  'iso-8859-15': 'Wir zahlen gern 20 € mehr, wenn es schnell geht.',
  'iso-8859-1': 'Bitte bei »Hinterhaus« klingeln, 2. Stock links, Tür 5½.',
  unlabelled: 'Bitte bei »Hinterhaus« klingeln, 2. Stock links, Tür 5½.',
};

/** A person whose name can be written in the charset. */
function writerOf(index: number, charset: Charset): Person {
  const chosen = people[(index * 7 + Math.floor(index / 12)) % people.length];
  return chosen && fits(fullName(chosen), charset) ? chosen : pick(people, index % 3, 1);
}

// --- files ---

/** The beginning of a picture and of a document: what is behind it nobody looks at here. */
function fileOf(index: number, name: string, contentType: string): WrittenFile {
  const start = contentType === 'image/jpeg' ? [0xff, 0xd8, 0xff, 0xe0] : [0x25, 0x50, 0x44, 0x46];
  const content = Buffer.alloc(200 + (index % 300), index % 256);
  content.set(start);
  return { name, contentType, content };
}

function filesOf(index: number): readonly WrittenFile[] {
  switch (index % 5) {
    case 1:
      return [fileOf(index, 'IMG_4711.jpeg', 'image/jpeg')];
    case 2:
      return [
        fileOf(index, 'Grundriß Straße Süd.pdf', 'application/pdf'),
        fileOf(index, 'Heizungsschild größer.jpg', 'image/jpeg'),
      ];
    default:
      return [];
  }
}

// --- requests and replies ---

function senderText(
  person: Person,
  client: Client,
  index: number,
  charset: Charset,
  style: 'q' | 'b' | 'split',
): string {
  const { first, last, title, email } = person;
  if (client.name.startsWith('Outlook') && !title) {
    const [one, two] = [headerText(last, charset, style), headerText(first, charset, style)];
    // Exchange writes the family name first; some programs forget the quotes that the comma needs.
    if (index % 3 === 0) return `${one}, ${two} <${email}>`;
    const whole = headerText(`${last}, ${first}`, charset, style);
    return whole.startsWith('=?') ? `${whole} <${email}>` : `"${whole}" <${email}>`;
  }
  const name = headerText(fullName(person), charset, style);
  return name.startsWith('=?') ? `${name} <${email}>` : `"${name}" <${email}>`;
}

interface Setting {
  readonly index: number;
  readonly charset: Charset;
  readonly encoding: Encoding;
  readonly lineEnd: '\r\n' | '\n' | '\r';
  readonly style: 'q' | 'b' | 'split';
}

function personalMail(setting: Setting, kind: 'request' | 'reply'): GermanMail {
  const { index, charset, encoding, style } = setting;
  const client = pick(clients, index, 1);
  const person = writerOf(index, charset);
  const matter: Trouble = pick(kind === 'request' ? troubles : answers, index, 3);
  const text = [pick(openings, index, 2), '', ...matter.text, special[charset]];
  const tells = index % 3 !== 1;
  const signature = [
    '',
    pick(greetings, index, 4),
    fullName(person),
    ...(tells ? [person.street, `${person.postcode} ${person.city}`, phoneLine(person)] : []),
    ...(client.footer.length > 0 ? ['', ...client.footer] : []),
  ];
  const quoting = { to: person, subject: matter.subject };
  const header = kind === 'reply' ? client.header(quoting) : [];
  const own = [...text, ...signature];
  const order = kind === 'reply' ? orderOf(client, index) : 'above';
  const plain = {
    above: () => plainOf(client, own, header, ourMail),
    below: () => [...header, ...marked(client, ourMail), '', ...own].join('\n'),
    between: () =>
      [
        ...header,
        ...marked(client, ourMail.slice(0, 3)),
        ...text.slice(0, -1),
        ...marked(client, ourMail.slice(3)),
        ...text.slice(-1),
        ...signature,
      ].join('\n'),
  }[order]();
  // The line that is answered stays above its answer.
  const asked = order === 'between' ? marked(client, ourMail.slice(2, 3)) : [];
  const part = (type: 'text/plain' | 'text/html') =>
    type === 'text/plain'
      ? textPart(type, plain, { charset, encoding, parameters: client.parameters ?? '' })
      : textPart(type, htmlOf(client, own, header, ourMail), { charset, encoding });
  const subject = kind === 'reply' ? `${client.replyPrefix}${matter.subject}` : matter.subject;
  const files = filesOf(index);
  const answered = `0107019${index}-3f5e-000000@eu-central-1.amazonses.com`;
  return {
    raw: writtenMail(
      [
        `From: ${senderText(person, client, index, charset, style)}`,
        `To: "${our.name}" <${our.address}>`,
        `Subject: ${headerText(subject, charset, style)}`,
        ...commonHeaders(index, person.email),
        ...(kind === 'reply' ? [`In-Reply-To: <${answered}>`, `References: <${answered}>`] : []),
        ...(client.mailer ? [`X-Mailer: ${client.mailer}`] : []),
      ],
      withFiles(bodyOf(client, part), files, index),
      setting.lineEnd,
    ),
    envelopeFrom: person.email,
    envelopeTo: [our.address],
    country: person.country,
    description: describe(setting, `${kind} from ${client.name}`),
    expected: {
      kind,
      name: fullName(person),
      email: person.email,
      subject,
      text: [...asked, ...text].join('\n'),
      files: expectedFiles(files),
      ...(tells && placeOf(person)),
      ...(kind === 'reply' && { answers: answered }),
    },
  };
}

function withFiles(body: Part, files: readonly WrittenFile[], index: number): Part {
  if (files.length === 0) return body;
  const naming = pick(['rfc2231', 'word', 'raw'] as const, index, 5);
  const inline = index % 10 === 1;
  return multipart('mixed', '=_mixed_1', [body, ...files.map((file) => filePart(file, naming, inline))]);
}

const expectedFiles = (files: readonly WrittenFile[]): Expected['files'] =>
  files.map(({ name, contentType, content }) => ({ name, contentType, bytes: content.length }));

const phoneLine = ({ phone }: Person): string => (/^\p{L}/u.test(phone) ? phone : `Tel.: ${phone}`);

const placeOf = ({ street, postcode, city, phoneE164 }: Person) => ({
  address: street,
  postcode,
  city,
  phoneE164,
});

function commonHeaders(index: number, address: string): readonly string[] {
  const domain = address.split('@')[1];
  const minute = String(index % 60).padStart(2, '0');
  return [`Date: Mon, 23 Nov 2026 11:${minute}:00 +0100`, `Message-ID: <mail-${index}@${domain}>`];
}

function describe({ index, charset, encoding, lineEnd, style }: Setting, what: string): string {
  return `mail ${index}: ${what}, ${charset}, ${encoding}, ${JSON.stringify(lineEnd)}, words ${style}`;
}

function formMail(setting: Setting, asHtml: boolean): GermanMail {
  const { index, charset, encoding, style } = setting;
  const plugin = pick(formPlugins, index, 1);
  const person = writerOf(index, charset);
  const { subject: about, text } = pick(troubles, index, 3);
  const lines = [pick(openings, index, 2), ...text.filter((line) => line !== ''), special[charset]];
  const rows = plugin.rows({ person, subject: about, message: lines });
  const asked = new Set(rows.map(([label]) => label));
  const subject = plugin.subject({ person, subject: about, message: lines });
  const body =
    asHtml && plugin.html
      ? textPart('text/html', plugin.html(rows), { charset, encoding })
      : textPart('text/plain', plugin.text(rows), { charset, encoding });
  const files = filesOf(index);
  const envelopeFrom = plugin.from.match(/<(.*)>/)?.[1] ?? plugin.from;
  return {
    raw: writtenMail(
      [
        `From: ${plugin.from}`,
        `To: ${our.address}`,
        ...(plugin.repliesToVisitor ? [`Reply-To: ${person.email}`] : []),
        `Subject: ${headerText(subject, charset, style)}`,
        ...commonHeaders(index, envelopeFrom),
      ],
      withFiles(body, files, index),
      setting.lineEnd,
    ),
    envelopeFrom,
    envelopeTo: [our.address],
    country: person.country,
    description: describe(setting, `${plugin.name} as ${asHtml && plugin.html ? 'HTML' : 'text'}`),
    expected: {
      kind: 'form',
      name: asked.has('Vorname') ? `${person.first} ${person.last}` : fullName(person),
      email: person.email,
      subject,
      text: lines.join('\n'),
      phoneE164: person.phoneE164,
      files: expectedFiles(files),
      ...(asked.has('PLZ') && { postcode: person.postcode, city: person.city }),
      ...(asked.has('Straße') && { address: person.street }),
    },
  };
}

/** As many different mails as make all programs, charsets, encodings and kinds meet. */
export const allGermanMails = 750;

export function germanMail(index: number): GermanMail {
  const setting: Setting = {
    index,
    charset: pick(charsets, index, 10),
    encoding: pick(encodings, index, 50),
    lineEnd: index % 11 === 3 ? '\n' : index % 23 === 7 ? '\r' : '\r\n',
    style: pick(['q', 'b', 'split'] as const, index, 7),
  };
  const kind = pick(['request', 'reply', 'form-text', 'form-html', 'reply'] as const, index, 150);
  if (kind === 'request' || kind === 'reply') return personalMail(setting, kind);
  return formMail(setting, kind === 'form-html');
}
