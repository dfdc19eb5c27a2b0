import * as z from 'zod';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { type Condition, claimItem, isAbsent, isThere, type Key, type Table } from './table.ts';

const digestVersion = 1;
const keptDays = 400;
const sentStatus = 'DIGEST-SENT';

/** The index carries the summary with each digest, so no more numbers stand there than a mail shows. */
const numbersInSummary = 100;
/** The others lie beside it, so many in an item: 13 KB of the 400 KB that one may have. */
const numbersInItem = 1_000;

const numbersSchema = z.object({ leadIds: z.array(z.string()) });

const recordSchema = z.object({
  claimedAt: z.string(),
  sentAt: z.string().optional(),
  emptyAt: z.string().optional(),
  leadIds: z.array(z.string()).default([]),
  /** How many items beside it have the rest; absent: none. */
  further: z.int().optional(),
  /** Nobody is sending it: whoever wants to claims it. */
  released: z.literal(true).optional(),
});

const claimable: Condition = { anyOf: [isAbsent, { exists: 'summary.released' }] };

/**
 * The day of a digest, whoever reads it: `2026-11-23`, `2026-11-23-0-k3y`. Mails about what is due have another number behind
 * it: from them no digest counts its news.
 */
const dayOfDigest = (name: string): string | undefined =>
  /^(\d{4}-\d{2}-\d{2})(?:-0(?:-.*)?)?$/.exec(name)?.[1];

/**
 * Which digests went out, one item per local date, and the rest of its numbers beside it. Sent ones stand in the index by date: the newest before a date is
 * one read of one item, however long the holidays were.
 */
export function tableDigestLog(table: Table): DigestLog {
  const digestKey = (date: string): Key => ({ pk: `DIGEST#${date}`, sk: 'DIGEST' });

  const numbersKey = (date: string, page: number): Key => ({
    pk: digestKey(date).pk,
    sk: `NUMBERS#${String(page).padStart(4, '0')}`,
  });

  const claim = async (date: string, at: Moment, summary: object, condition: Condition): Promise<boolean> => {
    const item = {
      ...digestKey(date),
      schemaVersion: digestVersion,
      summary: { claimedAt: at, ...summary },
      expiresAt: expiryAfter(at, keptDays),
    };
    return (await claimItem(table, item, condition)) === undefined;
  };

  return {
    async claim(date, at, leadIds) {
      const pages = pagesOf(leadIds.slice(numbersInSummary));
      const first = leadIds.slice(0, numbersInSummary);
      const further = pages.length > 0 ? pages.length : undefined;
      if (!(await claim(date, at, { leadIds: first, further }, claimable))) return false;
      // Nobody asks for them before the digest went out, and it goes out only after this.
      for (const [page, ids] of pages.entries()) {
        const item = { schemaVersion: digestVersion, leadIds: ids, expiresAt: expiryAfter(at, keptDays) };
        await table.put({ ...numbersKey(date, page), ...item });
      }
      return true;
    },
    async markEmpty(date, at) {
      if (await claim(date, at, { emptyAt: at }, isAbsent)) return;
      // A mail with its numbers may be out.
      await table.update(digestKey(date), {
        set: { 'summary.emptyAt': at },
        remove: ['summary.released'],
        condition: { exists: 'summary.released' },
      });
    },
    async find(date) {
      const item = await table.get(digestKey(date));
      if (!item) return undefined;
      const { further = 0, released: _, ...record } = parseItem(recordSchema, item.summary, item.pk);
      const pages = await Promise.all(
        Array.from({ length: further }, (_, page) => table.get(numbersKey(date, page))),
      );
      const leadIds = pages.flatMap((page) => parseItem(numbersSchema, page, item.pk).leadIds);
      return { ...record, leadIds: [...record.leadIds, ...leadIds] };
    },
    async markSent(date, at) {
      const day = dayOfDigest(date);
      const marked = await table.update(digestKey(date), {
        set: { 'summary.sentAt': at, ...(day !== undefined && { status: sentStatus, sortAt: day }) },
        condition: isThere,
      });
      if (!marked) throw new Error(`The digest of ${date} was never claimed`);
    },
    async release(date) {
      await table.update(digestKey(date), {
        set: { 'summary.released': true },
        remove: ['summary.emptyAt'],
        condition: { allOf: [isThere, { absent: 'summary.sentAt' }] },
      });
    },
    async lastSentBefore(date) {
      const newest = await table.lastInIndex(sentStatus, date);
      return newest && parseItem(recordSchema, newest.summary, newest.pk).sentAt;
    },
  };
}

function pagesOf(leadIds: readonly string[]): (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let from = 0; from < leadIds.length; from += numbersInItem)
    pages.push(leadIds.slice(from, from + numbersInItem));
  return pages;
}
