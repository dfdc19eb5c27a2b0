/** Mails that were made to keep a reader busy. Each shape is what a mail's body, or a header, is filled with. */

import { mailbox } from './a-raw-mail.ts';

type Shape = (bytes: number) => string | Buffer;

const sender = 'karl@kunde.test';
const head = `From: Karl Kunde <${sender}>\r\nTo: ${mailbox}\r\n`;
const subject = 'Subject: Bad\r\n';

const filled = (unit: string, bytes: number): string =>
  unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

const plain =
  (unit: string, type = 'text/plain; charset=utf-8', encoding = '8bit'): Shape =>
  (bytes) =>
    `${head}${subject}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\nGuten Tag,\r\n${filled(unit, bytes)}`;
const html = (unit: string): Shape => plain(unit, 'text/html; charset=utf-8');
const header =
  (name: string, unit: string): Shape =>
  (bytes) =>
    `${head}${name === 'Subject' ? '' : subject}${name}: ${filled(unit, bytes)}\r\n\r\nGuten Tag`;

const multipart = (type: string, parts: string): string =>
  `${head}${subject}MIME-Version: 1.0\r\nContent-Type: ${type}; boundary=b\r\n\r\n${parts}`;

/** So many parts, each with its headers. */
const parts =
  (type: string, count: number, part: (bytes: number, index: number) => string): Shape =>
  (bytes) =>
    multipart(type, Array.from({ length: count }, (_, index) => `--b\r\n${part(bytes, index)}\r\n`).join(''));

const calendar =
  (start: string, unit: string): Shape =>
  (bytes) =>
    `${head}${subject}Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${start}${filled(unit, bytes)}`;

/** Both versions say something else, so that they must be compared. */
const alternative =
  (text: string, page: string): Shape =>
  (bytes) =>
    multipart(
      'multipart/alternative',
      `--b\r\nContent-Type: text/plain\r\n\r\n${filled(text, bytes / 2)}\r\n--b\r\nContent-Type: text/html\r\n\r\n${filled(page, bytes / 2)}\r\n--b--\r\n`,
    );

