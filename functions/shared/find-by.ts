import { contactKeys, textOfKey } from '../../domain/lead/contact-keys.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';

/** A new address or number finds the lead from now on, the old one no longer. */
export async function findBy(
  before: Lead,
  after: Lead,
  { contacts }: { readonly contacts: Pick<ContactStore, 'linkLead' | 'unlinkLead'> },
): Promise<void> {
  const [old, known] = [contactKeys(before.contact), contactKeys(after.contact)];
  const has = (keys: typeof old, key: (typeof old)[number]) => keys.map(textOfKey).includes(textOfKey(key));
  for (const key of known) if (!has(old, key)) await contacts.linkLead(key, after.id);
  for (const key of old) if (!has(known, key)) await contacts.unlinkLead(key, after.id);
}
