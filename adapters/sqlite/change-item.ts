/** Whether a condition holds for an item, and what a change makes of it, as DynamoDB has it. */
import type { Change, Condition, Item, Key } from '../table/table.ts';

type Attributes = Record<string, unknown>;

/** @param item `undefined`: none stands there. */
export function holds(condition: Condition, item: Item | undefined): boolean {
  if ('anyOf' in condition) return condition.anyOf.some((one) => holds(one, item));
  if ('allOf' in condition) return condition.allOf.every((one) => holds(one, item));
  if ('absent' in condition) return valueAt(item, condition.absent) === undefined;
  if ('exists' in condition) return valueAt(item, condition.exists) !== undefined;
  const value = valueAt(item, condition.path);
  if ('shorterThan' in condition) return lengthOf(value) < condition.shorterThan;
  if ('equals' in condition) return value === condition.equals;
  if ('atMost' in condition) return isOrdered(value, condition.atMost, (order) => order <= 0);
  if ('below' in condition) return isOrdered(value, condition.below, (order) => order < 0);
  return isOrdered(value, condition.above, (order) => order > 0);
}

/** What is not there, or has no length, is shorter than nothing. */
function lengthOf(value: unknown): number {
  if (value instanceof Set) return value.size;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' ? Buffer.byteLength(value) : Number.NaN;
}

/** What is not of one kind has no order. */
function isOrdered(value: unknown, other: unknown, fits: (order: number) => boolean): boolean {
  if (typeof value === 'number' && typeof other === 'number') return fits(value - other);
  if (typeof value !== 'string' || typeof other !== 'string') return false;
  return fits(Buffer.compare(Buffer.from(value), Buffer.from(other)));
}

const valueAt = (item: Item | undefined, path: string): unknown =>
  path.split('.').reduce<unknown>((place, name) => (place as Attributes | undefined)?.[name], item);

/**
 * @param item is not changed; `undefined`: none stands there.
 * @throws Error a path leads through what is not there.
 */
export function changed(key: Key, item: Item | undefined, change: Change): Item {
  const next: Attributes = { ...(item ?? key) };
  for (const [path, value] of Object.entries(change.set ?? {})) {
    const [place, name] = copiedPlace(next, path);
    place[name] = value;
  }
  for (const path of change.remove ?? []) {
    const [place, name] = copiedPlace(next, path);
    delete place[name];
  }
  for (const [name, texts] of Object.entries(change.addToSet ?? {})) {
    next[name] = new Set([...((next[name] as Set<string> | undefined) ?? []), ...texts]);
  }
  for (const [name, texts] of Object.entries(change.removeFromSet ?? {})) {
    const left = [...((next[name] as Set<string> | undefined) ?? [])].filter((text) => !texts.includes(text));
    if (left.length > 0) next[name] = new Set(left);
    else delete next[name];
  }
  return next as Item;
}

/** Every object on the way is a copy: the item that was read stays as it is. */
function copiedPlace(item: Attributes, path: string): [place: Attributes, name: string] {
  const names = path.split('.');
  const name = names.pop() ?? path;
  let place = item;
  for (const part of names) {
    const inner = place[part];
    if (typeof inner !== 'object' || inner === null) throw new Error(`Nothing stands at ${names.join('.')}`);
    const copy = { ...inner };
    place[part] = copy;
    place = copy;
  }
  return [place, name];
}
