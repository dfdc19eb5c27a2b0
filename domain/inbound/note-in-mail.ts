/**
 * What the owner writes for the business alone, in an answer that would otherwise go on to the customer: "Notiz: zahlt schlecht".
 * In doubt nobody but he reads it.
 */
import { maxMessageLength } from '../lead/questions.ts';
import { stripSignature } from './signature.ts';

/** What such words are called; with a colon, a dash or a line of its own behind them. */
const name =
  '(?:(?:private?|interne?r?|eigene|kurze|kleine) )?(?:notiz(?:en)?|notitz(?:en)?|aktennotiz|gespraechsnotiz|gesprächsnotiz|telefonnotiz|vermerk|memo)|intern|internes?|privat|nur (?:für|fuer) (?:uns|mich|intern|den betrieb)|internal(?: note)?|(?:private )?note|note to self';
/** For whom it is said to be, once more. */
const forUs = '(?:[ ,(]*(?:nur )?(?:für|fuer|an) (?:uns|mich|intern|den betrieb|die akte)\\)?)?';
/** Bullets, brackets, pictures, and the quotation marks in which our own mails show the word. */
const mark = '[^\\p{L}\\p{N}\\n]*';
const closed = '[*_"“”„‟«»‹›\'‘’)\\]]*';
const heading = new RegExp(`^\\s*${mark}(?:${name})${closed}${forUs}${closed}\\s*(?:[:：–—-]|\\n|$)`, 'iu');
/** In the middle of a line, where another sentence begins or a bracket opens. */
const aside = new RegExp(
  `(?:[.!?;]\\s+|[([{–—]\\s*)["“”„«»]?(?:(?:interne?r?|private?) )?(?:notiz|vermerk|intern|nur (?:für|fuer) (?:uns|mich))${closed}${forUs}${closed}\\s*[:：]`,
  'iu',
);
/** At the very beginning the word alone says it; a note for somebody else does not begin so. */
const bareWord =
  /^[^\p{L}\p{N}]*notiz(?![\p{L}])(?!\s+(?:an|für|fuer)\s+(?:sie|ihnen|euch|dich)(?![\p{L}]))/iu;
/** What editors leave in a text unseen; joined pictures keep what joins them. */
const invisible = /[^\P{Cf}\u200D]/gu;
const answerMark = /^(?:\s*(?:re|aw|antw|wg|fwd?|tr)\s*:)+/i;

const begin = (text: string): string | undefined => (heading.exec(text) ?? bareWord.exec(text))?.[0];

/**
 * Reads a note to the business.
 * @param text the owner's own words, without what they quote.
 * @returns `note`: all of it is one; `mixed`: a note stands below words that are none; `undefined`: it has none.
 */
export function readNote(
  subject: string | undefined,
  text: string,
): { readonly note: string } | 'mixed' | undefined {
  const words = stripSignature(text.replace(invisible, '')).trim();
  const found = begin(words);
  const rest =
    found === undefined ? undefined : words.slice(found.length).replace(/^[\s:：*_–—"“”„«»)-]+/, '');
  if (rest !== undefined || isNoted(subject)) {
    return { note: (rest ?? words).slice(0, maxMessageLength).toWellFormed() };
  }
  return words.split('\n').some((line) => heading.test(line) || aside.test(line)) ? 'mixed' : undefined;
}

/** He wrote it above the mail instead of into it. */
const isNoted = (subject = ''): boolean => begin(subject.replace(answerMark, '').trim()) !== undefined;
