/** What somebody typed, as it is kept: whole or not at all. */
import { maxLineLength, maxMessageLength } from '../../domain/lead/questions.ts';
import { multiLine, singleLine } from '../../views/visitor-text.ts';

/** Text with its paragraphs; `undefined`: it is longer than what is kept, and would lose its end. */
export const typedText = (typed: string | null): string | undefined =>
  within(multiLine(typed ?? '', Number.POSITIVE_INFINITY), maxMessageLength);

/** One line; `undefined`: it is longer than what is kept. */
export const typedLine = (typed: string): string | undefined =>
  within(singleLine(typed, Number.POSITIVE_INFINITY), maxLineLength);

const within = (text: string, length: number): string | undefined =>
  Array.from(text).length > length ? undefined : text;
