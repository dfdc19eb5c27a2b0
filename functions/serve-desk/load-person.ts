/** Everything known of one person: what he asked, and how he is reached. */
import { contactKeys, textOfKey } from '../../domain/lead/contact-keys.ts';
import { tellsOfPerson } from '../../domain/lead/known-person.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Person, personIn } from '../../domain/lead/persons.ts';
import type { ContactKey, ContactStore, Suppression } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';

export interface LoadPersonDeps {
  readonly leads: Pick<LeadStore, 'load'>;
  readonly contacts: Pick<ContactStore, 'load'>;
}

export interface KnownPerson extends Person {
  /** Addresses that get no mail, and why. */
  readonly suppressed: readonly { readonly email: string; readonly suppression: Suppression }[];
  /** He asked more often than is shown. */
  readonly more: boolean;
}

/** Behind the number of an office stand hundreds. */
const maxLeads = 50;
/** A request of his names another number, under which another request names a third. */
const maxRounds = 4;

/**
 * @param key number of one of his requests.
 * @returns `undefined`: there is none of this number, or nothing in it tells of a person any more.
 */
export async function loadPerson(key: string, deps: LoadPersonDeps): Promise<KnownPerson | undefined> {
  const first = await deps.leads.load(key);
  if (!first || !tellsOfPerson(first)) return undefined;
  const leads = new Map<string, Lead>([[first.id, first]]);
  const suppressed = new Map<string, Suppression>();
  const asked = new Set<string>();
  let more = false;
  for (let round = 0; round < maxRounds; round++) {
    const keys = keysOf([...leads.values()]).filter((one) => !asked.has(textOfKey(one)));
    if (keys.length === 0) break;
    for (const one of keys) asked.add(textOfKey(one));
    const records = await Promise.all(keys.map((one) => deps.contacts.load(one)));
    for (const record of records) {
      if (record?.suppressed && record.key.kind === 'email')
        suppressed.set(record.key.value, record.suppressed);
    }
    const ids = new Set(records.flatMap((record) => record?.leadIds ?? []).filter((id) => !leads.has(id)));
    const wanted = [...ids].slice(0, maxLeads - leads.size);
    more ||= wanted.length < ids.size;
    const loaded = await Promise.all(wanted.map((id) => deps.leads.load(id)));
    for (const lead of loaded) if (lead && tellsOfPerson(lead)) leads.set(lead.id, lead);
  }
  return {
    ...personIn([...leads.values()]),
    suppressed: [...suppressed].map(([email, suppression]) => ({ email, suppression })),
    more,
  };
}

const keysOf = (leads: readonly Lead[]): ContactKey[] => [
  ...new Map(
    leads.flatMap(({ contact }) => contactKeys(contact)).map((key) => [textOfKey(key), key]),
  ).values(),
];
