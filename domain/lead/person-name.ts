/** What people write where a name is asked for: whether it is one, and how its bearer is addressed. */
import { isGivenName } from './given-names.ts';
import { besideLettersAndDigits, holdsAnyOf, inSmallLetters } from './word-list.ts';

/** The longest name that is spoken aloud. */
const maxNameLength = 80;
const maxNameWords = 7;

/** Marks of firms, clubs and offices: no person is addressed so. */
const companyWords = holdsAnyOf(
  `gmbh mbh ug ag kg kgaa ohg gbr ltd llc inc corp
  gesellschaft verein club verband stiftung genossenschaft hausverwaltung immobilien verwaltung wohnbau bauunternehmen
  ingenieurbüro architekturbüro architekten planungsbüro kanzlei praxis zahnarztpraxis arztpraxis apotheke
  hotel gasthof gasthaus restaurant pizzeria café bäckerei metzgerei autohaus werkstatt
  gemeinde stadtverwaltung pfarrei kirchengemeinde schule grundschule kita kindergarten feuerwehr tsv tus sv fc weg
  objekt firma team büro haustechnik sanitär elektro bau régie fiduciaire entreprise azienda studio`,
  besideLettersAndDigits,
);
/** `G.m.b.H.`, `e. V.`, `S.à r.l.`: with dots and blanks. */
const companyForms =
  /(?<![\p{L}\d])(?:g\.?m\.?b\.?h\.?|e\.? ?[kuvg]\.?|co\.? ?kg|s\.?[àa]\.?r\.?l\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?a\.?s?|fa\.)(?![\p{L}\d])/u;

/** Is it the name of a firm, a club, an office? */
export function isCompanyName(text: string): boolean {
  const looked = text.slice(0, 200);
  return (companyWords(looked) && !isCalledLikeOne(looked)) || companyForms.test(inSmallLetters(looked));
}

/** Marks of firms that are family names behind a given one. */
const alsoFamilyName = holdsAnyOf(
  'weg bau schule verein club gemeinde werkstatt kanzlei praxis verwaltung gesellschaft objekt firma team büro',
);

/** "Jan Weg", "Frau Eva Schule". */
function isCalledLikeOne(text: string): boolean {
  const [given = '', family = '', ...more] = behindSalutation(text.trim().split(/\s+/)).rest;
  return more.length === 0 && isGivenName(given) && /^\p{Lu}/u.test(family) && alsoFamilyName(family);
}

/** How people are called before their family name, in the spelling of a letter. */
const salutations: Readonly<Record<string, string>> = {
  herr: 'Herr',
  herrn: 'Herr',
  hr: 'Herr',
  'hr.': 'Herr',
  frau: 'Frau',
  fr: 'Frau',
  'fr.': 'Frau',
  frl: 'Frau',
  familie: 'Familie',
  fam: 'Familie',
  'fam.': 'Familie',
  eheleute: 'Eheleute',
  mr: 'Mr',
  'mr.': 'Mr',
  mrs: 'Mrs',
  'mrs.': 'Mrs',
  ms: 'Ms',
  'ms.': 'Ms',
  madame: 'Madame',
  mme: 'Madame',
  monsieur: 'Monsieur',
  signora: 'Signora',
  signor: 'Signor',
};

/** "Hr." as it stands in a letter, "Herr"; `undefined`: it is no such word ("divers", "keine Angabe", "Firma"). */
export const salutationOf = (text: string): string | undefined => salutations[text.trim().toLowerCase()];

/** The same in a German letter. */
const german: Readonly<Record<string, string>> = {
  Mr: 'Herr',
  Monsieur: 'Herr',
  Signor: 'Herr',
  Mrs: 'Frau',
  Ms: 'Frau',
  Madame: 'Frau',
  Signora: 'Frau',
};
export const inGerman = (salutation: string): string => german[salutation] ?? salutation;

/** How somebody is called, if the first word says so, and the words behind that. */
function behindSalutation(words: readonly string[]) {
  const salutation = salutationOf(words[0] ?? '');
  return { salutation, rest: salutation === undefined ? words : words.slice(1) };
}

const title =
  /^(?:(?:prof|dr|dres|dipl|ing|mag|msc|mba|di|med|dent|vet|jur|rer|nat|phil|h\.?c|univ|ddr|fh|bsc|ba|ma)\.?(?:-(?:ing|kfm|phys|inf|wirt)\.?)*)$/i;

/** "Dr.", "Prof. Dr. med.", "Dipl.-Ing.": an academic title and nothing else. */
export const isTitle = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= 40 &&
  text
    .trim()
    .split(/\s+/)
    .every((word) => title.test(word));

