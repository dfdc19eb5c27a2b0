/** Who writes again is the same person: what is known of him need not be said a second time. */

import type { Contact } from './contact.ts';
import { isSamePhone } from './details.ts';
import { given } from './draft.ts';
import { compareNames } from './same-contact.ts';

/**
 * What an emergency does not say of its person, as an earlier request of the same address knows it. What it says itself counts:
 * a number of its own is called first, an address of its own is where the water is.
 */
export function withKnown(said: Contact, known: Contact): Contact {
  if (said.email === undefined || said.email !== known.email) return said;
  // Behind one address may live several.
  if (compareNames(said.name, known.name) === 'different') return said;
  const hasPlace = [said.address, said.postcode, said.city].some((part) => part !== undefined);
  const { address, postcode, city, phone, phoneE164, otherPhones } = known;
  const numbers = [
    ...(phone === undefined ? [] : [{ phone, ...given({ phoneE164 }) }]),
    ...(otherPhones ?? []),
  ];
  const others = numbers.filter((one) => !isSamePhone(one, said));
  return {
    ...given({ name: known.name, familyName: known.name && known.familyName }),
    ...given({ company: known.company, salutation: known.salutation }),
    ...(hasPlace ? {} : given({ address, postcode, city })),
    ...(said.phone === undefined
      ? given({ phone, phoneE164, otherPhones })
      : given({ otherPhones: others.length > 0 ? others : undefined })),
    ...said,
    ...(said.name !== undefined && known.name !== undefined && { name: fuller(said.name, known.name) }),
  };
}

/** "Berta" and "Berta Klein" are one; the longer name tells more. */
const fuller = (one: string, other: string): string => (one.length >= other.length ? one : other);
