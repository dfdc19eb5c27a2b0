import { createHash } from 'node:crypto';
import * as z from 'zod';
import { sources } from '../../domain/lead/origin.ts';
import {
  deliveryOutcomes,
  type Hook,
  type HookDelivery,
  type HookStore,
  keptReasons,
} from '../../domain/ports/hook-store.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem, unlessCorrupt } from './parse-item.ts';
import { claimItem, isThere, type Key, type Table } from './table.ts';

const hookVersion = 1;
const hooks = 'HOOKS';
const hookPrefix = 'HOOK#';
const deliveryPrefix = 'DELIVERY#';
const deliveryKeptDays = 30;
/** The longest call is over by then. */
const callKeptDays = 1;

const hookSchema = z.object({
  id: z.string(),
  sender: z.string(),
  secretHash: z.string(),
  source: z.enum(sources).optional(),
  page: z.string().optional(),
  signingSecret: z.string().optional(),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});
const named = z.array(z.object({ name: z.string(), value: z.string() }));
const deliverySchema = z.object({
  hookId: z.string(),
  id: z.string(),
  receivedAt: z.string(),
  outcome: z.enum(deliveryOutcomes),
  reason: z.enum(keptReasons).optional(),
  leadIds: z.array(z.string()),
  contentType: z.string().optional(),
  raw: z.string(),
  bytes: z.number(),
  recognised: named,
  extra: named,
});
const referenceSchema = z.object({ hookId: z.string(), sk: z.string() });
const callSchema = z.object({ answeredBy: z.enum(['person', 'machine']).optional() });

const hookKey = (secretHash: string): Key => ({ pk: hooks, sk: `${hookPrefix}${secretHash}` });
const deliveries = (hookId: string): string => `HOOK-DELIVERY#${hookId}`;
const deliveryKey = ({ hookId, receivedAt, id }: HookDelivery): Key => ({
  pk: deliveries(hookId),
  sk: `${deliveryPrefix}${receivedAt}#${id}`,
});
const leadKey = (leadId: string): string => `HOOK-LEAD#${leadId}`;
/** Ids of calls may be long or hold anything. */
const callKey = (hookId: string, callId: string): Key => ({
  pk: `HOOK-CALL#${hookId}#${createHash('sha256').update(callId).digest('hex')}`,
  sk: 'CALL',
});

/**
 * The addresses of senders, all in one partition: a business has a handful. What came in by them is beside, by hook, and
 * once more by lead, so that it goes with its lead.
 */
export function tableHookStore(table: Table): HookStore {
  const parseHook = (item: unknown): Hook => parseItem(hookSchema, item, 'A hook');

  async function list(): Promise<Hook[]> {
    const items = await table.queryPartition(hooks, hookPrefix);
    return items
      .map(parseHook)
      .toSorted((one, other) => (`${one.createdAt}#${one.id}` < `${other.createdAt}#${other.id}` ? -1 : 1));
  }

  return {
    async add(hook) {
      await claimItem(table, { ...hook, ...hookKey(hook.secretHash), schemaVersion: hookVersion });
    },

    async find(secretHash) {
      const item = await table.get(hookKey(secretHash));
      return item && parseHook(item);
    },

    list,

    async revoke(id, at) {
      const hook = (await list()).find((one) => one.id === id);
      if (!hook || hook.revokedAt !== undefined) return hook;
      const item = await table.update(hookKey(hook.secretHash), {
        set: { revokedAt: at },
        // Nobody may sign for it any more, so nobody needs to know what it was signed with.
        remove: ['signingSecret'],
        condition: isThere,
      });
      return item && parseHook(item);
    },

    async keepDelivery(delivery) {
      const key = deliveryKey(delivery);
      const expiresAt = expiryAfter(delivery.receivedAt, deliveryKeptDays);
      // The reference first: what is there is found when its lead is erased.
      for (const leadId of delivery.leadIds) {
        await table.put({
          pk: leadKey(leadId),
          sk: key.sk,
          schemaVersion: hookVersion,
          leadId,
          hookId: delivery.hookId,
          expiresAt,
        });
      }
      await table.put({ ...delivery, ...key, schemaVersion: hookVersion, expiresAt });
    },

    async lastDeliveries(hookId, atMost) {
      const items = await table.lastInPartition(deliveries(hookId), deliveryPrefix, atMost);
      return items.flatMap(
        (item) => unlessCorrupt(() => parseItem(deliverySchema, item, 'What came in by a hook')) ?? [],
      );
    },

    async eraseDeliveries(leadId) {
      for (const reference of await table.queryPartition(leadKey(leadId), deliveryPrefix)) {
        const { hookId, sk } = parseItem(referenceSchema, reference, 'A reference to a delivery');
        await table.remove({ pk: deliveries(hookId), sk });
        await table.remove({ pk: reference.pk, sk });
      }
    },

    async noteCall(hookId, callId, { answeredBy }, at) {
      await table.update(callKey(hookId, callId), {
        set: {
          schemaVersion: hookVersion,
          expiresAt: expiryAfter(at, callKeptDays),
          // That it rang may come in after that it was taken.
          ...(answeredBy !== undefined && { answeredBy }),
        },
      });
    },

    async findCall(hookId, callId) {
      const item = await table.get(callKey(hookId, callId));
      return item && parseItem(callSchema, item, 'A call');
    },
  };
}
