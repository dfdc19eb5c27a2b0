/** What strangers typed, made fit to be shown: no control characters, no tricks with the writing direction. */

/** Characters that turn the direction of writing, so that what is read is not what is there. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** One line of at most `length` characters: for subjects, names, labels and everything else that must not break. */
export function singleLine(text: string, length = 200): string {
  return cut(clean(text).replace(/\s+/gu, ' ').trim(), length);
}

/** Text with its paragraphs, of at most `length` characters: for messages. At most one empty line in a row. */
export function multiLine(text: string, length = 12_000): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .split('\n')
    .map((line) => clean(line).replace(/\s+/gu, ' ').trim());
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    length,
  );
}

/** Text as a machine sent it, line by line with its spaces: for whoever looks for a fault in it. */
export function asReceived(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(directionMarks, '�')
    .replace(/[^\P{Cc}\n\t]/gu, '�');
}

/** A single line, or nothing if no character of it can be seen. */
export function visible(text: string | undefined, length?: number): string | undefined {
  return singleLine(text ?? '', length) || undefined;
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`;
}
