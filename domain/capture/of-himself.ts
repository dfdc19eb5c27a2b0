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
