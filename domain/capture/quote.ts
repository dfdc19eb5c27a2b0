import { withoutSlips } from './misspelt-words.ts';
import { plainWords } from './plain-words.ts';

/** Most characters of a quotation; of a longer one its beginning and its end are quoted. */
const longest = 80;

/**
 * The words of a sentence as they were written, for a place found in its plain spelling.
 * @param written the sentence as it was written.
 * @param before the plain spelling up to that place.
 * @param found the plain spelling of that place.
 * @returns `undefined` if the plain spelling does not lead back to it.
 */
export function quote(written: string, before: string, found: string): string | undefined {
  const first = plainTokens(before).length;
  const count = plainTokens(found).length;
  const places = placesOf(written, first + count);
  const [begins, ends] = [places?.[first], places?.[first + count - 1]];
  if (!begins || !ends) return undefined;
  const whole = written.slice(begins.from, ends.to).replace(/\s+/g, ' ');
  if (whole.length <= longest) return whole;
  return `${written.slice(begins.from, begins.to)} … ${written.slice(ends.from, ends.to)}`.slice(0, longest);
}

/** Bars end clauses and are no words. */
const plainTokens = (plain: string): string[] =>
  plain.split(' ').filter((word) => word !== '' && word !== '|');

interface Place {
  readonly from: number;
  readonly to: number;
}

const nextWords = /[\p{L}\p{M}\p{N}]+/gu;

/** Where each of the first plain words stands in the text; a misspelt word may be two, and two may be one. */
function placesOf(written: string, most: number): readonly Place[] | undefined {
  const tokens = [...written.matchAll(nextWords)].map((match) => ({
    plain: plainWords(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const places: Place[] = [];
  for (let at = 0; at < tokens.length && places.length < most; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || token.plain === '') continue;
    const pair = next && withoutSlips(`${token.plain} ${next.plain}`);
    const together = pair !== undefined && next !== undefined && !pair.includes(' ');
    const words = together ? [pair] : withoutSlips(token.plain).split(' ');
    for (const _ of words) places.push({ from: token.from, to: together ? next.to : token.to });
    if (together) at += 1;
  }
  return places.length < most ? undefined : places;
}
