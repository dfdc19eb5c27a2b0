/** A street within a sentence: "Bitte beheben Sie in der Gartenstraße 12 …". */

/** Of these names no preposition is a part: nobody lives in a street called "In der Gartenstraße". */
const streetByItself = /^\p{Lu}[\p{L}.'’-]+(?:stra(?:ß|ss)e|str\.?|gasse|allee|chaussee|weg)$/iu;
const preposition = /^(?:am|an|auf|aus|bei|beim|im|in|nach|unter|vom|von|vor|zu|zum|zur)$/i;
const article =
  /^(?:der|dem|den|des|die|das|eine[mnr]?|du|de|la|le|les|aux?|di|del|dell[ae]|dei|degli|al|alla|à)$/i;
/** Prepositions that street names of that kind begin with, where they are written as a name. */
const beginsName = /^(?:Am|An|Auf|Unter|Vor|Zum|Zur)$/;
/** In a sentence, and in no street. */
const ofSentence =
  /^(?:sie|ihnen|ihr|ihre[mnrs]?|wir|uns|unsere?[mnrs]?|ich|mir|mich|meine?[mnrs]?|er|es|bitte|hier|dort|adresse|anschrift|hallo|danke|gerne?|frau|herrn?|familie)$/i;

/** @param found a street with its number, and what stood before. @returns the street alone, as it was written. */
export function withoutSentence(found: string): string {
  const words = found.split(' ');
  const number = words.findIndex((word) => /^\d/.test(word));
  const name = words.slice(0, number < 0 ? words.length : number);
  const start = beginOf(name);
  return start > 0 && start < name.length ? words.slice(start).join(' ') : found;
}

function beginOf(name: readonly string[]): number {
  const spoken = name.findLastIndex(
    (word, at) => at < name.length - 1 && (ofSentence.test(word) || isVerb(word, name[at - 1])),
  );
  const link = name.findLastIndex((word, at) => at > spoken && preposition.test(word));
  if (link < 0) return spoken + 1;
  const own = article.test(name[link + 1] ?? '') ? link + 2 : link + 1;
  const isOwn = streetByItself.test(name.at(-1) ?? '') && /^\p{Lu}/u.test(name[own] ?? '');
  if (isOwn) return beginsName.test(name[link] ?? '') ? link : own;
  // "Kommen Sie zu Am Anger 3"
  return preposition.test(name[link - 1] ?? '') ? link : spoken + 1;
}

/** Small, and neither joined to the name by a preposition nor one itself: "wohnen", not "alten". */
const isVerb = (word: string, before: string | undefined): boolean =>
  /^\p{Ll}\p{L}*(?:en|e|t|n)$/u.test(word) &&
  !preposition.test(word) &&
  !article.test(word) &&
  !(before !== undefined && (preposition.test(before) || article.test(before)));
