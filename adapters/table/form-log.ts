import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { FormLog } from '../../domain/ports/form-log.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, isAbsent, isAtRevision, type Key, type Table } from './table.ts';

const formLogVersion = 1;
/** Longer than a proof holds (`form-seals.ts`): what is forgotten counts no more anyway. */
const proofKeptDays = 9;
const textKeptDays = 30;
/** Enough to see that it is many. */
const maxCounted = 50;
const dayMillis = 86_400_000;
/** As often as a race for the same text can be lost before something loops. */
const tries = 10;

const proofSchema = z.object({ holder: z.string() });
const textSchema = z.object({ revision: z.int(), at: z.array(z.string()) });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Neither a person nor a text stands in the table, only their hashes. */
const proofKey = (proofId: string): Key => ({ pk: `FORM-PROOF#${sha256(proofId)}`, sk: 'PROOF' });
const textKey = (text: string): Key => ({ pk: `FORM-TEXT#${sha256(text)}`, sk: 'TEXT' });

/** What is remembered of forms, an item each. */
export function tableFormLog(table: Table): FormLog {
  return {
    async claimProof(proofId, holder, at) {
      // With the id in it, the same person has another hash in each item.
      const own = sha256(`${proofId} ${holder}`);
      const first = await claimItem(table, {
        ...proofKey(proofId),
        schemaVersion: formLogVersion,
        holder: own,
        expiresAt: expiryAfter(at, proofKeptDays),
      });
      return first === undefined || parseItem(proofSchema, first, 'A proof of work').holder === own;
    },

    async countText(text, at) {
      const key = textKey(text);
      const earliest = new Date(Date.parse(at) - textKeptDays * dayMillis).toISOString();
      for (let attempt = 0; attempt < tries; attempt++) {
        const item = await table.get(key);
        const known = item ? parseItem(textSchema, item, 'A text that came') : undefined;
        const recent = [...(known?.at ?? []).filter((one) => one >= earliest), at].slice(-maxCounted);
        const { written } = await table.putIf(
          {
            ...key,
            schemaVersion: formLogVersion,
            revision: (known?.revision ?? 0) + 1,
            at: recent,
            expiresAt: expiryAfter(at, textKeptDays),
          },
          known ? isAtRevision(known.revision) : isAbsent,
        );
        if (written) return recent.length;
      }
      // So many at the same time are many.
      return maxCounted;
    },
  };
}
