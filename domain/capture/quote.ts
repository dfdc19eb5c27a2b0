import { meantByBoth, withoutSlips } from './misspelt-words.ts';
import { plainText } from './plain-words.ts';

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

interface Token extends Place {
  readonly plain: string;
}

/** The next one from there on: what is quoted stands mostly at the beginning. */
function tokenFrom(written: string, from: number): Token | undefined {
  nextWords.lastIndex = from;
  const found = nextWords.exec(written);
  return found ? { plain: plainText(found[0]), from: found.index, to: nextWords.lastIndex } : undefined;
}

/** Where each of the first plain words stands in the text; a misspelt word may be two, and two may be one. */
function placesOf(written: string, most: number): readonly Place[] | undefined {
  const places: Place[] = [];
  let token = tokenFrom(written, 0);
  while (token && places.length < most) {
    let next = tokenFrom(written, token.to);
    if (token.plain !== '') {
      const { from, to } = token;
      const both = next && meantByBoth(token.plain, next.plain);
      if (next && both !== undefined && !both.includes(' ')) {
        places.push({ from, to: next.to });
        next = tokenFrom(written, next.to);
      } else for (const _ of withoutSlips(token.plain).split(' ')) places.push({ from, to });
    }
    token = next;
  }
  return places.length < most ? undefined : places;
}
