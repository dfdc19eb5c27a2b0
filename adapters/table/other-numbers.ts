/**
 * Numbers that somebody was told and that became no lead of their own: each leads to the lead that has the words. A number
 * names nobody. It is asked for only where no lead has it, and ends with the lead.
 */
import * as z from 'zod';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadExpiry, leadKey } from './lead-item.ts';
import { parseItem } from './parse-item.ts';
import type { Item, Key, Table } from './table.ts';

const numberVersion = 1;
const numberSchema = z.object({ leadId: z.string() });

const numberKey = (number: string): Key => ({ pk: `NUMBER#${number}`, sk: 'NUMBER' });

/** From now on they lead there, as long as the lead is kept: whoever changes its end changes theirs. */
export async function leadNumbersTo(table: Pick<Table, 'put'>, lead: Lead): Promise<void> {
  for (const number of lead.otherNumbers ?? []) {
    await table.put({
      ...numberKey(number),
      schemaVersion: numberVersion,
      leadId: lead.id,
      expiresAt: leadExpiry(lead),
    });
  }
}

/** The item of the lead that this number leads to. */
export async function itemUnder(table: Pick<Table, 'get'>, number: string): Promise<Item | undefined> {
  const item = await table.get(numberKey(number));
  return item && (await table.get(leadKey(parseItem(numberSchema, item, 'Where a number leads').leadId)));
}
