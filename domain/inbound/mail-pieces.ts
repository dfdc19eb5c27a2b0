/** A mail's text in its pieces: what somebody wrote, what he quotes, what he hands on. */
import {
  attributionAt,
  headerBlockAt,
  isForwardMark,
  isGroupWiseMark,
  isHeaderLine,
  isOriginalMark,
  isRule,
  maxReadLines,
  type QuotedMail,
  readQuotedMail,
  type TextLine,
} from './quote-headers.ts';

/** What is known of a mail beside its text. The same lines stand above what is quoted and above what is handed on. */
export interface Situation {
  /** It calls itself a forwarded mail. */
  readonly forwards: boolean;
  /** It answers a mail, or may well: what stands below a header is a quote then. */
  readonly answers: boolean;
  /** What it answers is a mail of ours for sure: whoever's mail stands below a header was shown to us before, or is ours. */
  readonly answersUs: boolean;
  /** A quoted mail of the business is what this one answers; so is his own, if he answers. */
  readonly isOurs: (author: QuotedMail) => boolean;
}

/** Of a text alone nobody can say more. */
export const anAnswer: Situation = { forwards: false, answers: true, answersUs: true, isOurs: () => false };

/** From one line to before another. */
interface Range {
  readonly from: number;
  readonly to: number;
}

export type Piece =
  /** Written by the sender; blank lines too. */
  | ({ readonly kind: 'own' } & Range)
  /** Each line has a quote mark. */
  | ({ readonly kind: 'marked' } & Range)
  /** Lines that introduce a quote. */
  | ({ readonly kind: 'header' } & Range)
  /** All below a header, unmarked. */
  | ({ readonly kind: 'rest' } & Range)
  /** All that was handed on, with the lines above it; its own text begins at `textFrom`. */
  | ({ readonly kind: 'forward'; readonly textFrom: number; readonly mail: QuotedMail } & Range);

/** In their order, all lines. */
export function readPieces(lines: readonly TextLine[], situation: Situation): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: 'own' | 'marked', at: number) => {
    const last = pieces.at(-1);
    const isSame = last?.kind === kind && last.to === at;
    if (isSame) pieces[pieces.length - 1] = { ...last, to: at + 1 };
    else pieces.push({ kind, from: at, to: at + 1 });
  };
  // Whether a quote goes on: a mark of a forwarded mail in it is somebody else's. In no answer nothing marked is a quote.
  let quoting = false;
  let index = 0;
  while (index < Math.min(lines.length, maxReadLines)) {
    const line = lines[index];
    if (!line) break;
    const begins = line.depth === 0 || !quoting;
    const found = headerAt(lines, index);
    const header = situation.answers || !isSentence(lines.slice(index, index + found)) ? found : 0;
    const forward = begins ? forwardAt(lines, index, header, situation) : undefined;
    if (forward) {
      pieces.push({ kind: 'forward', from: index, to: lines.length, ...forward });
      break;
    }
    if (header > 0 && (line.depth === 0 || isGroupWiseMark(line))) {
      pieces.push({ kind: 'header', from: index, to: index + header });
      index += header;
      quoting = true;
      if (!marksFollow(lines, index)) {
        pieces.push({ kind: 'rest', from: index, to: lines.length });
        break;
      }
    } else {
      add(line.depth > 0 ? 'marked' : 'own', index);
      if (line.depth > 0) quoting ||= situation.answers;
      else if (line.plain !== '') quoting = false;
      index += 1;
    }
  }
  const end = pieces.at(-1)?.to ?? 0;
  if (end < lines.length) pieces.push({ kind: 'own', from: end, to: lines.length });
  return pieces;
}

/**
 * "Ihr Monteur war da und schrieb:" in a mail that answers none tells of a note, and what is marked below it is part of the
 * letter. Mail programs name a date or an address.
 */
const isSentence = (lines: readonly TextLine[]): boolean => !lines.some(({ plain }) => /[\d@]/.test(plain));

/** How many lines from here on introduce a quote; 0: none. */
function headerAt(lines: readonly TextLine[], at: number): number {
  const line = lines[at];
  if (!line) return 0;
  if (isOriginalMark(line)) {
    const block = nextFilledAt(lines, at + 1);
    return block - at + headerBlockAt(lines, block, true);
  }
  if (isRule(line)) {
    const block = nextFilledAt(lines, at + 1);
    const length = headerBlockAt(lines, block);
    return length && block - at + length;
  }
  return attributionAt(lines, at) || headerBlockAt(lines, at);
}

/** Is what begins here handed on? `header`: so many lines introduce it, if it is no mark of a forwarded mail. */
function forwardAt(
  lines: readonly TextLine[],
  at: number,
  header: number,
  situation: Situation,
): { readonly textFrom: number; readonly mail: QuotedMail } | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (isForwardMark(line)) {
    const textFrom = endOfForwardHeader(lines, at);
    return { textFrom, mail: readQuotedMail(lines.slice(at, textFrom)) };
  }
  if (header === 0) return undefined;
  const textFrom = at + header;
  const mail = readQuotedMail(lines.slice(at, textFrom));
  if (situation.forwards) return { textFrom, mail };
  // "… schrieb am …:" introduces an answer; a block of headers stands above either.
  const isBlock = attributionAt(lines, at) === 0;
  const isNamed = mail.name !== undefined || mail.email !== undefined;
  return isBlock && isNamed && !situation.answersUs && !situation.isOurs(mail)
    ? { textFrom, mail }
    : undefined;
}

/** A mark says enough: below it two headers make a block, and one is a header. */
function endOfForwardHeader(lines: readonly TextLine[], mark: number): number {
  const next = lines.slice(mark + 1, mark + 1 + maxBlankLines).findIndex(({ plain }) => plain !== '');
  const block = mark + 1 + Math.max(0, next);
  let end = block + headerBlockAt(lines, block, true);
  while (isHeader(lines[end])) end += 1;
  if (end === block) return mark + 1;
  // Zoho writes the mark below the headers again.
  return lines[end]?.plain === lines[mark]?.plain ? end + 1 : end;
}

const isHeader = (line: TextLine | undefined): boolean => line !== undefined && isHeaderLine(line);

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
