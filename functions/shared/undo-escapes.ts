/**
 * What programs on the way do to every text, undone: letters decoded by the wrong table, the slashes of PHP, the entities of
 * HTML, percent codes of a second encoding. Each only if all texts of the form bear it out: a customer who writes "&" or a
 * backslash once has meant it.
 */
import { decodeBytes } from '../../adapters/mime/charset.ts';
import type { Field } from '../../domain/capture/form-fields.ts';
import { percentDecoded } from './read-urlencoded.ts';

interface Escape {
  /** Whether a text may take part: addresses and JSON have such signs of their own. */
  readonly concerns: (text: string) => boolean;
  /** Whether a text bears the mark. */
  readonly marks: RegExp;
  /** Whether it cannot have been escaped as a whole. */
  readonly contradicts: (text: string) => boolean;
  readonly undo: (text: string) => string | Promise<string>;
}

/** Signs that windows-1252 has between 0x80 and 0x9f, in order; where it has none, decoders give the control character. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Two bytes of UTF-8 that were read as two signs: `Ã¼`. */
const misread = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${windowsSigns}]`);
/**
 * What people here type beyond plain letters, and the bytes without a sign, which are left where it was misread twice. Letters
 * that are used more rarely would be made of honest signs.
 */
const plausible =
  /^(?:\p{ASCII}|[\u0081\u008d\u008f\u0090\u009d\u00a0-\u00ffŒœŠšŸŽž\u2010-\u203a€™\u2190-\u27bf\u{1f000}-\u{1ffff}]|\ufe0f)*$/u;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 that was read as windows-1252, read again; `undefined`: it was not. */
function readAgain(text: string): string | undefined {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff ? code : windowsSigns.indexOf(text[at] ?? '') + 0x80;
    if (byte < 0x80 && code > 0xff) return undefined;
    bytes[at] = byte;
  }
  try {
    const read = strictUtf8.decode(bytes);
    return plausible.test(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The sign that an escape of JSON stands for. */
const written = (code: string | undefined, sign = 'n'): string =>
  code === undefined
    ? ({ n: '\n', r: '\r', t: '\t' }[sign] ?? sign)
    : String.fromCharCode(Number.parseInt(code, 16));

const anyText = () => true;
const isAddress = (text: string): boolean => /^(?:https?:)?\/\/?\S*$/i.test(text);
const isJson = (text: string): boolean => /^\s*[{[][\s\S]*[}\]]\s*$/.test(text);

const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,9});/i;

/** What `encodeURIComponent` and its kin write, and nothing else. */
const percentCoded = /^(?:[\w.!~*'()+-]|%[0-9a-f]{2})*$/i;
const lineTag = /<br ?\/?>/i;
/** Around lines, by programs that make a page of what was escaped before. */
const blockTag = /<\/?(?:p|div)(?: [^<>]{0,200})?>/i;
const otherTag = new RegExp(`(?!${lineTag.source}|${blockTag.source})<`, 'i');

/** In the order in which they are undone: what was done last comes first. */
const escapes: readonly Escape[] = [
  {
    concerns: (text) => !isAddress(text),
    marks: /%(?:20|40|0[AD]|2[0-9A-F]|C3%[89AB][0-9A-F])/i,
    contradicts: (text) => !percentCoded.test(text),
    // A plus before digits is that of a phone number.
    undo: (text) => decodeBytes(percentDecoded(text.replace(/\+(?!\d{5})/g, ' '))),
  },
  {
    concerns: anyText,
    marks: misread,
    contradicts: (text) => readAgain(text) === undefined,
    undo: (text) => readAgain(text) ?? text,
  },
  {
    // JSON that was put into JSON as it stood.
    concerns: (text) => !isJson(text),
    marks: /\\(?:r?\\?n|u00[0-9a-f]{2})/i,
    contradicts: (text) => /(?:^|[\s"(])[a-z]:\\|\\(?!u[0-9a-f]{4}|[nrt"'\\/])/i.test(text),
    undo: (text) => text.replace(/\\(?:u([0-9a-f]{4})|([nrt]))/gi, (_, code, sign) => written(code, sign)),
  },
  {
    // The same after PHP has taken the slashes away.
    concerns: (text) => !isJson(text),
    marks: /(?<!\\)u00(?:[cd][46c]|df|e[0489a]|f[46c])/,
    contradicts: (text) => /[^\p{ASCII}]/u.test(text),
    undo: (text) => text.replace(/(?<!\\)u00([c-f][0-9a-f])/g, (_, code) => written(`00${code}`)),
  },
  {
    concerns: (text) => !isJson(text),
    marks: /\\["']/,
    contradicts: (text) => /(?:^|[^\\])(?:\\\\)*(?:["']|\\(?!["'\\0]))/.test(text),
    undo: (text) => text.replace(/\\(["'\\])/g, '$1'),
  },
  {
    concerns: (text) => !isAddress(text) && !isJson(text),
    marks: new RegExp(`${entity.source}|${lineTag.source}`, 'i'),
    contradicts: (text) => otherTag.test(text) || text.replace(new RegExp(entity, 'gi'), '').includes('&'),
    undo: async (text) => {
      const { decodeEntities } = await import('../../adapters/mime/entities.ts');
      const lines = blockTag.test(text)
        ? text
            .replace(/<\/(p|div)>\s*<\1(?: [^<>]{0,200})?>/gi, '\n\n')
            .replace(new RegExp(blockTag, 'gi'), '')
        : text;
      return decodeEntities(lines.replace(/<br ?\/?>\r?\n?/gi, '\n'));
    },
  },
];

/** In each of the marks there is one of these: most texts have none, and are done with at one look. */
const anyMark = new RegExp(`[%\\\\&<]|u00|${misread.source}`);

/** Some tools in a row do it twice. */
const rounds = 2;

/** The same fields as they were typed. Names and values are judged apart: names are the builder's, values the customer's. */
export async function undoEscapes(fields: readonly Field[]): Promise<readonly Field[]> {
  const values = await undo(fields.map(({ value }) => value));
  const names = await undo(fields.flatMap(({ path }) => path));
  if (!values && !names) return fields;
  return fields.map(({ path, value }) => ({
    path: path.map((part) => names?.get(part) ?? part),
    value: values?.get(value) ?? value,
  }));
}

/** @returns each text as it was before; `undefined`: none of them was escaped. */
async function undo(texts: readonly string[]): Promise<ReadonlyMap<string, string> | undefined> {
  if (!texts.some((text) => anyMark.test(text))) return undefined;
  const found = new Map(texts.map((text) => [text, text]));
  let changed = false;
  for (const { concerns, marks, contradicts, undo: restore } of escapes) {
    for (let round = 0; round < rounds; round++) {
      const concerned = [...found].filter(([, text]) => concerns(text));
      if (!concerned.some(([, text]) => marks.test(text))) break;
      if (concerned.some(([, text]) => contradicts(text))) break;
      for (const [before, text] of concerned) found.set(before, await restore(text));
      changed = true;
    }
  }
  return changed ? found : undefined;
}
