import * as z from 'zod';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, isThere, type Key, type Table } from './table.ts';

const digestVersion = 1;
const keptDays = 400;
const sentStatus = 'DIGEST-SENT';

const recordSchema = z.object({
  claimedAt: z.string(),
  sentAt: z.string().optional(),
  emptyAt: z.string().optional(),
  leadIds: z.array(z.string()).default([]),
});

/**
 * Which digests went out, one item per local date. Sent ones stand in the index by date: the newest before a date is
 * one read of one item, however long the holidays were.
 */
export function tableDigestLog(table: Table): DigestLog {
  const digestKey = (date: string): Key => ({ pk: `DIGEST#${date}`, sk: 'DIGEST' });

  const claim = (date: string, at: Moment, summary: object) =>
    claimItem(table, {
      ...digestKey(date),
      schemaVersion: digestVersion,
      summary: { claimedAt: at, ...summary },
      expiresAt: expiryAfter(at, keptDays),
    });

  return {
    claim: async (date, at, leadIds) => (await claim(date, at, { leadIds })) === undefined,
    async markEmpty(date, at) {
      await claim(date, at, { emptyAt: at });
    },
    async find(date) {
      const item = await table.get(digestKey(date));
      return item && parseItem(recordSchema, item.summary, item.pk);
    },
    async markSent(date, at) {
      const marked = await table.update(digestKey(date), {
        set: { 'summary.sentAt': at, status: sentStatus, sortAt: date },
        condition: isThere,
      });
      if (!marked) throw new Error(`The digest of ${date} was never claimed`);
    },
    async release(date) {
      await table.remove(digestKey(date), { absent: 'status' });
    },
    async lastSentBefore(date) {
      const newest = await table.lastInIndex(sentStatus, date);
      return newest && parseItem(recordSchema, newest.summary, newest.pk).sentAt;
    },
  };
}
