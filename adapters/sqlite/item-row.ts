/** An item as a row: what is searched by and what lists show in columns of their own, the rest as JSON. */
import type { Item } from '../table/table.ts';

/** In this order: SQLite reads a row from its beginning, and lists need no more than the summary. */
export const itemSchema = `
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL,
    sk TEXT NOT NULL,
    status TEXT,
    sortAt TEXT,
    expiresAt INTEGER,
    summary TEXT,
    sets TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS byStatus ON items (status, sortAt, pk, sk) WHERE status IS NOT NULL;
  CREATE INDEX IF NOT EXISTS byExpiry ON items (expiresAt) WHERE expiresAt IS NOT NULL;
`;

export interface SummaryRow {
  readonly pk: string;
  readonly sk: string;
  readonly status: string | null;
  readonly sortAt: string | null;
  /** JSON. */
  readonly summary: string | null;
}

export interface ItemRow extends SummaryRow {
  /** Epoch seconds. */
  readonly expiresAt: number | null;
  /** Which attributes of the body are sets, as JSON; sets lie there as lists. */
  readonly sets: string | null;
  /** All other attributes, as JSON. */
  readonly body: string;
}

/** @throws TypeError the item holds what JSON would lose. */
export function toRow({ pk, sk, status, sortAt, expiresAt, summary, ...others }: Item): ItemRow {
  const sets: string[] = [];
  const attributes: Record<string, unknown> = others;
  for (const [name, value] of Object.entries(attributes)) {
    if (!(value instanceof Set)) continue;
    sets.push(name);
    attributes[name] = [...value];
  }
  return {
    pk,
    sk,
    status: (status as string | undefined) ?? null,
    sortAt: (sortAt as string | undefined) ?? null,
    expiresAt: (expiresAt as number | undefined) ?? null,
    summary: summary === undefined ? null : toJson(summary as object),
    sets: sets.length > 0 ? JSON.stringify(sets) : null,
    body: toJson(attributes),
  };
}

function toJson(value: object): string {
  refuseWhatIsLost(value);
  return JSON.stringify(value);
}

/** Looked for before: JSON asks whoever watches it for each value, which takes several times as long. */
function refuseWhatIsLost(parent: object): void {
  for (const name of Object.keys(parent)) {
    const value = (parent as Record<string, unknown>)[name];
    if (typeof value === 'number' ? !Number.isFinite(value) : isUnknownToJson(value))
      throw new TypeError(`${name} cannot be stored`);
    if (typeof value === 'object' && value !== null) refuseWhatIsLost(value);
  }
}

const isUnknownToJson = (value: unknown): boolean =>
  typeof value === 'object' && (value instanceof Set || value instanceof Map || ArrayBuffer.isView(value));

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is damaged is not there: whoever parses the item says of which one that is. */
export function fromRow(row: ItemRow): Item {
  const attributes = (fromJson(row.body) ?? {}) as Record<string, unknown>;
  for (const name of (row.sets === null ? [] : (fromJson(row.sets) ?? [])) as string[]) {
    attributes[name] = new Set(attributes[name] as string[]);
  }
  return {
    ...attributes,
    ...fromSummaryRow(row),
    ...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
  };
}

export function fromSummaryRow({ pk, sk, status, sortAt, summary }: SummaryRow): Item {
  return {
    pk,
    sk,
    ...(status !== null && { status }),
    ...(sortAt !== null && { sortAt }),
    ...(summary !== null && { summary: fromJson(summary) }),
  };
}
