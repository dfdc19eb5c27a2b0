/** The requests of somebody, by his address or number. */
import { tellsOfPerson } from '../../domain/lead/known-person.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactKey, ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';

export interface LeadsOfPersonDeps {
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly leads: Pick<LeadStore, 'load'>;
}

/** More of one person's requests are not looked through; nobody has as many at once. */
const maxLeadsOfPerson = 50;

/** The newest first. */
export async function loadLeadsOfPerson(
  keys: readonly ContactKey[],
  { contacts, leads }: LeadsOfPersonDeps,
): Promise<Lead[]> {
  const records = await Promise.all(keys.map((key) => contacts.load(key)));
  const ids = new Set(records.flatMap((record) => record?.leadIds ?? []));
  const found = await Promise.all([...ids].slice(0, maxLeadsOfPerson).map((id) => leads.load(id)));
  return found
    .filter((lead) => lead !== undefined)
    .filter((lead) => tellsOfPerson(lead))
    .toSorted((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
}

/** The last request of whoever has this number, for one who left no mail address; E.164. */
export async function findRequestByPhone(
  phoneE164: string,
  deps: LeadsOfPersonDeps,
): Promise<Lead | undefined> {
  return (await loadLeadsOfPerson([{ kind: 'phone', value: phoneE164 }], deps)).at(0);
}
