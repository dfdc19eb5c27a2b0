/**
 * The owner's answer to a digest: a line for each request, with its number or its name. Nothing is guessed and nothing is
 * dropped: what is not understood is asked back. A line counts as a whole or not at all.
 */
import type { Lead } from '../lead/lead.ts';
import { type AssignmentReading, readAssignee, readAssignment, saysAssignment } from './assignment-words.ts';
import { fold, writtenBetween, writtenFrom } from './folded-text.ts';
import {
  beginsInstruction,
  beginsWithDay,
  type InstructionContext,
  type InstructionFault,
  readInstruction,
} from './instruction.ts';
import { readName } from './named-lead.ts';
import { type NumberBehind, type NumberedLine, readNumbers, readNumbersBehind } from './numbered-line.ts';
import { ownWords } from './own-words.ts';
import { contradicts, isSameSaid, type Said, saidOrder } from './said.ts';
import { type LineOfMail, linesOfMail } from './small-talk.ts';

export interface DigestReplyContext extends InstructionContext {
  /** By their numbers in the digest, from 1 on; `undefined`: it is gone. */
  readonly leads: readonly (Lead | undefined)[];
}

/** What has to be asked back. */
export type Unclear =
  | InstructionFault
  | { readonly code: 'nobody-of-that-name' | 'several-people' }
  | { readonly code: 'only-a-number' | 'no-number' | 'everybody' | 'line-too-long' }
  | { readonly code: 'no-such-number' | 'gone' | 'disputed' | 'other-name'; readonly number: number }
  | { readonly code: 'several-of-that-name'; readonly numbers: readonly number[] }
  /** That many lines were not read. */
  | { readonly code: 'too-many-lines'; readonly left: number };

interface Instruction {
  readonly number: number;
  readonly leadId: string;
  readonly said: Said;
  /** As he wrote it. */
  readonly line: string;
}

/** A line that has to be asked back. */
interface UnclearLine {
  readonly line: string;
  readonly why: Unclear;
}

export interface DigestReply {
  /** In the order in which they are carried out, each once. */
  readonly understood: readonly Instruction[];
  readonly unclear: readonly UnclearLine[];
  /** Lines that want nothing: a greeting, a signature. */
  readonly silent: readonly string[];
}

/** More lines than requests in any digest. */
const maxLines = 200;
const maxLineLength = 1_000;
/** A line this long was broken by the mail program, and goes on below. */
const brokenLength = 55;

type LineReading = { readonly said: readonly Instruction[] } | { readonly why: Unclear } | 'silent';

/**
 * What the lines of an answer mean.
 * @param text of the mail, with all that it quotes: a quote never commands.
 */
export function readDigestReply(text: string, context: DigestReplyContext): DigestReply {
  const { lines, left } = linesOfMail(ownWords(text), context.company, maxLines);
  const read: { readonly line: string; readonly reading: LineReading }[] = [];
  for (let at = 0; at < lines.length; ) {
    const { line, reading, length } = readFrom(lines, at, context);
    read.push({ line, reading });
    at += length;
  }
  if (left) {
    const line = left.first.slice(0, maxLineLength).toWellFormed();
    read.push({ line, reading: unclear({ code: 'too-many-lines', left: left.count }) });
  }
  return settle(read);
}

/** The line, with the one below if that goes on with it. @returns how many lines it is. */
function readFrom(lines: readonly LineOfMail[], at: number, context: DigestReplyContext) {
  const line = lines[at]?.text ?? '';
  const reading = readLine(lines[at], context);
  const next = lines[at + 1];
  if (reading === 'silent' || !next || !goesOn(line, next, reading, context))
    return { line, reading, length: 1 };
  const both = { text: `${line} ${next.text}`, silent: false, follows: true };
  const joined = readLine(both, context);
  const better = joined !== 'silent' && ('said' in joined || line.length >= brokenLength);
  return better ? { line: both.text, reading: joined, length: 2 } : { line, reading, length: 1 };
}

