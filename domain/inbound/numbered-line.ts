/** Which requests a line speaks of: their numbers in the digest, in the spellings of hands, phones and word processors. */

import { type FoldedText, fold, writtenBetween, writtenFrom } from './folded-text.ts';
import { numberWords } from './number-words.ts';

export interface NumberedLine {
  /** Each once; empty: a range that runs backwards. */
  readonly numbers: readonly number[];
  /** What is said of them. */
  readonly said: string;
}

/** More requests stand in no digest. */
const maxNumber = 999;

/** What programs and people put before an item of a list. "o" and "§" are bullets of Word in plain text. */
const bullet = /^(?:[\s•·‣◦▪●■□◆*→►➢✓§–—-]|\[ ?\]|o(?= )|-+>)*/;
const article = /(?:(?:zu|zur|zum|bei|betr\.?|re:|die|der|das|den|fur)\s+){0,2}/.source;
const called = /(?:(?:anfragen?|nummern?|nrn?|no|pos|position|punkt)(?![a-z])\s*[.:]?\s*|#\s*){0,2}/.source;
const lead = new RegExp(`^${article}${called}[([]?\\s*(?:#\\s*)?`);
const digits = /^(\d{1,3})(?!\d)/;
const joint =
  /\s*\.?\s*(?:(bis|-|–|—|\.\.+|…)|,|;|u\.?(?![a-z])|und(?![a-z])|\+|&|\/|sowie(?![a-z]))\s*(?:(?:nr|nummer)\.?\s*)?#?\s*/
    .source;
const another = new RegExp(`^${joint}(?=\\d)`);
/** Between the numbers and what is said of them. */
const gap = /^\s*[\])]?(?:[\s.:;,=)|·•/]|-+>|=>|[–—→-])*/;

/** Higher numbers nobody writes out. */
const words = numberWords.slice(1, 13);
const inWords = new RegExp(`^(${words.join('|')})(?![a-z])`);

/**
 * `1`, `1.`, `(6)`, `• 4`, `#4`, `Nr. 4`, `zu 4:`, `4 =`, `1, 2 und 4`, `2-4`, `2 bis 4`, `2/3`, `Nummer zwei`, `zwei:`.
 * @returns `undefined`: it begins with no number.
 */
export function readNumbers(line: string): NumberedLine | undefined {
  const folded = fold(line);
  let at = bullet.exec(folded.text)?.[0].length ?? 0;
  const ahead = lead.exec(folded.text.slice(at))?.[0] ?? '';
  at += ahead.length;
  return digitsAt(folded, at) ?? wordAt(folded, at, ahead.trim() !== '');
}

function digitsAt(folded: FoldedText, from: number): NumberedLine | undefined {
  const listed = listAt(folded.text, from);
  if (!listed) return undefined;
  const end = listed.end + (gap.exec(folded.text.slice(listed.end))?.[0].length ?? 0);
  return { numbers: listed.numbers, said: writtenFrom(folded, end).trim() };
}

/** "zwei nicht erreicht" may count them: a number in words needs something that shows what it is. */
function wordAt(folded: FoldedText, from: number, called: boolean): NumberedLine | undefined {
  const text = folded.text.slice(from);
  const word = inWords.exec(text)?.[1];
  if (word === undefined) return undefined;
  const rest = text.slice(word.length);
  if (!called && word !== 'eins' && !/^\s*[:.)=]/.test(rest)) return undefined;
  const end = from + word.length + (gap.exec(rest)?.[0].length ?? 0);
  return { numbers: [words.indexOf(word) + 1], said: writtenFrom(folded, end).trim() };
}

/** @returns where the list ends; `undefined`: none begins here. */
function listAt(
  text: string,
  from: number,
): { readonly numbers: number[]; readonly end: number } | undefined {
  const numbers = new Set<number>();
  let at = from;
  let before: number | undefined;
  for (;;) {
    const found = digits.exec(text.slice(at, at + 4))?.[1];
    if (found === undefined) break;
    at += found.length;
    const number = Number(found);
    if (before !== undefined && before >= number) return { numbers: [], end: at };
    for (let one = before ?? number; one <= Math.min(number, maxNumber); one += 1) numbers.add(one);
    const next = another.exec(text.slice(at, at + 30));
    // What follows has more digits than a number: it is none of the list.
    if (!next || !digits.test(text.slice(at + next[0].length, at + next[0].length + 4))) {
      return { numbers: [...numbers], end: at };
    }
    at += next[0].length;
    before = next[1] === undefined ? undefined : number;
  }
  return undefined;
}

const list = `\\d{1,3}(?:${joint.replace('(bis', '(?:bis')}\\d{1,3})*`;
const mark = /(?:(?:fur|bei|zu|zur|von)\s+)?(?:(?:anfragen?|nummern?|nrn?)(?![a-z])\s*\.?\s*|#\s*)?/.source;
/** At the end: "erreicht: 4", "Angebot 8500 für 3". */
const behind = new RegExp(`(?<=[a-z0-9€)])\\s*([:=(–-]?)\\s*(${mark})(${list})\\s*\\)?[.!]*\\s*$`);
/** In the middle: "Angebot für 3: 8500", "verloren (4): zu teuer". */
const within = new RegExp(`^([a-z -]{2,40}?)\\s*${mark}\\(?(${list})\\)?\\s*[:=]\\s+(?=\\S)`);
/** As much of a line as can hold them. */
const maxTail = 60;

export interface NumberBehind extends NumberedLine {
  /** A word or sign shows that it is the number of a request, and no amount. */
  readonly marked: boolean;
}

/** The numbers behind or within what is said of them, in the ways that are possible. */
export function readNumbersBehind(line: string): readonly NumberBehind[] {
  const folded = fold(line);
  const found: NumberBehind[] = [];
  const from = Math.max(0, folded.text.length - maxTail);
  const end = behind.exec(folded.text.slice(from));
  if (end) {
    const [, sign = '', called = '', numbers = ''] = end;
    const said = writtenBetween(folded, 0, from + end.index).trim();
    found.push({ ...asNumbers(numbers), said, marked: called !== '' || (sign === ':' && !/\d$/.test(said)) });
  }
  const middle = within.exec(folded.text);
  if (middle) {
    const [all, said = '', numbers = ''] = middle;
    const written = writtenBetween(folded, 0, said.length);
    found.push({
      ...asNumbers(numbers),
      said: `${written} ${writtenFrom(folded, all.length)}`,
      marked: true,
    });
  }
  return found;
}

const asNumbers = (text: string) => ({ numbers: listAt(text, 0)?.numbers ?? [] });
