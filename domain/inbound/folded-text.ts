/** Text as it is compared: small letters without marks, so that `spaeter`, `SPÄTER` and `spater` are one word. */

export interface FoldedText {
  readonly text: string;
  readonly source: string;
  /** Where each character of `text` begins in `source`. */
  readonly origins: readonly number[];
}

/**
 * Umlauts that somebody wrote with two letters, in the words that are looked for: elsewhere `ue` may be what it is ("neue").
 * Each match ends with the letter that is left out.
 */
const typedOut =
  /spae(?=t)|zurue(?=ck)|ue(?=ber)|kue(?=mm)|nae(?=chst)|mae(?=rz)|jae(?=nner)|fue(?=nf|r(?![a-z]))|zwoe(?=lf)|frue(?=h)|grue(?=ss|ezi)|schoe(?=n)|hoe(?=he)|ungefae(?=hr)|koe(?=nig)|bestae(?=tig)/g;

export function fold(source: string): FoldedText {
  const letters: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of source) {
    const plain = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('ß', 'ss');
    for (const letter of plain.split('')) {
      letters.push(letter);
      origins.push(at);
    }
    at += character.length;
  }
  const text = letters.join('');
  const left = new Set([...text.matchAll(typedOut)].map((match) => match.index + match[0].length - 1));
  if (left.size === 0) return { text, source, origins };
  const kept = (_: unknown, index: number) => !left.has(index);
  return { text: letters.filter(kept).join(''), source, origins: origins.filter(kept) };
}

/** What was written from this place of the folded text on. */
export function writtenFrom({ source, origins }: FoldedText, at: number): string {
  const begin = origins[at];
  return begin === undefined ? '' : source.slice(begin);
}

/** What was written between two places of the folded text. */
export function writtenBetween(folded: FoldedText, from: number, to: number): string {
  const [begin, end] = [folded.origins[from], folded.origins[to]];
  return begin === undefined ? '' : folded.source.slice(begin, end);
}

/** Shorter words are one letter apart from too many others. */
const minTypoLength = 5;

/**
 * The text with its first words put right where exactly one of the known words is one letter away: a letter that is missing,
 * too many, another one, or swapped with its neighbour. Not at the end of a word: "Angebote", "absagen" and "erreiche" are
 * words of their own.
 * @param words how many are looked at.
 */
export function withoutTypos(folded: FoldedText, known: ReadonlySet<string>, words: number): FoldedText {
  let { text, origins } = folded;
  let from = 0;
  for (let count = 0; count < words; count += 1) {
    const found = /[a-z]+/.exec(text.slice(from));
    if (!found) break;
    const word = found[0];
    const begin = from + found.index;
    const meant = meantWord(word, known);
    if (meant !== undefined) {
      const place = origins[begin] ?? 0;
      text = text.slice(0, begin) + meant + text.slice(begin + word.length);
      const letters = Array.from({ length: meant.length }, () => place);
      origins = [...origins.slice(0, begin), ...letters, ...origins.slice(begin + word.length)];
    }
    from = begin + (meant ?? word).length;
  }
  return { text, source: folded.source, origins };
}

function meantWord(word: string, known: ReadonlySet<string>): string | undefined {
  if (word.length < minTypoLength - 1 || known.has(word)) return undefined;
  const near = [...known].filter((other) => other.length >= minTypoLength && isOneLetterApart(word, other));
  return near.length === 1 ? near[0] : undefined;
}

/** One letter less, more, other or swapped; never the last one. */
export function isOneLetterApart(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1 || word.at(-1) !== other.at(-1)) return false;
  const limit = Math.min(word.length, other.length);
  let same = 0;
  while (same < limit && word[same] === other[same]) same += 1;
  const rest = (text: string, skipped: number) => text.slice(same + skipped);
  const [left, right] = [rest(word, 0), rest(other, 0)];
  if (left === right) return false;
  const swapped = `${left[1] ?? ''}${left[0] ?? ''}${left.slice(2)}`;
  return (
    rest(word, 1) === rest(other, 1) ||
    rest(word, 1) === right ||
    left === rest(other, 1) ||
    (left.length >= 2 && swapped === right)
  );
}
