import type * as z from 'zod';
import { CorruptItemError } from '../../domain/ports/errors.ts';

/**
 * Checks what was read against its schema. Fields that the schema does not know were added by a newer release, which runs
 * beside this one during a deployment and before going back: they are left as they are, so that a lead that this
 * release writes again keeps them.
 * @param name says which item it is, without a name or address in it.
 * @throws CorruptItemError naming the fields that do not fit, and never their content: it ends up in the log. Deeper
 *   paths are cut, because keys may come from forms.
 */
export function parseItem<S extends z.ZodType>(schema: S, item: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const additions = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: issue.path, key })) : [],
  );
  const others = parsed.error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  if (others.length === 0) return parseWithout(additions, schema, item, name);
  const faults = others.map(({ path, code }) => `${path.slice(0, 2).join('.') || 'item'} (${code})`);
  throw new CorruptItemError(`${name} does not fit its schema: ${[...new Set(faults)].join(', ')}`);
}

/**
 * What is read, or `undefined` if that cannot be read: for lists, in which one damaged item must not hide all others.
 * @param onUnreadable told of it.
 */
export function unlessCorrupt<T>(
  read: () => T,
  onUnreadable?: (error: CorruptItemError) => void,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CorruptItemError)) throw error;
    onUnreadable?.(error);
    return undefined;
  }
}

interface Addition {
  readonly path: readonly PropertyKey[];
  readonly key: string;
}

function parseWithout<S extends z.ZodType>(
  additions: readonly Addition[],
  schema: S,
  item: unknown,
  name: string,
): z.output<S> {
  const known = structuredClone(item);
  for (const { path, key } of additions) delete at(known, path)[key];
  const read = parseItem(schema, known, name);
  for (const { path, key } of additions) at(read, path)[key] = at(item, path)[key];
  return read;
}

const at = (root: unknown, path: readonly PropertyKey[]): Record<PropertyKey, unknown> =>
  path.reduce((place, key) => (place as Record<PropertyKey, unknown>)[key], root) as Record<
    PropertyKey,
    unknown
  >;
