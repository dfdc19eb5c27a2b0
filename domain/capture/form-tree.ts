/** What was sent, as the tree it was before it became a list of fields, with everything opened that was packed into text. */

import { packingNames } from './answer-shapes.ts';
import { type Field, flatten, maxFields, mergeFields, parsePath } from './form-fields.ts';

export interface Branch {
  /** Only at the ends, and where a form uses one name for a field and for a group. */
  readonly value?: string | undefined;
  readonly children: ReadonlyMap<string, Branch>;
}

interface Growing {
  value?: string | undefined;
  readonly children: Map<string, Growing>;
}

/** Senders pack JSON into JSON (Jotform, queues, clouds); none seen does it more than twice. */
const maxPackings = 4;
/** More text in one field is a letter, not a packed form. */
const maxPackedLength = 300_000;

/**
 * The fields with everything opened that was packed into text, below the name it was packed under.
 * @param fields Merged: each path once.
 */
export function unpackFields(fields: readonly Field[]): readonly Field[] {
  let room = maxFields * 2;
  const open = (list: readonly Field[], above: readonly string[], packings: number): readonly Field[] =>
    list.flatMap(({ path, value }) => {
      const at = [...above, ...path];
      const packed = packings < maxPackings ? unpack(at.at(-1) ?? '', value) : undefined;
      if (!packed || packed.length > room) return [{ path: at, value }];
      room -= packed.length;
      return open(mergeFields(packed), at, packings + 1);
    });
  return open(fields, [], 0);
}

/** A text under a name of its own: nothing stands below it, and none of the signs that are in all that is packed. */
export const isPlainText = ({ path, value }: Field): boolean => path.length === 1 && !/[{[=]/.test(value);

export function growTree(fields: readonly Field[]): Branch {
  const root: Growing = { children: new Map() };
  for (const { path, value } of fields) {
    path.reduce((branch, part) => grown(branch, part), root).value = value;
  }
  return root;
}

function grown({ children }: Growing, part: string): Growing {
  const known = children.get(part);
  if (known) return known;
  const fresh: Growing = { children: new Map() };
  children.set(part, fresh);
  return fresh;
}

/** The fields in a text that is a whole form of its own; `undefined`: it is a text. */
function unpack(name: string, text: string): readonly Field[] | undefined {
  if (text.length > maxPackedLength) return undefined;
  return unpackJson(text) ?? unpackLines(text) ?? unpackQuery(name, text);
}

function unpackJson(text: string): readonly Field[] | undefined {
  if (!/^(?:\{[\s\S]*\}|\[[\s\S]*\])$/.test(text)) return undefined;
  const parsed = parse(text) ?? parse(text.replace(strayEscape, ''));
  return typeof parsed === 'object' && parsed !== null ? flatten(parsed) : undefined;
}

/** A backslash before what needs none: left over where somebody on the way undid half of the escapes. */
const strayEscape = /\\(?!["\\/bfnrtu])/g;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Formstack writes the parts of a name or an address as lines: `first = Erika`. */
function unpackLines(text: string): readonly Field[] | undefined {
  const lines = text.split('\n');
  const parts = lines.map((line) => /^([a-z]\w{1,30}) = (.*)$/.exec(line));
  if (lines.length < 2 || !parts.every((part) => part !== null)) return undefined;
  return parts.map(([, name = '', value = '']) => ({ path: [name], value }));
}

/** Basin puts a form-urlencoded body into a field. Only below names that pack: a text may well say "a=b". */
function unpackQuery(name: string, text: string): readonly Field[] | undefined {
  if (
    !packingNames.has(name.toLowerCase()) ||
    !/^[^\s=&]{1,100}=[^\s&]*(?:&[^\s=&]{1,100}=[^\s&]*)*$/.test(text)
  ) {
    return undefined;
  }
  return [...new URLSearchParams(text)].map(([key, value]) => ({ path: parsePath(key), value }));
}

export const isPosition = (part: string): boolean => /^\d+$/.test(part);
