/** Where somebody lives who wrote it into his message, and not into the fields for it. */
import type { Company } from '../business/company.ts';
import { placeIn } from '../inbound/facts.ts';
import type { Contact } from '../lead/contact.ts';
import { given } from './reading.ts';

/** @returns the contact with what of the street, postcode and town is empty filled from the message. */
export function withPlaceIn(message: string | undefined, contact: Contact, company: Company): Contact {
  // No street and no postcode is without a digit.
  if (contact.address !== undefined || message === undefined || !/\d/.test(message)) return contact;
  const { address, postcode, city } = placeIn(message, company);
  const isAnother =
    (contact.postcode !== undefined && postcode !== undefined && postcode !== contact.postcode) ||
    (contact.city !== undefined && city !== undefined && !isSameTown(city, contact.city));
  if (isAnother) return contact;
  return given({
    ...contact,
    address,
    postcode: contact.postcode ?? postcode,
    city: contact.city ?? city,
  });
}

/** "München" and "München-Pasing", "Freiburg" and "Freiburg im Breisgau" are one. */
function isSameTown(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map((town) => town.toLowerCase())
    .sort((a, b) => a.length - b.length);
  return longer.startsWith(shorter);
}