const nested = (type: string, levels: number): string =>
  Array.from({ length: levels }, (_, i) => `Content-Type: ${type}; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
    '',
  );

const texts: Readonly<Record<string, Shape>> = {
  'labels without values': plain('a:\n'),
  'labels and values': plain('a: b\n'),
  'known labels': plain('Name: Karl\nTelefon: 089 12345\nNachricht: x\n'),
  'labels of many kinds': plain('Von: a\nAn: b\nDatum: c\nBetreff: d\nCc: e\nPrio: f\n'),
  'many headers on a line': plain('Von: a an: b von: c datum: d betreff: e '.repeat(10).concat('\n')),
  'quote marks': plain('>'),
  'quoted lines': plain('>\n'),
  'deeply quoted lines': plain(`${'>'.repeat(70)}\n`),
  blanks: plain(' '),
  'blank lines': plain('\n'),
  'lines of one blank': plain(' \n'),
  'no-break spaces': plain('\u00a0'),
  tabs: plain('\t'),
  letters: plain('a'),
  words: plain('wort '),
  'lines of one letter': plain('a\n'),
  sentences: plain('Guten Tag, bei uns tropft der Hahn.\n'),
  dots: plain('.'),
  'dots and letters': plain('a.'),
  dashes: plain('-'),
  'dash lines': plain('-- \n'),
  rules: plain(`${'-'.repeat(20)}\n`),
  underscores: plain('_'),
  asterisks: plain('*'),
  'equals signs': plain('='),
  digits: plain('1'),
  'digits and blanks': plain('1 '),
  numbers: plain('089 1234567\n'),
  'numbers on one line': plain('+49 171 2345678 '),
  'at signs': plain('@'),
  'letters and at signs': plain('a@'),
  addresses: plain('a@b.de '),
  'address beginnings': plain(`${'a'.repeat(63)}@`),
  'address lines': plain('karl@kunde.test\n'),
  'links without number': plain('http:/'),
  'angle brackets': plain('<'),
  brackets: plain('['),
  'round brackets': plain('('),
  colons: plain(':'),
  semicolons: plain(';'),
  commas: plain(','),
  emoji: plain('😀'),
  'joined emoji': plain('👨‍👩‍👧'),
  'combining marks': plain('ä̈'),
  'sender lines': plain('Von: Karl <karl@kunde.test>\n'),
  'header blocks': plain('Von: Karl\nGesendet: Montag\nAn: Muster\nBetreff: Bad\n\n'),
  'header names on one line': plain('Von: a '),
  attributions: plain('Am 23.11.2026 um 10:15 schrieb Karl Kunde:\n'),
  'attribution beginnings': plain('Am 23.11.2026\n'),
  'attribution words': plain('schrieb '),
  'forward marks': plain('-------- Weitergeleitete Nachricht --------\n'),
  'original marks': plain('-----Ursprüngliche Nachricht-----\n'),
  greetings: plain('Mit freundlichen Grüßen\n'),
  'greetings and names': plain('Mit freundlichen Grüßen\nKarl Kunde\n'),
  'phone lines': plain('Telefon: 089 1234567\n'),
  devices: plain('Von meinem iPhone gesendet\n'),
  addressees: plain('Lindenweg 5, 80331 München\n'),
  streets: plain('Lindenstraße 5 '),
  postcodes: plain('80331 '),
  'form words': plain('Formular '),
  'form notices': plain('Kontaktformular website \n'),
  times: plain('morgen um 10 Uhr '),
  'reasons of servers': plain('550 5.1.1 user unknown\n'),
};

/** Shapes of plain text: what reads the words of a mail meets them. */
export const hostileTexts: readonly string[] = Object.keys(texts);

/** Of HTML and of headers no more than a megabyte or two is read. */
const pagesAndHeaders: Readonly<Record<string, Shape>> = {
  'html: opened brackets': html('<'),
  'html: div in div': html('<div>'),
  'html: quote in quote': html('<blockquote>a'),
  'html: table in table': html('<table><tr><td>'),
  'html: ends only': html('</div></td>'),
  'html: cells': html('<td>a</td>'),
  'html: rows': html('<tr><td>Name</td><td>Karl</td></tr>'),
  'html: table of rows': (bytes) =>
    html('<tr><td>Name</td><td>Karl</td></tr>')(bytes).toString().replace('Guten Tag', '<table>'),
  'html: references': html('&#'),
  'html: numbers': html('&#228;'),
  'html: names': html('&a'),
  'html: comments': html('<!--'),
  'html: quotes': html('<a href="'),
  'html: quotes of both kinds': html(`<a b='"' c="`),
  'html: hidden': html('<style>a'),
  'html: hidden ends': html('<script></script>'),
  'html: unclosed hidden': html('<title><style>'),
  'html: lists': html('<ul><li>a'),
  'html: links': html('<a href="https://a.test/">b</a>'),
  'html: breaks': html('<br>'),
  'html: definitions': html('<dt>a<dd>b'),
  'html: preformatted': html('<pre>\n'),
  'html: blanks': html('<p> </p>&nbsp;'),
  'html: attributes': (bytes) => html(' a=b')(bytes).toString().replace('Guten Tag,', '<p'),
  'To: commas': header('To', ','),
  'To: names': header('To', 'a,'),
  'To: addresses': header('To', 'a@b.de, '),
  'To: comments': header('To', '('),
  'To: quotes': header('To', '"'),
  'To: brackets': header('To', '<'),
  'To: groups': header('To', 'a:;'),
  'From: at signs': (bytes) => `From: ${filled('@', bytes)}\r\nTo: a@b.de\r\n\r\nBad`,
  'From: words': (bytes) => `From: ${filled('a ', bytes)}\r\nTo: a@b.de\r\n\r\nBad`,
  'Subject: encoded word beginnings': header('Subject', '=?'),
  'Subject: encoded words': header('Subject', '=?utf-8?Q?=C3=A4?= '),
  'Subject: words of base64': header('Subject', '=?iso-8859-1?B?5Q==?= '),
  'Subject: Re': header('Subject', 'Re: '),
  'Subject: blanks': header('Subject', 'a '),
  References: header('References', '<a@b.c> '),
  'References: brackets': header('References', '<'),
  'Content-Type: parameters': header('Content-Type', 'text/plain; a=b'),
  'Content-Type: pieces': (bytes) =>
    `${head}Content-Type: text/plain; ${filled("name*0*=utf-8''%C3%A4;", bytes)}\r\n\r\nBad`,
  'header lines': (bytes) => `${head}${filled('X-A: b\r\n', bytes)}\r\nBad`,
  'folded header': (bytes) => `${head}Subject: a\r\n${filled(' a\r\n', bytes)}\r\nBad`,
  'many Tos': (bytes) => `${head}${filled('To: "a" <a@b.de>, (x\r\n', bytes)}\r\nBad`,
};

