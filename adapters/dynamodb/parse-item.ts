import type * as z from 'zod';
import { CorruptItemError } from '../../domain/errors.ts';

/**
 * Checks what was read against its schema.
 * @param name says which item it is, without a name or address in it.
 * @throws CorruptItemError naming the fields that do not fit, and never their content: it ends up in the log. Deeper
 *   paths are cut, because keys may come from forms.
 */
export function parseItem<S extends z.ZodType>(schema: S, item: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, code }) => `${path.slice(0, 2).join('.') || 'item'} (${code})`,
  );
  throw new CorruptItemError(`${name} does not fit its schema: ${[...new Set(faults)].join(', ')}`);
}
