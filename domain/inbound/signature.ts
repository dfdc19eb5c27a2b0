/** What stands below a mail: who wrote it, where he lives and how to reach him. All of it is a proposal. */
import type { Company } from '../business/company.ts';
import { findFacts, isPlace, searchedLines } from './facts.ts';
import { isForwardMark, mayHoldForwardMark, textLine } from './quote-headers.ts';

type Country = Company['country'];

export interface Signature {
  /** As written. */
  readonly phone?: string;
  readonly phoneE164?: string;
  /** Who signed, as far as it looks like a name. */
  readonly name?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** The first address in the text. */
  readonly email?: string;
}

/**
 * Phone number, postcode and town, street and mail address that somebody wrote into his text, and the name he signed
 * with. To be given the text without quotes: our own signature is in those.
 */
export function readSignature(text: string, country: Country): Signature {
  const name = signedName(searchedLines(text));
  const { phones, emails, ...place } = findFacts(text, country);
  const [email] = emails;
  return { ...phones[0], ...place, ...(name && { name }), ...(email && { email }) };
}

const maxLineLength = 300;

// --- who signed ---

const greetings = [
  'mfg',
  'vg',
  'lg',
  'bg',
  'hg',
  '(?:(?:mit |vielen dank und |danke und )?(?:(?:ganz |den |meinen )?(?:freundliche[nm]?|freundlichste[nm]?|beste[nm]?|viele[nm]?|liebe[nm]?|herzliche[nm]?|schöne[nm]?|nette[nm]?|sonnige[nm]?|winterliche[nm]?) )+(?:grüßen?|grüssen?|gruß|gruss|gruessen?))',
  'grüße|grüsse|gruß|gruss|gruesse|es grüßt(?: sie)?(?: freundlich| herzlich)?|hochachtungsvoll|servus|ciao|tschüss',
  '(?:with )?(?:(?:best|kind|kindest|warm|many) )?(?:regards|wishes)|sincerely(?: yours)?|yours (?:sincerely|faithfully)|cheers',
].join('|');
/** "Viele Grüße aus Freising", "Mit freundlichen Grüßen / Kind regards". */
const greeting = new RegExp(
  `^(?:${greetings})(?: (?:aus|vom|von) [\\p{L} .-]{2,40})?(?: ?/ ?[\\p{L} ]{3,30})?[ ,.!]*$`,
  'iu',
);
const greetingAndName = new RegExp(`^(?:.{0,80}[.!?,] )?(?:${greetings})[,.!]? (.{2,60})$`, 'iu');
const thanks =
  /^(?:(?:vielen|besten|herzlichen|lieben|schönen) )?(?:dank|danke|merci|thanks|thank you)(?: (?:im voraus|vorab|schon mal|schon einmal))?[ ,.!]*$/i;
const delimiter = /^(?:--|—|–)$/;

const nameWord = /^\p{Lu}[\p{L}.'’-]*$/u;
/** Between the parts of a name, and in a doctor's title. */
const smallWord =
  /^(?:von|van|de|der|den|zu|zum|vom|und|u\.|&|del|di|med\.|dent\.|vet\.|jur\.|rer\.|nat\.|phil\.|h\.|c\.|h\.c\.)$/;
const maxNameLength = 60;

function asName(text: string): string | undefined {
  const bare = text
    .slice(0, maxLineLength)
    .replace(/^[*_~/\s-]+|[*_~/\s,.-]+$/gu, '')
    .replace(/^(?:Herr|Frau|Ihre?|Deine?|Eure?) /, '');
  const words = bare.split(' ');
  const fits = bare.length >= 2 && bare.length <= maxNameLength && words.length <= 7;
  const isNamed = words.some((word) => nameWord.test(word)) && !noName.test(bare);
  return fits && isNamed && words.every((word) => nameWord.test(word) || smallWord.test(word))
    ? bare
    : undefined;
}

/** Begins what is no name though every word has a capital. */
const noName =
  /^(?:von meinem|gesendet|sent|tel|telefon|mobil|handy|fax|mail|e-mail|web|adresse|anhang|anlage|ps|p\.s|danke|vielen|bitte|ja|nein|ok|hallo|guten|sehr|liebe|mit|die|der|das|ich|wir)(?![\p{L}])/iu;

function signedName(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => greeting.test(line) || isGreetingAndName(line));
  const line = lines[at];
  if (line !== undefined) {
    if (!greeting.test(line)) return asName(greetingAndName.exec(line)?.[1] ?? '');
    const signed = asName(
      lines.slice(at + 1, at + 4).find((below) => below !== '' && !delimiter.test(below)) ?? '',
    );
    if (signed) return signed;
  }
  const mark = lines.findLastIndex((candidate) => delimiter.test(candidate));
  const below = mark < 0 ? undefined : asName(lines.slice(mark + 1).find((text) => text !== '') ?? '');
  if (below) return below;
  const thanked = lines.findLastIndex((candidate) => thanks.test(candidate));
  return thanked < 0 ? undefined : asName(lines.slice(thanked + 1).find((text) => text !== '') ?? '');
}

