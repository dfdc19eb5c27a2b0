/** Who writes again is the same person: what is known of him need not be said a second time. */

import type { Contact } from './contact.ts';
import { given } from './draft.ts';
import { compareNames } from './same-contact.ts';

/**
 * What an emergency does not say of its person, as an earlier request of the same address knows it. What it says itself counts:
 * an address of its own is where the water is. A number stays with the earlier request, whose it is said to be: what is known
 * of the sender alone must reach nobody who only writes in his name.
 */
export function withKnown(said: Contact, known: Contact): Contact {
  if (said.email === undefined || said.email !== known.email) return said;
  // Behind one address may live several.
  if (compareNames(said.name, known.name) === 'different') return said;
  const hasPlace = [said.address, said.postcode, said.city].some((part) => part !== undefined);
  const { address, postcode, city } = known;
  return {
    ...given({ name: known.name, familyName: known.name && known.familyName }),
    ...given({ company: known.company, salutation: known.salutation }),
    ...(hasPlace ? {} : given({ address, postcode, city })),
    ...said,
    ...(said.name !== undefined && known.name !== undefined && { name: fuller(said.name, known.name) }),
  };
}

/** "Berta" and "Berta Klein" are one; the longer name tells more. */
const fuller = (one: string, other: string): string => (one.length >= other.length ? one : other);
