import * as z from 'zod';
import { type ContactKey, type ContactStore, suppressionReasons } from '../../domain/ports/contact-store.ts';
import { parseItem } from './parse-item.ts';
import type { Item, Key, Table } from './table.ts';

const contactVersion = 1;

const contactSchema = z.object({
  /** The table knows no empty sets. */
  leadIds: z.set(z.string()).default(new Set()),
  suppressed: z.object({ reason: z.enum(suppressionReasons), at: z.string() }).optional(),
});

/** The people behind the leads, one item per mail address or phone number. */
export function tableContactStore(table: Table): ContactStore {
  const contactKey = ({ kind, value }: ContactKey): Key => ({
    pk: `CONTACT#${kind}#${value}`,
    sk: 'CONTACT',
  });

  /** A record that says nothing any more goes: its key is an address. */
  async function dropIfEmpty(key: ContactKey, item: Item | undefined): Promise<void> {
    if (!item || item.leadIds || item.suppressed) return;
    await table.remove(contactKey(key), { allOf: [{ absent: 'leadIds' }, { absent: 'suppressed' }] });
  }

  return {
    async load(key) {
      const item = await table.get(contactKey(key));
      if (!item) return undefined;
      const { leadIds, suppressed } = parseItem(contactSchema, item, `A contact by ${key.kind}`);
      return { key: { ...key }, leadIds: [...leadIds].sort(), ...(suppressed && { suppressed }) };
    },
    async linkLead(key, leadId) {
      await table.update(contactKey(key), {
        set: { schemaVersion: contactVersion },
        addToSet: { leadIds: [leadId] },
      });
    },
    async suppress(key, reason, at) {
      const notHarder = suppressionReasons.slice(0, suppressionReasons.indexOf(reason) + 1);
      await table.update(contactKey(key), {
        set: { schemaVersion: contactVersion, suppressed: { reason, at } },
        condition: {
          anyOf: [
            { absent: 'suppressed' },
            ...notHarder.map((equals) => ({ path: 'suppressed.reason', equals })),
          ],
        },
      });
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