/** A hyphen, an apostrophe and a dot belong to names. What counts test orders stands behind: "Kessler5". */
const nameWord = /^[\p{L}\p{M}][\p{L}\p{M}.'’´`-]*\d{0,6}$/u;
const link = /^(?:&|\+|u\.|und|and|et|e|y)$/i;
/** Pictures beside a name. */
const pictures = /[\u2600-\u27bf\u{1f000}-\u{1faff}]|\ufe0f|\u200d/gu;
/** "Sehr geehrter Herr", "S.g. Hr.": as letters begin, not what anybody is called. */
const politeness = /^(?:sehr geehrte[rs]?|s\. ?g\.|sg\.?) (?=(?:herrn?|hr|frau|fr|fam|familie|dr|ing)\b)/i;
/** Says whose neighbour or tenant he is: the name behind it is another's. */
const relation =
  /^(?:(?:mieter|nachbar|vermieter|eigentümer|bewohner|verwalter|hausmeister|freund|bekannte[r]?)(?:in)?|sohn|tochter|mutter|vater|bruder|schwester|enkel(?:in)?|ehefrau|ehemann|angehörige[r]?|betreuer(?:in)?) (?:von|vom|des|der|bei) /i;

/** Begins a family name in small letters. */
const particle =
  /^(?:von|van|vom|zu|zum|zur|de|del|della|di|da|dos|du|la|le|el|al|bin|ben|ten|ter|der|den|dem|des|d)$/i;

/** Written by whoever has no name to give, or tries the form out. */
const placeholders =
  /^(?:(?:test(?:er|erin|kunde|kundin|name|person|anfrage|test|en)?|name|vorname|nachname|ihr|mein|dein|kein|keine|ohne|angabe|anonym|unbekannt|privat|privatkunde|kunde|kundin|interessent|interessentin|besucher|gast|mieter|mieterin|eigentümer|niemand|ich|wir|xy|abc|asdf\w*|qwert\w*|foo|bar|foobar|lorem|ipsum|k\.?a\.?|n\.?a\.?|n\.?n\.?|none|null|undefined|unknown|admin|administrator|user|username|guest|nobody|anonymous|website|webseite|kontakt|formular|kontaktformular|info|mail|email|e-mail|telefon|handy|nein|ja|no|non|yes|divers|herr|frau|firma|sir|madam)\d{0,6}(?:[ .]+|$))+$/iu;

/** Stand in sentences; behind a given name or "Frau" some of them are family names. */
const isSentence = holdsAnyOf(`
  ich wir uns unser+2 mein+2 mir mich sie ihnen es bitte danke hallo guten moin servus hi hello
  nicht kein+2 ist sind war hat habe haben brauch+2 benötig+2 möcht+2 will wollen soll sollen suche+1 ruf+2
  melden kommen mit für im am auf bei nach wegen ohne seit was wie wann wer warum wo
  ein eine einr eins einm einn einer eines einem einen das die
  dringend sofort hilfe tropft bad
  please need want help you the my our your for with bonjour merci nous vous avec pour grazie vorrei siamo
  click free win gewinn*`);
/** Stand in requests, in no name. */
const isRequest = holdsAnyOf(`
  rückruf anruf+2 notfall notdienst defekt kaputt tropft verstopft+3 angebot anfrage termin beratung heizung
  badsanierung badezimmer dusche wasserschaden rohrbruch gasgeruch wärmepumpe reparatur wartung sanierung therme erneuern
  besichtigung devis chauffage demande offre preventivo richiesta offerta riscaldamento quote heating boiler`);

/** Of the words of sentences those that are things. */
const isWished = holdsAnyOf('bad hilfe hello hallo hi danke win gewinn* free click help');

/** "Anna Ruf", "Eva-Maria von Will", "Frau Bad": whoever gives his name so is called so. */
function isFamilyName(rest: readonly string[], salutation: string | undefined): boolean {
  const named = rest.filter((word) => !title.test(word));
  const last = named.at(-1) ?? '';
  const given = named.slice(0, -1).filter((word) => !particle.test(word) && !/^\p{Lu}\.$/u.test(word));
  const isHurried = named.length === 2 && named.every((word) => !/\p{Lu}/u.test(word));
  if (!/^\p{Lu}/u.test(last) && !isHurried) return false;
  if (given.length === 0) return salutation !== undefined && named.length > 0;
  // No sentence ends in a capital "Ruf", but a wish may in "Bad".
  const isName = (word: string) =>
    isGivenName(word) || (!isWished(last) && !isSentence(word) && /^\p{Lu}\p{Ll}/u.test(word));
  return given.every(isName);
}

/** Of the words of requests those that somebody writes behind his own name. */
const isCall = holdsAnyOf('rückruf anruf+2');

/** "Rudi Reparatur", "Frau Dusche": behind a given name, or how people are called, it is a family name. */
function isCalledLikeRequest(rest: readonly string[], salutation: string | undefined): boolean {
  const named = rest.filter((word) => !title.test(word));
  const [last = '', ...given] = named.toReversed();
  if (!/^\p{Lu}/u.test(last) || isCall(last)) return false;
  return given.length === 0 ? salutation !== undefined : given.every(isGivenName);
}

const isLegible = (text: string): boolean => !/[^\p{L}\p{M}\p{N}\s.,'’´`&+()-]/u.test(text);

/** A word in capitals as names are written: MÜLLER-HUBER is Müller-Huber. */
const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}’'])\p{L}|(?<=\p{L}['’])\p{L}{1}(?=\p{L}{2})/gu, (letter) =>
      letter.toUpperCase(),
    );

