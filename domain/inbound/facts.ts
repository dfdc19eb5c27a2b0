/** What somebody wrote into his text about how to reach him and where: numbers, addresses, a place. All a proposal. */
import type { Company } from '../business/company.ts';
import { isTownAbroad, knownTownIn, phoneOfPlace } from '../capture/abroad.ts';
import { wholeAddressWords } from '../capture/addresses-in-text.ts';
import { normaliseEmail, withoutRemarks } from '../capture/contact-data.ts';
import { namesOtherNumber } from '../capture/other-numbers.ts';
import { gluedLabelCutter } from './glued-label.ts';
import { isOurAddress, isOurStreet, ourPhones } from './ours.ts';
import { isForwardMark, mayHoldForwardMark, textLine } from './quote-headers.ts';
import { isElsewhere, withoutSentence } from './street-in-sentence.ts';

type Country = Company['country'];

export interface Facts {
  /** In their order, each once: as written, and as it is dialled. */
  readonly phones: readonly { readonly phone: string; readonly phoneE164: string }[];
  /** In their order, each once; lower case. */
  readonly emails: readonly string[];
  /** Street and number. */
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
}

/** What must not be taken for somebody's. */
interface Own {
  readonly phones: ReadonlySet<string>;
  readonly isAddress: (email: string) => boolean;
  readonly isStreet: (street: string) => boolean;
}

const nobodys: Own = { phones: new Set(), isAddress: () => false, isStreet: () => false };

/** More of one kind is a list, and tells nothing about who wrote it. */
const maxOfAKind = 10;

/**
 * Telephone numbers, mail addresses and the place that stand in a text, without those of the business itself. To be given
 * the text without quotes.
 */
export function readFacts(text: string, company: Company): Facts {
  return findFacts(withoutQuestions(text), company.country, ownOf(company));
}

/** The place alone, in a text that quotes nobody. */
export const placeIn = (text: string, company: Company): Pick<Facts, 'address' | 'postcode' | 'city'> =>
  findPlace(searchedLines(text), company.country, ownOf(company));

const ownOf = (company: Company): Own => ({
  phones: ourPhones(company),
  isAddress: (email) => isOurAddress(email, company),
  isStreet: (street) => isOurStreet(street, company),
});

/** A marked line that stayed is what he answers, and not his. What was handed on may be marked too. */
export function withoutQuestions(text: string): string {
  const lines = text.split('\n');
  const isForward = mayHoldForwardMark(text) && lines.some((line) => isForwardMark(textLine(line)));
  return isForward ? text : lines.filter((line) => !/^ {0,3}>/.test(line)).join('\n');
}

/** The same, whosever they are. */
export function findFacts(text: string, country: Country, own: Own = nobodys): Facts {
  const lines = searchedLines(text);
  const place = findPlace(lines, country, own);
  const dial = (number: string) => phoneOfPlace(number, place, country);
  return { phones: findPhones(lines, dial, own), emails: findEmails(lines, own), ...place };
}

/** As much text as is searched, from the end and from the beginning: a signature stands at one of them. */
const maxSearchedLength = 20_000;
const maxLineLength = 300;

