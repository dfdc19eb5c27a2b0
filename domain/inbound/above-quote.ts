/** The words above a quote of which it is known that it is one, however it is marked. */
import { attributionAt, headerBlockAt, isOriginalMark, textLine } from './quote-headers.ts';

/** @returns what stands above the first header of a quote and is not marked as quoted; empty if there is no header. */
export function aboveQuote(text: string): string {
  const lines = text.split('\n').map(textLine);
  const header = lines.findIndex(
    (line, at) => isOriginalMark(line) || attributionAt(lines, at) > 0 || headerBlockAt(lines, at) > 0,
  );
  return lines
    .slice(0, Math.max(0, header))
    .filter(({ depth }) => depth === 0)
    .map(({ raw }) => raw)
    .join('\n');
}