/** Up to what is signed, without any length: SignedData, one version, no algorithm, data. */
const signedBeginning = Buffer.from(
  '308006092a864886f70d010702a08030800201013100308006092a864886f70d010701a080',
  'hex',
);

/** What is taken apart before anything is cut. */
const structures: Readonly<Record<string, Shape>> = {
  'CR only': (bytes) => `From: a@b.test\rSubject: Bad\r\r${filled('Zeile\r', bytes)}`,
  'CR CR LF': plain('Zeile\r\r\n'),
  'NUL bytes': plain('\0'),
  'bytes of Latin-1': (bytes) =>
    Buffer.concat([Buffer.from(`${head}${subject}\r\n`), Buffer.alloc(bytes, 0xe4)]),
  'halves of UTF-8': (bytes) =>
    Buffer.concat([Buffer.from(`${head}${subject}\r\n`), Buffer.alloc(bytes, 0xc3)]),
  'UTF-7': plain('+AOQ-', 'text/plain; charset=utf-7'),
  'UTF-7 shifts': plain('+', 'text/plain; charset=utf-7'),
  'one long run of UTF-7': plain('AOQ', 'text/plain; charset=utf-7'),
  base64: plain('QUJD', 'text/plain', 'base64'),
  'base64 garbage': plain('Q!', 'text/plain', 'base64'),
  'quoted-printable signs': plain('=', 'text/plain', 'quoted-printable'),
  'quoted-printable breaks': plain('= \t', 'text/plain', 'quoted-printable'),
  'flowed lines': plain('> a \n', 'text/plain; format=flowed; delsp=yes'),
  'two versions, alike': alternative('wort ', '<b>wort</b> '),
  'two versions, different': alternative('wort ', '<p>satz '),
  'two versions, blank': alternative(' ', '<p>&nbsp;'),
  'boundary lines': (bytes) => multipart('multipart/mixed', filled('--b\r\n', bytes)),
  'closing boundaries': (bytes) => multipart('multipart/mixed', filled('--b--\r\n', bytes)),
  'nearly boundaries': (bytes) =>
    multipart('multipart/mixed', `--b\r\n\r\na\r\n${filled('--bb\r\n', bytes)}`),
  'lines that look like boundaries': (bytes) =>
    `${head}${subject}Content-Type: multipart/mixed\r\n\r\n${filled('--x\r\n', bytes)}`,
  '500 parts': parts(
    'multipart/mixed',
    498,
    (bytes) => `Content-Type: text/plain\r\n\r\n${filled('a:\n', bytes / 500)}`,
  ),
  '500 named parts': parts(
    'multipart/mixed',
    498,
    (bytes, i) =>
      `Content-Type: text/plain; name="t${i}.txt"\r\nContent-Disposition: inline\r\n\r\n${filled(`${i} a:\n`, bytes / 500)}`,
  ),
  '400 files': parts(
    'multipart/mixed',
    400,
    (bytes, i) =>
      `Content-Type: image/jpeg; name="${i}.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${filled('QUJD', bytes / 400)}`,
  ),
  'one file': (bytes) =>
    multipart(
      'multipart/mixed',
      `--b\r\n\r\nHallo\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${filled(`${'QUJD'.repeat(19)}\r\n`, bytes)}--b--\r\n`,
    ),
  'part in part': (bytes) => `${head}${subject}${nested('multipart/mixed', 30)}\r\n${filled('a:\n', bytes)}`,
  'alternatives in alternatives': (bytes) =>
    `${head}${subject}${nested('multipart/alternative', 19)}Content-Type: text/plain\r\n\r\n${filled('a: b\n', bytes)}`,
  'report of a server': (bytes) =>
    multipart(
      'multipart/report; report-type=delivery-status',
      `--b\r\n\r\nkam zurück\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${filled('Final-Recipient: rfc822; a@b.de\r\nAction: failed\r\n\r\n', bytes)}--b--\r\n`,
    ),
  'mail in mail': (bytes) =>
    `${head}${subject}${'Content-Type: message/rfc822\r\n\r\n'.repeat(Math.ceil(bytes / 32))}x`,
  'attached mails in attached mails': (bytes) => {
    const levels = 60;
    const opened = Array.from(
      { length: levels },
      (_, i) =>
        `From: a@b.test\r\nSubject: ${i}\r\nContent-Type: multipart/mixed; boundary=c${i}\r\n\r\n--c${i}\r\n\r\nText ${i}\r\n--c${i}\r\nContent-Type: message/rfc822\r\n\r\n`,
    ).join('');
    return `${head}${opened}From: z@z.test\r\n\r\n${filled('a:\n', bytes)}`;
  },
  '400 attached mails': parts(
    'multipart/digest',
    400,
    (bytes, i) => `\r\nFrom: a${i}@b.test\r\nSubject: ${i}\r\n\r\n${filled(`a${i}:\n`, bytes / 400)}`,
  ),
  'encoded mails in encoded mails': (bytes) => {
    let mail = Buffer.from(`From: z@z.test\r\n\r\n${filled('a:\n', bytes / 5)}`);
    for (let i = 0; mail.length * 1.34 < bytes && i < 30; i++)
      mail = Buffer.from(
        `From: a@b.test\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${mail.toString('base64')}`,
      );
    return mail;
  },
  'calendar answer': calendar('', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.de\r\n'),
  'folded calendar answer': calendar('COMMENT:a\r\n', ' a\r\n'),
  'quotes in a calendar answer': calendar('ATTENDEE', ';CN="'),
  'signed: opened sequences': sealed((bytes) => Buffer.from(filled('\x30\x80', bytes), 'latin1')),
  'signed: opened octet strings': sealed((bytes) =>
    Buffer.concat([signedBeginning, Buffer.from(filled('\x24\x80', bytes), 'latin1')]),
  ),
  'signed: tiny octet strings': sealed((bytes) =>
    Buffer.concat([signedBeginning, Buffer.from(`\x24\x80${filled('\x04\x01a', bytes)}`, 'latin1')]),
  ),
  'signed: nothing at all': sealed((bytes) => Buffer.alloc(bytes)),
  'signed: ends of content': sealed((bytes) =>
    Buffer.concat([Buffer.from('3080', 'hex'), Buffer.alloc(bytes)]),
  ),
  'mails with many Tos': parts(
    'multipart/digest',
    30,
    (bytes) => `\r\n${filled('To: "a" <a@b.de>, (x\r\n', Math.min(bytes / 30, 900_000))}\r\nBad`,
  ),
};

export const hostileStructures: readonly string[] = Object.keys(structures);

export const hostileShapes: Readonly<Record<string, Shape>> = { ...texts, ...pagesAndHeaders, ...structures };

function sealed(content: Shape): Shape {
  return (bytes) =>
    `${head}${subject}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content((bytes * 3) / 4)).toString('base64')}`;
}

/** Whom the mail is from, and where it goes: other rules read what a form, a server or the owner sends. */
export interface HostileRoute {
  readonly from?: string;
  readonly to?: string;
}

/** A mail of that shape, at most so many bytes. */
export function hostileMail(
  shape: string,
  bytes: number,
  { from = sender, to = mailbox }: HostileRoute = {},
): Buffer {
  const make = hostileShapes[shape];
  if (!make) throw new Error(`No shape ${shape}`);
  const mail = Buffer.from(make(bytes - 4_096)).subarray(0, bytes - 1_000);
  const route = mail.toString('latin1', 0, head.length).replace(sender, from).replace(mailbox, to);
  return Buffer.concat([Buffer.from(route, 'latin1'), mail.subarray(head.length)]);
}
