/** What a form sent, as a flat list: the same for JSON, form-urlencoded and multipart. */
import { recogniseRole } from './field-names.ts';

export interface Field {
  /** The name, split where it nests: `fields[email][value]` and `{"fields":{"email":{"value":…}}}` are the same. */
  readonly path: readonly string[];
  readonly value: string;
}

/** Forms have dozens of fields, sender's envelopes hundreds; more is no form. */
export const maxFields = 2000;
/** The deepest envelope seen (Typeform) nests 6 levels. */
const deepestNesting = 10;

/** `a[b][]` as `['a', 'b']`. A name that nests deeper than any form keeps its rest in the last part. */
export function parsePath(name: string): string[] {
  const bracket = name.indexOf('[');
  if (bracket <= 0 || !name.endsWith(']')) return [name];
  const inner = name.slice(bracket + 1, -1).split('][');
  const parts = [name.slice(0, bracket), ...inner.slice(0, deepestNesting)].filter((part) => part !== '');
  return inner.length > deepestNesting ? [...parts, inner.slice(deepestNesting).join('][')] : parts;
}

/** Relays between services write the names of a form's inputs into JSON as they are: `form_fields[name]`. */
const inputName = /^[\w.-]{1,100}(?:\[[^[\]]{0,100}\]){1,20}$/;

const pathOfKey = (key: string): readonly string[] => (inputName.test(key) ? parsePath(key) : [key]);

/**
 * The fields of a parsed JSON value. Lists of plain values become one field, joined by commas; lists of objects keep
 * their positions as parts of the path. Lists of names with their answers are fields of these names. Nothing is ever written to an object by a name the sender chose.
 * @returns `undefined` if it has more fields or nests deeper than any form.
 */
export function flatten(value: unknown): Field[] | undefined {
  const fields: Field[] = [];
  const walk = (node: unknown, path: readonly string[]): boolean => {
    if (node === null && tellsByNothing.test(path.at(-1) ?? '')) fields.push({ path, value: 'null' });
    if (node === null || node === undefined) return fields.length <= maxFields;
    if (typeof node !== 'object') {
      fields.push({ path, value: String(node) });
      return fields.length <= maxFields;
    }
    if (path.length >= deepestNesting) return false;
    if (isTable(node)) return walkTable(node, path);
    if (areRows(node)) return walkTable([[], ...node], path);
    if (Array.isArray(node) && node.every(isPlain)) {
      return walk(join(path, node.filter((item) => item !== null && item !== '').map(String)), path);
    }
    const table = tableIn(node);
    if (table) return walkTable(table, path);
    const entries: readonly [string, unknown][] = areNamed(node) ? node : Object.entries(node);
    return entries.every(([name, child]) => walk(child, [...path, ...pathOfKey(name)]));
  };
  const walkTable = ([heading = [], ...rows]: Table, path: readonly string[]): boolean =>
    rows.every((row, at) =>
      row.every((cell, column) => walk(cell, [...path, String(at), String(heading[column] ?? column + 1)])),
    );
  return walk(value, []) ? fields : undefined;
}

/** That a call was answered at no time says that nobody took it. Of a form it is an answer that is not there, as any `null`. */
const tellsByNothing = /^(?:is|was)?_?(?:answered|picked_?up|connected)(?:_?(?:at|on|time))?$/i;

/** Rows of cells, the first of them the heading. */
type Table = readonly (readonly unknown[])[];

const isRow = (row: unknown): row is readonly unknown[] => Array.isArray(row) && row.every(isPlain);

const isHeading = (row: unknown): row is readonly unknown[] =>
  isRow(row) &&
  row.every((cell) => typeof cell === 'string' && !/@|\d{4}/.test(cell)) &&
  row.filter((cell) => recogniseRole(String(cell)) !== undefined).length > 1;

/** A spreadsheet: `[["Name", "Telefon"], ["Anna Berg", "0171 …"], …]`. */
const isTable = (node: object): node is Table =>
  Array.isArray(node) &&
  node.length > 1 &&
  node.every(isRow) &&
  isHeading(node[0]) &&
  !node.slice(1).some(isHeading) &&
  !areNamed(node);

/** Rows without a heading, each with a way to reach somebody. */
const areRows = (node: object): node is Table =>
  Array.isArray(node) &&
  node.length > 1 &&
  node.every((row) => isRow(row) && row.length > 2 && row.some((cell) => wayIn.test(String(cell))));
const wayIn = /^(?:\S+@\S+\.\w+|[+0][\d ()/.-]{6,24})$/;

