/** Mail addresses and phone numbers as people type them, and as they compare. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Company } from '../business/company.ts';
import { answersKept, remembered } from './remembered.ts';

/** Printable ASCII that RFC 5321 allows unquoted; more is accepted by no provider that matters. */
const localPart = /^(?!\.)(?!.*\.\.)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)$/;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** As much as is looked at where an address or a number is asked for. */
const maxTypedLength = 1_000;

/**
 * A mail address in the form it is stored and compared: lower case, without what people and forms put around it
 * (`Erika <erika@example.de>`, `mailto:`, a full stop at the end). A domain with umlauts keeps them.
 * @returns `undefined` if no mail can go there.
 */
export const normaliseEmail = remembered((typed): string | undefined => {
  if (typed.length > maxTypedLength && typed.trim().length > maxTypedLength) return undefined;
  const bare = typed.trim().match(/<([^<>]*)>\s*$/)?.[1] ?? typed;
  const email = bare
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .normalize('NFC')
    .toLowerCase();
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const fits = at > 0 && email.length <= 254 && localPart.test(email.slice(0, at)) && isHostName(domain);
  return fits ? email : undefined;
}, answersKept);

function isHostName(domain: string): boolean {
  // Most are plain, and need no translation.
  if (/^[a-z0-9.-]+$/.test(domain) && !domain.includes('xn--')) return hostName.test(domain);
  // Only letters, digits, hyphens and dots, so that nothing but the host can end up in the URL.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return false;
  return hostName.test(new URL(`http://${domain}`).hostname);
}

