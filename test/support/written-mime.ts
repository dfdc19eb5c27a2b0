/** MIME as mail programs write it, in any charset: mails as strings in which each character is one byte. */

export const charsets = ['utf-8', 'iso-8859-1', 'iso-8859-15', 'windows-1252', 'unlabelled'] as const;
/** `unlabelled`: Latin-1 bytes, and nobody says so. */
export type Charset = (typeof charsets)[number];
export const encodings = ['8bit', 'quoted-printable', 'base64'] as const;
export type Encoding = (typeof encodings)[number];

const windows1252: Readonly<Record<string, string>> = {
  '€': '\x80',
  '‚': '\x82',
  '„': '\x84',
  '…': '\x85',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '–': '\x96',
  '—': '\x97',
};
const latin9: Readonly<Record<string, string>> = { '€': '\xa4', Š: '\xa6', š: '\xa8', Ž: '\xb4', ž: '\xb8' };

/** Can the text be written in this charset? */
export function fits(text: string, charset: Charset): boolean {
  return charset === 'utf-8' || [...text].every((char) => byteOf(char, charset) !== undefined);
}

function byteOf(char: string, charset: Charset): string | undefined {
  if (charset === 'windows-1252' && char in windows1252) return windows1252[char];
  if (charset === 'iso-8859-15' && char in latin9) return latin9[char];
  return char.length === 1 && char.charCodeAt(0) < 256 ? char : undefined;
}

/** The bytes of a text, one character each. */
function bytesOf(text: string, charset: Charset): string {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8').toString('latin1');
  return [...text]
    .map((char) => {
      const byte = byteOf(char, charset);
      if (byte === undefined) throw new Error(`${charset} has no ${char}`);
      return byte;
    })
    .join('');
}

function base64(bytes: string, width = 76): string {
  const encoded = Buffer.from(bytes, 'latin1').toString('base64');
  return encoded.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\r\n') ?? '';
}

const hex = (char: string): string => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

function quotedPrintable(bytes: string): string {
  return bytes
    .split('\r\n')
    .map((line) => {
      const escaped = line.replace(/[^\x20-\x3c\x3e-\x7e]/g, hex).replace(/ $/, '=20');
      const pieces: string[] = [];
      let rest = escaped;
      while (rest.length > 75) {
        // Not within =E4.
        const cut = /=.?$/.test(rest.slice(0, 75)) ? rest.lastIndexOf('=', 74) : 75;
        pieces.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      return [...pieces, rest].join('=\r\n');
    })
    .join('\r\n');
}

function transferred(bytes: string, encoding: Encoding): string {
  if (encoding === 'base64') return base64(bytes);
  return encoding === 'quoted-printable' ? quotedPrintable(bytes) : bytes;
}

/** `split`: encoded words that end within a character, as some programs and web mailers write them. */
export type HeaderStyle = 'q' | 'b' | 'split';

/** A text for a header: encoded words, or raw bytes where the charset is unlabelled. */
export function headerText(text: string, charset: Charset, style: HeaderStyle): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  if (charset === 'unlabelled') return bytesOf(text, charset);
  // A character stays whole, except where the style says otherwise.
  const units =
    style === 'split' ? [...bytesOf(text, charset)] : [...text].map((char) => bytesOf(char, charset));
  const words: string[] = [];
  let word = '';
  for (const unit of units) {
    if (word.length + unit.length > (style === 'split' ? 11 : 18)) {
      words.push(word);
      word = '';
    }
    word += unit;
  }
  words.push(word);
  const encoded = words.map((bytes) =>
    style === 'q'
      ? `=?${charset}?Q?${bytes.replace(/[^A-Za-z0-9 ]/g, hex).replaceAll(' ', '_')}?=`
      : `=?${charset.toUpperCase()}?B?${Buffer.from(bytes, 'latin1').toString('base64')}?=`,
  );
  return encoded.join('\r\n ');
}

export interface Part {
  readonly headers: readonly string[];
  readonly body: string;
}

export function textPart(
  type: 'text/plain' | 'text/html',
  text: string,
  { charset, encoding, parameters = '' }: { charset: Charset; encoding: Encoding; parameters?: string },
): Part {
  const label = charset === 'unlabelled' ? '' : `; charset=${charset === 'utf-8' ? '"UTF-8"' : charset}`;
  return {
    headers: [`Content-Type: ${type}${label}${parameters}`, `Content-Transfer-Encoding: ${encoding}`],
    body: transferred(bytesOf(text.replaceAll('\n', '\r\n'), charset), encoding),
  };
}

export interface WrittenFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The name as RFC 2231 wants it, as encoded word (Outlook), or as raw UTF-8. */
export function filePart(
  { name, contentType, content }: WrittenFile,
  naming: 'rfc2231' | 'word' | 'raw',
  inline = false,
): Part {
  const word = headerText(name, 'utf-8', 'b').replaceAll('\r\n', '');
  const raw = Buffer.from(name, 'utf8').toString('latin1');
  const parameter = {
    rfc2231: `filename*=UTF-8''${encodeURIComponent(name)}`,
    word: `filename="${word}"`,
    raw: `filename="${raw}"`,
  }[naming];
  const typeName = naming === 'word' ? `;\r\n name="${word}"` : '';
  return {
    headers: [
      `Content-Type: ${contentType}${typeName}`,
      `Content-Disposition: ${inline ? 'inline' : 'attachment'};\r\n ${parameter}`,
      'Content-Transfer-Encoding: base64',
    ],
    body: base64(content.toString('latin1')),
  };
}

/** `kind`: `mixed`, `alternative`, `report` with its type, ... */
export function multipart(kind: string, boundary: string, parts: readonly Part[]): Part {
  const inner = parts.map(
    ({ headers, body }) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`,
  );
  return {
    headers: [`Content-Type: multipart/${kind};\r\n boundary="${boundary}"`],
    body: `${inner.join('')}--${boundary}--\r\n`,
  };
}

/** The whole mail. `lineEnd`: some programs and scripts write only LF, very few only CR. */
export function writtenMail(headers: readonly string[], part: Part, lineEnd: '\r\n' | '\n' | '\r'): Buffer {
  const mail = [...headers, 'MIME-Version: 1.0', ...part.headers, '', part.body].join('\r\n');
  return Buffer.from(mail.replaceAll('\r\n', lineEnd), 'latin1');
}

/** As it stands in HTML. */
export const escaped = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
