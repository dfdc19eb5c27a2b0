/** Leads as they were understood: what is stored is never changed, but replaced, so each item is parsed once. */
import { parseLead } from '../../../adapters/table/lead-item.ts';
import type { Item } from '../../../adapters/table/table.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { frozenCopy } from './memory-table.ts';

const known = new WeakMap<Item, Lead>();

/** @returns a lead that nobody can change, for all who read it share it. */
export const parseOnce: typeof parseLead = (item, upgraders) => {
  const found = known.get(item) ?? (frozenCopy(parseLead(item, upgraders)) as Lead);
  known.set(item, found);
  return found;
};
