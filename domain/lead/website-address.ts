/** Addresses of the web in what people write, also as somebody writes them who knows that they are looked for. */

/** As much as is looked at. */
const maxLength = 20_000;

/** `https://`, `hxxp://`, `www.`, and their like with a blank in between. */
const opened = /\b(?:h(?:tt|xx)ps?|ftp)\s*:\s*\/|\bwww\s*\.\s*\S/;

/** Ends of names that are typed or pronounced after "dot"; any other word may follow a dot in a sentence. */
const ends =
  '(?:com|net|org|info|biz|shop|online|store|site|website|app|dev|club|click|link|live|top|xyz|icu|vip|pro|io|ai|co|me|tv|cc|ly|gl|to|ru|su|cn|tk|de|at|ch|li|eu|uk|fr|it|nl|be|pl|cz)';
const dot = '(?:\\.|\\bdot\\b|\\bpunkt\\b|\\bpoint\\b|\\bpunto\\b)';

/** A look that costs nothing: names and short texts have none. */
const anyDot = /\.|dot|punkt|point|punto/;

/** `example dot com`, `example [.] com`, `example(punkt)de`: a dot that is said or fenced. */
const spokenDot = new RegExp(
  `[\\p{L}\\d]\\s*(?:[\\[({<]\\s*${dot}\\s*[\\])}>]|\\s(?:dot|punkt|point|punto)\\s|\\s\\.\\s?|\\.\\s(?=${ends}\\s*/))\\s*${ends}(?![\\p{L}\\d])`,
  'u',
);

/** `name.end`, with whatever stands behind; the end is checked apart. */
const dotted = /([\p{L}\d][\p{L}\d-]{0,62})\.(\p{L}{2,24})(?![\p{L}\d])/gu;
/** `3.OG`, `2.stock`. */
const isOrdinal = /^\d{1,2}$/;
const isKnownEnd = new RegExp(`^${ends}$`, 'i');

/** Files of one's own that customers name. */
const fileEnd = /^(?:jpe?g|png|heic|heif|gif|webp|pdf|docx?|xlsx?|txt|mp4|mov|dwg)$/i;

/**
 * Does a text name an address of the web, or of mail, completely enough to follow it? Where somebody only forgot the blank after
 * a sentence ("undicht.Bitte kommen") it names none.
 */
export function namesWebsite(text: string): boolean {
  const plain = text
    .slice(0, maxLength)
    .normalize('NFKC')
    // What looks like a dot, and what cannot be seen.
    .replace(/[。｡．․‧·•]/g, '.')
    .replace(/\p{Cf}|\u034F|\u3164/gu, '');
  const lower = plain.toLowerCase();
  if (opened.test(lower) || /\S@\S/.test(lower)) return true;
  if (anyDot.test(lower) && spokenDot.test(lower)) return true;
  if (!lower.includes('.')) return false;
  for (const [, label = '', end = ''] of plain.matchAll(dotted)) {
    if (isKnownEnd.test(end)) return true;
    const isWritten = end === end.toLowerCase() || end === end.toUpperCase();
    if (isWritten && !isOrdinal.test(label) && !fileEnd.test(end)) return true;
  }
  return /\b\d{1,3}(?:\.\d{1,3}){3}(?:[:/]|\b)/.test(lower);
}
