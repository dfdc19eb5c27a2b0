/** What a body says about its own form: how its fields are called and which kind of input they are. */

import { definitions, numberedParts } from './answer-shapes.ts';
import { type Branch, isPosition } from './form-tree.ts';

interface Title {
  readonly title: string | undefined;
  readonly kind: string | undefined;
}

/** By the names or ids that the answers use. */
export type Titles = ReadonlyMap<string, Title>;

const textAt = (branch: Branch, path: string): string | undefined =>
  path
    .split('.')
    .reduce<Branch | undefined>(
      (at, key) => (key === '*' ? at?.children.values().next().value : at?.children.get(key)),
      branch,
    )?.value;

const definitionAt = (path: readonly string[]) => {
  const spelled = path.join('.');
  return definitions.find(({ list }) => list.test(spelled));
};

/** Is what stands at this path about the fields, not from them? */
export const isDefinition = (path: readonly string[]): boolean => definitionAt(path) !== undefined;

export function findTitles(tree: Branch): Titles {
  const titles = new Map<string, Title>();
  const search = (branch: Branch, path: readonly string[]): void => {
    const definition = definitionAt(path);
    for (const [key, child] of branch.children) {
      if (definition) noteTitles(child, definition);
      else search(child, isPosition(key) ? path : [...path, key]);
    }
  };
  const note = (ids: readonly (string | undefined)[], title: Title): void => {
    for (const id of ids) if (id !== undefined && !titles.has(id)) titles.set(id, title);
  };
  const noteTitles = (field: Branch, { ids, title, kind, parts }: (typeof definitions)[number]): void => {
    const named = { title: textAt(field, title), kind: textAt(field, kind) };
    // The parts first: the whole has the id of its first part.
    for (const part of parts ? (field.children.get(parts.list)?.children.values() ?? []) : []) {
      note([textAt(part, parts?.id ?? '')], { title: textAt(part, parts?.title ?? ''), kind: named.kind });
    }
    note(
      ids.map((id) => textAt(field, id)),
      named,
    );
  };
  search(tree, []);
  noteNumbered(tree, note);
  return titles;
}

type Note = (ids: readonly string[], title: Title) => void;

/** Gravity Forms numbers the parts of a field behind its own number: `1.3` is a first name, or a town. */
function noteNumbered({ children }: Branch, note: Note): void {
  const fields = new Map<string, Map<string, string>>();
  for (const key of children.keys()) {
    const [, field, part] = /^(?:input_)?(\d{1,4})[._](\d{1,2})$/.exec(key) ?? [];
    if (field === undefined || part === undefined) continue;
    fields.set(field, (fields.get(field) ?? new Map<string, string>()).set(part, key));
  }
  for (const parts of fields.values()) {
    // What was ticked is numbered from 1 too; there is no `.1` in a name, and only an address has a postcode.
    const isAddress = /^(?:[A-Z]-?)?\d{4,5}$/.test(children.get(parts.get('5') ?? '')?.value ?? '');
    const kinds = isAddress ? numberedParts.address : parts.has('1') ? {} : numberedParts.name;
    for (const [part, kind] of Object.entries<string>(kinds)) {
      const key = parts.get(part);
      if (key !== undefined) note([key], { title: undefined, kind });
    }
  }
  for (const [key, child] of children) if (!isPosition(key)) noteNumbered(child, note);
}
