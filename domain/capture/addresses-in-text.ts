/**
 * Mail addresses among other words. An address that is found in part is another's: what is in it no provider accepts
 * ("jürgen@"), or what a space has torn ("max mustermann@"), must not send a stranger what somebody asked for.
 */
import { normaliseEmail } from './contact-data.ts';
import { plainWords } from './plain-words.ts';

/** An apostrophe belongs to a name only between letters; else it quotes. */
const apostrophe = "(?<=\\p{L})['’‘´`](?=\\p{L})";
/** Whatever may belong to the word before the @, whether providers accept it or not; U+FFFD was a letter once. */
const ofWord = `[\\p{L}\\p{M}\\p{N}\\p{Cf}.!#$%&*+=?^_~\u2010\u2011\ufffd-]|${apostrophe}`;
const word = new RegExp(`(?<!${ofWord})(?:${ofWord}){1,100}@[\\p{L}\\p{M}\\p{N}\\p{Cf}.-]{3,100}`, 'gu');

interface FoundAddress {
  /** The whole word; an address if no sign in it is one that none has. */
  readonly typed: string;
  /** Where it stands, and where it ends. */
  readonly at: number;
  readonly end: number;
}

/** Every word with an @, from its beginning to the end of the domain. */
export const addressWords = (text: string): readonly FoundAddress[] =>
  text.includes('@')
    ? [...text.matchAll(word)].map(({ 0: found, index }) => ({
        typed: legible(found.replace(/^[\p{M}\p{Cf}*]+|\p{Cf}/gu, '')),
        at: index,
        end: index + found.length,
      }))
    : [];

/** Programs that write for people set other hyphens and apostrophes than the keyboard has; they mean the same. */
export const legible = (address: string): string =>
  address.replace(/[\u2010\u2011]/g, '-').replace(/(?<=\p{L})[’‘´`](?=\p{L}.*@)/gu, "'");

/** Words that an address follows, with or without a sign; another address is one. */
const leadingWords =
  '(?<!\\p{L})(?:mailto|e-?mail|mail|e-?mail-?adresse|mailadresse|adresse|an|unter|oder|und|bitte|lautet|ist|or|and|is|at|ou|et|o|e)|@\\S{3,100}';
/** Where an address begins for sure. A comma or colon right behind a letter is not it: "anna,berg@" lacks the full stop. */
const leadsIn = new RegExp(
  `(?:^|[<([{"„“‚\\n]|&(?:lt|quot|nbsp|#3[49]|#60|#160);|(?<!\\p{L})'|[:;,|/=](?:\\s+|(?<![\\p{L}\\p{M}].))|(?:${leadingWords})[^\\s\\p{L}\\p{N}]{0,3})\\s*$`,
  'iu',
);
const maxWordsBefore = 40;

/** Is all of it there? Where its word is led in, or is made of the name before it: "Anna Berg anna@x.de". */
export function isWholeAddress(text: string, found: FoundAddress): boolean {
  const before = text.slice(Math.max(0, found.at - maxWordsBefore), found.at);
  if (isCutOff(text, found)) return false;
  if (leadsIn.test(before)) return true;
  const local = plainWords(found.typed.slice(0, found.typed.indexOf('@'))).replaceAll(' ', '');
  return (
    /[\s,;|/]$/.test(before) &&
    plainWords(before)
      .split(' ')
      .some((name) => name.length >= minNameLength && local.includes(name))
  );
}
const minNameLength = 3;

/** Its end goes on, or its beginning stands on the line before, or between the same brackets: "<max mustermann@x.de>". */
const isCutOff = (text: string, { at, end }: FoundAddress): boolean =>
  /[@\p{L}\p{N}]/u.test(text[end] ?? '') || tornBefore.test(text.slice(Math.max(0, at - maxWordsBefore), at));
const tornBefore = /[\p{L}\p{N}][-._+]\s*\n\s*$|<(?!mailto:)[^<>\n@]*[^<>\s@][^<>\n@]*$/iu;

/** Behind such a label an address was asked for: any other word there may be the beginning of it. */
const asked = /mail[^\s:=]{0,20}(?:\s?\([^()\n]{0,30}\))?\s?\*?\s*[:=][^:=\n]*$/iu;
/** A sign between a letter and the address: what stands before may be the beginning of it. */
const glued = /[\p{L}\p{M}][^\s\p{L}\p{N}]{1,4}$/u;
/** But not of a label: "Kontakt:anna@x.de". */
const label = /(?<!\p{L})\p{Lu}\p{L}{2,20}:$/u;

/** Every word with an @ that has its beginning, as far as can be told. */
export const wholeAddressWords = (text: string): readonly FoundAddress[] =>
  addressWords(text).filter((found) => {
    const before = text.slice(Math.max(0, found.at - maxAsked), found.at);
    const isDoubtful = asked.test(before) || (glued.test(before) && !label.test(before));
    return isDoubtful ? isWholeAddress(text, found) : !isCutOff(text, found);
  });
const maxAsked = 120;

const normalised = (words: readonly FoundAddress[]): string[] =>
  words.flatMap(({ typed }) => normaliseEmail(typed) ?? []);

/** All whole addresses in a text. */
export const addressesIn = (text: string): string[] => normalised(wholeAddressWords(text));

/** Those of an answer that is no letter: a word or two before an address may be the beginning of it. */
export const addressesOfAnswer = (value: string): string[] =>
  normalised(
    wholeAddressWords(value).filter(
      (found) =>
        isWholeAddress(value, found) || value.slice(0, found.at).trim().split(/\s+/).length > maxWordsTornOff,
    ),
  );
const maxWordsTornOff = 2;
