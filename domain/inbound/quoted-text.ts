/** What a person wrote, without the mail it answers. */
import { anAnswer, type Piece, readPieces, type Situation } from './mail-pieces.ts';
import { attributionAt, type TextLine, textLines } from './quote-headers.ts';
import { isOnlySignature, stripSignature } from './signature.ts';

/** What is left out may bring a new beginning to light; a mail that does not settle is shown whole. */
const maxRounds = 4;

/**
 * The new text of a mail without what it quotes: its own lines, in their order. Answers below and between quoted lines
 * stay, those between with the lines they answer. What was forwarded is the content and stays too; whether it was, the
 * situation tells. If almost nothing is left, everything.
 */
export function stripQuotes(
  text: string,
  situation: Situation = anAnswer,
): { readonly text: string; readonly quoted: boolean } {
  const whole = { text, quoted: false };
  let rest = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const next = withoutQuotes(rest, situation);
    if (next === undefined) return round === 0 ? whole : { text: rest, quoted: true };
    if (!saysSomething(next.text) || (next.cut && pointsBelow(next.text))) return whole;
    rest = next.text;
  }
  return withoutQuotes(rest, situation) === undefined ? { text: rest, quoted: true } : whole;
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
  situation: Situation,
): { readonly text: string; readonly cut: boolean } | undefined {
  const lines = textLines(text);
  const pieces = readPieces(lines, situation);
  const quotes = keptQuotes(lines, pieces);
  const kept = pieces.flatMap((piece) => {
    if (piece.kind === 'own' || piece.kind === 'forward') return lines.slice(piece.from, piece.to);
    return quotes.get(piece) ?? [];
  });
  if (kept.length === lines.length) return undefined;
  return { text: joined(kept), cut: pieces.at(-1)?.kind === 'rest' };
}

/** More pieces than anybody answers one by one; and a mail of nothing else stays cheap. */
const maxAnswers = 50;
/** A question is short; longer ones are a whole mail that was answered below it. */
const maxQuestionLines = 4;

/**
 * Of the marked pieces what stays: the lines that an answer between them answers, and what somebody marked by hand to
 * answer it. One answer below the whole quoted mail needs no question.
 */
function keptQuotes(
  lines: readonly TextLine[],
  pieces: readonly Piece[],
): ReadonlyMap<Piece, readonly TextLine[]> {
  const marked = pieces.filter(({ kind }) => kind === 'marked');
  const count = marked.reduce((sum, { from, to }) => sum + to - from, 0);
  const kept = new Map<Piece, readonly TextLine[]>();
  let announced = false;
  let answers = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'header') announced = true;
    if (piece.kind !== 'marked') continue;
    announced ||= attributionAt(lines, piece.from) > 0;
    const all = lines.slice(piece.from, piece.to);
    // "> 20 Jahre alt" is no quote as long as nothing else is marked.
    if (!announced && (count === 1 || pieces[index + 1]?.kind === 'forward')) kept.set(piece, all);
    else if (answers < maxAnswers && isAnswered(lines, piece, pieces[index + 1])) {
      const isBetween = answers > 0 || piece !== marked.at(-1);
      answers += 1;
      if (isBetween) kept.set(piece, questionIn(lines, piece));
      else if (!announced && all.length <= maxQuestionLines) kept.set(piece, all);
    }
  }
  return kept;
}

function isAnswered(lines: readonly TextLine[], quote: Piece, next: Piece | undefined): boolean {
  if (next?.kind !== 'own') return false;
  const own = lines.slice(next.from, next.to);
  const text = joined(own.slice(0, maxAnswerLines));
  return saysSomething(text) && !isBrokenOff(lines[quote.to - 1], own);
}
/** As much of an answer as shows that it is one. */
const maxAnswerLines = 30;

/** A program broke a long quoted line and marked only its beginning. */
function isBrokenOff(quoted: TextLine | undefined, own: readonly TextLine[]): boolean {
  const [first, second] = own;
  const goesOn = first !== undefined && second === undefined && /^\p{Ll}/u.test(first.plain);
  return (
    goesOn && quoted !== undefined && quoted.raw.length >= minBrokenLength && !/[.?!:]$/.test(quoted.plain)
  );
}
const minBrokenLength = 60;

/** The last paragraph of a quote, as far as it is no signature. */
function questionIn(lines: readonly TextLine[], { from, to }: Piece): readonly TextLine[] {
  const quote = lines.slice(Math.max(from, to - maxQuestionLines * 10), to);
  const plain = quote.map((line) => line.plain).join('\n');
  const end = quote.findLastIndex((line) => line.plain !== '') + 1;
  const blank = quote.slice(0, end).findLastIndex((line) => line.plain === '') + 1;
  const begin = Math.max(blank, end - maxQuestionLines);
  if (isOnlySignature(plain) || stripSignature(plain).split('\n').length <= blank) return [];
  const header = attributionAt(lines, to - quote.length + begin);
  return quote.slice(begin + header, end);
}

function joined(lines: readonly TextLine[]): string {
  const isFilled = ({ raw }: TextLine) => raw.trim() !== '';
  const first = lines.findIndex(isFilled);
  const filled = first < 0 ? [] : lines.slice(first, lines.findLastIndex(isFilled) + 1);
  return filled.map(({ raw }) => raw).join('\n');
}