function isGreetingAndName(line: string): boolean {
  const signed = greetingAndName.exec(line)?.[1];
  return signed !== undefined && asName(signed) !== undefined;
}

// --- the text without it ---

/** What programs and providers put below a mail, in German, English, French and Italian. */
const adverts = [
  String.raw`(?:von|aus) (?:meine[mr]|unterwegs|outlook|yahoo|samsung|mobile)\b.{0,60}(?:gesendet|geschickt|geschrieben)\.?`,
  String.raw`gesendet (?:von|mit|über|aus|via)\b.{0,90}`,
  String.raw`diese (?:nachricht|e-?mail|mail) wurde (?:von|mit|auf)\b.{0,120}`,
  'virenfrei\\.?.{0,60}',
  'versendet mit .{0,60}',
  'verschickt (?:mit|von) .{0,60}',
  String.raw`sent (?:from|with|via) \S+(?: \S+){0,6}`,
  '(?:envoyé|expédié) (?:de|depuis|à partir de|avec|via) .{0,60}',
  'inviato (?:da|dal|dalla|dal mio|con|tramite) .{0,60}',
  // The shop of the program, which it names beside the system it is for.
  String.raw`(?:holen sie sich|laden sie|get|download|téléchargez|télécharger|obtenez|obtenir|scarica|ottieni)(?: l['’]app)? outlook (?:für|for|pour|per)? ?(?:ios|android|mac|windows|mobile?)\b(?: herunter)?\.?(?: ?<?https?:\/\/\S{1,200}>?)?`,
  String.raw`outlook (?:für|for|pour|per) (?:ios|android|mac|windows|mobile?)\b(?: (?:herunterladen|beziehen|holen|laden|abrufen))?\.?(?: ?<?https?:\/\/\S{1,200}>?)?`,
  'von outlook für .{0,60}',
  // A telephone that says no more than its name.
  String.raw`(?:von|aus) meine[mr] (?:(?:apple|samsung|huawei|xiaomi|google|nokia|sony|motorola|oneplus|fairphone|iphone|ipad|galaxy|pixel|handy|smartphone|tablet|mobiltelefon|android)\b[ \w+-]{0,30})\.?`,
  String.raw`<?https?:\/\/\S{1,200}>?`,
];
const advert = new RegExp(`^(?:${adverts.join('|')})$`, 'i');
const label =
  /^(?:tel|telefon|phone|fon|mobil|mobile|mobiltelefon|handy|natel|fax|telefax|e-?mail|mail|web|www|internet|homepage|adresse|anschrift|t|m|f|e|festnetz|privat|büro|iban|bic|uid|ust-?id|ust-?idnr|hrb|amtsgericht|geschäftsführer|inhaber|steuernr)\b ?[.:]{0,2}(?: |$)/i;
