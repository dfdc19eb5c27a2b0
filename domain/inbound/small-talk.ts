/** Lines of an answer that want nothing: greeting, thanks, signature, what programs and lawyers put below. */
import type { Company } from '../business/company.ts';
import { fold } from './folded-text.ts';
import { beginsInstruction } from './instruction.ts';
import { isOnlySignature } from './signature.ts';

/** Longer lines are said to somebody. */
const maxTalkLength = 120;
/** As much of a line as is looked at for the words of lawyers. */
const maxLegalLength = 1_000;

const salutation =
  /^(?:(?:hallo|hi|hey|servus|moin(?: moin)?|gruss gott|gruss di(?:ch)?|gruezi|guten? (?:morgen|tag|abend)|morgen|mahlzeit|liebes?r?|sehr geehrte[rs]?)(?![a-z0-9]))[a-z .'&-]{0,60}[,.!:–-]*$/;
const thanks =
  /^(?:(?:vielen|besten|herzlichen|lieben|schonen|tausend) )?(?:dank|danke|merci|thx|thanks)(?: (?:im voraus|vorab|schon mal|schon|sehr|dir|ihnen|euch|dafur|und|viele|liebe|beste|gruss|grusse|lg|vg|mfg))*[ ,.!:)(-]*$/;
const farewell =
  /^(?:bis (?:bald|dann|morgen|spater|montag|demnachst)|schonen? (?:tag|abend|feierabend|gruss|sonntag|montag)(?: noch)?|schones wochenende|gute[rns]* (?:woche|tag|abend)|(?:ciao|tschuss|servus|pfiat di|ade))[ ,.!:)]*$/;
const agreement =
  /^(?:(?:ok|okay|passt|alles klar|gut|super|prima|top|perfekt|erhalten|danke fur (?:die|den|das) [a-z]+)(?: (?:so|soweit|danke|dir|ihnen))*)[ ,.!:)]*$/;
const announcement =
  /^(?:hier|anbei|unten|nachfolgend|folgende[srn]?|meine|antwort(?:en)?|ruckmeldung(?:en)?|stand|update|zum uberblick)(?![a-z0-9])[a-z ,]{0,60}:$/;
/** What only lawyers write, wherever it stands. */
const legalese =
  /vertraulich|confidential|privileged|bestimmungsgemass|irrtumlich|intended recipient|rechtlich geschutzt|umwelt zuliebe|an die umwelt|virenfrei|registergericht|hrb ?\d|sitz der gesellschaft/;
/** Below a farewell these too are no news. */
const imprint =
  /adressat|empfanger|datenschutz|ausdrucken|avast|handelsregister|amtsgericht|firmenbuch|geschaftsfuhr|ust-? ?id|steuer-?n|bankverbindung|offnungszeiten|notdienst|inhaber|meister|haftung|e-?mail|iban|bic/;
/** Of a signature, what is no sentence: a name, a firm, a trade. */
const maxSignedWords = 6;
const linkWord = /^(?:und|u\.|von|für|fur|der|die|das|im|in|am|zu|zum|mit|nach|seit|ihr|&|\/|-|–|\||·|•)$/i;

export interface LineOfMail {
  readonly text: string;
  /** Nothing is lost if it is passed over, unless it is an instruction. */
  readonly silent: boolean;
  /** No empty line stands between it and the one above. */
  readonly follows: boolean;
}

/**
 * The filled lines of an answer, in their order.
 * @param most as many as are read; a mail may have a million.
 * @returns also the first one that was not read, and how many those are.
 */
export function linesOfMail(
  text: string,
  company: Company,
  most: number,
): { readonly lines: LineOfMail[]; readonly left?: { readonly first: string; readonly count: number } } {
  const lines: LineOfMail[] = [];
  const own = namesOf(company);
  /** Below a farewell. */
  let signed = false;
  /** Below `-- `, which is there for that. */
  let marked = false;
  let inDisclaimer = false;
  let follows = false;
  const written = text.split(/\r\n?|\n/);
  for (const [index, raw] of written.entries()) {
    const line = raw
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    marked ||= raw === '-- ' && lines.length > 0;
    if (line === '') {
      inDisclaimer = false;
      follows = false;
      continue;
    }
    if (lines.length >= most) {
      const count = written.slice(index).filter((one) => one.trim() !== '').length;
      return { lines, left: { first: line, count } };
    }
    const folded = fold(line.slice(0, maxLegalLength)).text;
    inDisclaimer ||= legalese.test(folded) || (signed && imprint.test(folded));
    const silent =
      marked || inDisclaimer || !hasWords(line) || talks(line, folded) || (signed ? isSigned(line) : false);
    lines.push({ text: line, silent: silent || isOwn(folded, own), follows });
    signed ||= lines.length > 1 && line.length <= maxTalkLength && isOnlySignature(line);
    follows = true;
  }
  return { lines };
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A greeting, thanks, or what a mail program adds. */
function talks(line: string, folded: string): boolean {
  if (line.length > maxTalkLength) return false;
  const said = [salutation, thanks, farewell, agreement, announcement].some((words) => words.test(folded));
  return said || isOnlySignature(line);
}

/** Contact data, or a few words that are no sentence. */
function isSigned(line: string): boolean {
  if (line.length > maxTalkLength) return false;
  // "Termin nach Vereinbarung" is a slogan, "Angebot 8500" was forgotten above.
  if (/\d/.test(line) && beginsInstruction(line)) return false;
  if (isOnlySignature(`Viele Grüße\n${line}`)) return true;
  const words = line.split(' ');
  const isName = (word: string) => /^[^\p{L}]*[\p{Lu}\d]/u.test(word) || linkWord.test(word);
  return words.length <= maxSignedWords && words.every(isName);
}

/** What names the business or who runs it, as `fold` writes it. */
interface OwnNames {
  readonly whole: readonly string[];
  /** First and last names, which stand alone below a line. */
  readonly parts: readonly string[];
}

function namesOf({ name, brand, owner, contactPerson, phone, website }: Company): OwnNames {
  const all = [name, brand, owner.name, contactPerson, phone, new URL(website).hostname, ...owner.email];
  return {
    whole: all.flatMap((one) => (one !== undefined && one.length > 3 ? [fold(one).text] : [])),
    parts: [owner.name, contactPerson].flatMap((one) => fold(one).text.split(' ')),
  };
}

/** A signature, with or without a greeting above. */
function isOwn(folded: string, { whole, parts }: OwnNames): boolean {
  if (folded.length > maxTalkLength) return false;
  return whole.some((name) => folded.includes(name)) || parts.includes(folded.replace(/[^a-z-]/g, ''));
}
