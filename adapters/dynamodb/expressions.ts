/** Conditions and changes of the table as DynamoDB's expressions. */
import type { Change, Condition } from '../table/table.ts';

interface Placeholders {
  /** `#n0` and what it stands for. Absent: there are none, and DynamoDB refuses an empty object. */
  readonly names: Record<string, string> | undefined;
  /** `:v0` and what it stands for. */
  readonly values: Record<string, unknown> | undefined;
}

const comparisons = { equals: '=', atMost: '<=', below: '<', above: '>' } as const;

export function conditionExpression(condition: Condition): Placeholders & { readonly condition: string } {
  const placeholders = collectPlaceholders();
  return { condition: compile(condition, placeholders), ...placeholders.collected() };
}

export function updateExpression(
  change: Change,
): Placeholders & { readonly change: string; readonly condition: string | undefined } {
  const placeholders = collectPlaceholders();
  const { path, value } = placeholders;
  const clauses = Object.entries({
    SET: Object.entries(change.set ?? {}).map(([at, to]) => `${path(at)} = ${value(to)}`),
    REMOVE: (change.remove ?? []).map(path),
    ADD: Object.entries(change.addToSet ?? {}).map(([at, texts]) => `${path(at)} ${value(new Set(texts))}`),
    DELETE: Object.entries(change.removeFromSet ?? {}).map(
      ([at, texts]) => `${path(at)} ${value(new Set(texts))}`,
    ),
  });
  return {
    change: clauses
      .flatMap(([verb, parts]) => (parts.length > 0 ? `${verb} ${parts.join(', ')}` : []))
      .join(' '),
    condition: change.condition && compile(change.condition, placeholders),
    ...placeholders.collected(),
  };
}

type Collecting = ReturnType<typeof collectPlaceholders>;

function compile(condition: Condition, placeholders: Collecting): string {
  if ('anyOf' in condition) return joined(condition.anyOf, 'OR', placeholders);
  if ('allOf' in condition) return joined(condition.allOf, 'AND', placeholders);
  if ('absent' in condition) return `attribute_not_exists(${placeholders.path(condition.absent)})`;
  if ('exists' in condition) return `attribute_exists(${placeholders.path(condition.exists)})`;
  if ('shorterThan' in condition) {
    const path = placeholders.path(condition.path);
    // What is not there has no size: asked first, for not everything that speaks DynamoDB takes that for an answer.
    return `(attribute_exists(${path}) AND size(${path}) < ${placeholders.value(condition.shorterThan)})`;
  }
  const { path, ...comparison } = condition;
  const [[kind, to]] = Object.entries(comparison) as [[keyof typeof comparisons, unknown]];
  return `${placeholders.path(path)} ${comparisons[kind]} ${placeholders.value(to)}`;
}

const joined = (conditions: readonly Condition[], word: string, placeholders: Collecting): string =>
  `(${conditions.map((one) => compile(one, placeholders)).join(` ${word} `)})`;

function collectPlaceholders() {
  const names = new Map<string, string>();
  const values: unknown[] = [];
  const name = (attribute: string) => {
    const known = names.get(attribute) ?? `#n${names.size}`;
    names.set(attribute, known);
    return known;
  };
  return {
    path: (path: string) => path.split('.').map(name).join('.'),
    value: (value: unknown) => `:v${values.push(value) - 1}`,
    collected: (): Placeholders => ({
      names:
        names.size > 0
          ? Object.fromEntries([...names].map(([attribute, key]) => [key, attribute]))
          : undefined,
      values:
        values.length > 0
          ? Object.fromEntries(values.map((value, index) => [`:v${index}`, value]))
          : undefined,
    }),
  };
}
