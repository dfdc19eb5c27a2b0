/** Requests by the name of who made them: "Huber erreicht", "2 Huber: erreicht". */
import type { Lead } from '../lead/lead.ts';

/** A name has no more words, with its title. */
const maxNameWords = 5;
const minNameLength = 3;

/** Before a name, and no part of it. */
const title =
  /^(?:bei|zu|für|fuer|an|herrn?|frau|fam\.?|familie|fa\.?|firma|hr\.?|fr\.?|dr\.?|ing\.?|dipl\.?|prof\.?|der|die|den|dem)$/i;

export interface NamedLine {
  /** The numbers of all requests that may be meant. */
  readonly numbers: readonly number[];
  /** What is said of them. */
  readonly said: string;
}

/** The name at the beginning of a line, with as many of its words as there are; none: nobody of that name asked. */
export function readName(line: string, leads: readonly (Lead | undefined)[]): NamedLine | undefined {
  const words = line
    .replace(/[(),:;=]/g, ' $& ')
    .split(' ')
    .filter(Boolean);
  let from = 0;
  while (from < maxNameWords && (title.test(words[from] ?? '') || words[from] === '(')) from += 1;
  let numbers: number[] = [];
  let to = from;
  while (to < Math.min(words.length, from + maxNameWords)) {
    const name = words.slice(from, to + 1).map(nameKey);
    const found = numbersOf(name, leads);
    if (found.length === 0) break;
    numbers = found;
    to += 1;
  }
  if (numbers.length === 0) return undefined;
  const said = words
    .slice(to)
    .join(' ')
    .replace(/^[\s),:;=–—-]+/, '');
  return { numbers, said };
}

function numbersOf(name: readonly string[], leads: readonly (Lead | undefined)[]): number[] {
  if (!name.some((word) => word.length >= minNameLength)) return [];
  return leads.flatMap((lead, index) => {
    const known = (lead?.contact.name ?? '').split(/[\s,]+/).map(nameKey);
    return name.every((word) => word !== '' && known.includes(word)) ? [index + 1] : [];
  });
}

/** "Müller", "Mueller" and "MULLER" may be one person; who they are is asked if there are two. */
export const nameKey = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/[^a-z]/g, '');