/** `{headers: ["Name", …], rows: [["Anna Berg", …], …]}`. */
function tableIn(node: object): Table | undefined {
  if (Array.isArray(node)) return undefined;
  const lists = Object.entries(node).filter(([, child]) => Array.isArray(child) && child.length > 0);
  const heading = lists.find(([name, child]) => headingName.test(name) && isHeading(child))?.[1];
  const rows = lists.find(([, child]) => child !== heading && child.every(isRow))?.[1];
  return heading && rows && Object.keys(node).length === 2 ? [heading, ...rows] : undefined;
}
const headingName =
  /^(?:headers?|headings?|columns?|column_?names|keys|fields|spalten|kopf(?:zeile)?|titles?)$/i;

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

/** `[["Name", "Anna Berg"], ["Telefon", "0171 …"]]`; in the rows of a table only the first begins with a name. */
function areNamed(node: object): node is readonly [string, unknown][] {
  if (!Array.isArray(node)) return false;
  const arePairs = node.every(
    (item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && isPlain(item[1]),
  );
  return arePairs && node.filter(([name]) => recogniseRole(name) !== undefined).length > 1;
}

/** Of a name the parts are in the order they are spoken in; "Berg, Anna" would be the other one. */
function join(path: readonly string[], values: readonly string[]): string {
  const isOneName =
    values.length < 4 &&
    values.some((value) => !value.includes(' ')) &&
    recogniseRole(path.at(-1) ?? '') === 'name';
  return values.join(isOneName ? ' ' : ', ');
}

/** The letters of Latin keyboards, whole, and the signs beside them: nothing of it is changed. */
const typedText = /^[\n\u0020-\u007e\u00a0-\u02ff]*$/;

/** Removes what no keyboard types: control characters, directional overrides, broken surrogates. */
export function cleanText(text: string): string {
  if (typedText.test(text)) return text.trim();
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  );
}

/** What programs send for an answer that is not there: the name of the field in brackets, or their word for nothing. */
const placeholders: readonly RegExp[] = [
  /^\{{1,3} ?[\w.:-]{1,80}(?: [\w.:-]{1,40})? ?\}{1,3}$/,
  // Whatever a template does with the field: `{{lead.name|default}}`.
  /^\{\{[^{}]{1,150}\}\}$/,
  /^(?:\[[a-z][\w]{0,40}-[\w-]{1,40}\]|\[\[[\w .:-]{1,80}\]\]|\[(?:first|last|full|your|user)?[-_ ]?(?:name|e?-?mail|phone|city|message|address|telefon|ort|nachricht)\])$/i,
  /^(?:\$\{[\w.]{1,80}\}|[@#]\{[\w.]{1,80}\}|\{![\w.]{1,80}\}|\*\|[\w:]{1,80}\|\*|%{1,2}[a-z_][\w.-]{0,80}%{1,2}|<%=? ?[\w.]{1,80} ?%>)$/i,
  /^<(?:null|none|undefined|empty|leer|name|e?-?mail|phone|city|ort)>$/i,
  /^["'(]?(?:null|NULL|Null|nil|None|undefined|NaN|\[object \w{1,30}\])["')]?$/,
  /^#(?:N\/A|NV|REF!|VALUE!|WERT!|NAME\?|BEZUG!|NULL!|ERROR!|DIV\/0!)$/,
  /^\((?:not set|leer|empty|none|blank|unset|keine?)\)$/i,
];

const isPlaceholder = (text: string): boolean =>
  text.length <= 200 && !plainly.test(text) && placeholders.some((shape) => shape.test(text));
/** A look at no cost: most answers are words of more letters, and none of these signs. */
const plainly = /^(?!null|nil|none|undefined|nan)[\p{L}\d][^[\]{}|<>%]*[\p{L}\d.!?]$/iu;

/**
 * Several fields of one name are one answer: ticked boxes, a list in brackets. Empty answers are none.
 */
export function mergeFields(fields: readonly Field[]): Field[] {
  const byPath = new Map<string, { path: readonly string[]; values: Set<string> }>();
  for (const { path, value } of fields) {
    const text = cleanText(value);
    if (text === '' || isPlaceholder(text)) continue;
    const key = path.length === 1 ? `.${path[0]}` : JSON.stringify(path);
    const same = byPath.get(key) ?? { path, values: new Set() };
    same.values.add(text);
    byPath.set(key, same);
  }
  return [...byPath.values()].map(({ path, values }) => ({ path, value: join(path, [...values]) }));
}
