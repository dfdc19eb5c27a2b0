/** Of whom the sentences of a message speak: of whoever wrote it, or of others whose place and number are not his. */

/** A sentence ends there; "Str. 4", "Tel. 089 …" and "St. Gallen" go on. */
const sentenceEnd =
  /(?<=[.!?])(?<!(?<!\p{L})(?:[Ss]tr|[Tt]el|[Nn]r|Dr|St|[Cc]a|bzw|Hr|Fr|Fam|Prof|Ing|Mag|[Ee]vtl|[Ii]nkl|[Mm]ax|[Mm]ob|\p{L})\.)\s+(?=\p{Lu})|(?<=\p{L}{3}str\.)\s+(?=\p{Lu})|[;\n]+/u;

export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

const business =
  '(?<!unser\\p{L}* |mein\\p{L}* )(?:firma|betrieb)|vermieter|(?:haus)?verwaltung|verwalter|makler|handwerker|installateur|konkurrenz|architekt|versicher|versorger|stadtwerke|mitbewerber';
const ofTheirs =
  '(?:ihr|ihre[mnrs]?|eure?[mnrs]?) (?:tel|nummer|rufnummer|handy|büro|laden|ausstellung|adresse|werkstatt|geschäft|firma|filiale|halle|lager|betrieb)';

/** Whose place is another's. Where relatives live the work may be. */
const livesElsewhere = new RegExp(
  `(?<!\\p{L})(?:(?:${business})\\p{L}*|${ofTheirs}|(?:er|sie|der|die|welche[rs]?) (?:wohnt|sitzt)(?!\\p{L}))`,
  'iu',
);
/** Does it name a place that is somebody else's, be it ours? */
export const isPlaceOfOthers = (sentence: string): boolean => livesElsewhere.test(sentence);

const otherPeople = new RegExp(
  `(?<!\\p{L})(?:${business}|${ofTheirs}|hausmeister|nachbar|mutter|vater|eltern|oma|opa|schwester|bruder|sohn|tochter|schwieger|tante|onkel|freund(?!lich)|kolleg|(?:mein|seine|ihre|der|die)\\p{L}* (?:frau|mann|partner))\\p{L}*`,
  'giu',
);
const himself =
  /(?<!\p{L})(?:ich|mich|mir|wir|uns|meine? (?:\p{L}+ )?(?:tel\p{L}*|nummer|rufnummer|handy\p{L}*|mobil\p{L}*|festnetz\p{L}*))(?!\p{L})/giu;

const lastOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((_, { index }) => index, -1);

/** How people give their number. */
const called =
  /(?<!\p{L})(?:tel|mobil|handy|phone|nummer|number|(?:an|zur[uü]ck)?r[uü]f|r[uü]ckruf|erreich|reach|call|unter)/iu;

/**
 * Is a number in a sentence said to be his: "Sie erreichen mich unter 0151 …", "Tel. …", or stands it by itself; but not "Der
 * Vermieter hat 0171 …"?
 * @param before what stands before it in the sentence. @param after what stands behind it.
 */
export function isOwnNumber(before: string, after: string): boolean {
  if (!/\p{L}/u.test(before + after)) return true;
  const isGiven = called.test(before) || /^[ ,)]{0,3}(?:erreich|anruf|zu erreichen)/iu.test(after);
  return isGiven && lastOf(before, himself) >= lastOf(before, otherPeople);
}

const theirs =
  '(?:(?:mein|unser|sein|ihr)(?:e[mnrs]?)?|de[mnrs]|die|ein(?:e[mnrs]?)?|bei[m]?|vo[mn]|zu[mr]?)';
const stranger =
  '(?:nachbar|bekannt|freund(?!lich)|kolleg|arbeitskolleg|vermieter|hausmeister|makler|architekt|vereinskamerad|vorbesitzer|vorbesitzerin|voreigentümer)';
const relative =
  '(?:frau|mann|partner|ehefrau|ehemann|gatt|mutter|mama|vater|papa|eltern|oma|opa|schwester|bruder|sohn|tochter|schwieger|schwager|schwäger|tante|onkel|cousin|neffe|nichte|enkel)';
/** "mein Nachbar", "beim netten Nachbarn", "unseren guten Bekannten": somebody is spoken of, and does not call himself so. */
const spokenOf = (person: string) =>
  new RegExp(`(?<!\\p{L})${theirs} (?:\\p{Ll}+e[mnrs]? )?${person}\\p{L}*`, 'giu');
const strangers = spokenOf(stranger);
const relatives = new RegExp(
  `(?<!\\p{L})(?:mein|unser|sein)(?:e[mnrs]?)? (?:\\p{Ll}+e[mnrs]? )?${relative}\\p{L}*`,
  'giu',
);
const belongsTo = new RegExp(
  `(?<!\\p{L})(?:ist|sind|war|gehört|hat)(?: \\p{L}+){0,2} ${theirs} (?:\\p{Ll}+e[mnrs]? )?${stranger}`,
  'iu',
);
/** What was a reason to name him: how to reach him, and where to work. */
const toBeCalled = /(?<!\p{L})(?:(?:an|zurück)?ruf|erreich|wend|melde|kontakt|ansprech|call|ask for)\p{L}*/iu;
const ofWork =
  /(?<!\p{L})(?:bad|bäd|dusche|heizung|therme|kessel|boiler|küche|wc|wasser|rohr|pumpe|baustelle|objekt|einsatzort|arbeit|montage|projekt|es geht um|gemacht werden|saniert werden|kommen sie)/iu;

/** Whose are the numbers, places and sums of a sentence? */
function whoseIs(sentence: string): 'his' | 'relatives' | 'strangers' {
  const said = sentence.replace(/ von (?:mir|uns)(?!\p{L})/giu, '');
  const lastDigit = said.search(/\d(?=\D*$)/);
  if (lastDigit < 0) return 'his';
  const told = said.slice(0, lastDigit + 1);
  const own = lastOf(told, himself);
  if (lastOf(told, strangers) > own || (own < 0 && belongsTo.test(said.slice(lastDigit + 1)))) {
    return toBeCalled.test(told) ? 'relatives' : 'strangers';
  }
  const isRelatives = lastOf(told, relatives) > own || (own < 0 && lastOf(said, relatives) >= 0);
  return isRelatives && !ofWork.test(said) ? 'relatives' : 'his';
}

/** A text without the sentences whose numbers, places and sums are a neighbour's: "Mein Nachbar, Tel. …, hat 12.000 € bezahlt". */
export const withoutStrangers = (text: string): string => only(text, (whose) => whose !== 'strangers');

/** Also without those that are a relative's, who lives or is called elsewhere: "Den Schlüssel hat meine Mutter in der …". */
export const ofHimselfAlone = (text: string): string => only(text, (whose) => whose === 'his');

/** "Meine Frau hat die 0151 …, mich erreichen Sie unter …" */
const hisOwnPart =
  /(?<=,)\s+(?=(?:und |aber )?(?:mich|mir|uns|ich (?:habe|bin|wohne)|wir (?:haben|sind|wohnen)|meine? (?:nummer|handy))(?!\p{L}))/iu;

const only = (text: string, isMeant: (whose: ReturnType<typeof whoseIs>) => boolean): string =>
  text
    .split('\n')
    .map((line) => {
      const sentences = sentencesOf(line).flatMap((sentence) => sentence.split(hisOwnPart));
      const meant = sentences.filter((sentence) => isMeant(whoseIs(sentence)));
      return meant.length === sentences.length ? line : meant.join(' ');
    })
    .join('\n');
