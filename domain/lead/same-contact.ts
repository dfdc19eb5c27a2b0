/**
 * Whether two submissions under one id come from one person. What is in doubt is somebody else: one request too many is seen
 * and put together with one tap, one that overwrites another is not.
 */
import type { Contact } from './contact.ts';

export type ContactWays = Pick<Contact, 'name' | 'email' | 'phone' | 'phoneE164'>;

/** The number that is dialled, whatever stands between its digits; `undefined`: too short to be one. */
export function numberOf({ phone, phoneE164 }: Pick<Contact, 'phone' | 'phoneE164'>): string | undefined {
  if (phoneE164 !== undefined) return phoneE164;
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= minDigits ? digits : undefined;
}
const minDigits = 5;

/**
 * The same mail address, or the same number. A number may be shared by a household: with it alone the names decide, and
 * where no name is given, whether the other address is a slip of the pen.
 */
export function isSameContact(one: ContactWays, other: ContactWays): boolean {
  if (one.email !== undefined && one.email === other.email) return true;
  const number = numberOf(one);
  if (number === undefined || number !== numberOf(other)) return false;
  const names = compareNames(one.name, other.name);
  if (one.email === undefined || other.email === undefined) return names !== 'different';
  return names === 'same' || (names === 'unknown' && isSlip(one.email, other.email));
}

/**
 * `same`: each word of the shorter name stands in the longer one, perhaps misspelt. `unknown`: one of them is not given.
 */
export function compareNames(
  one: string | undefined,
  other: string | undefined,
): 'same' | 'different' | 'unknown' {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  if (!fewer || !more || fewer.length === 0) return 'unknown';
  const isThere = (word: string) =>
    more.some((candidate) => word === candidate || isMisspelt(word, candidate));
  return fewer.every(isThere) ? 'same' : 'different';
}

/** Longer names are no names; as many words are compared as people have. */
const maxNameLength = 200;
const maxNameWords = 8;
const forms = new Set(['herr', 'frau', 'hr', 'fr', 'dr', 'prof', 'mr', 'mrs', 'ms']);

function wordsOf(name: string | undefined): string[] {
  const words = (name ?? '')
    .slice(0, maxNameLength)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !forms.has(word)).slice(0, maxNameWords);
}

/** Short names differ by one letter and are two people; so do "Martin" and "Martina". */
const minMisspeltLength = 5;

function isMisspelt(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < minMisspeltLength) return false;
  return isSlip(one, other) && !one.startsWith(other) && !other.startsWith(one);
}

/** One letter wrong, missing, too many, or two changed over. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  if (rest(one, 1) === rest(other, 1) || rest(one, 0) === rest(other, 1) || rest(one, 1) === rest(other, 0)) {
    return true;
  }
  return (
    one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2)
  );
}
