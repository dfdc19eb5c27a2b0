import * as z from 'zod';
import type { Alarms } from '../../domain/ports/alarms.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, isAbsent, type Key, type Table } from './table.ts';

const alarmsVersion = 1;
const partition = 'ALARMS';
const prefix = 'LEAD#';
/** Nobody is rung for about the same emergency for two months. */
const keptDays = 60;

const ringingSchema = z.object({ leadId: z.string(), since: z.string(), trusted: z.boolean() });
const commonSchema = z.object({ rings: z.int(), rangAt: z.string() });

const ringingKey = (leadId: string): Key => ({ pk: partition, sk: `${prefix}${leadId}` });
const commonKey: Key = { pk: partition, sk: 'COMMON' };

/** One item for each emergency, and one for the alarm they share, all in one partition. */
export function tableAlarms(table: Table): Alarms {
  return {
    async add({ leadId, since, trusted }) {
      const expiresAt = expiryAfter(since, keptDays);
      const item = { schemaVersion: alarmsVersion, leadId, since, trusted, expiresAt };
      await claimItem(table, { ...ringingKey(leadId), ...item });
    },
    async list() {
      const items = await table.queryPartition(partition, prefix);
      return items
        .map((item) => parseItem(ringingSchema, item, 'A ringing emergency'))
        .toSorted((one, other) => (`${one.since}#${one.leadId}` < `${other.since}#${other.leadId}` ? -1 : 1));
    },
    async remove(leadIds) {
      for (const leadId of leadIds) await table.remove(ringingKey(leadId));
    },
    async common() {
      const item = await table.get(commonKey);
      return item && parseItem(commonSchema, item, 'The alarm for several');
    },
    async claimCommon(before, { rings, rangAt }) {
      const item = { schemaVersion: alarmsVersion, rings, rangAt, expiresAt: expiryAfter(rangAt, keptDays) };
      const { written } = await table.putIf(
        { ...commonKey, ...item },
        before
          ? {
              allOf: [
                { path: 'rings', equals: before.rings },
                { path: 'rangAt', equals: before.rangAt },
              ],
            }
          : isAbsent,
      );
      return written;
    },
    async endCommon() {
      await table.remove(commonKey);
    },
  };
}
