/**
 * Mails as customers in Germany, Austria and Switzerland send them, with what must be read from them: ten mail programs,
 * five charsets, three transfer encodings, their ways to quote, and the notifications of nine form plug-ins. A pure
 * function of a number.
 */
import { answers, type Person, people, type Trouble, troubles } from './german-people.ts';
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

const our = {
  name: 'Muster Haustechnik',
  address: 'anfrage@mail.muster-haustechnik.example',
  site: 'www.muster-haustechnik.example',
} as const;

const ourMail = [
  'Guten Tag,',
  '',
  'vielen Dank für Ihre Anfrage. Wann dürfen wir vorbeikommen?',
  '',
  'Mit freundlichen Grüßen',
  'Martin Muster',
  'Muster Haustechnik GmbH',
  'Werkstraße 5',
  '80331 München',
  'Tel. +49 89 1234560',
];

const fullName = ({ title, first, last }: Person): string => [title, first, last].filter(Boolean).join(' ');

// --- mail programs ---

interface Quoting {
  readonly to: Person;
  readonly subject: string;
}

interface Client {
  readonly name: string;
  readonly body: 'plain' | 'alternative' | 'html';
  readonly mailer?: string;
  readonly replyPrefix: string;
  /** What the program writes below the text. */
  readonly footer: readonly string[];
  /** What it writes above the quote. */
  readonly header: (quoting: Quoting) => readonly string[];
  /** Before each quoted line; none: the quote is not marked. */
  readonly mark?: string;
  /** iPhones mark the header too. */
  readonly marksHeader?: true;
  readonly parameters?: string;
}

const shortDate = '23.11.2026 um 10:15';
const longDate = 'Montag, 23. November 2026 10:15';
const block = ({ to, subject }: Quoting): readonly string[] => [
  `Von: ${our.name} <${our.address}>`,
  `Gesendet: ${longDate}`,
  `An: ${fullName(to)} <${to.email}>`,
  `Betreff: ${subject}`,
];
const webmailBlock = ({ to, subject }: Quoting): readonly string[] => [
  'Gesendet: Montag, 23. November 2026 um 10:15 Uhr',
  `Von: "${our.name}" <${our.address}>`,
  `An: ${to.email}`,
  `Betreff: ${subject}`,
];

