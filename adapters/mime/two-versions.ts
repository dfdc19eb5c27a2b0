/**
 * Which of the two versions of a text is the message: the plain one, which is what the person wrote, or the one in HTML,
 * where the program left nothing or only a stub in the plain one. Decided by what the two say, not by a list of stubs.
 */
import { stripQuotes } from '../../domain/inbound/quoted-text.ts';
import { stripSignature } from '../../domain/inbound/signature.ts';

/** As much as is compared; two texts that agree so far agree. */
const maxComparedLength = 20_000;
/** A plain version that holds so much of the HTML's own words is no stub. */
const wholeShare = 0.5;
/** So much of the plain version stands in the HTML: it says nothing else. */
const sameShare = 0.8;
/** Words that the HTML has besides: a sentence. */
const minMissing = 6;
/** Longer stubs say something of their own. */
const maxStubWords = 25;

/**
 * @param plain not blank.
 * @param html as text, not blank.
 * @returns `both`: they say different things, and nobody knows which one was meant.
 */
export function chooseVersion(plain: string, html: string): 'plain' | 'html' | 'both' {
  const compared = plain.slice(0, maxComparedLength);
  const page = html.slice(0, maxComparedLength);
  const rest = withoutStubs(compared);
  const own = withoutQuotes(page);
  const ownWords = wordsOf(stripSignature(own));
  const restWords = wordsOf(rest);
  if (restWords.size === 0) return wordsOf(page).size > 0 ? 'html' : 'plain';
  const plainWords = wordsOf(compared);
  const missing = [...ownWords].filter((word) => !plainWords.has(word)).length;
  const isStubbed = rest !== compared;
  if (ownWords.size - missing >= ownWords.size * wholeShare) return 'plain';
  if (missing < minMissing && !isStubbed) return 'plain';
  if (shareOf(restWords, wordsOf(page)) >= sameShare)
    return goesOn(compared, own, plainWords) ? 'html' : 'plain';
  return isStubbed && restWords.size <= maxStubWords ? 'html' : 'both';
}

/** In HTML a mark is always a quote, also at a single line. */
function withoutQuotes(html: string): string {
  const own = html.split('\n').filter((line) => !line.startsWith('>'));
  return stripQuotes(own.join('\n')).text;
}

/** What a program says about itself, in German, English, French and Italian. */
const stub =
  /(?<!\p{L})html(?!\p{L})|multi-?part|mime[- ]?(?:format|nachricht|message)|browser|navigateur|web-?version|online-?version|version (?:en ligne|web)|online (?:ansehen|lesen|anzeigen)|(?:view|read) (?:it |this |the )?(?:\p{L}+ ){0,2}online|falsch dargestellt|nicht (?:richtig|korrekt|ordnungsgemäß|vollständig) (?:angezeigt|dargestellt)/iu;

/** Without the sentences and lines that are about showing the mail, and without addresses of pages. */
function withoutStubs(text: string): string {
  if (!stub.test(text)) return text;
  return text
    .split(/(?<=[.!?:])\s+|\n/)
    .filter((sentence) => !stub.test(sentence))
    .join('\n');
}

function wordsOf(text: string): Set<string> {
  const bare = text.toLowerCase().replace(/https?:\/\/\S*|\[(?:cid|image|bild):?[^\]\n]{0,200}\]/g, ' ');
  return new Set(bare.match(/[\p{L}\p{N}]{2,}/gu));
}

function shareOf(words: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return [...words].filter((word) => all.has(word)).length / Math.max(1, words.size);
}

/** What companies put below their mails, and what reads like a text and is none. */
const notice =
  /vertraulich|confidential|privileged|intended recipient|irrtümlich|adressat|empfänger|virus|viren|amtsgericht|handelsregister|geschäftsführ|ust-?id|datenschutz|umwelt|ausdrucken|newsletter|impressum/i;

/** The plain version holds the beginning only: what else the HTML says is text and no signature. */
function goesOn(plain: string, own: string, plainWords: ReadonlySet<string>): boolean {
  if (/(?:\.\.\.|…)\s*$/.test(plain)) return true;
  const further = own.split('\n').filter((line) => {
    const words = line.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const written = words.filter((word) => /^\p{Ll}/u.test(word)).length;
    return (
      words.length >= 4 &&
      written >= 3 &&
      !notice.test(line) &&
      words.some((word) => !plainWords.has(word.toLowerCase()))
    );
  });
  return wordsOf(further.join('\n')).size >= minMissing;
}
