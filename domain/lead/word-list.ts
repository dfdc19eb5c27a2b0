/** Ends words: all but letters. */
const besideLetters = /\P{L}+/u;
/** Ends words in which digits may stand. */
export const besideLettersAndDigits = /[^\p{L}\d]+/u;

/** In small letters, each letter as one: what a regular expression takes for the same without case. */
export const inSmallLetters = (text: string): string =>
  text.replaceAll('İ', 'ı').toLowerCase().replaceAll('ſ', 's');

/**
 * Tells whether a text holds one of these words, in any case. A regular expression of a hundred words would be compiled at
 * each start, which takes longer than all that is done with it.
 * @param list blanks between the words: `mit` stands by itself, `gewinn*` with any ending, `mein+2` with two letters more at most.
 */
export function holdsAnyOf(list: string, between = besideLetters): (text: string) => boolean {
  const whole = new Set<string>();
  const begun: { readonly stem: string; readonly most: number }[] = [];
  for (const entry of list.trim().split(/\s+/)) {
    const [stem = '', most] = entry.split(/[*+]/);
    if (most === undefined) whole.add(stem);
    else begun.push({ stem, most: most === '' ? Number.POSITIVE_INFINITY : Number(most) });
  }
  const isListed = (word: string): boolean =>
    whole.has(word) ||
    begun.some(({ stem, most }) => word.startsWith(stem) && [...word].length <= stem.length + most);
  return (text) => inSmallLetters(text).split(between).some(isListed);
}
