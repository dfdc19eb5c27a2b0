/**
 * JSON that a template made by putting what people typed between quotes: their quotes, line breaks and backslashes stand
 * there as they were typed, and what nobody filled in is missing. Each value is read to where the next name or the end of
 * the object follows; what is wrong besides (commas, brackets) is left as it is.
 */

/** A sign that opens a string, and those that may close it. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“"',
  '„': '“”"',
  '”': '”"',
  '‘': '’‘',
  '’': "’'",
  '‚': '‘’',
};

/** Line breaks between the fields may have been written out by somebody who escaped the whole text; comments say nothing. */
const blank = String.raw`(?:\s|\\[rnt]|//[^\n]{0,100}\n|/\*[^*]{0,100}\*/){0,100}`;
/** How the names of fields are written: in quotes, without, or as Java prints a map. */
const nameStyles = {
  inQuotes: String.raw`["'“”„‘’‚][^"“”„\n]{0,200}["'“”„‘’]${blank}:`,
  bare: String.raw`[\p{L}_$][\p{L}\d_$.-]{0,60}${blank}:`,
  map: String.raw`[\p{L}_$][\p{L}\d_$. -]{0,60}=`,
} as const;
type Style = keyof typeof nameStyles;

function styleOf(text: string): Style {
  const [begin = ''] = /^[\s[]*\{(?:\s|\\[rnt])*/.exec(text) ?? [];
  if (closers[text[begin.length] ?? ''] !== undefined) return 'inQuotes';
  return /^[\p{L}_$][\p{L}\d_$. -]{0,60}=/u.test(text.slice(begin.length, begin.length + 70))
    ? 'map'
    : 'bare';
}

type Place = 'name' | 'value' | 'item';

/** What follows a string that ends, by where it stands. */
function endings(style: Style): Readonly<Record<Place, RegExp>> {
  const next = nameStyles[style];
  const closing = String.raw`[}\]]${blank}(?:$|[,}\]{;<)])`;
  const cutName = style === 'inQuotes' ? `|["'][^"',:]{0,100}$` : '';
  return {
    name: new RegExp(`${blank}[:=]`, 'uy'),
    value: new RegExp(
      `${blank}(?:$|${closing}|(?:,${blank}){1,3}(?:$|[}\\]]|${next}${cutName}))|(?:\\s|\\\\n)${blank}${next}`,
      'uy',
    ),
    item: new RegExp(`${blank}(?:$|\\]|,${blank}(?:$|["'“„‘{\\[\\]\\d-]))`, 'uy'),
  };
}

const blanks = new RegExp(blank, 'y');
const plainName = /[^:=,{}[\]"'\n]{1,100}(?=\s{0,20}[:=])/y;
/** What a template leaves where it found nothing to put. */
const placeholder = /(?:\{\{[^{}]{0,100}\}\}|[@$]\{[^{}]{0,100}\}|%[\w.-]{1,60}%)/y;
/** As JSON writes it; a phone number with a nought before it is none. */
const literal = /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)$/i;
const absent = /^(?:none|undefined|nan)$/i;
/** Where another object begins after the first one: a list that lacks its brackets. */
const furtherRoot = /\s{0,200},?\s{0,200}(?=\{)/y;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** The same JSON with its values written as JSON writes them. Several objects in a row are a list; what else follows is left out. */
export function mendJson(text: string): string {
  const style = styleOf(text);
  const ends = endings(style);
  let roots = 1;
  const open: string[] = [];
  let written = '';
  let place = 'item' as Place;
  let at = 0;
  const write = (part: string, next: Place) => {
    written += part;
    place = next;
  };
  while (at < text.length) {
    if (matches(blanks, text, at) && blanks.lastIndex > at) {
      at = blanks.lastIndex;
      continue;
    }
    const sign = text[at] ?? '';
    if (matches(placeholder, text, at) && place !== 'name') {
      at = placeholder.lastIndex;
      write('null', 'name');
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      write(sign, sign === '{' ? 'name' : 'item');
      at++;
    } else if (sign === '}' || sign === ']') {
      open.pop();
      write(place === 'value' && written.endsWith(':') ? `null${sign}` : sign, 'name');
      at++;
      if (open.length > 0) continue;
      if (!matches(furtherRoot, text, at)) break;
      at = furtherRoot.lastIndex;
      roots++;
      written += ',';
    } else if (sign === ',') {
      const inObject = open.at(-1) === '{';
      const missing = written.endsWith(':') ? 'null,' : /[,{[]$/.test(written) ? '' : ',';
      write(missing, inObject ? 'name' : 'item');
      at++;
    } else if ((sign === ':' || (sign === '=' && style === 'map')) && place === 'name') {
      write(':', 'value');
      at++;
    } else if (closers[sign] !== undefined) {
      const string = readString(text, at, ends[place]);
      write(JSON.stringify(string.value), 'name');
      at = string.end;
    } else if (place === 'name') {
      if (matches(plainName, text, at)) {
        write(JSON.stringify(text.slice(at, plainName.lastIndex).trim()), 'name');
        at = plainName.lastIndex;
      } else at++;
    } else {
      const end = endOfBare(text, at, ends[place]);
      const value = text.slice(at, end).trim();
      write(literalOf(value) ?? JSON.stringify(value), 'name');
      at = end;
    }
  }
  return roots > 1 ? `[${written}]` : written;
}

/** What needs no quotes; `undefined`: text. */
function literalOf(value: string): string | undefined {
  if (value === '' || absent.test(value)) return 'null';
  return literal.test(value) ? value.toLowerCase() : undefined;
}

/** A string from its opening sign on, to the sign that an ending follows; without one, to the end of the text. */
function readString(
  text: string,
  start: number,
  ending: RegExp,
): { readonly value: string; readonly end: number } {
  const closing = closers[text[start] ?? ''] ?? '"';
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\') {
      const [meant, length] = readEscape(text, at);
      value += meant;
      at += length;
    } else if (closing.includes(sign) && matches(ending, text, at + 1)) {
      return { value, end: at + 1 };
    } else {
      value += sign;
      at++;
    }
  }
  return { value, end: text.length };
}

/** What stands at a backslash, and how many signs that takes. One that escapes nothing stands for itself: a path. */
function readEscape(text: string, at: number): readonly [meant: string, length: number] {
  const next = text[at + 1] ?? '';
  if (/["'\\/]/.test(next)) return [next, 2];
  const control = escapes[next];
  if (control !== undefined) return [control, 2];
  const code = next === 'u' ? /^[0-9a-f]{4}$/i.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  return code === undefined ? ['\\', 1] : [String.fromCharCode(Number.parseInt(code, 16)), 6];
}

/** Where a value without quotes ends. */
function endOfBare(text: string, start: number, ending: RegExp): number {
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (/[,}\]\s]/.test(sign) && matches(ending, text, at)) return at;
  }
  return text.length;
}
