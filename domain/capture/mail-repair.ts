/**
 * Mail addresses as people mistype them. Repaired is only what has one meaning: a wrong guess would tell a stranger what
 * somebody asked for.
 */
import { addressWords, isWholeAddress, legible } from './addresses-in-text.ts';
import { normaliseEmail } from './contact-data.ts';
import { answersKept, remembered } from './remembered.ts';

/** The longest address has 254 characters; around it may stand a name or a remark. */
const maxLookedAt = 1_000;

/** Signs that are an @ or a dot for whoever reads them: wide ones, codes of web pages, words in brackets. */
const readable: readonly (readonly [sign: RegExp, plain: string])[] = [
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''],
  [/。/g, '.'],
  [/&(?:#64|#x40|commat);|%40/gi, '@'],
  [/&(?:#46|#x2e|period);/gi, '.'],
  [/\s*[[({<]\s*(?:at|ät|ad|@)\s*[\])}>]\s*/gi, '@'],
  [/\s*[[({<]\s*(?:dot|punkt|point|punto)\s*[\])}>]\s*/gi, '.'],
];
/** The same without brackets, where there is no @ at all: "paula at gmx punkt de". */
const spoken: readonly (readonly [sign: RegExp, plain: string])[] = [
  [/\s+(?:at|ät|ad)\s+/i, '@'],
  [/\s+(?:dot|punkt|point|punto)\s+/gi, '.'],
];

const replaced = (text: string, signs: typeof readable): string =>
  signs.reduce((left, [sign, plain]) => left.replace(sign, plain), text);

/** Nothing in it is another sign in disguise. */
const plainText = /^[\n\u0020-\u007e\u00c0-\u00ff]*$/;
/** Without one of these nothing is or becomes an @. */
const anySign = /[@&%]|[\s[({<](?:at|ät|ad)[\s\])}>]/i;
/** As most type it: nothing is to be taken off or put right. */
const faultless = /^(?!www\.)[a-z0-9_+][a-z0-9_.+-]*@(?!www\.)(?:[a-z0-9-]+\.)+[a-z]+$/i;

/** What stands before an address that is given alone: its label, a scheme, a bracket. */
const before =
  /^(?:[\s"'„“”‚‘’<([{*•-]+|(?:e-?mail(?:-?adresse)?|mail|courriel|posta elettronica)\s*[:=]\s*|(?:mailto|https?|e-?mail):\/{0,2}|www\.(?=[^@]*@))+/i;
const behind = /[\s"'“”‘’>)\]};,.:!*]+$/;

/** Providers with one address that people leave incomplete. Not `gmx`: it ends in `.de`, `.net`, `.at` and `.ch`. */
const completed: Readonly<Record<string, string>> = {
  gmail: 'gmail.com',
  googlemail: 'googlemail.com',
  icloud: 'icloud.com',
  web: 'web.de',
  't-online': 't-online.de',
  freenet: 'freenet.de',
  posteo: 'posteo.de',
  arcor: 'arcor.de',
  bluewin: 'bluewin.ch',
  aon: 'aon.at',
};

/**
 * The address that was meant: spaces, doubled signs and commas within it, written-out signs, a missing ending of a known
 * provider, words around it.
 * @returns `undefined` if there is none, or what is there could mean several.
 */
export const repairEmail = remembered((typed): string | undefined => {
  if (plainText.test(typed) && !anySign.test(typed)) return undefined;
  const whole = faultless.test(typed) ? normaliseEmail(typed) : undefined;
  if (whole !== undefined) return whole;
  const text = replaced(legible(typed.slice(0, maxLookedAt)).normalize('NFKC'), readable).trim();
  const signed = text.includes('@') ? text : replaced(text, spoken);
  return repairWhole(signed) ?? firstWithin(signed);
}, answersKept);

function repairWhole(text: string): string | undefined {
  const bare = (/<([^<>@]{1,64}@[^<>@]{1,255})>\s*$/.exec(text)?.[1] ?? text)
    .replace(before, '')
    .replace(behind, '');
  const at = bare.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = bare
    .slice(0, at)
    .replace(/[@\s]+$/, '')
    .replace(/\s+\.\s*/g, '.');
  return normaliseEmail(`${local}@${repairDomain(bare.slice(at + 1).toLowerCase())}`);
}

function repairDomain(typed: string): string {
  const domain = typed
    .trim()
    .replace(/\?.*$/, '')
    .replace(/^www\./, '')
    .replace(/\.{2,}/g, '.');
  // One dot, comma or space between two words can only be the dot; of more some may end a sentence.
  const [, name, ending] = /^([\p{L}\d-]{1,63})(?: ?[.,] ?| )([a-z]{2,6})$/u.exec(domain) ?? [];
  if (name !== undefined && ending !== undefined) return `${name}.${ending}`;
  return (Object.hasOwn(completed, domain) && completed[domain]) || domain;
}

/** The first whole address among other words. */
function firstWithin(text: string): string | undefined {
  for (const found of addressWords(text)) {
    const email = isWholeAddress(text, found) ? normaliseEmail(found.typed) : undefined;
    if (email !== undefined) return email;
  }
  return undefined;
}

/** What people write who have none, or will not say it. */
const nothing =
  /^[\s"'([–—-]*(?:[-–—_.·*/\\?!]+|x{2,}|0{1,4}|k\.? ?a\.?|n\.? ?\/? ?[avb]\.?|keine?[rsnm]?(?: (?:angaben?|e-?mail|mail|telefon|adresse|handy|name))?|nein|no(?:ne|pe)?|nichts?|nix|null|undefined|nan|ohne|leer|entfällt|unbekannt|nicht vorhanden|unknown|not (?:provided|specified|available|applicable|known|given|set|entered)|nicht (?:angegeben|bekannt|ausgefüllt|zutreffend)|empty|blank|nil|tb[ad]|inconnue?|sconosciut[oa]|(?:bitte )?(?:aus)?wählen|bitte auswählen|please (?:select|choose)|hab(?:e)? (?:ich )?(?:keine?n?|nicht)|aucune?|non|néant|nessun[oa]?|niente)[\s"')\].!…–—-]*$/iu;

/** "keine", "-", "n/a", "k.A.": an answer that says nothing. */
export const saysNothing = (text: string): boolean => text.length <= 40 && nothing.test(text);

/** Of a wish or a choice "nein" and "keine" say something. */
export const isLeftOut = (text: string): boolean => saysNothing(text) && !answered.test(text.trim());
const answered =
  /^(?:keine?[rsnm]?|nein|no|non|nope|nichts?|nix|ohne|aucune?|nessun[oa]?|niente|x+|\?+|!+)$/i;
