import type { Lead } from '../../domain/lead/lead.ts';
import type { CorruptItemError } from '../../domain/ports/errors.ts';
import { leadKey, parseLead } from './lead-item.ts';
import { unlessCorrupt } from './parse-item.ts';
import type { Item } from './table.ts';
import { leadUpgraders } from './upgrade.ts';

/** A table on one machine, which may be read as a whole. */
interface ScannedTable {
  /** All items with this sort key, whatever their partition, in no order. */
  scan(sk: string): AsyncIterable<Item>;
}

/**
 * All leads, open, closed and marked as spam, in no order. Reads the whole table: only for small ones, or once.
 * @param onUnreadable told of each that cannot be read, and is left out.
 */
export async function* scanLeads(
  table: ScannedTable,
  onUnreadable: (error: CorruptItemError) => void,
): AsyncIterable<Lead> {
  for await (const item of table.scan(leadKey('').sk)) {
    const lead = unlessCorrupt(() => parseLead(item, leadUpgraders), onUnreadable);
    if (lead) yield lead;
  }
}
