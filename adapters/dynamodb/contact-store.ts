import * as z from 'zod';
import type { ContactKey, ContactStore } from '../../domain/ports/contact-store.ts';
import { type Item, type Key, openTable, type TableOptions } from './open-table.ts';
import { parseItem } from './parse-item.ts';

const contactVersion = 1;

const contactSchema = z.object({
  /** A set in DynamoDB, which knows no empty ones. */
  leadIds: z.set(z.string()).default(new Set()),
  suppressed: z.object({ reason: z.enum(['stopped', 'bounced', 'complained']), at: z.string() }).optional(),
});

const names = { '#leadIds': 'leadIds', '#suppressed': 'suppressed' };

/** The people behind the leads, one item per mail address or phone number. */
export function dynamoContactStore(options: TableOptions): ContactStore {
  const table = openTable(options);

  const contactKey = ({ kind, value }: ContactKey): Key => ({
    pk: `CONTACT#${kind}#${value}`,
    sk: 'CONTACT',
  });

  /** A record that says nothing any more goes: its key is an address. */
  async function dropIfEmpty(key: ContactKey, item: Item | undefined): Promise<void> {
    if (!item || item.leadIds || item.suppressed) return;
    const condition = 'attribute_not_exists(#leadIds) AND attribute_not_exists(#suppressed)';
    await table.remove(contactKey(key), { condition, names });
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
        change: 'SET #schemaVersion = :version ADD #leadIds :leadIds',
        names: { '#schemaVersion': 'schemaVersion', '#leadIds': 'leadIds' },
        values: { ':version': contactVersion, ':leadIds': new Set([leadId]) },
      });
    },
    async suppress(key, reason, at) {
      await table.update(contactKey(key), {
        change: 'SET #schemaVersion = :version, #suppressed = :suppressed',
        names: { '#schemaVersion': 'schemaVersion', '#suppressed': 'suppressed' },
        values: { ':version': contactVersion, ':suppressed': { reason, at } },
      });
    },
    async unsuppress(key) {
      const item = await table.update(contactKey(key), {
        change: 'REMOVE #suppressed',
        condition: 'attribute_exists(#suppressed)',
        names: { '#suppressed': 'suppressed' },
      });
      await dropIfEmpty(key, item);
    },
    async unlinkLead(key, leadId) {
      const item = await table.update(contactKey(key), {
        change: 'DELETE #leadIds :leadIds',
        condition: 'attribute_exists(#leadIds)',
        names: { '#leadIds': 'leadIds' },
        values: { ':leadIds': new Set([leadId]) },
      });
      await dropIfEmpty(key, item);
    },
  };
}
