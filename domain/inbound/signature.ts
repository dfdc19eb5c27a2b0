/** What stands below a mail: who wrote it, where he lives and how to reach him. All of it is a proposal. */
import type { Company } from '../business/company.ts';
import { normaliseEmail, phoneE164 } from '../capture/contact-data.ts';

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

/** As much text as is searched, from the end and from the beginning: a signature stands at one of them. */
const maxSearchedLength = 20_000;
const maxLineLength = 300;

/**
 * Phone number, postcode and town, street and mail address that somebody wrote into his text, and the name he signed
 * with. To be given the text without quotes: our own signature is in those.
 */
export function readSignature(text: string, country: Country): Signature {
  const lines = searched(text);
  const name = signedName(lines);
  const email = lines.map(emailIn).find((found) => found !== undefined);
  return {
    ...findPhone(lines, country),
    ...findPlace(lines, country),
    ...(name && { name }),
    ...(email && { email }),
  };
}

function searched(text: string): string[] {
  const part =
    text.length <= 2 * maxSearchedLength
      ? text
      : `${text.slice(0, maxSearchedLength)}\n${text.slice(-maxSearchedLength)}`;
  return part.split('\n').map((line) =>
    line
      .slice(0, maxLineLength)
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

// --- phone ---

const date = /(?<!\d)\d{1,2}\. ?\d{1,2}\.(?: ?\d{2,4})?(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b/g;
const dialled = /(?<![\d.,/-])(?:\+|0|\(\+?0?)[\d ()/.–-]{5,28}\d/g;
/** "Kundennummer 0891234560" and faxes ring nowhere. Telephone numbers are called Nummer too. */
const otherNumber =
  /(?:\bfax\p{L}*|telefax|(?:kunden|rechnungs|auftrags|angebots|artikel|bestell|vertrags|zähler|geräte|serien|steuer)-? ?(?:nr|nummer)|\b(?:iban|bic|konto\p{L}*|hrb|ust-?id\p{L}*|sn))[ .:#-]*$/iu;

function findPhone(lines: readonly string[], country: Country): Pick<Signature, 'phone' | 'phoneE164'> {
  for (const line of lines) {
    const text = line
      .replace(iban, (found) => ' '.repeat(found.length))
      .replace(date, (found) => ' '.repeat(found.length));
    for (const match of text.matchAll(dialled)) {
      if (otherNumber.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
      const e164 = phoneE164(match[0], country);
      if (e164) return { phone: match[0].trim(), phoneE164: e164 };
    }
  }
  return {};
}

// --- mail address ---

const mailAddress = /[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{3,100}/iu;

function emailIn(line: string): string | undefined {
  if (!line.includes('@')) return undefined;
  const found = mailAddress.exec(line)?.[0];
  return found && normaliseEmail(found);
}

// --- postcode, town and street ---

const townWord = "(?:St\\.|\\p{Lu}[\\p{L}'’-]*|\\([\\p{L} .]{2,30}\\))";
const townLink = '(?:am|an|auf|bei|im|in|ob|unter|vor|der|dem|den|a\\.|b\\.|i\\.|d\\.|v\\.|o\\.|/)';
const town = `(${townWord}(?:[ /-](?:${townLink}[ /]?){0,3}${townWord}){0,3}(?: \\d{1,2}(?!\\d))?)`;
const fiveDigits = new RegExp(`(?<![\\d.,+-])(?:D[- ] ?)?(\\d{5}) ${town}`, 'u');
const fourDigits = new RegExp(
  `(?:^|[,;|·•–-] ?|\\b(?:in|plz:?|ort:?|\\d ?[a-z]?) )(?:(?:CH|A|AT|FL)[- ] ?)?(\\d{4}) ${town} ?(?=$|[.,;|·•)])`,
  'u',
);
const fourMarked = new RegExp(`(?<![\\p{L}\\d])(?:CH|A|AT|FL)[- ] ?(\\d{4}) ${town}`, 'u');
/** "20000 Euro", "12000 Liter": amounts, no towns. */
const noTown =
  /^(?:Euro?|EUR|CHF|Franken|Liter|Watt|Kilo\p{L}*|Meter|Stück|Stunden|Tage|Jahre?|Uhr|Personen|KWh?|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;

const streetWord =
  "(?:\\p{Lu}[\\p{L}.'’-]*)?(?:[Ss]traße|[Ss]trasse|[Ss]tr\\.?|[Ww]eg|[Gg]asse|[Pp]latz|[Aa]llee|[Rr]ing|[Uu]fer|[Dd]amm|[Hh]of|[Ss]teig|[Pp]fad|[Bb]erg|[Gg]raben|[Mm]arkt|[Zz]eile|[Gg]arten|[Hh]alde|[Rr]ain|[Ww]iese|[Ff]eld|[Bb]ach|[Kk]ai|[Pp]romenade|[Cc]haussee|[Ss]tiege|[Ww]inkel)";
const houseNumber = '\\d{1,4} ?[a-zA-Z]?(?![\\p{L}\\d])(?: ?[-/+] ?\\d{1,4} ?[a-zA-Z]?(?![\\p{L}\\d])){0,3}';
const street = new RegExp(
  `(?<![\\p{L}-])((?:(?:\\p{Lu}[\\p{L}.'’-]{1,30}|(?:[Aa]m|[Ii]m|[Aa]n|[Aa]uf|[Uu]nter|[Zz]um|[Zz]ur|[Ii]n|[Vv]or) (?:d(?:er|em|en) )?\\p{L}{2,30}) ){0,2}${streetWord} ${houseNumber})`,
  'u',
);
/** A whole line or the part before the postcode: any name with a number, e.g. "Am Anger 3", "Q7, 24", "Dorf 12". */
const wholeStreet = new RegExp(`^((?:\\p{L}[\\p{L}.'’-]* ){1,5}${houseNumber})$`, 'u');

function findPlace(
  lines: readonly string[],
  country: Country,
): Pick<Signature, 'address' | 'postcode' | 'city'> {
  for (const [index, line] of lines.entries()) {
    const found = postcodeIn(line, country);
    if (!found) continue;
    const before = line.slice(0, found.index).replace(/[ ,;|·•–-]+$/u, '');
    const address =
      streetBefore(before) ?? (before === '' ? streetBefore(lineAbove(lines, index)) : undefined);
    const { postcode, city } = found;
    return {
      postcode,
      city,
      ...((address ?? anyStreet(lines)) && { address: address ?? anyStreet(lines) ?? '' }),
    };
  }
  const address = anyStreet(lines);
  return address === undefined ? {} : { address };
}

function postcodeIn(
  line: string,
  country: Country,
): { readonly postcode: string; readonly city: string; readonly index: number } | undefined {
  const patterns = country === 'DE' ? [fiveDigits, fourMarked] : [fourMarked, fourDigits, fiveDigits];
  for (const pattern of patterns) {
    const [whole = '', postcode = '', city = ''] = pattern.exec(line) ?? [];
    if (postcode !== '' && !noTown.test(city)) {
      const index = line.indexOf(whole);
      const offset = whole.search(/(?:(?:CH|AT|A|D|FL)[- ] ?)?\d{4}/);
      return { postcode, city, index: index + Math.max(0, offset) };
    }
  }
  return undefined;
}

function lineAbove(lines: readonly string[], index: number): string {
  return lines.slice(Math.max(0, index - 2), index).findLast((line) => line !== '') ?? '';
}

function streetBefore(text: string): string | undefined {
  const label = text.replace(/^(?:adresse|anschrift|straße|strasse|wohnhaft|addr?ess): ?/i, '');
  return street.exec(label)?.[1] ?? wholeStreet.exec(lastPart(label))?.[1];
}

const lastPart = (text: string): string => (text.split(/[,;|·•:]/).at(-1) ?? '').trim();

function anyStreet(lines: readonly string[]): string | undefined {
  return lines.map((line) => street.exec(line)?.[1]).find((found) => found !== undefined);
}

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

/** What programs and providers put below a mail, German and English. */
const advert =
  /^(?:(?:von|aus) (?:meine[mr]|unterwegs|outlook|yahoo|samsung|mobile)\b.{0,60}(?:gesendet|geschickt|geschrieben)\.?|gesendet (?:von|mit|über|aus|via)\b.{0,90}|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit|auf)\b.{0,120}|(?:holen sie sich|get|laden sie) outlook\b.{0,80}|sent (?:from|with|via) \S+(?: \S+){0,5}|envoyé (?:de|à partir de) .{0,60}|virenfrei\.?.{0,60}|versendet mit .{0,60}|verschickt (?:mit|von) .{0,60}|(?:<?https?:\/\/\S{1,200}>?)|von outlook für .{0,60})$/i;
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

/** The whole line: "Lindenweg 7", "80331 München", "Lindenweg 7, 80331 München". */
function isPlace(line: string): boolean {
  const withoutTown = line
    .replace(new RegExp(`(?:^|[ ,|·•-]+)(?:(?:CH|A|AT|D|FL)[- ] ?)?\\d{4,5} ${town}$`, 'u'), '')
    .trim();
  return withoutTown === '' || wholeStreet.test(withoutTown) || street.exec(withoutTown)?.[1] === withoutTown;
}

function isAdvert(line: string): boolean {
  const plain = line.slice(0, maxLineLength).trim();
  return plain === '' || advert.test(plain);
}

function withoutSignature(text: string): string {
  const lines = text.split('\n');
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
  return end === lines.length ? text : lines.slice(0, end).join('\n');
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

function isWholeGreeting(line: string): boolean {
  return new RegExp(`^(?:${greetings})[,.!]? `, 'iu').test(line) && isGreetingAndName(line);
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
