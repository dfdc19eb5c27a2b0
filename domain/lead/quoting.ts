/**
 * What of a sender's words a mail to him repeats. Whoever types somebody else's address into a form would have us send his words
 * to that person in the name of the business, so only what is proven to come from its sender is repeated.
 */
import type { Lead } from './lead.ts';
import { isFamilyNameAlone } from './person-name.ts';
import { namesWebsite } from './website-address.ts';
import { holdsAnyOf, inSmallLetters } from './word-list.ts';

type Provable = Pick<Lead, 'proof' | 'timeline' | 'archivedEvents'>;
type Quoted = Provable & Pick<Lead, 'contact' | 'request'>;

/**
 * Are its words proven to come from whom they name? What the owner noted is his own. A correction proves nothing of itself: from
 * then on the words are not those that came with the proof; where the beginning of the timeline is put away, nobody knows.
 */
export function isProven({ proof, timeline, archivedEvents }: Provable): boolean {
  if (archivedEvents !== undefined) return false;
  if (timeline.some(({ type, by }) => type === 'captured' && by === 'owner')) return true;
  return proof !== undefined && !timeline.some(({ type }) => type === 'resubmitted');
}

/** May a mail to the customer repeat what he asked for? Never with an address of the web in it, but his own of mail. */
export function isQuotable(lead: Quoted): boolean {
  return isProven(lead) && !namesWebsite(withoutOwnAddress(lead.request.message ?? '', lead));
}

/** May a mail to the customer repeat this line of his, e.g. his street? */
export const isLineQuotable = (line: string, lead: Quoted): boolean => isProven(lead) && !namesWebsite(line);

function withoutOwnAddress(text: string, { contact: { email } }: Quoted): string {
  return email === undefined ? text : text.replaceAll(new RegExp(escaped(email), 'gi'), ' ');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As long as names are that people have. */
const longestName = 50;
const longestWord = 25;
const mostWords = 5;

/** A hyphen, an apostrophe and a dot at the end belong to names. */
const nameWord = /^(?:\p{L}[\p{L}\p{M}]*(?:['’´-]\p{L}[\p{L}\p{M}]*){0,3}\.?|&)$/u;
/** Begins the second half of a family name, or a firm's form, in small letters. */
const smallWord =
  /^(?:von|van|vom|zu|zum|zur|der|den|dem|des|de|del|della|di|da|dos|du|la|le|el|al|bin|ben|ten|ter|d|und|u|e|et|y)\.?$/u;
/** Inside a word, capitals begin another one: `JetztGewinnen`. */
const innerCapital = /\p{Ll}\p{Lu}/gu;

/** Firms, offices, addresses, insults: with such a word it is nobody's name, whatever stands before. */
const isImpostor = holdsAnyOf(`
  www http https
  gutschein* prämie* lotto lotterie sicherheit* service kundenservice support helpdesk kundendienst
  amazon paypal ebay google microsoft facebook instagram whatsapp telegram netflix klarna dhl
  sparkasse* deutschebank postbank volksbank commerzbank landesbank bundesbank kreditbank onlinebank ingbank raiffeisen*
  finanzamt zollamt
  arsch* fick* fuck* hure* wichser* idiot* scheiß* scheiss* nazi* hitler
  casino bitcoin bitcoins krypto crypto sex porn porno viagra seo backlink backlinks`);

/** What is called out to people, in words that a name has only behind a given one: "Viktor Besuch". */
const calledOut = holdsAnyOf(`
  aktion werbung sie ihr+2 dein+2 du wir uns+3 ich jetzt hier heute bitte
  klick* gewinn* gratis kostenlos bonus slot slots kredit* geld euro rabatt
  angebot* besuch* kauf kaufe kaufen kauft bestell* achtung warnung konto passwort paket zahl zahle zahlen zahlt zahlung* rechnung* überweis* mahnung inkasso anwalt
  polizei gesperrt
  you your click free win winner now here buy visit offer money account password invoice pay urgent
  vous votre ici gratuit cliquez gagnez clicca vinci gratuito adesso`);
/** In two words; `Pay Pal` and `Kredit Bank` are known by their first. */
const bank = /(?<!\p{L})(?:deutsche|post|volks|commerz|landes|bundes|online|ing) bank(?!\p{L})/u;
const namesBank = (text: string): boolean => {
  const small = inSmallLetters(text);
  return small.includes(' bank') && bank.test(small);
};

/** `Evil dot com`, `Evil Punkt Shop`, `evildotcom`: an address that is said. "Dot" alone begins the name of a Dorothy. */
const saidAddress =
  /\p{L}\s+(?:dot|punkt|punto|point)\s+\p{L}|\p{L}(?:dot|punkt)(?:com|net|org|info|shop|biz|de|at|ch)(?!\p{L})/iu;

const anyDot = /dot|punkt|punto|point/;

/** Letters of phonetics and the like, which only look like ours. */
const disguise = /[\u0250-\u02AF\u1D00-\u1DBF\u2C60-\u2C7F\uA720-\uA7FF]/;

const westernEuropean = /^[ -~À-ÖØ-öø-ÿ]*$/;

/** As people type it: no mathematical, wide or small letters, no two alphabets in one word, no accents in a stack. */
function isPlainText(text: string): boolean {
  // Most names: one look instead of four.
  if (westernEuropean.test(text)) return true;
  const composed = text.normalize('NFC');
  const isMixed = (word: string) =>
    /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
  return (
    composed === text.normalize('NFKC') &&
    !disguise.test(composed) &&
    !/\p{M}{2}/u.test(composed) &&
    !composed.split(/\s+/).some(isMixed)
  );
}

/**
 * Is it a name and nothing else? Of words that nobody has proven only a name is repeated, so that "Guten Tag" is not followed by
 * a stranger's message. Who is called otherwise is greeted without a name.
 */
export function isPlausibleName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > longestName || words.length > mostWords || isImpostor(text)) return false;
  if (calledOut(text) && !isFamilyNameAlone(text)) return false;
  if (namesBank(text)) return false;
  const saysDot = anyDot.test(inSmallLetters(text)) && saidAddress.test(text);
  if (!isPlainText(text) || saysDot || namesWebsite(text)) return false;
  const named = words.filter((word) => !smallWord.test(word) && word !== '&');
  const capitals = named.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    named.length > 0 &&
    words.every((word) => nameWord.test(word) && word.length <= longestWord) &&
    // In a sentence some words begin in capitals; in a name all, or none by somebody in a hurry.
    (capitals === named.length || capitals === 0) &&
    words.every((word) => (word.match(innerCapital)?.length ?? 0) <= 1)
  );
}
