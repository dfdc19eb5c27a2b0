/** Where somebody lives who wrote it into his message, and not into the fields for it. */
import type { Company } from '../business/company.ts';
import { isPlace, placeIn } from '../inbound/facts.ts';
import type { Contact } from '../lead/contact.ts';
import { phoneOfPlace } from './abroad.ts';
import { phoneE164 } from './contact-data.ts';
import { isPlaceOfOthers, ofHimselfAlone, sentencesOf, withoutStrangers } from './of-himself.ts';
import { given } from './reading.ts';

/** @returns the contact with what of the street, postcode and town is empty filled from the message. */
export function withPlaceIn(message: string | undefined, contact: Contact, company: Company): Contact {
  // No street is without a digit.
  if (contact.address !== undefined || message === undefined || !/\d/.test(message)) return contact;
  const own = wholePlaceIn(ofHimselfAlone(message), company);
  const { address, postcode, city } =
    own.address === undefined ? wholePlaceIn(withoutStrangers(message), company) : own;
  if (address === undefined) return contact;
  const isAnother =
    (contact.postcode !== undefined && postcode !== undefined && postcode !== contact.postcode) ||
    (contact.city !== undefined && city !== undefined && !isSameTown(city, contact.city));
  if (isAnother) return contact;
  const filled = { address, postcode: contact.postcode ?? postcode, city: contact.city ?? city };
  return given({ ...contact, ...filled, phoneE164: dialledFrom(filled, contact, company) });
}

/** A number that was taken for one of the country of the business is dialled as where he lives. */
function dialledFrom(
  place: Pick<Contact, 'postcode' | 'city'>,
  { phone, phoneE164: known }: Contact,
  { country }: Company,
): string | undefined {
  const isAsHere = phone !== undefined && known !== undefined && known === phoneE164(phone, country);
  return isAsHere ? (phoneOfPlace(phone, place, country) ?? known) : known;
}

type Place = ReturnType<typeof placeIn>;

/** The first street that is his, with the town that stands beside it: of a town alone a visitor finds nobody. */
function wholePlaceIn(message: string, company: Company): Place {
  for (const sentence of sentencesOf(withJoinedLines(message))) {
    if (!/\d/.test(sentence) || isPlaceOfOthers(sentence)) continue;
    const { address, ...town } = placeIn(sentence, company);
    if (address !== undefined) return { address, ...(isBeside(sentence, address, town) && town) };
  }
  return {};
}

/** A street and its town below each other are one place. */
const withJoinedLines = (message: string): string =>
  message
    .split('\n')
    .map((line) => line.trim())
    .reduce((text, line) => {
      const above = text.slice(text.lastIndexOf('\n') + 1);
      const belong = /^\D{0,4}\d{4,5} \p{Lu}/u.test(line) && above !== '' && isPlace(above);
      return `${text}${belong ? ', ' : '\n'}${line}`;
    }, '');

const maxBetween = 12;

function isBeside(sentence: string, address: string, { postcode }: Omit<Place, 'address'>): boolean {
  if (postcode === undefined) return false;
  const [street, town] = [sentence.indexOf(address), sentence.indexOf(postcode)];
  const between = town > street ? town - street - address.length : street - town;
  return street >= 0 && between <= (town > street ? maxBetween : maxBetween + 30);
}

/** "München" and "München-Pasing", "Freiburg" and "Freiburg im Breisgau" are one. */
function isSameTown(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map((town) => town.toLowerCase())
    .sort((a, b) => a.length - b.length);
  return longer.startsWith(shorter);
}
