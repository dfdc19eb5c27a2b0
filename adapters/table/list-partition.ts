import type * as z from 'zod';
import type { CorruptItemError } from '../../domain/ports/errors.ts';
import { parseItem, unlessCorrupt } from './parse-item.ts';
import type { Item, Table } from './table.ts';

/** What whoever keeps a list in one partition may be asked. */
export interface ListOptions {
  /** Told of an item that is damaged; the others are listed without it. */
  readonly onUnreadable?: (error: CorruptItemError) => void;
}

/**
 * All items of a partition that is small, or empty most of the time.
 * @param nameOf an item, for whoever has to look at a damaged one.
 */
export async function listPartition<Schema extends z.ZodType>(
  table: Pick<Table, 'queryPartition'>,
  partition: string,
  schema: Schema,
  nameOf: (item: Item) => string,
  { onUnreadable }: ListOptions = {},
): Promise<z.output<Schema>[]> {
  const items = await table.queryPartition(partition, '');
  return items.flatMap(
    (item) => unlessCorrupt(() => [parseItem(schema, item, nameOf(item))], onUnreadable) ?? [],
  );
}