/** As many digits as the shortest number within a town. */
const minDigits = 4;

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** What has digits and is no number to call: dates, times, addresses of devices. */
const otherDigits: readonly RegExp[] = [
  /(?<![\d.])\d{1,2}\. ?\d{1,2}\. ?(?:19|20)\d{2}(?!\d)/g,
  /(?<![\d.])\d{1,2}\. ?\d{1,2}\.(?: ?\d{2})?(?![\d.])/g,
  /(?<![\d/])\d{1,2}\/\d{1,2}\/(?:19|20)\d{2}(?!\d)/g,
  /(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  new RegExp(`(?<![\\d.])(?:${octet}\\.){3}${octet}(?![\\d.])`, 'g'),
];
/** The same with letters or signs beside the digits: times, accounts, sums. */
const otherDigitsWithWords: readonly RegExp[] = [
  /(?<!\d)\d{1,2}(?:[:.]\d{2})?(?: ?(?:-|–|bis|und|to) ?\d{1,2}(?:[:.]\d{2})?)? ?(?:Uhr|h)(?!\p{L})/giu,
  /\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b/g,
  /(?<!\d)\d{1,3}(?:[.' ]?\d{3}){0,3}(?:[.,](?:\d{2}|-|–))? ?(?:€|EUR\b|Euro\b|CHF\b|Franken\b)/gi,
];
/** A number alone has none, and is read without them. */
const anyWord = /[\p{L}€]/u;

/** One of these stands in whatever has other digits, and in no number that is written with blanks. */
const besideOtherDigits = /[\p{L}€.:/-]/u;

/** The text with `;` in the place of digits that belong to no number: as long as before. */
function withoutOtherDigits(text: string): string {
  if (!besideOtherDigits.test(text)) return text;
  return [...otherDigits, ...(anyWord.test(text) ? otherDigitsWithWords : [])].reduce(
    (left, pattern) => left.replace(pattern, (found) => ';'.repeat(found.length)),
    text,
  );
}

/** As people and programs write it: no wide digits, no signs that cannot be seen, one kind of dash and space. */
const legible = (typed: string): string =>
  typed
    .slice(0, maxTypedLength)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\S\n]/g, ' ');

/** Could somebody be called there? Any spelling counts, with remarks such as "ab 17 Uhr"; "00000" does not. */
export function looksLikePhone(typed: string): boolean {
  return [...withoutOtherDigits(legible(typed)).matchAll(/\d[\d ()/.-]*/g)].some(([found]) => {
    const digits = found.replace(/\D/g, '');
    return digits.length >= minDigits && !/^(\d)\1*$/.test(digits);
  });
}

/** A number as it is dialled: from abroad with +, within the country with 0. Remarks and further numbers end it. */
const dialled = /(?<!\d)(?:\+|0|\(\+?\d{1,6}\))[\d ()/.-]+/g;
/** Where another number may begin. */
const nextNumber = /(?<=[\d)][ /.-]{0,3}[ /])[+0](?=[\d(])/g;
/** Less is the end of a number, or its beginning, not one of two. */
const minDigitsOfTwo = 8;

/** A bracket that holds digits alone, with more of them behind it: an area code, or the zero that is not dialled from abroad. */
const bracket = /\((\+?\d{1,6} ?\)[ /–-]{0,3}\d)?/g;
/** How long a recording or a fax is. */
const amount =
  /(?<=\d[ ,;|–-]{1,4})\d{1,4} ?(?:s|sek|sekunden?|secs?|seconds?|min|mins|minuten?|minutes?|seiten?|blatt|pages?)(?![\p{L}\d])/giu;
/** No country and area code together are longer. */
const maxCodeDigits = 6;

/**
 * The text with numbers as they are dialled: what stands behind one in brackets, or how long it took, is not a part of it
 * ("089 5550613 (32 Sekunden)", "(2)"). As long as before, so that places stay the same.
 */
export function withoutRemarks(text: string): string {
  return (anyWord.test(text) ? text.replace(amount, (found) => ';'.repeat(found.length)) : text).replace(
    bracket,
    (found, code: string | undefined, at: number) => {
      const before = /[\d /.–-]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[0].replace(/\D/g, '') ?? '';
      return code !== undefined && before.length < maxCodeDigits ? found : `;${found.slice(1)}`;
    },
  );
}

/**
 * The first complete number as E.164. Without an area code or a country it is not complete: the same digits are another
 * telephone in the next town. In all three countries a national number begins with 0.
 */
export function phoneE164(typed: string, country: CountryCode): string | undefined {
  return dialledNumbers(typed, country)[0]?.e164;
}

interface Dialled {
  /** As written. */
  readonly text: string;
  readonly e164: string;
}

/** All complete numbers in what was typed, in their order: "089/1234567 / 0171/7654321" holds two. */
export const dialledNumbers = (typed: string, country: CountryCode): readonly Dialled[] =>
  hasBusinesses(country) ? numbersByCountry[country](typed) : numbersIn(typed, country);

const anyDigit = /\p{N}/u;

const numbersByCountry = {
  DE: remembered((typed) => numbersIn(typed, 'DE'), answersKept),
  AT: remembered((typed) => numbersIn(typed, 'AT'), answersKept),
  CH: remembered((typed) => numbersIn(typed, 'CH'), answersKept),
} satisfies Readonly<Record<Company['country'], (typed: string) => readonly Dialled[]>>;

const hasBusinesses = (country: CountryCode): country is Company['country'] =>
  Object.hasOwn(numbersByCountry, country);

/** A bracket that nothing opened belongs to the sentence. */
function withoutBorders(number: string): string {
  const text = number.replace(/^[ /.-]+|[ (/.-]+$/g, '');
  return text.includes('(') ? text : text.replace(/ ?\)$/, '');
}

function numbersIn(typed: string, country: CountryCode): readonly Dialled[] {
  if (!anyDigit.test(typed)) return [];
  const text = withoutRemarks(withoutOtherDigits(legible(typed)));
  const found = [...text.matchAll(dialled)]
    .filter(({ index }) => !/\bfax[ .:]*$/i.test(text.slice(Math.max(0, index - 10), index)))
    .flatMap(([digits]) => oneOrTwo(digits, country))
    .flatMap((one) => {
      const e164 = parsed(one, country);
      return e164 === undefined ? [] : [{ text: withoutBorders(one), e164 }];
    });
  if (found.length > 0) return found;
  const whole = withoutPlus(text) ?? withoutZero(text, country);
  return whole === undefined ? [] : [{ text: text.trim(), e164: whole }];
}

/** What the library calls valid may be a beginning: "0170 1". */
const minNationalDigits = 6;

function parsed(digits: string, country: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(digits, country);
  const isWhole = number !== undefined && number.nationalNumber.length >= minNationalDigits;
  return isWhole && number.isValid() ? number.number : undefined;
}

/** Two numbers without a word between them: each is one by itself. */
function oneOrTwo(digits: string, country: CountryCode): string[] {
  for (const { index } of digits.matchAll(nextNumber)) {
    const parts = [digits.slice(0, index), digits.slice(index)];
    const areTwo = parts.every(
      (part) => part.replace(/\D/g, '').length >= minDigitsOfTwo && parsed(part, country) !== undefined,
    );
    if (areTwo) return [parts[0] ?? '', ...oneOrTwo(parts[1] ?? '', country)];
  }
  return [digits];
}

/** With the code of a country in front; no number within a town is as long. */
const fromAbroad: readonly RegExp[] = [/^4[39]\d{10,13}$/, /^41\d{9}$/];

/** "491715550120", "41791234567": programs leave out the plus. */
function withoutPlus(text: string): string | undefined {
  const digits = text.replace(/[ ()/.-]/g, '');
  return fromAbroad.some((pattern) => pattern.test(digits)) ? parsed(`+${digits}`, 'DE') : undefined;
}

/** Mobile networks: no number within a town is written so. */
const mobileWithoutZero: Readonly<Record<Company['country'], RegExp>> = {
  DE: /^1[567]\d{8,9}$/,
  AT: /^6[5-9]\d{8,10}$/,
  CH: /^7[5-9]\d{7}$/,
};

/** "1717654321", "1717654321.0": tables take what is typed for a sum, and drop its zero. */
function withoutZero(text: string, country: CountryCode): string | undefined {
  if (!hasBusinesses(country)) return undefined;
  const digits = text.trim().replace(/\.0$/, '').replace(/[ /-]/g, '');
  return mobileWithoutZero[country].test(digits) ? parsed(`0${digits}`, country) : undefined;
}
