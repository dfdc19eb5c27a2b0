/** How bodies are written to the wire by what sends them: the bytes of PHP, of browsers, of JavaScript. */

export interface Wired {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Pair = readonly [name: string, value: string];

const wired = (contentType: string, body: Buffer, headers: Readonly<Record<string, string>> = {}): Wired => ({
  headers: { 'content-type': contentType, ...headers },
  body,
});

/** `JSON.stringify` of JavaScript, `json.dumps(..., ensure_ascii=False)` and most services. */
export function json(value: unknown, headers?: Readonly<Record<string, string>>): Wired {
  return wired('application/json', Buffer.from(JSON.stringify(value)), headers);
}

/** `wp_json_encode` of WordPress: slashes escaped, nothing but ASCII. */
export function phpJson(value: unknown, headers?: Readonly<Record<string, string>>): Wired {
  const text = JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return wired('application/json; charset=utf-8', Buffer.from(text), headers);
}

/** A form as browsers send it: fields in the order of the page, a name as often as it is ticked. */
export function browserForm(pairs: readonly Pair[], headers?: Readonly<Record<string, string>>): Wired {
  const body = new URLSearchParams(
    pairs.map(([name, value]): [string, string] => [name, value.replace(/\r?\n/g, '\r\n')]),
  );
  return wired('application/x-www-form-urlencoded', Buffer.from(body.toString()), headers);
}

export interface Fields {
  readonly [name: string]: string | number | boolean | null | Fields | readonly (string | Fields)[];
}

/** `http_build_query` of PHP: what is nested gets brackets, lists are numbered, what is `null` is left out. */
export function phpForm(fields: Fields, headers?: Readonly<Record<string, string>>): Wired {
  const pairs = (at: string, value: Fields[string]): readonly Pair[] => {
    if (value === null) return [];
    if (typeof value === 'object') {
      return Object.entries(value).flatMap(([name, inner]) => pairs(`${at}[${name}]`, inner));
    }
    return [[at, value === true ? '1' : value === false ? '0' : String(value)]];
  };
  const body = new URLSearchParams(
    Object.entries(fields)
      .flatMap(([name, value]) => pairs(name, value))
      .map(([name, value]): [string, string] => [name, value]),
  );
  return wired('application/x-www-form-urlencoded; charset=UTF-8', Buffer.from(body.toString()), headers);
}

/** Browsers take Latin-1 for Windows-1252, which has these, too. */
const windows1252: Readonly<Record<string, string>> = { '€': '80', '„': '84', '“': '93', '–': '96' };

/** What a page in Latin-1 makes browsers send: one byte for each letter, a numeric entity for what has none. */
export function latin1Form(pairs: readonly Pair[], contentType: string): Wired {
  const encoded = (text: string) =>
    [...text]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (/[\w.*-]/.test(letter)) return letter;
        if (letter === ' ') return '+';
        if (windows1252[letter]) return `%${windows1252[letter]}`;
        if (code < 256) return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
        return `%26%23${code}%3B`;
      })
      .join('');
  const body = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return wired(contentType, Buffer.from(body, 'latin1'));
}

export interface FilePart {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** `multipart/form-data` as browsers and `curl -F` write it. */
export function multipart(
  parts: readonly (Pair | readonly [name: string, file: FilePart])[],
  headers?: Readonly<Record<string, string>>,
): Wired {
  const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW';
  const written = parts.map(([name, value]) => {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
    if (typeof value === 'string') return Buffer.from(`${disposition}\r\n\r\n${value}\r\n`);
    const head = `${disposition}; filename="${value.filename}"\r\nContent-Type: ${value.contentType}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), value.bytes, Buffer.from('\r\n')]);
  });
  const body = Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]);
  return wired(`multipart/form-data; boundary=${boundary}`, body, headers);
}

/** A token as services sign it; whoever reads it here does not know the key. */
export function jwt(payload: unknown, headers?: Readonly<Record<string, string>>): Wired {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.${'c2lnbmVk'.repeat(8)}`;
  return wired('text/plain', Buffer.from(token), headers);
}

/** Text under a label of one's choice. */
export const labelled = (contentType: string, text: string): Wired => wired(contentType, Buffer.from(text));