export const clients: readonly Client[] = [
  {
    name: 'Gmail',
    body: 'alternative',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am Mo., 23. Nov. 2026 um 10:15 Uhr schrieb ${our.name} <`, `${our.address}>:`],
    mark: '> ',
  },
  {
    name: 'Outlook',
    body: 'alternative',
    mailer: 'Microsoft Outlook 16.0',
    replyPrefix: 'AW: ',
    footer: [],
    header: block,
  },
  {
    name: 'Outlook mobile',
    body: 'html',
    replyPrefix: 'AW: ',
    footer: ['Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>'],
    header: (quoting) => ['________________________________', ...block(quoting)],
  },
  {
    name: 'Apple Mail',
    body: 'plain',
    mailer: 'Apple Mail (2.3826.300.87.4.3)',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am ${shortDate} schrieb ${our.name} <${our.address}>:`],
    mark: '> ',
  },
  {
    name: 'iPhone',
    body: 'plain',
    mailer: 'iPhone Mail (22B91)',
    replyPrefix: 'Re: ',
    footer: ['Von meinem iPhone gesendet'],
    header: () => [`Am ${shortDate} schrieb ${our.name} <${our.address}>:`],
    mark: '> ',
    marksHeader: true,
  },
  {
    name: 'Thunderbird',
    body: 'plain',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am 23.11.26 um 10:15 schrieb ${our.name}:`],
    mark: '> ',
    parameters: '; format=flowed',
  },
  { name: 'GMX', body: 'html', replyPrefix: 'Aw: ', footer: [], header: webmailBlock },
  {
    name: 'web.de',
    body: 'alternative',
    replyPrefix: 'Aw: ',
    footer: ['Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.'],
    header: webmailBlock,
  },
  {
    name: 'T-Online',
    body: 'plain',
    replyPrefix: 'AW: ',
    footer: [],
    header: ({ to, subject }) => [
      '-----Original-Nachricht-----',
      `Betreff: ${subject}`,
      'Datum: 2026-11-23T10:15:00+0100',
      `Von: "${our.name}" <${our.address}>`,
      `An: "${fullName(to)}" <${to.email}>`,
    ],
  },
  {
    name: 'K-9',
    body: 'plain',
    replyPrefix: 'Re: ',
    footer: ['-- ', 'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.'],
    header: () => [`Am 23. November 2026 10:15:00 MEZ schrieb ${our.name} <${our.address}>:`],
    mark: '>',
  },
];

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

const escaped = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function htmlOf(
  client: Client,
  own: readonly string[],
  header: readonly string[],
  quote: readonly string[],
): string {
  const style = '<style>p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif}</style>';
  const line = (text: string) =>
    client.name === 'Outlook'
      ? `<p class="MsoNormal">${escaped(text) || '<o:p>&nbsp;</o:p>'}</p>`
      : `<div>${escaped(text) || '<br>'}</div>`;
  const labelled = header.map((text) =>
    /^_+$/.test(text) ? '<hr>' : `${escaped(text).replace(/^(\w+:)/, '<b>$1</b>')}<br>`,
  );
  const quoted = quote.map(line).join('\n');
  const below =
    client.mark === undefined
      ? `<div>${labelled.join('\n')}</div>\n<div>${quoted}</div>`
      : `<div class="gmail_quote"><div dir="ltr">${labelled.join('')}</div><blockquote>${quoted}</blockquote></div>`;
  const body = `${own.map(line).join('\n')}\n${header.length > 0 ? below : ''}`;
  return `<html><head><meta http-equiv="Content-Type" content="text/html">${style}</head><body>\n${body}\n</body></html>`;
}

function plainOf(
  client: Client,
  own: readonly string[],
  header: readonly string[],
  quote: readonly string[],
): string {
  if (header.length === 0) return own.join('\n');
  const above = client.marksHeader ? header.map((line) => `> ${line}`) : header;
  return [...own, '', ...above, ...(client.mark === undefined ? [''] : []), ...marked(client, quote)].join(
    '\n',
  );
}

function marked({ mark }: Client, quote: readonly string[]): readonly string[] {
  return mark === undefined ? quote : quote.map((line) => `${mark}${line}`.trimEnd());
}

/** Where the answer stands: who writes with these two has been on the net for long. */
function orderOf({ name }: Client, index: number): 'above' | 'below' | 'between' {
  if (index % 20 >= 10) return 'above';
  if (name === 'Thunderbird') return 'below';
  return name === 'K-9' ? 'between' : 'above';
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
      text: text.join('\n'),
      files: expectedFiles(files),
      ...(tells && placeOf(person)),
      ...(kind === 'reply' && { answers: answered }),
    },
  };
}

function bodyOf({ body }: Client, part: (type: 'text/plain' | 'text/html') => Part): Part {
  if (body === 'alternative')
    return multipart('alternative', '=_alt_1', [part('text/plain'), part('text/html')]);
  return part(body === 'html' ? 'text/html' : 'text/plain');
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

// --- notifications of forms ---

interface Filled {
  readonly person: Person;
  readonly subject: string;
  readonly message: readonly string[];
}

type Row = readonly [label: string, value: string];

interface FormPlugin {
  readonly name: string;
  readonly from: string;
  /** The visitor's address stands in Reply-To. */
  readonly repliesToVisitor: boolean;
  readonly subject: (filled: Filled) => string;
  readonly rows: (filled: Filled) => readonly Row[];
  readonly text: (rows: readonly Row[]) => string;
  readonly html?: (rows: readonly Row[]) => string;
}

const page = (body: string): string => `<html><body>\n${body}\n</body></html>`;
const cell = (value: string): string => escaped(value).replaceAll('\n', '<br>\n');
const colonLines = (rows: readonly Row[]): string =>
  rows.map(([label, value]) => `${label}: ${value}`).join('\n');
const tableOf = (rows: readonly Row[]): string =>
  page(
    `<table>${rows.map(([label, value]) => `<tr><td><b>${label}:</b></td><td>${cell(value)}</td></tr>`).join('\n')}</table>`,
  );

const wordpress = `wordpress@${our.site.replace('www.', '')}`;
const message = ({ message: lines }: Filled): string => lines.join('\n');
const usual = (filled: Filled): readonly Row[] => [
  ['Name', fullName(filled.person)],
  ['E-Mail', filled.person.email],
  ['Telefon', filled.person.phone],
  ['Nachricht', message(filled)],
];

export const formPlugins: readonly FormPlugin[] = [
  {
    name: 'Contact Form 7',
    from: `${our.name} <${wordpress}>`,
    repliesToVisitor: true,
    subject: ({ subject }) => `${our.name} "${subject}"`,
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail-Adresse', filled.person.email],
      ['Telefonnummer', filled.person.phone],
      ['PLZ', filled.person.postcode],
      ['Ort', filled.person.city],
      ['Nachrichtentext', message(filled)],
    ],
    text: (rows) =>
      `${rows.map(([label, value]) => (label === 'Nachrichtentext' ? `\n${label}:\n${value}` : `${label}: ${value}`)).join('\n')}\n\n-- \nDies ist eine Benachrichtigung, dass ein Kontaktformular auf Ihrer Website übermittelt wurde (${our.name} https://${our.site}).`,
  },
  {
    name: 'WPForms',
    from: `${our.name} <${wordpress}>`,
    repliesToVisitor: true,
    subject: () => 'Neuer Eintrag: Kontaktformular',
    rows: usual,
    text: (rows) => rows.map(([label, value]) => `--- ${label} ---\n\n${value}\n`).join('\n'),
    html: (rows) =>
      page(
        `<table><tbody>${rows
          .map(
            ([label, value]) =>
              `<tr><td class="field-name"><strong>${label}</strong></td></tr><tr><td class="field-value">${cell(value)}</td></tr>`,
          )
          .join('\n')}</tbody></table>`,
      ),
  },
  {
    name: 'Gravity Forms',
    from: wordpress,
    repliesToVisitor: true,
    subject: () => 'Neue Nachricht von Kontakt',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail', filled.person.email],
      ['Telefon', filled.person.phone],
      ['Anliegen', message(filled)],
    ],
    text: (rows) => colonLines(rows),
    html: (rows) =>
      page(
        `<table width="99%" border="0"><tr><td><table>${rows
          .map(
            ([label, value]) =>
              `<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>${label}</strong></font></td></tr>\n<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>${cell(value)}</font></td></tr>`,
          )
          .join('\n')}</table></td></tr></table>`,
      ),
  },
  {
    name: 'Elementor',
    from: `${our.name} <kontakt@muster-haustechnik.example>`,
    repliesToVisitor: false,
    subject: () => `Neue Nachricht von "${our.name}"`,
    rows: usual,
    text: (rows) =>
      `${colonLines(rows)}\n\n---\n\nDatum: 23. November 2026\nZeit: 10:15\nSeiten-URL: https://${our.site}/kontakt/\nBenutzer-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)\nRemote-IP: 203.0.113.9\nUnterstützt von: Elementor`,
    html: (rows) =>
      page(
        `${rows.map(([label, value]) => `${label}: ${cell(value)}<br>`).join('\n')}\n<br>---<br>\n<br>\nDatum: 23. November 2026<br>\nZeit: 10:15<br>\nSeiten-URL: https://${our.site}/kontakt/<br>\nBenutzer-Agent: Mozilla/5.0<br>\nRemote-IP: 203.0.113.9<br>\nUnterstützt von: Elementor<br>`,
      ),
  },
  {
    name: 'Fluent Forms',
    from: `${our.name} <noreply@muster-haustechnik.example>`,
    repliesToVisitor: true,
    subject: () => 'Kontaktformular: neue Einsendung',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail', filled.person.email],
      ['Telefon/Mobil', filled.person.phone],
      ['Ihre Nachricht', message(filled)],
    ],
    text: (rows) => colonLines(rows),
    html: (rows) =>
      page(
        `<table class="ff_all_data"><tbody>${rows
          .map(
            ([label, value]) =>
              `<tr class="field-label"><th><strong>${label}</strong></th></tr><tr class="field-value"><td>${cell(value)}</td></tr>`,
          )
          .join('\n')}</tbody></table>`,
      ),
  },
  {
    name: 'Jimdo',
    from: 'Jimdo <no-reply@jimdo.com>',
    repliesToVisitor: true,
    subject: () => `Nachricht über Ihre Website https://${our.site}`,
    rows: usual,
    text: (rows) =>
      `Sie haben eine neue Nachricht über Ihr Kontaktformular erhalten.\n\n${colonLines(rows)}\n`,
    html: tableOf,
  },
  {
    name: 'Wix',
    from: `${our.name} <no-reply@wix-forms.com>`,
    repliesToVisitor: false,
    subject: () => 'Kontaktformular hat eine neue Einsendung erhalten',
    rows: (filled) => [
      ['Vorname', filled.person.first],
      ['Nachname', filled.person.last],
      ['E-Mail-Adresse', filled.person.email],
      ['Telefonnummer', filled.person.phone],
      ['Nachricht', message(filled)],
    ],
    text: (rows) => `Ein Besucher hat Ihr Formular ausgefüllt:\n\n${colonLines(rows)}`,
    html: (rows) =>
      page(
        `<p>Ein Besucher hat Ihr Formular ausgefüllt:</p>\n${rows.map(([label, value]) => `<p><b>${label}:</b> ${cell(value)}</p>`).join('\n')}`,
      ),
  },
  {
    name: 'Squarespace',
    from: 'Squarespace <form-submission@squarespace.info>',
    repliesToVisitor: true,
    subject: () => 'Form Submission - Kontakt',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['Email', filled.person.email],
      ['Phone', filled.person.phone],
      ['Message', message(filled)],
    ],
    text: (rows) =>
      `Sent via form submission from ${our.name}\n\n${rows.map(([label, value]) => `${label}: ${value}`).join('\n\n')}\n`,
    html: (rows) =>
      page(
        `<p>Sent via form submission from <a href="https://${our.site}">${our.name}</a></p>\n${rows.map(([label, value]) => `<p><b>${label}:</b> ${cell(value)}</p>`).join('\n')}`,
      ),
  },
  {
    name: 'home-made',
    from: 'www-data <www-data@web12.hoster.example>',
    repliesToVisitor: false,
    subject: () => 'Kontaktanfrage Homepage',
    rows: (filled) => [
      ['Anrede', 'Frau'],
      ['Vorname', filled.person.first],
      ['Nachname', filled.person.last],
      ['Straße', filled.person.street],
      ['PLZ', filled.person.postcode],
      ['Ort', filled.person.city],
      ['Telefon', filled.person.phone],
      ['E-Mail', filled.person.email],
      ['Anliegen', message(filled)],
    ],
    text: (rows) =>
      `Kontaktanfrage\n==============\n\n${rows.map(([label, value]) => `${label.padEnd(10)}: ${value}`).join('\n')}`,
    html: tableOf,
  },
];

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
