/**
 * By what a lead is found: terms (names, numbers, places, addresses), which are looked up by how they begin, and the words of the
 * request. Both are written as people might spell them, and what is typed is read the same way.
 */
import { isErased } from './erase.ts';
import type { Lead } from './lead.ts';
import { soundOf } from './sound-of-name.ts';

/** Grows when terms are made in another way: leads that were indexed before are indexed anew. */
export const searchVersion = 1;

/** Marks in front of a term that is no plain word. Letters and digits only come after them. */
const marks = { sound: '~', begins: '>', ends: '<' } as const;

/** Was this lead last written by a release that makes its terms as this one does? */
export const isIndexed = ({ indexed }: Pick<Lead, 'indexed'>): boolean =>
  indexed?.startsWith(`${searchVersion}-`) === true;

export interface SearchTerms {
  /** Each to be looked up by how it begins; what sounds alike (`~`) only as a whole. */
  readonly terms: readonly string[];
  /** Of the request, each once. */
  readonly words: readonly string[];
}

/** What is longer is no name or place, and the key of an item has an end. */
const maxTermLength = 60;
/** Of one lead; longer lists are somebody's address book. */
const maxTerms = 40;
/** The first words say what is wanted. */
const maxTextLength = 2000;
const maxWords = 120;

const letters: Readonly<Record<string, string>> = {
  ä: 'ae',
  æ: 'ae',
  ö: 'oe',
  ø: 'oe',
  œ: 'oe',
  ü: 'ue',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/**
 * Lower case without accents; an umlaut is the same as its vowel, with an `e` or without: Müller, Mueller and Muller are one. How
 * a text begins stays how its folded form begins.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äæöøœüßłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/([aou])e+/g, '$1');
}

const wordsIn = (text: string | undefined): string[] =>
  text === undefined ? [] : (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Dial codes that are written in more than one way before the same number. */
const servedCodes = /^(?:49|43|41)/;

/** The digits of a number after its dial code and trunk zeros, if it has one. */
function nationalDigits(phone: string): string {
  const typed = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const digits = typed.replace(/\D/g, '');
  const abroad = typed.startsWith('+') ? digits : /^00(\d*)$/.exec(digits)?.[1];
  return (abroad === undefined ? digits : abroad.replace(servedCodes, '')).replace(/^0+/, '');
}

const reversed = (text: string): string => [...text].reverse().join('');

/** Shorter ones are no numbers that anybody dials. */
const minPhoneDigits = 5;

function phoneTerms(phone: string | undefined): string[] {
  const digits = phone === undefined ? '' : nationalDigits(phone);
  return digits.length < minPhoneDigits
    ? []
    : [`${marks.begins}${digits}`, `${marks.ends}${reversed(digits)}`];
}

/** Of two sounds every third name has one. */
const minSound = 2;

function soundTerms(words: readonly string[]): string[] {
  return words
    .map(soundOf)
    .filter((sound) => sound.length >= minSound)
    .map((sound) => `${marks.sound}${sound}`);
}

function emailTerms(email: string | undefined): string[] {
  if (email === undefined) return [];
  return [foldEmail(email), ...wordsIn(email.split('@')[0])];
}

const foldEmail = (email: string): string => foldText(email).replace(/[^\p{L}\p{N}@._+-]/gu, '');

/** All by which this lead is found, as it stands; nothing, once the person is gone from it. */
export function searchTermsOf(lead: Lead): SearchTerms {
  if (isErased(lead)) return { terms: [], words: [] };
  const { contact, request } = lead;
  const { name, familyName, company, phone, phoneE164, otherPhones = [] } = contact;
  const names = [...wordsIn(name), ...wordsIn(familyName), ...wordsIn(company)];
  const terms = [
    ...names,
    ...phoneTerms(phoneE164 ?? phone),
    ...otherPhones.flatMap((other) => phoneTerms(other.phoneE164 ?? other.phone)),
    ...emailTerms(contact.email),
    ...(contact.otherEmails ?? []).flatMap(emailTerms),
    ...wordsIn(contact.postcode),
    ...wordsIn(contact.city),
    ...wordsIn(contact.address),
    ...soundTerms(names),
  ].map((term) => term.slice(0, maxTermLength));
  const words = [
    request.message,
    request.installation,
    request.timeframe,
    ...request.extra.map(({ value }) => value),
  ].flatMap((text) => wordsIn(text?.slice(0, maxTextLength)));
  return {
    terms: [...new Set(terms)].slice(0, maxTerms),
    words: [...new Set(words.map((word) => word.slice(0, maxTermLength)))].slice(0, maxWords),
  };
}

/** A term or how it begins; `alike`: it only sounds the same. */
export interface Lookup {
  readonly text: string;
  readonly how: 'begins' | 'alike';
}

/** One thing that was typed; it is found by any of these. */
export interface SearchWord {
  readonly lookups: readonly Lookup[];
  /** How a word of the request begins; absent: it is none. */
  readonly word?: string | undefined;
}

/** More was pasted, not typed. */
const maxQueryWords = 8;
const maxQueryLength = 200;
/** By fewer last digits everybody is found. */
const minLastDigits = 4;

/** Digits as people group them, where they begin as a number to dial does or are as long. */
const phonesInText = /(?:\+|\b)\d[\d\s/().-]*\d/g;
const isDialled = (run: string): boolean => {
  const digits = run.replace(/\D/g, '');
  return digits.length >= minPhoneDigits && (/^[+0]/.test(run) || digits.length >= 7);
};

/** What was typed, as it is looked up: all of it must be found. Nothing, if that is too short to lead anywhere. */
export function readQuery(typed: string): SearchWord[] {
  const words: SearchWord[] = [];
  const rest = typed
    .slice(0, maxQueryLength)
    .replace(/\(0\)/g, '')
    .replace(phonesInText, (run) => {
      if (!isDialled(run) || !/\D/.test(run)) return run;
      words.push({ lookups: numberLookups(run) });
      return ' ';
    });
  for (const chunk of rest.split(/\s+/)) {
    if (chunk.includes('@')) {
      const text = foldEmail(chunk).replace(/^@/, '');
      if (text !== '') words.push({ lookups: [{ text, how: 'begins' }] });
    } else if (/^\+?\d+$/.test(chunk)) {
      words.push({ lookups: numberLookups(chunk), word: chunk.replace('+', '') });
    } else {
      words.push(...wordsIn(chunk).map(wordLookups));
    }
  }
  return words.some(leadsSomewhere) ? words.slice(0, maxQueryWords) : [];
}

/** One letter or digit leads to everybody; beside others it says which of them. */
const minLookup = 2;
const leadsSomewhere = ({ lookups }: SearchWord) => lookups.some(({ text }) => [...text].length >= minLookup);

function wordLookups(word: string): SearchWord {
  const [sound] = soundTerms([word]);
  return {
    lookups: [
      { text: word, how: 'begins' },
      ...(sound === undefined || /\d/.test(word) ? [] : [{ text: sound, how: 'alike' } as const]),
    ],
    word,
  };
}

function numberLookups(typed: string): Lookup[] {
  const digits = typed.replace(/\D/g, '');
  const national = nationalDigits(typed);
  const ends = [digits, national].filter(({ length }) => length >= minLastDigits);
  const texts = [
    ...(/^\d+$/.test(typed) ? [digits] : []),
    ...(national.length >= 2 ? [`${marks.begins}${national}`] : []),
    ...ends.map((end) => `${marks.ends}${reversed(end)}`),
  ];
  return [...new Set(texts)].map((text) => ({ text, how: 'begins' }));
}

/**
 * How well a lead fits what was typed: 0 by its terms and words, 1 only by what sounds alike; `undefined`: not at all.
 */
export function fits(query: readonly SearchWord[], { terms, words }: SearchTerms): 0 | 1 | undefined {
  let worst: 0 | 1 = 0;
  for (const { lookups, word } of query) {
    const begins = lookups.some(
      ({ text, how }) => how === 'begins' && terms.some((term) => term.startsWith(text)),
    );
    if (begins || (word !== undefined && words.some((one) => one.startsWith(word)))) continue;
    if (!lookups.some(({ text, how }) => how === 'alike' && terms.includes(text))) return undefined;
    worst = 1;
  }
  return query.length === 0 ? undefined : worst;
}

/**
 * Ten characters that may be the number of a request, as people write and read it out, also within a line of a mail that names it.
 * @returns `undefined`: there are none.
 */
export function requestNumberIn(typed: string): string | undefined {
  const parts = typed.split(/[^0-9a-z]+/i).filter((part) => /\d/.test(part));
  return [typed.replace(/[\s-]/g, ''), ...parts].map(asNumber).find((number) => idShape.test(number));
}

const idShape = /^[0-9A-HJKMNP-TV-Z]{10}$/;
const asNumber = (text: string): string => text.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
