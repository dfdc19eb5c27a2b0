/** What a value looks like, whatever its field is called. */
import type { Company } from '../business/company.ts';
import { dialledNumbers, looksLikePhone } from './contact-data.ts';
import { plainWords } from './plain-words.ts';

/** A number and nothing else but how it is written: no remark, no word. */
const onlyNumber = /^(?:tel\.?:? ?|phone:? ?|\+|\(|0)[\d ()/.+-]{5,30}$/i;

/** Is it a telephone number and nothing else? Of all digits only those that are complete with their area code. */
export function isBarePhone(value: string, country: Company['country']): boolean {
  const text = value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return onlyNumber.test(text) && looksLikePhone(text) && dialledNumbers(text, country).length > 0;
}

/** Does it hold a number that can be dialled, among few other words: "0171 1234567 ab 17 Uhr"? */
export const holdsPhone = (value: string, country: Company['country']): boolean =>
  value.length <= maxPhoneAnswerLength && dialledNumbers(value, country).length > 0;
const maxPhoneAnswerLength = 120;

/** Five digits in Germany, four in Austria and Switzerland; each with the sign of its country too, or Meta's `z:`. */
export function postcodeIn(value: string, country: Company['country']): string | undefined {
  const [, sign, digits = ''] = /^(?:z:)?(?:(D|DE|A|AT|CH|FL)[- ]{0,2})?(\d{4,5})$/.exec(value.trim()) ?? [];
  const expected = sign === undefined ? lengthOfPostcode[country] : sign.startsWith('D') ? 5 : 4;
  return digits.length === expected && !digits.startsWith('00') ? digits : undefined;
}
const lengthOfPostcode: Readonly<Record<Company['country'], 4 | 5>> = { DE: 5, AT: 4, CH: 4 };

export interface Place {
  readonly street?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
}

const town = "\\p{Lu}[\\p{L}\\p{M} .'’()/-]{1,60}";
const postcodeFirst = new RegExp(`^((?:[A-Z]{1,2}[- ]{1,2})?\\d{4,5})[ ,/]{1,3}(${town})$`, 'u');
const townFirst = new RegExp(`^(${town}?)[ ,/(]{1,3}((?:[A-Z]{1,2}[- ]{1,2})?\\d{4,5})\\)?$`, 'u');
const maxPlaceLength = 200;

/** "80331 München", "München 80331", "Lindenweg 4, 80331 München"; the street on a line of its own too. */
export function readPlace(value: string, country: Company['country']): Place | undefined {
  if (value.length > maxPlaceLength) return undefined;
  const parts = value
    .split(/\s*(?:[,;\n]| - )\s*/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(
      (part) =>
        part !== '' &&
        !/^(?:deutschland|germany|österreich|austria|schweiz|switzerland|suisse|svizzera)$/i.test(part),
    );
  for (const [index, part] of parts.entries()) {
    const found = townWithPostcode(part, country) ?? townBehind(part, parts[index + 1], country);
    if (found) return { ...found, ...streetOf(parts.slice(0, index)) };
  }
  // "Lindenweg 4 80331 München" without a comma.
  const [, street = '', rest = ''] =
    /^(.{4,100}? \d{1,4} ?[a-z]?) ((?:[A-Z]{1,2}-)?\d{4,5} .{2,60})$/u.exec(parts.join(' ')) ?? [];
  const found = street === '' ? undefined : townWithPostcode(rest, country);
  return found && { ...found, street };
}

/** The same across the border: a postcode as long as there. */
function readPlaceAbroad(value: string, country: Company['country']): Place | undefined {
  const place = readPlace(value, country === 'DE' ? 'AT' : 'DE');
  const isAmount = /^(?:euro?|eur|chf|franken|liter|watt|kwh?|qm|m|cm|mm|kg)$/i.test(place?.city ?? '');
  return isAmount ? undefined : place;
}

/** Where a place was asked for. A number first in an address may be that of the house: abroad it needs its street. */
export function readPlaceAsked(role: string, value: string, country: Company['country']): Place | undefined {
  const abroad = readPlaceAbroad(value, country);
  return readPlace(value, country) ?? (role === 'address' && !abroad?.street ? undefined : abroad);
}

/** Under any label, abroad only under none that says something else. "2024 Umbau" begins with a year. */
export function readPlaceGuessed(
  value: string,
  country: Company['country'],
  isNameless: boolean,
): Place | undefined {
  const mayBeAbroad = isNameless && !/^(?:19|20)\d\d\D/.test(value);
  return readPlace(value, country) ?? (mayBeAbroad ? readPlaceAbroad(value, country) : undefined);
}

const streetOf = (parts: readonly string[]): Place =>
  parts.length === 0 ? {} : { street: parts.join(', ') };

function townWithPostcode(part: string, country: Company['country']): Place | undefined {
  const [, first, behind] = postcodeFirst.exec(part) ?? [];
  const [, before, last] = townFirst.exec(part) ?? [];
  const postcode = postcodeIn(first ?? last ?? '', country);
  const city = (behind ?? before)?.trim();
  return postcode === undefined || city === undefined ? undefined : { postcode, city };
}

/** "München, 80331" and "80331, München". */
function townBehind(part: string, next: string | undefined, country: Company['country']): Place | undefined {
  if (next === undefined) return undefined;
  const isTown = new RegExp(`^${town}$`, 'u');
  const [first, second] = [postcodeIn(part, country), postcodeIn(next, country)];
  if (first !== undefined && isTown.test(next)) return { postcode: first, city: next };
  return second !== undefined && isTown.test(part) ? { postcode: second, city: part } : undefined;
}

/** "Lindenweg 4", "Am Anger 3a": a street with its number and nothing else. */
export const isStreet = (value: string): boolean =>
  // A look at no cost: most values have no number behind words.
  /^\D.* \d/.test(value) &&
  /^(?=.{4,80}$)\p{L}[\p{L}\p{M}.'’ -]{2,60} \d{1,4} ?[a-z]?(?: ?[-/] ?\d{1,4} ?[a-z]?)?$/iu.test(value);

/** A town's name, not more: no digits, few words. */
export const isTown = (value: string): boolean =>
  /^(?=.{2,60}$)\p{Lu}[\p{L}\p{M}.'’()/-]*(?: [\p{L}\p{M}.'’()/-]+){0,4}$/u.test(value);

const url = /^(?:https?:\/\/|www\.)\S+$/i;
/** An address of the web and nothing else. */
export const isWebAddress = (value: string): boolean => url.test(value);

/** The beginning shows what a text is. */
const maxLookedAt = 1_000;

/** Several words of somebody, not a heading, a name, a time or a code. */
export const isText = (value: string): boolean =>
  /\p{L}{2}\s+\P{L}{0,3}\p{L}/u.test(value.slice(0, maxLookedAt)) &&
  !isWebAddress(value) &&
  !/^[[{](?!\d{1,4}[:./-]\d)/.test(value);

/** "E-Mail", "per Telefon", "WhatsApp oder SMS": how an answer shall come, and nothing that is wanted. */
export const isChannel = (value: string): boolean =>
  value.length <= 60 &&
  /^(?:(?:per|via|by|als|oder|und|or|and|am|bitte|das|die|lieber|gern|gerne) |)(?:(?:e ?mail|mail|telefon|telefonisch|telefonat|anruf|rueckruf|phone|call|sms|whatsapp|post|brief|postalisch|fax|telephone|courriel|handy|messenger|signal|telegram|telefono)(?: (?:oder|und|or|and|ou|o|e|per|bitte))* ?)+$/.test(
    plainWords(value),
  );
