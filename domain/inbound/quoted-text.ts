/** What a person wrote, without the mail it answers. */
import {
  attributionAt,
  headerBlockAt,
  isForwardMark,
  isOriginalMark,
  isRule,
  type TextLine,
  textLine,
} from './quote-headers.ts';
import { isOnlySignature } from './signature.ts';

/** What is left out may bring a new beginning to light; a mail that does not settle is shown whole. */
const maxRounds = 4;

/**
 * The new text of a mail without what it quotes: its own lines, in their order. Answers below and between quoted lines
 * stay. What was forwarded is the content and stays too; where only the subject ("WG: …") tells a forwarded mail from an
 * answer, it must be given. If almost nothing is left, everything.
 */
export function stripQuotes(text: string, subject = ''): { readonly text: string; readonly quoted: boolean } {
  const whole = { text, quoted: false };
  let rest = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const next = withoutQuotes(rest, forwards(subject));
    if (next === undefined) return round === 0 ? whole : { text: rest, quoted: true };
    if (!saysSomething(next.text) || (next.cut && pointsBelow(next.text))) return whole;
    rest = next.text;
  }
  return withoutQuotes(rest, forwards(subject)) === undefined ? { text: rest, quoted: true } : whole;
}

/** Outlook marks a forwarded mail in the subject only. */
function forwards(subject: string): boolean {
  return /^\s*(?:wg|fwd?|fw|wtrlt|tr)\s*:/i.test(subject);
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) && !isOnlySignature(text);
}

const answersBelow =
  /(?<!\p{L})(?:siehe (?:bitte )?(?:weiter )?unten|s\. ?u\.|(?:antworten?|anmerkungen|kommentare) (?:\p{L}+ ){0,3}(?:unten|im text|in (?:rot|blau|grün)|direkt im|inline)|see (?:my (?:answers|comments) )?(?:below|inline))(?!\p{L})/iu;
const mailBelow =
  /(?<!\p{L})(?:(?:folgende|nachfolgende|nachstehende|(?:unten ?)stehende|weitergeleitete)[nrs]? (?:e-?mail|mail|nachricht|anfrage)|(?:zur|z\.) ?(?:kenntnis|k\.|info)|leite (?:\p{L}+ ){0,6}weiter)(?!\p{L})/iu;
/** Longer texts say something themselves. */
const maxPointerLength = 400;

/**
 * "Meine Antworten stehen unten in rot": they stand within the quote, and nothing marks them in plain text. "Hier die Mail
 * meines Vermieters:" is a forwarded mail, whatever the subject says.
 */
function pointsBelow(text: string): boolean {
  return (
    text.length <= maxPointerLength && (answersBelow.test(text) || mailBelow.test(text) || text.endsWith(':'))
  );
}

/** @returns `undefined` if nothing was quoted; `cut`: all below a header was left out, whatever it was. */
function withoutQuotes(
  text: string,
  forwarded: boolean,
): { readonly text: string; readonly cut: boolean } | undefined {
  const lines = text.split('\n').map(textLine);
  // "> 20 Jahre alt" is no quote as long as nothing else is marked.
  const isMarkedMail = lines.filter(({ depth }) => depth > 0).length > 1;
  const kept: string[] = [];
  let quoted = false;
  let announced = false;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line || isForwardMark(line)) break;
    const header = headerAt(lines, index);
    if (header > 0 && forwarded && line.depth === 0) break;
    if (header > 0 && (line.depth === 0 || isOriginalMark(line))) {
      quoted = true;
      announced = true;
      index += header;
      if (!marksFollow(lines, index)) return { text: trimmed(kept), cut: true };
    } else if (line.depth > 0 && (isMarkedMail || announced)) {
      quoted = true;
      index += 1;
    } else {
      kept.push(line.raw);
      index += 1;
    }
  }
  if (!quoted) return undefined;
  const rest = lines.slice(index).map(({ raw }) => raw);
  return { text: trimmed([...kept, ...rest]), cut: false };
}

/** How many lines from here on introduce a quote; 0: none. */
function headerAt(lines: readonly TextLine[], at: number): number {
  const line = lines[at];
  if (!line) return 0;
  if (isOriginalMark(line)) {
    const block = nextFilledAt(lines, at + 1);
    return block - at + headerBlockAt(lines, block, true);
  }
  if (line.depth === 0 && isRule(line)) {
    const block = nextFilledAt(lines, at + 1);
    const length = headerBlockAt(lines, block);
    return length && block - at + length;
  }
  return attributionAt(lines, at) || headerBlockAt(lines, at);
}

/** Some programs put a header above lines they mark; most mark nothing, and all below is the quote. */
function marksFollow(lines: readonly TextLine[], from: number): boolean {
  return (lines[nextFilledAt(lines, from)]?.depth ?? 0) > 0;
}

/** More blank lines do not belong to anything, and a mail of blank lines stays cheap. */
const maxBlankLines = 5;

function nextFilledAt(lines: readonly TextLine[], from: number): number {
  const found = lines
    .slice(from, from + maxBlankLines)
    .findIndex(({ plain, depth }) => plain !== '' || depth > 0);
  return found < 0 ? from : from + found;
}

function trimmed(lines: readonly string[]): string {
  const isFilled = (line: string) => line.trim() !== '';
  const first = lines.findIndex(isFilled);
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex(isFilled) + 1).join('\n');
}
