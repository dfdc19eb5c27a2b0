import * as z from 'zod';
import {
  type ContactKey,
  type ContactStore,
  type Suppression,
  suppressionReasons,
} from '../../domain/ports/contact-store.ts';
import { parseItem } from './parse-item.ts';
import type { Condition, Item, Key, Table } from './table.ts';

const contactVersion = 1;

const contactSchema = z.object({
  /** The table knows no empty sets. */
  leadIds: z.set(z.string()).default(new Set()),
  suppressed: z
    .object({ reason: z.enum(suppressionReasons), at: z.string(), stoppedAt: z.string().optional() })
    .optional(),
});

/** The people behind the leads, one item per mail address or phone number. */
export function tableContactStore(table: Table): ContactStore {
  const contactKey = ({ kind, value }: ContactKey): Key => ({
    pk: `CONTACT#${kind}#${value}`,
    sk: 'CONTACT',
  });

  async function read(key: ContactKey) {
    const item = await table.get(contactKey(key));
    return item && parseItem(contactSchema, item, `A contact by ${key.kind}`);
  }

  /** A record that says nothing any more goes: its key is an address. */
  async function dropIfEmpty(key: ContactKey, item: Item | undefined): Promise<void> {
    if (!item || item.leadIds || item.suppressed) return;
    await table.remove(contactKey(key), { allOf: [{ absent: 'leadIds' }, { absent: 'suppressed' }] });
  }

  return {
    async load(key) {
      const record = await read(key);
      if (!record) return undefined;
      const { leadIds, suppressed } = record;
      return { key: { ...key }, leadIds: [...leadIds].sort(), ...(suppressed && { suppressed }) };
    },
    async linkLead(key, leadId) {
      await table.update(contactKey(key), {
        set: { schemaVersion: contactVersion },
        addToSet: { leadIds: [leadId] },
      });
    },
    async suppress(key, reason, at) {
      for (;;) {
        const before = (await read(key))?.suppressed;
        const suppressed = outweigh(before, { reason, at });
        const set = { schemaVersion: contactVersion, suppressed };
        // Somebody else wrote in between, whose word counts as well.
        if (await table.update(contactKey(key), { set, condition: isStill(before) })) return;
      }
    },
    async liftStop(key, askedAt) {
      const item = await table.update(contactKey(key), {
        remove: ['suppressed'],
        condition: {
          allOf: [
            { path: 'suppressed.reason', equals: 'stopped' },
            { path: 'suppressed.at', below: askedAt },
          ],
        },
      });
      await dropIfEmpty(key, item);
      if (item) return;
      await table.update(contactKey(key), {
        remove: ['suppressed.stoppedAt'],
        condition: { path: 'suppressed.stoppedAt', below: askedAt },
      });
    },
    async unsuppress(key) {
      const before = (await read(key))?.suppressed;
      if (!before || before.reason === 'stopped') return;
      const { stoppedAt: at } = before;
      const item = await table.update(contactKey(key), {
        ...(at === undefined
          ? { remove: ['suppressed'] }
          : { set: { suppressed: { reason: 'stopped', at } } }),
        condition: isStill(before),
      });
      await dropIfEmpty(key, item);
    },
    async unlinkLead(key, leadId) {
      const item = await table.update(contactKey(key), {
        removeFromSet: { leadIds: [leadId] },
        condition: { exists: 'leadIds' },
      });
      await dropIfEmpty(key, item);
    },
  };
}

const isStill = (suppressed: Suppression | undefined): Condition =>
  suppressed
    ? {
        allOf: [
          { path: 'suppressed.reason', equals: suppressed.reason },
          { path: 'suppressed.at', equals: suppressed.at },
        ],
      }
    : { absent: 'suppressed' };

/** The harder one counts, and a stop stays below it. */
function outweigh(before: Suppression | undefined, next: Suppression): Suppression {
  if (!before) return next;
  const rank = ({ reason }: Suppression) => suppressionReasons.indexOf(reason);
  const { reason, at } = rank(next) < rank(before) ? before : next;
  const stop = [next, before].find((one) => one.reason === 'stopped');
  const stoppedAt = stop?.at ?? before.stoppedAt;
  return { reason, at, ...(reason !== 'stopped' && stoppedAt !== undefined && { stoppedAt }) };
}