/** Goes the next line on with this one? A line that begins anew does not. */
function goesOn(line: string, next: LineOfMail, reading: LineReading, context: DigestReplyContext): boolean {
  const begins = beginsInstruction(next.text) && !beginsWithDay(next.text);
  if (!next.follows || next.silent || readNumbers(next.text) || begins) return false;
  // Whoever is named in it, it is about him.
  if (readName(next.text, context.leads)) return false;
  const isOpen = /[,;:(–—-]$/.test(line) || line.length >= brokenLength || /^[\p{Ll}(]/u.test(next.text);
  return reading !== 'silent' && ('why' in reading || (isOpen && takesWords(reading.said)));
}

/** Ends with free words, which may go on. */
const takesWords = (said: readonly Instruction[]): boolean =>
  said.some(({ said: { what } }) => what === 'lose' || what === 'disqualify' || what === 'note');

function readLine(line: LineOfMail | undefined, context: DigestReplyContext): LineReading {
  if (!line) return 'silent';
  const written = line.text.slice(0, maxLineLength).toWellFormed();
  const text = withoutCourtesy(spelledOut(written));
  const numbered = readNumbers(text);
  const isInstruction = numbered
    ? beginsInstruction(numbered.said) ||
      namesSomebody(numbered.said, context) ||
      saysAssignment(numbered.said, context)
    : namesSomebody(text, context);
  if (line.silent && !isInstruction) return 'silent';
  if (line.text.length > maxLineLength) return { why: { code: 'line-too-long' } };
  if (numbered) return readParts(text, line.text, context);
  return readUnnumbered(text, line.text, context);
}

/** `**6** nicht erreicht`, `_6_`: as programs write bold and italic letters in plain text. */
const emphasised = /(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?![\s*_])([^*_]{1,200})(?<!\s)\1(?![\p{L}\p{N}*_])/gu;

/** Full-width digits, digits in circles and boxes, minutes written high: as a keyboard writes them. */
function spelledOut(line: string): string {
  return line
    .replace(/(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])/g, (minutes) => `:${minutes.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3]/g, '')
    .replace(emphasised, '$2')
    .replace(/^["'„“”»«‚‘]+|["'“”»«’‘]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const hello =
  /^(?:(?:hallo|hi|hey|servus|moin|gruss gott|gruezi|guten (?:morgen|tag|abend)|morgen|so)(?![a-z0-9]))[a-z ]{0,40}[,.!:–-]*\s+(?=(?:nr|nummer|anfrage|zu|#|\()*[ .]*\d)/;
const goodbye =
  /[\s,;.!–-]+(?:danke(?: (?:dir|ihnen|euch|schon|sehr))?|vielen dank|besten dank|merci|lg|vg|mfg|gruss|(?:viele|liebe|beste|schone) grusse)(?![a-z0-9])[\s.,!]*(?:[a-z]+ ?){0,2}[\s.!]*$/;
/** As much of a line as holds a farewell. */
const maxGoodbye = 60;

/** "Hallo, 1 erreicht, danke!" is "1 erreicht". */
function withoutCourtesy(line: string): string {
  const folded = fold(line);
  const from = hello.exec(folded.text)?.[0].length ?? 0;
  const tail = Math.max(from, folded.text.length - maxGoodbye);
  const end = goodbye.exec(folded.text.slice(tail));
  const kept = end ? writtenBetween(folded, from, tail + end.index) : writtenFrom(folded, from);
  return kept.trim() === '' ? line : kept.trim();
}

/** "1 erreicht, 2 nicht erreicht": a number with an instruction begins anew. */
const nextNumber =
  /(?:\s*[,;.]|\s(?:und|–|—|-|\/|\+))?\s+(?=(?:nr\.? ?|#)?\d{1,3}(?:\s?(?:,|und|u\.|bis|-|–|\/|\+|&)\s?\d{1,3})*[.:)]?\s+[a-z])/g;

function readParts(text: string, line: string, context: DigestReplyContext): LineReading {
  const said: Instruction[] = [];
  for (const part of partsOf(text, context)) {
    const numbered = readNumbers(part);
    const reading = numbered ? readNumbered(numbered, line, context) : unclear({ code: 'not-understood' });
    if ('why' in reading) return reading;
    said.push(...reading.said);
  }
  return { said };
}

function partsOf(text: string, context: DigestReplyContext): string[] {
  const folded = fold(text);
  const parts: string[] = [];
  let from = 0;
  for (const cut of folded.text.matchAll(nextNumber)) {
    const before = writtenBetween(folded, from, cut.index);
    const sayings = [before, writtenFrom(folded, cut.index + cut[0].length)].map(
      (part) => readNumbers(part)?.said ?? '',
    );
    // A list of numbers is no instruction yet, and not every number is that of a request.
    const begins = (said: string) =>
      beginsInstruction(said) || namesSomebody(said, context) || saysAssignment(said, context);
    if (!sayings.every(begins)) continue;
    parts.push(before);
    from = cut.index + cut[0].length;
  }
  return [...parts, writtenFrom(folded, from)];
}

const unclear = (why: Unclear) => ({ why });

function readNumbered({ numbers, said }: NumberedLine, line: string, context: DigestReplyContext) {
  const says = /^[\p{L}("„]/u.test(said);
  if (numbers.length === 0 || (said !== '' && !says)) return unclear({ code: 'not-understood' });
  const instructions: Instruction[] = [];
  for (const number of numbers) {
    const lead = context.leads[number - 1];
    if (!lead)
      return unclear({
        code: number > context.leads.length || number === 0 ? 'no-such-number' : 'gone',
        number,
      });
    if (!says) return unclear({ code: 'only-a-number' });
    const meaning = readSaidOf(lead, number, said, context);
    if ('why' in meaning) return meaning;
    instructions.push(...meaning.said.map((one) => ({ number, leadId: lead.id, said: one, line })));
  }
  return { said: instructions };
}

/** "2 Huber erreicht": the name may stand behind the number, if it is that of the request. */
function readSaidOf(lead: Lead, number: number, said: string, context: DigestReplyContext) {
  const meaning = readInstruction(said, context, lead);
  if ('said' in meaning) return meaning;
  if (meaning.why.code !== 'not-understood') {
    const both = readWithAssignment(said, context, lead);
    return both ? { said: both } : meaning;
  }
  const given = readAssignment(said, context);
  if (given && 'said' in given) return { said: [given.said] };
  const both = readWithAssignment(said, context, lead);
  if (both) return { said: both };
  const named = readName(said, context.leads);
  if (!named) return allOf(given ?? readAssignee(said, context)) ?? meaning;
  if (!named.numbers.includes(number)) return unclear({ code: 'other-name', number });
  return named.said === '' ? unclear({ code: 'only-a-number' }) : readInstruction(named.said, context, lead);
}

/** "erreicht, an Meier", "an Meier und Besichtigung Do 14 Uhr". */
function readWithAssignment(said: string, context: DigestReplyContext, lead: Lead): Said[] | undefined {
  for (const cut of said.matchAll(/\s*[,;]\s*|\s+und\s+/g)) {
    const sides = [said.slice(0, cut.index), said.slice(cut.index + cut[0].length)] as const;
    for (const [one, other] of [sides, sides.toReversed() as unknown as typeof sides]) {
      const given = readAssignment(one, context);
      const meaning = given && 'said' in given ? readInstruction(other, context, lead) : undefined;
      if (given && 'said' in given && meaning && 'said' in meaning) return [given.said, ...meaning.said];
    }
  }
  return undefined;
}

const allOf = (reading: AssignmentReading | undefined) =>
  reading && ('said' in reading ? { said: [reading.said] } : reading);

/** "alle nicht erreicht": who that is, is not said. */
const everybody =
  /^(?:alle[ns]?|samtliche|beide|restliche[nr]?|ubrige[nr]?|(?:der|den) rest|rest|die (?:anderen|restlichen|ubrigen)|alle (?:anderen|ubrigen))(?![a-z0-9])/;

function readUnnumbered(text: string, line: string, context: DigestReplyContext): LineReading {
  for (const behind of readNumbersBehind(text)) {
    const reading = readNumbered(behind, line, context);
    if ('said' in reading ? behind.marked || reading.said.every(isBare) : isAbout(behind)) {
      return reading;
    }
  }
  if (everybody.test(fold(text).text)) return unclear({ code: 'everybody' });
  const gives = readAssignment(text, context);
  if (beginsInstruction(text) || (gives && 'said' in gives)) return unclear({ code: 'no-number' });
  const named = readName(text, context.leads);
  if (!named || !(beginsInstruction(named.said) || readAssignment(named.said, context))) {
    return unclear({ code: saysSomethingOfSomebody(text) ? 'no-number' : 'not-understood' });
  }
  const { numbers, said } = named;
  if (numbers.length > 1) return unclear({ code: 'several-of-that-name', numbers });
  return readNumbered({ numbers, said }, line, context);
}

/** Whose number it is, is clear; what is asked is something else. */
const isAbout = ({ marked, said }: NumberBehind): boolean => marked && beginsInstruction(said);

/** A name that nobody has, with its title. */
const maxUnknownWords = 3;

/** "Schmid erreicht", of whom nothing stands in the digest. */
function saysSomethingOfSomebody(text: string): boolean {
  const words = text.split(' ');
  return Array.from({ length: maxUnknownWords }, (_, index) => words.slice(index + 1).join(' ')).some(
    beginsInstruction,
  );
}

/** Nothing of it could be an amount. */
const isBare = ({ said }: Instruction): boolean =>
  [
    'assign',
    'reached',
    'not-reached',
    'confirm',
    'take',
    'negotiate',
    'spam',
    'finish',
    'repaired',
    'cancel-visit',
  ].includes(said.what) &&
  !('cents' in said) &&
  !('note' in said);

function namesSomebody(text: string, { leads }: DigestReplyContext): boolean {
  const named = readName(text, leads);
  return named !== undefined && beginsInstruction(named.said);
}

/** Two lines about one request that cannot both be true: which one counts is not ours to choose. */
function settle(read: readonly { readonly line: string; readonly reading: LineReading }[]): DigestReply {
  const instructions = read.flatMap(({ reading }) =>
    reading !== 'silent' && 'said' in reading ? [reading.said] : [],
  );
  const all = instructions.flat();
  const disputedIn = (said: readonly Instruction[]) =>
    said.find((one) => all.some((other) => one.number === other.number && contradicts(one.said, other.said)))
      ?.number;
  const result = { understood: [] as Instruction[], unclear: [] as UnclearLine[], silent: [] as string[] };
  for (const { line, reading } of read) {
    if (reading === 'silent') result.silent.push(line);
    else if ('why' in reading)
      result.unclear.push({ line: line.slice(0, maxLineLength).toWellFormed(), why: reading.why });
    else {
      const number = disputedIn(reading.said);
      if (number === undefined) result.understood.push(...reading.said);
      else result.unclear.push({ line, why: { code: 'disputed', number } });
    }
  }
  return { ...result, understood: inOrder(result.understood) };
}

/** Request by request as they were named, and of each in the order of a sale. */
function inOrder(understood: readonly Instruction[]): Instruction[] {
  const once = understood.filter(
    (one, at) =>
      understood.findIndex((other) => other.number === one.number && isSameSaid(other.said, one.said)) === at,
  );
  const numbers = [...new Set(once.map(({ number }) => number))];
  return numbers.flatMap((number) =>
    once
      .filter((one) => one.number === number)
      .toSorted((one, other) => saidOrder(one.said) - saidOrder(other.said)),
  );
}
