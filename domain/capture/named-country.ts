/** The country that a form names beside a number or an address. Which one a computer stands in says nothing. */
import { type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import { phoneE164 } from './contact-data.ts';
import type { Answer } from './form-answer.ts';
import { plainWords } from './plain-words.ts';

/** Labels of the field, in plain spelling, without the group it stands in. */
const labels: ReadonlySet<string> = new Set([
  ...[
    'country',
    'land',
    'staat',
    'pays',
    'paese',
    'nazione',
    'ihr land',
    'your country',
    'wohnland',
    'country code',
  ],
  ...['country region', 'land region', 'address country', 'adresse land', 'billing country', 'rechnungsland'],
]);

/** Countries as people here write them, in plain spelling; any other by its two letters. */
const countries: ReadonlyMap<string, CountryCode> = new Map(
  Object.entries<CountryCode>({
    deutschland: 'DE',
    germany: 'DE',
    allemagne: 'DE',
    germania: 'DE',
    deu: 'DE',
    oesterreich: 'AT',
    osterreich: 'AT',
    austria: 'AT',
    autriche: 'AT',
    aut: 'AT',
    schweiz: 'CH',
    switzerland: 'CH',
    suisse: 'CH',
    svizzera: 'CH',
    che: 'CH',
    liechtenstein: 'LI',
    frankreich: 'FR',
    france: 'FR',
    francia: 'FR',
    italien: 'IT',
    italy: 'IT',
    italie: 'IT',
    italia: 'IT',
    luxemburg: 'LU',
    luxembourg: 'LU',
    niederlande: 'NL',
    netherlands: 'NL',
    belgien: 'BE',
    belgium: 'BE',
  }),
);

function countryOf(text: string): CountryCode | undefined {
  const code = text.trim().toUpperCase();
  return isSupportedCountry(code) ? code : countries.get(plainWords(text));
}

/** @returns `undefined`: none is named, or none that is known. */
export function namedCountry(answers: readonly Answer[]): CountryCode | undefined {
  const named = answers.find(({ names, label }) =>
    [...names, label].some((name) => labels.has(plainWords(name))),
  );
  return named && countryOf(named.value);
}

/**
 * A number behind the country it was chosen with, as a code or by name: "43" and "664 1234567".
 * @returns `undefined`: the two are no number together.
 */
export function withCountry(country: string, number: string): string | undefined {
  if (/^\s*(?:\+|00)/.test(number)) return undefined;
  const digits = country.replace(/^\D*(?:00)?/, '');
  const named = countryOf(country);
  const code = named ? getCountryCallingCode(named) : /^\d{1,3}$/.test(digits) ? digits : undefined;
  // Italy dials the zero from abroad too.
  const joined = code && `+${code} ${code === '39' ? number : number.trim().replace(/^\(?0/, '')}`;
  return joined && phoneE164(joined, 'DE') !== undefined ? joined : undefined;
}
