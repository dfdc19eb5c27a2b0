/** A street within a sentence: "Bitte beheben Sie in der Gartenstraße 12 …". */

/** Of these names no preposition is a part: nobody lives in a street called "In der Gartenstraße". */
const streetByItself = /^\p{Lu}[\p{L}.'’-]+(?:stra(?:ß|ss)e|str\.?|gasse|allee|chaussee|weg)$/iu;
/** "Mariahilfer Straße": the same in two words. */
const streetInTwo = /^\p{Lu}\p{L}+er (?:Stra(?:ß|ss)e|Str\.?|Gasse|Allee|Chaussee|Weg|Platz)$/u;
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
  const isOwn =
    (streetByItself.test(name.at(-1) ?? '') && /^\p{Lu}/u.test(name[own] ?? '')) ||
    streetInTwo.test(name.slice(own).join(' '));
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

/** What it shall be like, what it is beside, where somebody lived or has seen our work. */
const ofAnother =
  /(?:(?<!\p{L})(?:wie|als) (?:(?:sie |es |das |die |der )?(?:bei|in|im|am|auf|an|zuletzt|damals)) [^.!?,;:]{0,60}|(?<!\p{L})(?:neben|gegenüber|hinter|unweit|nahe|(?:in der )?nähe|ecke) (?:(?:von|der|dem|des|zur|zum) ){0,2}|(?<!\p{L})(?:früher|vorher|zuvor|damals|ehemals|bis vor kurzem|letztes jahr|voriges jahr) [^.!?;:]{0,60}|(?<!\p{L})(?:ihr|ihre|ihren|ihrem|ihrer|eure[mnr]?) (?:ausstellung|laden|büro|wagen|auto|fahrzeug|transporter|baustelle|filiale|showroom|geschäft|monteure?)(?!\p{L})[^.!?;:]{0,40}|(?<!\p{L})(?:haben sie|sie haben|habt ihr|ihr habt|sie waren|waren sie) [^.!?;:]{0,60})$/iu;
const toldOfAnother =
  /^[^.!?]{0,60}?(?<!\p{L})(?:gewohnt|gearbeitet|gesehen|gefallen|gemacht haben|gebaut haben|eingebaut haben|renoviert haben|saniert haben|ausgezogen|weggezogen)(?!\p{L})/iu;

/** Is a street named for comparison, for the way, or of the past: "wie bei meinem Bruder in der …", "neben der …"? */
export function isElsewhere(before: string, found: string, after: string): boolean {
  // Of "In der Lindenstr. 5" the preposition belongs to the sentence.
  const name = withoutSentence(found);
  const link = found.slice(0, Math.max(0, found.length - name.length));
  return ofAnother.test(`${before}${link}`) || toldOfAnother.test(after.split(/\s(?:und|aber)\s/)[0] ?? '');
}