/**
 * How a letter may address somebody who gave this as his name, behind "Guten Tag": a person's name as typed, the
 * family name first turned round, capitals lowered. Guesses no gender.
 * @returns `undefined` for what is no person's name: a firm, a number, a sentence, "k.A.".
 */
export function addressedAs(typed: string): string | undefined {
  const text = typed.replace(pictures, '').replace(/\s+/g, ' ').trim().replace(politeness, '');
  if (text === '' || text.length > maxNameLength || !isLegible(text) || relation.test(text)) return undefined;
  if (isCompanyName(text) || placeholders.test(text)) return undefined;
  const words = turned(text.replace(/ ?\([^()]*\)$/, '')).split(' ');
  if (words.length > maxNameWords) return undefined;
  const { salutation, rest } = behindSalutation(words);
  if (isRequest(text) && !isCalledLikeRequest(rest, salutation)) return undefined;
  if (isSentence(text) && !isFamilyName(rest, salutation)) return undefined;
  const isName = (word: string) => nameWord.test(word) && !isHost(word);
  const hasName = rest.some((word) => isNamed(word, salutation !== undefined || words.length > 1));
  if (!hasName || !rest.every((word) => isName(word) || link.test(word))) return undefined;
  const isLoud = !/\p{Ll}/u.test(rest.join('').replace(/\d/g, '')) && rest.join('').length > 3;
  const said = isLoud ? rest.map((word) => (title.test(word) ? word : capitalised(word))) : rest;
  return [...(salutation === undefined ? [] : [salutation]), ...said].join(' ');
}

/** Is it one word behind given names, or behind how people are called: "Viktor Besuch", "Herr Dr. Kauf"? */
export function isFamilyNameAlone(text: string): boolean {
  const { salutation, rest } = behindSalutation(text.trim().split(/\s+/));
  return isCalledLikeRequest(rest, salutation);
}

/** "spam.example"; "Dr.Huber" only lacks a space. */
const isHost = (word: string): boolean =>
  /\.\p{L}{2,}$/u.test(word) && !title.test(word.slice(0, word.indexOf('.')));

/** Not an initial, a title or a particle; alone at least as long as "Li". */
function isNamed(word: string, isPart: boolean): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || link.test(word) || salutationOf(word) !== undefined) return false;
  if (/(\p{L})\1\1/iu.test(word) || /^[^aeiouyäöüáéíóúàèìòùâêîôûøåæœ]{5,}$/iu.test(word)) return false;
  return !title.test(word) && (isPart || !particle.test(word));
}

/** `Müller, Hans` is Hans Müller. */
function turned(text: string): string {
  const [last = '', first = '', ...others] = text.split(',').map((part) => part.trim());
  return first !== '' && last !== '' && others.length === 0 ? `${first} ${last}` : text;
}

/**
 * Does it look like the first and family name of a person, where no label says so? Two to four words with capitals,
 * nothing else.
 */
export function looksLikePersonName(text: string): boolean {
  const words = turned(text.replace(/\s+/g, ' ').trim()).split(' ');
  if (words.length < 2 || words.length > 5 || /[\n;:?!/]/.test(text)) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    capitals >= 2 &&
    words.every((word) => /^\p{Lu}/u.test(word) || particle.test(word) || link.test(word)) &&
    addressedAs(text) !== undefined
  );
}

/** One word that may be a first or a family name. */
export const looksLikeNamePart = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’-]{1,30}\d{0,6}$/u.test(text) && addressedAs(text) !== undefined;
