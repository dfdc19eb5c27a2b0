/** What somebody wrote himself, and nothing else: for answers in which each line is an order. */
import { anAnswer, readPieces } from './mail-pieces.ts';
import { maxReadLines, type TextLine, textLines } from './quote-headers.ts';

/** A quoted line this long may have been broken, and only its beginning be marked. */
const brokenLength = 60;

/**
 * The lines that have no quote mark and stand below no header of a quoted or forwarded mail. Unlike `stripQuotes`, which
 * keeps what a reader needs, it keeps no quote at all: nothing but a quote is no words.
 * @param text of a mail; what stands below so many lines that nobody wrote them is left out.
 */
export function ownWords(text: string): string {
  const lines = textLines(text).slice(0, maxReadLines);
  return readPieces(lines, anAnswer)
    .filter(({ kind }) => kind === 'own')
    .flatMap(({ from, to }) => lines.slice(isRestOfQuote(lines[from - 1], lines[from]) ? from + 1 : from, to))
    .map(({ raw }) => raw)
    .join('\n');
}

/** A program broke the line above and marked only its beginning. */
const isRestOfQuote = (above: TextLine | undefined, line: TextLine | undefined): boolean =>
  above !== undefined &&
  line !== undefined &&
  above.depth > 0 &&
  above.raw.length >= brokenLength &&
  /^[\p{Ll}„“"»)]/u.test(line.plain);