export function searchedLines(text: string): string[] {
  const part =
    text.length <= 2 * maxSearchedLength
      ? text
      : `${text.slice(0, maxSearchedLength)}\n${text.slice(-maxSearchedLength)}`;
  return part.split('\n').flatMap((line) =>
    shortened(
      line
        .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

/** Forms hand over a whole letter as one line. It is read in parts that end where a sentence does, if they can. */
function shortened(line: string): readonly string[] {
  if (line.length <= maxLineLength) return [line];
  const part = line.slice(0, maxLineLength);
  const sentence = part.match(/^.*[.!?](?= \p{Lu})/u)?.[0] ?? part.match(/^.*(?= )/)?.[0] ?? '';
  const head = sentence === '' ? part : sentence;
  return [head, ...shortened(line.slice(head.length).trimStart())];
}

// --- phone ---

const date = /(?<!\d)\d{1,2}\. ?\d{1,2}\.(?: ?\d{2,4})?(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b/g;
const dialled = /(?<![\d.,/-])(?:\+|0|\(\+?0?)[\d ()/.–-]{5,28}\d/g;
/** "0171 5550101 gilt nicht mehr, neu: …": another one is called, if he says one. */
const noLongerHis =
  /^[ )"“,.–-]{0,4}(?:(?:die |sie )?(?:gilt|stimmt|geht|ist|funktioniert|existiert) (?:\p{L}{1,10} ){0,2}(?:nicht mehr|alt|veraltet|falsch|abgemeldet)|(?:is|does|no) (?:no longer|not work|longer)|n'est plus|non (?:è|e) più)/iu;

/** "Meine alte Nummer 0171 5550101", "bisher 0171 5550101". */
const formerly =
  /(?<!\p{L})(?:(?:alte|bisherige|frühere|ehemalige|vorherige|letzte|old|former)[nrms]? (?:\p{L}+ )?(?:\p{L}*(?:nummer|handy|festnetz)|number)|bisher|früher|formerly)(?: (?:war|ist|lautete))? ?[:(]?\s*$/iu;

/** "nicht unter 0151 1111111, sondern …", "statt 0151 1111111": that one is not to be called at all. */
const notToCall =
  /(?<!\p{L})(?:nicht|nimmer|nie|keinesfalls|statt|anstatt|anstelle|not|ne pas|non)(?: (?:mehr|länger|bitte|unter|auf|über|von|an|zu|the|on|at|die|der|den|meine[mnr]?|unsere[mnr]?|alte[mnr]?|bisherige[mnr]?|frühere[mnr]?|call|dial|use|old|number|nummer|telefonnummer|handynummer|handy|telefon|festnetz|festnetznummer|mobilnummer|mobil|anrufen|rufen|wählen|sur|le|al|il)){0,5}[ :]*$/iu;

function findPhones(
  lines: readonly string[],
  dial: (number: string) => string | undefined,
  { phones: ours }: Own,
): Facts['phones'] {
  const found = new Map<string, string>();
  const outdated = new Map<string, string>();
  for (const line of lines) {
    if (found.size >= maxOfAKind) break;
    const text = withoutRemarks(line)
      .replace(iban, (one) => ' '.repeat(one.length))
      .replace(date, (one) => ' '.repeat(one.length));
    for (const match of text.matchAll(dialled)) {
      const before = text.slice(0, match.index);
      if (namesOtherNumber(before) || notToCall.test(before.slice(-60))) continue;
      const e164 = dial(match[0]);
      if (!e164 || found.has(e164) || ours.has(e164)) continue;
      const isOld =
        formerly.test(before.slice(-60)) ||
        noLongerHis.test(text.slice(match.index + match[0].length).slice(0, 60));
      (isOld ? outdated : found).set(e164, match[0].trim());
    }
  }
  for (const [e164, phone] of outdated) if (!found.has(e164)) found.set(e164, phone);
  return [...found].slice(0, maxOfAKind).map(([e164, phone]) => ({ phone, phoneE164: e164 }));
}

// --- mail address ---

function findEmails(lines: readonly string[], { isAddress: isOurs }: Own): readonly string[] {
  const found = new Set<string>();
  const text = lines.join('\n');
  const withoutLabel = gluedLabelCutter(text);
  for (const { typed } of wholeAddressWords(text)) {
    if (found.size >= maxOfAKind) break;
    const email = normaliseEmail(withoutLabel(typed));
    if (email !== undefined && !isOurs(email)) found.add(email);
  }
  return [...found].slice(0, maxOfAKind);
}

// --- postcode, town and street ---

/** Capital as well, and of the sentence. */
const noTownWord =
  '(?!(?:Ihre?[mnrs]?|Wir|Ich|Sie|Die|Der|Das|Bitte|Tel|Telefon|Frau|Herrn?|Familie|Fam)(?!\\p{L}))';
const townWord = `(?:St\\.|${noTownWord}\\p{Lu}[\\p{L}'’-]*|\\([\\p{L} .]{2,30}\\))`;
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
  /^(?:Quadratmeter|Kubikmeter|Tonnen|Fliesen|Baujahr|Umbau|Mark|Euro?|EUR|CHF|Franken|Liter|Watt|Kilo\p{L}*|Meter|Stück|Stunden|Tage|Jahre?|Uhr|Personen|KWh?|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;

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
  { isStreet: isOurs }: Own,
): Pick<Facts, 'address' | 'postcode' | 'city'> {
  const anyStreet = () => lines.flatMap(streetsIn).find((found) => !isOurs(found));
  for (const [index, line] of lines.entries()) {
    const found = postcodeIn(line, country) ?? (country === 'DE' ? townAbroadIn(lines, index) : undefined);
    if (!found) continue;
    const before = line.slice(0, found.index).replace(/[ ,;|·•–-]+$/u, '');
    const address =
      streetBefore(before) ?? (before === '' ? streetBefore(lineAbove(lines, index)) : undefined);
    if (address !== undefined && isOurs(address)) continue;
    const { postcode, city } = found;
    const there = address ?? anyStreet();
    return { postcode, city, ...(there !== undefined && { address: there }) };
  }
  const alone = anyStreet();
  return alone === undefined ? {} : { address: alone };
}

interface FoundTown {
  readonly postcode: string;
  readonly city: string;
  readonly index: number;
}

/** Four digits are a postcode where a town follows that everybody knows, or behind a street. */
function townAbroadIn(lines: readonly string[], index: number): FoundTown | undefined {
  const line = lines[index] ?? '';
  const found = townIn(line, [fourDigits]);
  if (!found || isTownAbroad(found.city)) return found ?? knownTownIn(line);
  const before = line.slice(0, found.index).replace(/[ ,;|·•–-]+$/u, '');
  const above = before === '' ? lineAbove(lines, index) : before;
  // A year is none.
  return !/^(?:19|20)/.test(found.postcode) && streetBefore(above) !== undefined ? found : undefined;
}

const postcodeIn = (line: string, country: Country): FoundTown | undefined =>
  townIn(line, country === 'DE' ? [fiveDigits, fourMarked] : [fourMarked, fourDigits, fiveDigits]);

function townIn(line: string, patterns: readonly RegExp[]): FoundTown | undefined {
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

/** What is broken, or what the place is, stands before a street and is no part of its name. */
const besideStreet =
  /^(?:(?:rohrbruch|wasserschaden|notfall|störung|heizung|bad|therme|objekt|adresse|baustelle|einsatzort|wohnung|haus|anwesen|liegenschaft|wohnanlage|weg) )+(?=\p{L}{3,} )/iu;

/** Those in which something is to be done, in their order. */
function streetsIn(text: string): readonly string[] {
  return [...text.matchAll(anyStreetOf)].flatMap((match) => {
    const [whole = ''] = match;
    // Of a house in Vienna, not of a town: "Strudlhofstiege 4" is a street.
    if (/^Stiege /.test(whole)) return [];
    const isAnother = isElsewhere(text.slice(0, match.index), whole, text.slice(match.index + whole.length));
    return isAnother ? [] : [withoutSentence(whole.replace(besideStreet, '')).replace(besideStreet, '')];
  });
}
const anyStreetOf = new RegExp(street.source, 'gu');

function streetBefore(text: string): string | undefined {
  const label = text.replace(/^(?:adresse|anschrift|straße|strasse|wohnhaft|addr?ess): ?/i, '');
  const found = streetsIn(label).at(-1);
  if (found !== undefined) return found;
  if (street.test(label)) return undefined;
  const whole = wholeStreet.exec(lastPart(label))?.[1];
  return whole && withoutSentence(whole);
}

const lastPart = (text: string): string => (text.split(/[,;|·•:]/).at(-1) ?? '').trim();

const townAtEnd = new RegExp(`(?:^|[ ,|·•-]+)(?:(?:CH|A|AT|D|FL)[- ] ?)?\\d{4,5} ${town}$`, 'u');

/** The whole line: "Lindenweg 7", "80331 München", "Lindenweg 7, 80331 München". */
export function isPlace(line: string): boolean {
  const withoutTown = line.replace(townAtEnd, '').trim();
  return withoutTown === '' || wholeStreet.test(withoutTown) || street.exec(withoutTown)?.[1] === withoutTown;
}
