/** The lines mail programs put above what they quote: "Am … schrieb …:", header blocks, dividers. */
import { wholeAddressWords } from '../capture/addresses-in-text.ts';

/** A line as it is compared: plain spaces, no quote marks, no bold or underline, no spaces at the ends. */
export interface TextLine {
  /** As it stood in the mail. */
  readonly raw: string;
  readonly plain: string;
  /** How many quote marks stood before it. */
  readonly depth: number;
}

/** Quote marks, spaces between them included; "EM> " is The Bat's way. */
const quoteMarks = /^ {0,3}(?:(?:> ?)+|[A-Z][A-Za-z]{0,2}> ?(?:> ?)*)/;
/** The end of an address that was broken off, and no quote. */
const brokenAddress = /^>:\s*$/;
/** As much of a line as is ever compared: a header that mail programs write is shorter. */
const maxComparedLength = 600;

const blankLine: TextLine = { raw: '', plain: '', depth: 0 };

export function textLine(raw: string): TextLine {
  if (raw === '') return blankLine;
  const spaced = raw
    .slice(0, maxComparedLength)
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  const marks = brokenAddress.test(spaced) ? '' : (quoteMarks.exec(spaced)?.[0] ?? '');
  const plain = spaced.slice(marks.length).replace(/\*/g, '').trim();
  return { raw, plain, depth: marks.split('>').length - 1 };
}

// --- "Am … schrieb …:" ---

const verb =
  /(?<!\p{L})(?:schrieb|schrieben|geschrieben|wrote|a écrit|ha scritto|escribió|escreveu|schreef|geschreven|napisał(?:\(a\)|a)?|skrev|kirjoitti|írta|написала?|пишет)(?!\p{L})/iu;
const address = /[^\s<>"'()]{1,64}@[^\s<>"'()]{3,}/;
const month =
  /(?<!\p{L})(?:jan|feb|mär|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[czs]|jän|f[ée]v|avr|ao[uû]|gen|giu|lug|ago|set|ott|dic|grudnia|loka|апр)\p{L}{0,9}\.?(?!\p{L})/iu;
const numericDate = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-](?:\d{2,4}(?!\d))?/;
const timeOfDay = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

