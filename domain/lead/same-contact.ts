/**
 * Whether what is sent under the id of a request comes from the person who made it. What is in doubt is somebody else: one
 * request too many is seen and put together with one tap, one that overwrites another is not.
 */
import type { Contact } from './contact.ts';
import type { Request } from './request.ts';

/** Who says what, and how he is reached. */
export interface Said {
  readonly contact: Pick<Contact, 'name' | 'email' | 'phone' | 'phoneE164'>;
  readonly request: Pick<Request, 'message'>;
}

/** The number that is dialled, whatever stands between its digits; `undefined`: too short to be one. */
export function numberOf({ phone, phoneE164 }: Pick<Contact, 'phone' | 'phoneE164'>): string | undefined {
  if (phoneE164 !== undefined) return phoneE164;
  const digits = digitsOf(phone);
  return digits.length >= minDigits ? digits : undefined;
}
const minDigits = 5;
const digitsOf = (phone: string | undefined): string => phone?.replace(/\D/g, '') ?? '';

/** A way of contact then and now. `slip`: one character differs. `other`: it leads to somebody else. */
type Way = 'none' | 'same' | 'slip' | 'added' | 'left-out' | 'other';

/**
 * The mail address or the number is the same, and neither conflicts with the one known. Who is reached in the same two ways
 * may say anything. Otherwise of name, ways of contact and words one has changed at most: whoever corrects a slip in the one
 * number, or adds it, says the same words under the same name.
 *
 * - A slip is one character; a number or address that differs by more conflicts, and is somebody else's.
 * - While an emergency runs, the number to call and the address to write to stand: a slip is a conflict, too.
 * - A way is added only by whoever repeats the words: an address alone is known to many.
 * - A number may be shared by a household: with it alone the names must not differ.
 * - A name or words where there were none overwrite nothing, and are no change; left out, they are one.
 * @param rings the request is an emergency.
 */
export function isSamePerson(known: Said, again: Said, rings: boolean): boolean {
  const mail = compareMails(known, again);
  const ways = [mail, comparePhones(known, again)];
  if (!ways.includes('same') || ways.includes('other') || (rings && ways.includes('slip'))) return false;
  const names = compareNames(known.contact.name, again.contact.name);
  if (mail !== 'same' && names === 'different') return false;
  const words = textOf(known);
  const repeatsWords = words === textOf(again);
  if (ways.includes('added') && (words === '' || !repeatsWords)) return false;
  if (ways.every((way) => way === 'same')) return true;
  const changes = [
    ways.some((way) => way !== 'same' && way !== 'none'),
    names !== 'same' && hasName(known),
    words !== '' && !repeatsWords,
  ];
  return changes.filter((isChanged) => isChanged).length <= 1;
}

/** Does a number or an address of the one lead to somebody else than that of the other? */
export const isConflicting = (one: Said, other: Said): boolean =>
  compareMails(one, other) === 'other' || comparePhones(one, other) === 'other';

function compareMails({ contact: { email: known } }: Said, { contact: { email: again } }: Said): Way {
  return compareWays(known, again, (one, other) => isSlip(one, other));
}

/** A slip may make a number one that cannot be dialled: then it is seen in what was typed. */
function comparePhones({ contact: known }: Said, { contact: again }: Said): Way {
  return compareWays(
    numberOf(known),
    numberOf(again),
    (one, other) => isSlip(one, other) || isSlip(digitsOf(known.phone), digitsOf(again.phone)),
  );
}

function compareWays(
  known: string | undefined,
  again: string | undefined,
  isAlike: (one: string, other: string) => boolean,
): Way {
  if (known === undefined) return again === undefined ? 'none' : 'added';
  if (again === undefined) return 'left-out';
  if (known === again) return 'same';
  return isAlike(known, again) ? 'slip' : 'other';
}

const hasName = ({ contact: { name } }: Said): boolean => wordsOf(name).length > 0;

const textOf = ({ request: { message } }: Said): string =>
  (message ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

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
