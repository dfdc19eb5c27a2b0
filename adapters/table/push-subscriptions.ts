import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PushSubscriptions } from '../../domain/ports/push-subscriptions.ts';
import { compareMoments } from '../../domain/time/local-time.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import type { Key, Table } from './table.ts';

const subscriptionVersion = 1;
/** As long as the link holds by which a browser opens what it is pushed. */
const keptDays = 400;

const subscriptionSchema = z.object({
  endpoint: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
  at: z.string(),
});

const partitionOf = (person: string) => `PUSH#${person}`;
const keyOf = (person: string, endpoint: string): Key => ({
  pk: partitionOf(person),
  sk: createHash('sha256').update(endpoint).digest('hex').slice(0, 32),
});

/** One item for each browser, those of a person in one partition. */
export function tablePushSubscriptions(table: Table): PushSubscriptions {
  return {
    async add(person, { endpoint, keys }, at) {
      await table.put({
        ...keyOf(person, endpoint),
        schemaVersion: subscriptionVersion,
        endpoint,
        keys,
        at,
        expiresAt: expiryAfter(at, keptDays),
      });
    },
    async listOf(person) {
      const items = await table.queryPartition(partitionOf(person), '');
      return items
        .map((item) => parseItem(subscriptionSchema, item, 'A push subscription'))
        .toSorted((one, other) => compareMoments(other.at, one.at))
        .map(({ endpoint, keys }) => ({ endpoint, keys }));
    },
    async remove(person, endpoint) {
      await table.remove(keyOf(person, endpoint));
    },
  };
}
