import type { ContactKey, ContactRecord, ContactStore } from '../../domain/ports/contact-store.ts';

/** Contacts in memory. */
export function memoryContactStore(): ContactStore {
  const records = new Map<string, ContactRecord>();

  const contactKey = ({ kind, value }: ContactKey) => `${kind}#${value}`;
  const load = (key: ContactKey): ContactRecord =>
    records.get(contactKey(key)) ?? { key: { ...key }, leadIds: [] };

  function keep(record: ContactRecord): void {
    const name = contactKey(record.key);
    if (record.leadIds.length === 0 && !record.suppressed) records.delete(name);
    else records.set(name, record);
  }

  return {
    async load(key) {
      return structuredClone(records.get(contactKey(key)));
    },
    async linkLead(key, leadId) {
      const record = load(key);
      keep({ ...record, leadIds: [...new Set([...record.leadIds, leadId])].toSorted() });
    },
    async suppress(key, reason, at) {
      keep({ ...load(key), suppressed: { reason, at } });
    },
    async unsuppress(key) {
      const { suppressed: _, ...record } = load(key);
      keep(record);
    },
    async unlinkLead(key, leadId) {
      const record = load(key);
      keep({ ...record, leadIds: record.leadIds.filter((id) => id !== leadId) });
    },
  };
}
