/** One line of plain text, as a name or an address is. */
import * as z from 'zod';

/**
 * What no line holds: control characters and line breaks, what turns the direction of the text around it, and halves of a
 * character. A mail program would show a sender or a street that nobody wrote.
 */
const foreign = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Says something, in one line of at most so many characters. */
export const plainLine = (max = 200) =>
  z
    .string()
    .max(max)
    .refine((text) => /[\p{L}\p{N}]/u.test(text), 'expected a text that is not empty')
    .refine((text) => !foreign.test(text), 'expected one line without control characters');

/** Whether somebody may stand by this name in the history of the business. */
export const isAuthor = (name: string): boolean => plainLine(100).safeParse(name).success;
