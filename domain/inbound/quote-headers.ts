/** The lines mail programs put above what they quote: "Am … schrieb …:", header blocks, dividers. */

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

export function textLine(raw: string): TextLine {
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
const theirs = /^(?:zitat von|quoting) .{2,150}:$|^sie schrieben am .{4,60}:$/i;
const bareVerb = /^(?:[^\s:]{1,60} ){1,8}(?:schrieb|wrote):$/;
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
  const begins = beginsAttribution(first);
  if (!begins && !nameAndVerb.test(first.plain) && !theirs.test(first.plain) && !bareVerb.test(first.plain)) {
    return 0;
  }
  let joined = '';
  for (let count = 1; count <= maxAttributionLines; count += 1) {
    const line = lines[at + count - 1];
    if (!line || line.plain === '' || line.depth !== first.depth) return 0;
    // A line that begins one itself is the better beginning, except where only the address stands on it.
    if (count > 1 && /^(?:am|on) /i.test(line.plain) && beginsAttribution(line)) return 0;
    joined = `${joined} ${line.plain}`.trimStart();
    if (joined.length > maxAttributionLength) return 0;
    if (/(?::|(?:wrote|schrieb)(?: ?-{2,})?)$/.test(joined)) {
      const marked = (nextFilled(lines, at + count)?.depth ?? 0) > first.depth;
      if (isAttribution(joined, begins, marked)) return count;
      if (joined.endsWith(':')) return 0;
    }
    if (!begins) return 0;
  }
  return 0;
}

function isAttribution(joined: string, begins: boolean, marked: boolean): boolean {
  if (theirs.test(joined)) return marked || address.test(joined);
  const dated = numericDate.test(joined) || (month.test(joined) && /\d/.test(joined));
  if (!dated) return marked && (bareVerb.test(joined) || (begins && verb.test(joined)));
  if (toldByAPerson.test(joined) && !address.test(joined)) return marked;
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
  /^(?:ihre? )?(?:telefon\p{L}*|tel\.?|mobil\p{L}*|handy\p{L}*|nachricht\p{L}*|name|vorname|nachname|e-?mail\p{L}*|e-mail-adresse|anliegen|mitteilung|message|phone|plz|ort|straße|strasse|anrede|firma) ?:/iu;

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
    if (formLabel.test(line.plain)) return 0;
    const name = headerLine.exec(line.plain)?.[1];
    if (!name) {
      between += 1;
      // A second blank line ends it.
      if (line.plain === '' && lines[index - 1]?.plain === '') break;
      if (kinds.has('subject') && line.plain === '') break;
      proven ||= end === index - 1 && address.test(line.plain);
      continue;
    }
    const kindOfLine = kindOfName.get(name.toLowerCase());
    if (kindOfLine && kinds.has(kindOfLine) && ++repeated > maxRepeated) break;
    between = 0;
    end = index;
    for (const found of [name, ...furtherHeaders(line.plain, name.length)]) {
      const kind = kindOfName.get(found.toLowerCase());
      if (kind) kinds.add(kind);
    }
    proven ||= address.test(line.plain) || (isDated(line.plain) && kinds.has('sent'));
  }
  const main = (['from', 'sent', 'to', 'subject'] as const).filter((kind) => kinds.has(kind)).length;
  const enough = divided ? main >= 2 : main >= 3 && kinds.has('from');
  return enough && proven ? end - at + 1 : 0;
}

/** Most lines hold one header, and each line is looked at from many above it: that must cost next to nothing. */
function furtherHeaders(line: string, from: number): string[] {
  if (!line.includes(': ', from + 2)) return [];
  return [...line.matchAll(furtherHeader)].map(([, name = '']) => name);
}

function isDated(text: string): boolean {
  return (numericDate.test(text) || month.test(text)) && /\d/.test(text);
}

// --- dividers ---

const rule = /^[-_=–—]{5,}$/;
const original =
  /^[-_=–—]{2,} ?(?:original[- ]?(?:message|nachricht|mail|e-mail)|originalnachricht|ursprüngliche (?:nachricht|mail|e-mail)|urspr\. nachricht|message d['’]origine|message original|messaggio originale|mensaje original|oorspronkelijk bericht|oprindelig besked|ursprungligt meddelande|reply message) ?[-_=–—]{2,}$/i;
const forwarded =
  /^(?:[-_=–—]{2,} ?(?:weitergeleitete (?:nachricht|mail|e-mail)|forwarded (?:message|mail|by)|weitergeleitet von|message transféré|messaggio inoltrato)(?: |:|[-_=–—]|$)|(?:anfang der weitergeleiteten (?:nachricht|e-mail)|begin forwarded message|début du message (?:transféré|réexpédié)|inizio messaggio inoltrato) ?:)/i;
/** GroupWise: ">>> Erika Muster <erika@example.de> 23.11.2026 10:15 >>>". */
const groupWise = /^ {0,3}>>> .{3,150}\d{1,2}[:.]\d{2}.{0,10}>>>\s*$/;

export const isRule = ({ plain }: TextLine): boolean => rule.test(plain);
export const isForwardMark = ({ plain, depth }: TextLine): boolean => depth === 0 && forwarded.test(plain);
export const isOriginalMark = (line: TextLine): boolean =>
  (line.depth === 0 && original.test(line.plain)) || groupWise.test(line.raw.slice(0, maxComparedLength));
