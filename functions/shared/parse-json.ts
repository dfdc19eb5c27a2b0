/** JSON as senders really write it: under another label, packed once more, escaped on its way, or made by a template. */

/** Packed into a string, escaped, packed again: more layers than any chain of tools was seen to add. */
const maxLayers = 5;
/** As much broken JSON as is mended, files not counted. */
const maxMendedLength = 256 * 1024;
/** As much of that as the library gets, which copies all it has written for each name without a value. */
const maxRepairedLength = 64 * 1024;
/** As much as is given to the library as it came: it takes its time with quotes that lack their escapes. */
const maxUnmendedLength = 16 * 1024;

/** An object or a list of objects, or the beginning of one: no text of a person and no page of a server begins so. */
const objectBegins =
  /^(?:\s{0,1000}\[){0,20}\s*\{(?:\s|\\[rnt])*(?:\\*["'“”„‘’‚]|&quot;|&#0?34;|[\p{L}_$][\p{L}\d_$. -]{0,60}[:=]|\}|$)/u;
const listBegins = /^\s*\[\s*(?:["{[\]\d]|$)/;

/** Whether somebody meant this to be JSON, readable or not. */
export const looksLikeJson = (text: string): boolean => objectBegins.test(text) || listBegins.test(text);

/** @returns the object or list that a text holds, in whatever wrapping; `undefined`: none that can be read. */
export async function parseJson(text: string, layers = maxLayers): Promise<object | undefined> {
  if (layers === 0) return undefined;
  const bare = unwrap(text);
  const strict = tryParse(withoutEmptyRepeats(bare)) ?? tryParse(bare);
  if (typeof strict === 'string') return parseJson(strict, layers - 1);
  if (typeof strict === 'object' && strict !== null) return strict;
  if (webToken.test(bare)) return readClaims(bare);
  if (packedObject.test(bare)) return parseJson(Buffer.from(bare, 'base64').toString('utf8'), layers - 1);
  if (escapedByHtml.test(bare)) {
    const { decodeEntities } = await import('../../adapters/mime/entities.ts');
    return parseJson(decodeEntities(bare), layers - 1);
  }
  if (escapedBySlashes.test(bare)) return parseJson(bare.replace(/\\(["'\\])/g, '$1'), layers - 1);
  return objectBegins.test(bare) ? mend(bare) : undefined;
}

/** An object in base64, as gateways hand bodies on: it begins with `{"`, or with a line break between the two. */
const packedObject = /^(?:eyJ|ew[0o])[A-Za-z0-9+/_-]{8,}={0,2}$/;
const escapedByHtml = /^\s*(?:\[\s*)?\{\s*&(?:quot|#0?34);/;
const escapedBySlashes = /^\s*(?:\[\s*)?\{(?:\s|\\[rnt])*\\+["']/;
const fence = /^```\w{0,10}\s([\s\S]*)```$/;

/** As much of a body as is looked through for names that stand there twice. */
const maxRepeatsLength = 32 * 1024;
const isEmptySomewhere = /""|null/;
const flatObject = /^\{[^{}[\]]*\}$/;
const emptyPair = /,\s{0,20}("(?:[^"\\]|\\.){1,100}")\s{0,20}:\s{0,20}(?:""|null)(?=\s{0,20}[,}])/g;

/** Of a name that stands twice in a flat form the last one counts: unless it is empty. */
function withoutEmptyRepeats(text: string): string {
  if (text.length > maxRepeatsLength || !isEmptySomewhere.test(text) || !flatObject.test(text)) return text;
  return text.replace(emptyPair, (pair, name: string, at: number) => {
    const before = text.lastIndexOf(name, at - 1);
    return before >= 0 && /^\s{0,20}:/.test(text.slice(before + name.length, at)) ? '' : pair;
  });
}

/** What keeps other pages from running JSON as a script. */
const guard = /^(?:\)\]\}'?,?|while ?\(1\);?|for ?\(;;\);?)\s{0,100}(?=[{[])/;
const comments = /^(?:\/\*[^*]{0,2000}\*\/\s{0,100}|\/\/[^\n]{0,2000}\n\s{0,100}){1,20}(?=[{[])/;

/** Without what stands around it: blanks, the marks of a code block, the quotes of a command line that knows none. */
function unwrap(text: string): string {
  const trimmed = withoutZeros(text).trim();
  const inner = (fence.exec(trimmed)?.[1]?.trim() ?? trimmed).replace(guard, '').replace(comments, '');
  return /^(['"])[{[][\s\S]*[}\]]\1$/.test(inner) && tryParse(inner) === undefined
    ? inner.slice(1, -1)
    : inner;
}

/** Some senders end their text with a zero byte, and some with a blank behind it. */
function withoutZeros(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\u0000' || text[end - 1]?.trim() === '')) end--;
  return text.slice(0, end);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A signed token (JWT). Whoever trusts its signature checks it; here it is only read. */
const webToken = /^eyJ[\w-]+\.[\w-]{4,}\.[\w-]*$/;
/** When the token was made and ends; a bare number would look like a phone number. */
const timesOfToken = new Set(['iat', 'exp', 'nbf']);

function readClaims(token: string): object | undefined {
  const claims = tryParse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null) return undefined;
  const told = Object.entries(claims).filter(([name]) => !timesOfToken.has(name));
  return Object.fromEntries(told.map(([name, value]) => [name, unpack(value, maxLayers)]));
}

/** What was packed into strings within a token, which only carries what another program wrote. */
function unpack(value: unknown, layers: number): unknown {
  if (layers === 0) return value;
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) {
    const inner = tryParse(value);
    return inner === undefined ? value : unpack(inner, layers - 1);
  }
  if (Array.isArray(value)) return value.map((item) => unpack(item, layers - 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unpack(inner, layers - 1)]));
}

/** What a template or a careless program broke. An object that comes out empty held nothing. */
async function mend(text: string): Promise<object | undefined> {
  const { rest, putBack } = liftFiles(text);
  if (rest.length > maxMendedLength) return undefined;
  const { mendJson } = await import('./mend-json.ts');
  const mended = mendJson(rest);
  const parsed =
    tryParse(mended) ?? (await repair(mended, maxRepairedLength)) ?? (await repair(rest, maxUnmendedLength));
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (Object.values(parsed).every((value) => value === null)) return undefined;
  return putBack(parsed);
}

/** Missing brackets and commas, comments, and what else the library knows. */
async function repair(text: string, maxLength: number): Promise<unknown> {
  if (text.length > maxLength) return undefined;
  const { jsonrepair } = await import('jsonrepair');
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}

/** A run of so many signs of base64 is a file, and no part of what is broken. */
const fileLength = 1024;
/** Base64 may be broken into lines, of 64 signs or more. */
const lineLength = 60;
const isBase64 = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-') {
  isBase64[sign.charCodeAt(0)] = 1;
}

/** Takes long files in base64 out of a text, so that only the text is mended; a mark of two private signs holds their place. */
function liftFiles(text: string): { readonly rest: string; putBack(parsed: object): object } {
  if (text.length < fileLength) return { rest: text, putBack: (parsed) => parsed };
  const lifted: string[] = [];
  let rest = '';
  let kept = 0;
  let start = 0;
  let line = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBase64[code] === 1) {
      line++;
      continue;
    }
    if ((code === 0x0a || code === 0x0d) && line >= lineLength && isBase64[text.charCodeAt(at + 1)] === 1) {
      line = 0;
      continue;
    }
    // `\/`, as PHP writes a slash.
    if (code === 0x5c && text.charCodeAt(at + 1) === 0x2f) continue;
    if (at - start >= fileLength) {
      rest += `${text.slice(kept, start)}\ue000${lifted.length}\ue001`;
      lifted.push(text.slice(start, at).replaceAll('\\/', '/'));
      kept = at;
    }
    start = at + 1;
    line = 0;
  }
  rest += text.slice(kept);
  const filledIn = (value: string) =>
    value.replace(/\ue000(\d{1,4})\ue001/g, (_, at) => lifted[Number(at)] ?? '');
  const putBack = (parsed: object): object =>
    JSON.parse(JSON.stringify(parsed), (_, value) => (typeof value === 'string' ? filledIn(value) : value));
  return { rest, putBack: lifted.length > 0 ? putBack : (parsed) => parsed };
}
