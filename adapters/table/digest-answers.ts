import * as z from 'zod';
import { saidSchema } from '../../domain/inbound/said.ts';
import { type DigestAnswer, type DigestAnswers, heldReasons } from '../../domain/ports/digest-answers.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, type Item, isThere, type Key, type Table } from './table.ts';

const answerVersion = 1;

/** Longer than a link to it holds, so that a page can still say what became of it. */
const keptDays = 30;

const answerSchema = z.object({
  deliveryId: z.string(),
  mail: z.string().optional(),
  date: z.string(),
  receivedAt: z.string(),
  shownAt: z.string().optional(),
  understood: z.array(
    z.object({
      number: z.int(),
      leadId: z.string(),
      generation: z.int().optional(),
      said: saidSchema,
      line: z.string(),
    }),
  ),
  unclear: z.array(z.object({ line: z.string(), asked: z.string() })),
  held: z.enum(heldReasons).optional(),
  person: z.string().optional(),
  writtenBy: z.string().optional(),
});
const progressSchema = z.object({
  results: z.array(z.object({ refused: z.string().optional(), already: z.literal(true).optional() })),
  claimedAt: z.string().optional(),
  settledAt: z.string().optional(),
});

/** The owner's answers to digests, each an item: what was understood, and beside it how far it was carried out. */
export function tableDigestAnswers(table: Table): DigestAnswers {
  const answerKey = (deliveryId: string): Key => ({ pk: `DIGEST-ANSWER#${deliveryId}`, sk: 'DIGEST-ANSWER' });
  const parse = (item: Item): DigestAnswer => ({
    ...parseItem(answerSchema, item.answer, item.pk),
    ...parseItem(progressSchema, item, item.pk),
  });

  return {
    async keep(answer) {
      const item = {
        ...answerKey(answer.deliveryId),
        schemaVersion: answerVersion,
        answer,
        results: [],
        expiresAt: expiryAfter(answer.receivedAt, keptDays),
      };
      return parse((await claimItem(table, item)) ?? item);
    },
    async find(deliveryId) {
      const item = await table.get(answerKey(deliveryId));
      return item && parse(item);
    },
    async claim(deliveryId, at, abandonedBefore) {
      const item = await table.update(answerKey(deliveryId), {
        set: { claimedAt: at },
        condition: {
          allOf: [
            isThere,
            { absent: 'settledAt' },
            { anyOf: [{ absent: 'claimedAt' }, { path: 'claimedAt', below: abandonedBefore }] },
          ],
        },
      });
      return item && parse(item);
    },
    async note(deliveryId, results, settledAt) {
      const set = { results, ...(settledAt !== undefined && { settledAt }) };
      await table.update(answerKey(deliveryId), { set, condition: isThere });
    },
  };
}