const starter =
  /^(?:-{2,} ?)?(?:am|on|le|il|in data|el|em|op|den|dnia|w dniu) (?:\p{L}{1,12}[.,]{0,2} ){0,3}["(]?\d/iu;
/** The month before the day: "On Dec 16, 2011", "On Wed, Dec 9". */
const englishStarter = /^(?:-{2,} ?)?on (?:\p{L}{3,9}[.,]{0,2} ){1,2}\d/iu;
const dateFirst =
  /^(?:\d{1,2}:\d{2} [ap]m, \p{L}+ \d{1,2}, |\p{L}{6,12}, \d{1,2}\.? \p{L}{3,12} \d{4},|\d{1,4}[./-]\d{1,2}[./-]\d{0,4}|\p{L}{2,4}\.?,? \d{1,2}\.? \p{L}{3,12}\.? \d{4})/iu;
/** "Erika Muster <erika@example.de> schrieb am …", the name at most six words. */
const nameFirst = /^"?(?:[^\s<>@]{1,40} ){0,6}"?<|^[^\s<>@]{1,64}@[^\s<>@]{3,} /;
const nameAndVerb = /^(?:\p{Lu}[^\s:]{0,30} ){1,5}(?:schrieb am|hat am|wrote on) [^:]{0,40}\d/u;
/** ISO date first, as Gmail once wrote it: "2026/11/20 Erika Muster <erika@example.de>"; the rest of the line is the author. */
const dateAndAuthor =
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?,? [^<>@]{0,80}<[^<>\s]{1,64}@[^<>\s]{3,100}>:?$/;
/** Zoho: "---- Erika Muster schrieb ----", date and address before or behind it. */
const dashedVerb =
  /^-{2,} ?.{2,200} (?:schrieb(?: .{2,120} <[^<>]{3,100}>)?|hat geschrieben|wrote|a écrit|ha scritto|escribió|schreef)(?: (?:am|um|on|le|il|el|op|<).{0,160})? ?:? ?-{2,}$/i;
/** It may be broken off before its last dashes. */
const dashedStart = /^-{2,} ?[^\s-].{2,}[^-]$/;
const theirs = /^(?:zitat von|quoting) .{2,150}:$|^sie schrieben am .{4,60}:$/i;
const bareVerb = /^(?:[^\s:]{1,60} ){1,8}(?:schrieb|wrote):$/;
/** "Am Montag schrieb Erika Muster:", as people set it up themselves: a day and no date. */
const dayAndVerb = /^(?:am|on) (?:[^\s:]{1,20} ){1,3}(?:schrieb|wrote)(?: [^\s:]{1,60}){1,6} ?:$/iu;
/** "… schrieb ich Ihnen:" tells of a letter. Mail programs write names. */
const toldByAPerson = /(?<!\p{L})schrieb (?:ich|wir|er|es|man|mir|uns|ihnen|ihr)(?!\p{L})/iu;

/** Mail programs break such a line at 72 characters; with a long name and address that makes four. */
const maxAttributionLines = 4;
const maxAttributionLength = 500;

function beginsAttribution({ plain }: TextLine): boolean {
  return starter.test(plain) || englishStarter.test(plain) || dateFirst.test(plain) || nameFirst.test(plain);
}

/**
 * How many lines from here on say who wrote what follows; 0: none. What only may be such a line counts if marked lines
 * follow it.
 */
export function attributionAt(lines: readonly TextLine[], at: number): number {
  const first = lines[at];
  if (!first || first.plain === '') return 0;
  if (dateAndAuthor.test(first.plain)) return 1;
  const dashed = dashedLinesAt(lines, at);
  if (dashed > 0) return dashed;
  const begins = beginsAttribution(first);
  if (!begins && ![nameAndVerb, theirs, bareVerb, dayAndVerb].some((style) => style.test(first.plain)))
    return 0;
  let joined = '';
  for (let count = 1; count <= maxAttributionLines; count += 1) {
    const line = lines[at + count - 1];
    if (!line || line.plain === '' || line.depth !== first.depth) return 0;
    // A line that begins one itself is the better beginning, except where only the address stands on it.
    if (count > 1 && /^(?:am|on) /i.test(line.plain) && beginsAttribution(line)) return 0;
    joined = `${joined} ${line.plain}`.trimStart();
    if (joined.length > maxAttributionLength) return 0;
    // Without a verb the address in brackets ends it.
    if (/(?::|>|(?:wrote|schrieb)(?: ?-{2,})?)$/.test(joined)) {
      const marked = (nextFilled(lines, at + count)?.depth ?? 0) > first.depth;
      if (isAttribution(joined, begins, marked)) return count;
      if (joined.endsWith(':')) return 0;
    }
    if (!begins) return 0;
  }
  return 0;
}

function dashedLinesAt(lines: readonly TextLine[], at: number): number {
  const first = lines[at];
  if (!first?.plain.startsWith('--')) return 0;
  let joined = first.plain;
  for (let count = 1; count <= maxAttributionLines && joined.length <= maxAttributionLength; count += 1) {
    if (dashedVerb.test(joined)) return count;
    const next = lines[at + count];
    if (!dashedStart.test(joined) || !next || next.plain === '' || next.depth !== first.depth) return 0;
    joined = `${joined} ${next.plain}`;
  }
  return 0;
}

function isAttribution(joined: string, begins: boolean, marked: boolean): boolean {
  if (theirs.test(joined)) return marked || address.test(joined);
  const dated = numericDate.test(joined) || (month.test(joined) && /\d/.test(joined));
  if (!dated) {
    const isNamed = dayAndVerb.test(joined) && !toldByAPerson.test(joined);
    return marked && (bareVerb.test(joined) || isNamed || (begins && verb.test(joined)));
  }
  if (toldByAPerson.test(joined) && !address.test(joined)) return marked;
  if (joined.endsWith('>')) return begins && marked && /<[^<>]*@[^<>]*>$/.test(joined);
  // Without a colon only a whole header counts: a sentence may end so too.
  if (!/[:-]$/.test(joined)) return address.test(joined) && timeOfDay.test(joined);
  if (verb.test(joined)) {
    return marked || address.test(joined) || timeOfDay.test(joined) || year.test(joined);
  }
  // "30.09.2017, 18.30, "John" <john@example.com>:" has no verb.
  return begins && timeOfDay.test(joined) && /<[^<>]*@[^<>]*> ?:$/.test(joined);
}

function nextFilled(lines: readonly TextLine[], from: number): TextLine | undefined {
  // Further away nothing belongs to it; and a mail of blank lines stays cheap.
  return lines
    .slice(from, from + 5)
    .find(({ raw, depth, plain }) => depth > 0 || plain !== '' || /\S/.test(raw));
}

// --- Von: … Gesendet: … An: … Betreff: … ---

type HeaderKind = 'from' | 'sent' | 'to' | 'copy' | 'subject' | 'other';
const headerNames: Record<HeaderKind, string> = {
  from: 'von|from|de|da|van|fra|från|od|absender',
  sent: 'gesendet am|gesendet|sent|envoyé le|envoyé|inviato|verzonden|datum|date|dato|data|fecha|enviado|skickat|message du',
  to: 'an|to|à|a|aan|til|para|till|empfänger',
  copy: 'cc|bcc|kopie|copie à',
  subject: 'betreff|subject|objet|sujet|oggetto|onderwerp|emne|asunto|assunto|ämne',
  other: 'priorität|wichtigkeit|importance|anlagen|anlage|attachments|antwort an|reply-to',
};
const kindOfName = new Map(
  Object.entries(headerNames).flatMap(([kind, names]) =>
    names.split('|').map((name) => [name, kind as HeaderKind] as const),
  ),
);
const names = [...kindOfName.keys()].sort((one, other) => other.length - one.length).join('|');
const headerLine = new RegExp(`^(${names}) ?:(?=\\s|<|"|$|\\S*@|\\p{L})`, 'iu');
/** Several on one line: what is left of HTML without line breaks. */
const furtherHeader = new RegExp(` (${names}) ?: `, 'giu');
/** Found between the others: the sheet of a form, which is no quote. */
const formLabel =
  /^(?:ihre? )?(?:seiten(?:zahl)?|pages|dauer|rufnummer|anrufer|durchwahl|telefon\p{L}*|tel\.?|mobil\p{L}*|handy\p{L}*|nachricht\p{L}*|name|vorname|nachname|e-?mail\p{L}*|e-mail-adresse|anliegen|mitteilung|message|phone|plz|ort|straße|strasse|anrede|firma) ?:/iu;

/** Lines between two headers: receivers, broken lines, a blank line between paragraphs. */
const maxLinesBetween = 3;
const maxHeaders = 12;
/** "Gesendet" and "Datum", "An" for each receiver; a list of the same header over and over is no block. */
const maxRepeated = 3;

/**
 * How many lines from here on are the header block of a quoted mail; 0: none. Three of its headers must be there, the
 * sender among them (two below a divider), and a value must look like one: a mail may well begin with "Von: der Straße
 * aus gesehen links".
 */
export function headerBlockAt(lines: readonly TextLine[], at: number, divided = false): number {
  const first = lines[at];
  if (!first || !headerLine.test(first.plain)) return 0;
  const kinds = new Set<HeaderKind>();
  let proven = false;
  let repeated = 0;
  let end = at;
  let between = 0;
  for (let index = at; index < lines.length && between <= maxLinesBetween; index += 1) {
    const line = lines[index];
    if (!line || line.depth !== first.depth || index - at > maxHeaders * 2) break;
    const { isOfForm, headers, hasAddress, isDated } = headersIn(line);
    if (isOfForm) return 0;
    if (headers.length === 0) {
      between += 1;
      // A second blank line ends it.
      if (line.plain === '' && lines[index - 1]?.plain === '') break;
      if (kinds.has('subject') && line.plain === '') break;
      proven ||= end === index - 1 && hasAddress;
      continue;
    }
    const [kindOfLine] = headers;
    if (kindOfLine && kinds.has(kindOfLine) && ++repeated > maxRepeated) break;
    between = 0;
    end = index;
    for (const kind of headers) kinds.add(kind);
    proven ||= hasAddress || (isDated && kinds.has('sent'));
  }
  const main = (['from', 'sent', 'to', 'subject'] as const).filter((kind) => kinds.has(kind)).length;
  const enough = divided ? main >= 2 : main >= 3 && kinds.has('from');
  return enough && proven ? end - at + 1 : 0;
}

/** What a line can say within a block of headers. */
interface LineHeaders {
  /** It stands in a form, and with it no quote begins. */
  readonly isOfForm: boolean;
  readonly headers: readonly HeaderKind[];
  readonly hasAddress: boolean;
  readonly isDated: boolean;
}

/** A line may be part of many blocks that are none. */
const knownHeaders = new WeakMap<TextLine, LineHeaders>();

function headersIn(line: TextLine): LineHeaders {
  const known = knownHeaders.get(line);
  if (known) return known;
  const name = headerLine.exec(line.plain)?.[1];
  const further = name === undefined ? [] : [...line.plain.matchAll(furtherHeader)];
  const found = [name, ...further.map((match) => match[1])];
  const read: LineHeaders = {
    isOfForm: formLabel.test(line.plain) || (name !== undefined && isNumberOnly(name, line.plain)),
    headers: found.flatMap((one) => kindOfName.get((one ?? '').toLowerCase()) ?? []),
    hasAddress: address.test(line.plain),
    isDated: isDated(line.plain),
  };
  knownHeaders.set(line, read);
  return read;
}

/** "Von: 089 1234567" and "An: …" with a number stand in the notice of a fax or a call. */
function isNumberOnly(name: string, line: string): boolean {
  const kind = kindOfName.get(name.toLowerCase());
  if ((kind !== 'from' && kind !== 'to') || line.includes('@')) return false;
  const value = line.slice(line.indexOf(':') + 1);
  return value.replace(/\D/g, '').length >= minPhoneDigits && /^ ?(?:\p{L}{0,12} ?)[+(\d]/u.test(value);
}
const minPhoneDigits = 5;

/** Who wrote a quoted mail and what about, as the lines above it say. */
export interface QuotedMail {
  /** As it stands there, without the address. */
  readonly name?: string;
  /** As it stands there. */
  readonly email?: string;
  readonly subject?: string;
}

const valuesOf = new RegExp(`(?:^| )(${names}) ?:(?= |<|"|$|\\S*@|\\p{L})`, 'giu');

/** What the lines of a header block say, or the line of a person "… schrieb am …:". */
export function readQuotedMail(lines: readonly TextLine[]): QuotedMail {
  const values = lines.flatMap((line, index) => valuesIn(line, lines[index + 1]));
  const first = (wanted: HeaderKind) =>
    values.find(({ kind, value }) => kind === wanted && value !== '')?.value;
  const from = first('from');
  const subject = first('subject');
  const author = readAuthor(from ?? authorInAttribution(lines.map(({ plain }) => plain).join(' ')));
  return { ...author, ...(subject !== undefined && { subject }) };
}

function valuesIn(
  line: TextLine,
  next: TextLine | undefined,
): readonly { readonly kind: HeaderKind | undefined; readonly value: string }[] {
  const found = [...line.plain.matchAll(valuesOf)];
  return found.map((match, index) => {
    const end = found[index + 1]?.index ?? line.plain.length;
    const value = line.plain.slice(match.index + match[0].length, end).trim();
    // A long address stands on a line of its own.
    const goesOn =
      index === found.length - 1 && next !== undefined && /^<?[^\s<>]+@[^\s<>]+>?$/.test(next.plain);
    return {
      kind: kindOfName.get((match[1] ?? '').toLowerCase()),
      value: goesOn && !value.includes('@') ? `${value} ${next.plain}` : value,
    };
  });
}

/** `Sabine Roth [mailto:sabine@…]`, `"Roth, Sabine" <sabine@…>`, `Sabine Roth sabine@…`, an address or a name alone. */
function readAuthor(text: string): Pick<QuotedMail, 'name' | 'email'> {
  // "sekretariat@… im Auftrag von Sabine Roth": she wrote it.
  const said = text.slice(0, maxComparedLength);
  const email = wholeAddressWords(said.replace(/mailto:/gi, ' '))[0]?.typed.replace(/\.+$/, '');
  const behalf = /(?:im auftrag von|on behalf of|de la part de|per conto di) (.*)$/i.exec(said)?.[1] ?? said;
  const name = behalf
    .replace(/[<[(]?(?:mailto:)?[^\s<>[\]()]*@[^\s<>[\]()]*[>\])]?/gi, ' ')
    .replace(/["„“”<>]|^\W*'|'\W*$/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  return {
    ...(/\p{L}/u.test(name) && { name }),
    ...(email !== undefined && { email }),
  };
}

/** "Am … schrieb Erika Muster <erika@…>:" and "Forwarded message from Erika Muster <erika@…>". */
function authorInAttribution(text: string): string {
  const said = text.slice(0, maxComparedLength);
  const named =
    /(?:schrieb|hat|from|von|\d,|uhr) ("?[^<>:\d]{2,80}<[^<>\s]{3,100}>|[^\s<>]{1,64}@[^\s<>:]{3,100})/i.exec(
      said,
    );
  return named?.[1] ?? /[^<>:,]{0,60}<[^<>\s]{1,64}@[^<>\s]{3,100}>/.exec(said)?.[0] ?? '';
}

function isDated(text: string): boolean {
  return (numericDate.test(text) || month.test(text)) && /\d/.test(text);
}

// --- dividers ---

const rule = /^[-_=–—]{3,}$/;
const originalWords =
  "original[- ]?(?:message|nachricht|mail|e-mail)|ursprüngliche (?:nachricht|mail|e-mail|mitteilung)|urspr\\. nachricht|message d['’]origine|message (?:original|initial)|messaggio originale|mensaje original|oorspronkelijk bericht|oprindelig besked|ursprungligt meddelande|reply message";
const forwardedWords =
  '(?:weiter ?geleitete|weitergel\\.) (?:nachricht|mail|e-mail|mitteilung)|forwarded (?:message|mail|e-mail)|message (?:transféré|réexpédié|transmis)|messaggio inoltrato|mensaje reenviado|doorgestuurd bericht';
const original = new RegExp(`^[-_=–—]{2,} ?(?:${originalWords}) ?:? ?[-_=–—]{2,}$`, 'i');
/** Without dashes only above a header block. */
const bareOriginal = new RegExp(`^(?:${originalWords}) ?:?$`, 'i');
const forwarded = new RegExp(
  `^(?:[-_=–—]{2,} ?(?:${forwardedWords}|forwarded by|weitergeleitet von)(?: |:|[-_=–—]|$)|(?:anfang der weitergeleiteten (?:nachricht|e-mail|mail)|begin forwarded message|début du (?:message|courriel) (?:transféré|réexpédié)|inizio (?:del )?messaggio inoltrato|inicio del mensaje reenviado|begin doorgestuurd bericht) ?:)`,
  'i',
);
/** One of them stands in each mark; they are looked for before each line is. */
const forwardWord = /forwarded|geleitet|weitergel\.|transf|transmis|réexp|inoltrato|reenviado|doorgestuurd/i;
/** Programs that drop line breaks leave the mark, what stands before it and the first header on one line. */
const glued = new RegExp(
  `(?<![-_=])([-_=]{2,40} ?(?:${originalWords}|${forwardedWords}) ?[-_=]{2,40}|_{8,60}|[-=]{20,60}) ?(?=\\*?(?:von|from|de|da|betreff|subject|objet|oggetto|datum|date|gesendet|sent) ?:)`,
  'giu',
);
const gluedWord =
  /(?<=[-_=]{2}) ?\*?(?:von|from|de|da|betreff|subject|objet|oggetto|datum|date|gesendet|sent) ?:/iu;
/** GroupWise: ">>> Erika Muster <erika@example.de> 23.11.2026 10:15 >>>". */
const groupWise = /^ {0,3}>>> .{3,150}\d{1,2}[:.]\d{2}.{0,10}>>>\s*$/;

export const isRule = ({ plain }: TextLine): boolean => rule.test(plain) || bareOriginal.test(plain);
export const isForwardMark = ({ plain }: TextLine): boolean => forwarded.test(plain);
/** If not, no line of it is a mark. */
export const mayHoldForwardMark = (text: string): boolean => forwardWord.test(text);
export const isGroupWiseMark = ({ raw }: TextLine): boolean =>
  groupWise.test(raw.slice(0, maxComparedLength));
export const isOriginalMark = (line: TextLine): boolean => original.test(line.plain) || isGroupWiseMark(line);
export const isHeaderLine = ({ plain }: TextLine): boolean => headerLine.test(plain);

/** No letter is longer, and what quotes a longer one has its header above it. */
export const maxReadLines = 10_000;

/** The lines of a mail, where marks that stand within one have lines of their own. */
export function textLines(text: string): readonly TextLine[] {
  const parted = gluedWord.test(text) ? text.replace(glued, partGlued) : text;
  return parted
    .split('\n')
    .map((raw, index) => (index < maxReadLines ? textLine(raw) : { raw, plain: raw, depth: 0 }));
}

/** A quote mark before the line stands before each of its parts. */
function partGlued(_found: string, mark: string, at: number, text: string): string {
  const start = text.slice(Math.max(0, at - maxComparedLength), at);
  const before = start.slice(start.lastIndexOf('\n') + 1);
  const marks = /^(?: {0,3}(?:> ?)+)?/.exec(before)?.[0] ?? '';
  return `${before === marks ? '' : `\n${marks}`}${mark}\n${marks}`;
}
