/** Who asked: requests under one mail address or number are of one person. */
import type { Contact } from './contact.ts';
import { contactKeys, textOfKey } from './contact-keys.ts';
import type { Lead } from './lead.ts';

export interface Person {
  /** One of his requests, by which his page is found: an address would tell of him wherever it is logged. */
  readonly key: string;
  /** The newest first; at least one. */
  readonly leads: readonly Lead[];
  /** As the newest request that has one says. */
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  readonly emails: readonly string[];
  readonly phones: readonly Pick<Contact, 'phone' | 'phoneE164'>[];
  readonly places: readonly Pick<Contact, 'address' | 'postcode' | 'city'>[];
}

/** Puts requests together that share an address or a number, also through a third one. The order of the first of each stays. */
export function personsOf(leads: readonly Lead[]): Person[] {
  const groups: { keys: Set<string>; leads: Lead[] }[] = [];
  for (const lead of leads) {
    const keys = new Set(contactKeys(lead.contact).map(textOfKey));
    const [first, ...others] = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    if (!first) {
      groups.push({ keys, leads: [lead] });
      continue;
    }
    for (const group of [{ keys, leads: [lead] }, ...others]) {
      for (const key of group.keys) first.keys.add(key);
      first.leads.push(...group.leads);
    }
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.map((group) => personIn(group.leads));
}

/** @param leads of one person, in any order; at least one. */
export function personIn(all: readonly Lead[]): Person {
  const leads = all.toSorted((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
  const contacts = leads.map(({ contact }) => contact);
  const oldest = leads.at(-1);
  const emails = contacts.flatMap(({ email, otherEmails = [] }) => [
    ...(email === undefined ? [] : [email]),
    ...otherEmails,
  ]);
  const phones = contacts.flatMap(({ phone, phoneE164, otherPhones = [] }) => [
    ...(phone === undefined && phoneE164 === undefined ? [] : [{ phone, phoneE164 }]),
    ...otherPhones,
  ]);
  const places = contacts.map(({ address, postcode, city }) => ({ address, postcode, city }));
  return {
    key: oldest?.id ?? '',
    leads,
    name: contacts.find(({ name }) => name !== undefined)?.name,
    company: contacts.find(({ company }) => company !== undefined)?.company,
    emails: [...new Set(emails)],
    phones: once(phones, ({ phone, phoneE164 }) => phoneE164 ?? phone ?? ''),
    places: once(places, (place) => JSON.stringify(place).toLowerCase()).filter((place) =>
      Object.values(place).some((part) => part !== undefined),
    ),
  };
}

function once<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}
