/** What differs between two versions of a business, field by field: to be told, taken back, or made elsewhere. */

/** A field that differs. A list counts as one field. */
export interface Change {
  readonly path: readonly string[];
  /** Absent: there was no such field. */
  readonly before?: unknown;
  /** Absent: there is none any more. */
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** An object with fields, as opposed to a list or a single value. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Not what every object has by itself, such as `constructor`. */
const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const hasFields = (value: unknown): value is Fields => isFields(value) && Object.keys(value).length > 0;

/** The fields that differ, in the order of their names. */
export function changesBetween(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
    return names.flatMap((name) => changesBetween(own(before, name), own(after, name), [...path, name]));
  }
  // A group of fields that comes or goes is told field by field, so that each can be taken back by itself.
  if (before === undefined && hasFields(after)) return changesBetween({}, after, path);
  if (hasFields(before) && after === undefined) return changesBetween(before, {}, path);
  if (isSame(before, after)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** The way back. */
export const reversed = (changes: readonly Change[]): Change[] =>
  changes.map(({ path, before, after }) => ({
    path,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }));

/** The fields of these changes that somewhere else are neither as they were before nor as they are afterwards. */
export const conflictsOf = (onto: unknown, changes: readonly Change[]): Change[] =>
  changes.filter(({ path, before, after }) => {
    const now = valueAt(onto, path);
    return !isSame(now, before) && !isSame(now, after);
  });

/** The same with these changes made, whatever stands there. */
export const withChanges = <T>(onto: T, changes: readonly Change[]): T =>
  changes.reduce<unknown>((result, { path, after }) => replaced(result, path, after), onto) as T;

/** `digestAt: "06:30" -> "07:00"` */
export function describeChange({ path, before, after }: Change): string {
  const text = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `${path.join('.')}: ${text(before)} -> ${text(after)}`;
}

/** @param path where nothing is, nothing is found. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isFields(value) ? own(value, name) : undefined), root);
}

function replaced(root: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const fields = isFields(root) ? root : {};
  const inner = replaced(own(fields, name), rest, value);
  const { [name]: _, ...others } = fields;
  // A group whose last field goes, goes too.
  const isGone = inner === undefined || (rest.length > 0 && value === undefined && !hasFields(inner));
  return isGone ? others : { ...fields, [name]: inner };
}

/** Of two values of JSON: whether they say the same, whatever the order of the fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (isFields(one) && isFields(other)) return changesBetween(one, other).length === 0;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  }
  return one === other;
}