const looksLikeContact =
  /^(?:[+0(][\d ()/.–-]{5,30}|<?https?:\/\/\S+>?|www\.\S+|<?\S+@\S+\.\S+>?|[-_=*–—~]{2,}|[\p{Lu}][\p{L} .&'’()/|-]{1,60} (?:gmbh|ag|kg|e\.k\.|ohg|gbr|ug)\b.{0,40})$/iu;

/** Longer ones are text. */
const maxContactLineLength = 80;
/** Name, firm, function, street, town, four numbers, two addresses, blank lines between. */
const maxContactLines = 20;
/** Below "--" without the space that makes it a signature only so many lines count: it may be a divider. */
const maxLinesBelowDelimiter = 25;

function isContactLine(line: string): boolean {
  const plain = line.replace(/\s+/g, ' ').trim();
  if (plain === '') return true;
  if (plain.length > maxContactLineLength) return false;
  return (
    looksLikeContact.test(plain) ||
    (label.test(plain) && /[\d@]|www|http|^\S+(?: \S+){0,2}$/.test(plain)) ||
    advert.test(plain) ||
    asName(plain) !== undefined ||
    isPlace(plain)
  );
}

function isAdvert(line: string): boolean {
  const plain = line.slice(0, maxLineLength).trim();
  return plain === '' || advert.test(plain);
}

function withoutSignature(text: string): string {
  const all = text.split('\n');
  const forwarded = mayHoldForwardMark(text) ? all.findIndex((line) => isForwardMark(textLine(line))) : -1;
  if (forwarded < 0) return beforeSignature(all) ?? text;
  // Below is somebody else's mail, whatever stands above it.
  const above = beforeSignature(all.slice(0, forwarded));
  return above === undefined ? text : [above, ...all.slice(forwarded)].join('\n');
}

/** @returns `undefined`: nothing of it is a signature. */
function beforeSignature(lines: readonly string[]): string | undefined {
  let end = lines.length;
  const delimited = lines.findIndex(
    (line, index) =>
      /^(?:-- |-- \r)$/.test(line) ||
      (delimiter.test(line.trim()) && lines.length - index <= maxLinesBelowDelimiter && below(lines, index)),
  );
  if (delimited > 0) end = delimited;
  for (let from = -1; from !== end; ) {
    from = end;
    while (end > 0 && isAdvert(lines[end - 1] ?? '')) end -= 1;
    const greeted = greetedAt(lines, end);
    if (greeted !== undefined) end = greeted;
  }
  return end === lines.length ? undefined : lines.slice(0, end).join('\n');
}

/** A dash alone divides anything; below a signature's there are no long lines. */
function below(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 4).every((line) => line.length <= maxContactLineLength);
}

function greetedAt(lines: readonly string[], end: number): number | undefined {
  for (let index = end - 1; index >= 0 && end - index <= maxContactLines; index -= 1) {
    const line = (lines[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, maxLineLength);
    if (greeting.test(line) || (line.length <= maxContactLineLength && isWholeGreeting(line))) return index;
    if (!isContactLine(line)) return undefined;
  }
  return undefined;
}

const greetingFirst = new RegExp(`^(?:${greetings})[,.!]? `, 'iu');

function isWholeGreeting(line: string): boolean {
  return greetingFirst.test(line) && isGreetingAndName(line);
}

const maxRounds = 4;

/**
 * The text without the signature below it: `-- ` and what follows, "Mit freundlichen Grüßen" with nothing but a name and
 * contact data, "Von meinem iPhone gesendet". Everything if nothing would be left.
 */
export function stripSignature(text: string): string {
  let rest = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const next = withoutSignature(rest);
    if (next === rest) return rest;
    if (next.trim() === '') return text;
    rest = next;
  }
  return withoutSignature(rest) === rest ? rest : text;
}

/** Nothing but a signature: the answer stands elsewhere, or there is none. */
export function isOnlySignature(text: string): boolean {
  return withoutSignature(text).trim() === '';
}

/** "Sehr geehrte Frau Muster,": whom it is to, and nothing else on the line. Capitals make the name. */
const salutation =
  /^(?:[Hh]allo|[Hh]i|[Ss]ervus|[Mm]oin|[Gg]rüezi|[Gg]uten (?:Tag|Morgen|Abend)|[Ss]ehr geehrte[rn]?|[Ll]iebe[rn]?|[Dd]ear|[Hh]ello|[Bb]onjour|[Bb]uongiorno)(?: (?:Frau|Herrn?|Familie|Damen|und|Herren|\p{Lu}[\p{L}.’'-]{1,30})){0,6} ?[,!.]*$/u;

/**
 * Nothing but salutation, greeting and signature, also one that begins with the name of whoever writes.
 * @param isHis is this line his name?
 */
export function isOnlyFrame(text: string, isHis: (line: string) => boolean): boolean {
  const lines = text.trim().split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !salutation.test(line.trim()));
  if (first < 0) return true;
  // Only below a line "-- " is a mark of a signature.
  const rest = ['', ...lines.slice(first)].join('\n');
  if (isOnlySignature(rest)) return true;
  return isHis((lines[first] ?? '').trim()) && isOnlySignature(`Viele Grüße${rest}`);
}
