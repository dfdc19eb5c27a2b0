/** "Geld weiß ich nicht": an answer to a question that is no value of what was asked. */
import { fold } from '../inbound/folded-text.ts';
import type { Askable } from '../lead/askable.ts';
import { thoughtsOf } from './thoughts.ts';

const nobody = '(?:ich|wir|das|es|ihnen|leider|aber|selbst|selber|da|dazu|mich|uns)';
const stillNot =
  '(?:(?:jetzt|im moment|momentan|aktuell|derzeit|heute|so|auch|noch|gerade|genau|yet|ehrlich gesagt) )*';
const unsure = new RegExp(
  [
    `(?:weiss|wissen|wusste|wussten|sagen|abschatzen|uberblicken|keinen plan|know|say|tell)(?: ${nobody}){0,4} ${stillNot}(?:nicht|nix|net|ned|nichts)(?![a-z])`,
    `(?<![a-z])(?:nicht|nix|net|ned) ${stillNot}(?:sagen|abschatzen|sicher|geklart|klar|bekannt|entschieden|uberlegt)`,
    `(?<![a-z])kein(?:e|en)? (?:ahnung|schimmer|plan|idee|vorstellung)`,
    `unsicher|(?<![a-z])unbekannt|don'?t know|not sure|no idea|unsure`,
  ].join('|'),
);

const about: Readonly<Record<Askable, RegExp>> = {
  budget:
    /budget|geld|preis|kosten|kostet|teuer|betrag|summe|finanz|ausgeben|euro|franken|\bchf\b|money|cost|price|spend/,
  timeframe:
    /(?<![a-z])(?:wann|bis wann|zeit|termin|datum|when|date|zeit(?:punkt|raum|rahmen|plan|lich)[a-z]*)(?![a-z])/,
  installation:
    /(?<![a-z])(?:was (?:genau|gemacht|alles|ich|wir|es|wird)|vorhaben|umfang|projekt|what)(?![a-z])/,
};
const topicIn = (folded: string): Askable | undefined =>
  (['budget', 'timeframe', 'installation'] as const).find((question) => about[question].test(folded));

/** Is it said in this thought that something is not known (yet)? */
export const isNotKnown = (thought: string): boolean => unsure.test(fold(thought).text);

/** Longer it says something else, too: "Wir wissen nicht, ob Gas oder Wärmepumpe besser ist". */
const maxWords = 9;
const isShort = (thought: string, most = maxWords): boolean => thought.trim().split(/\s+/).length <= most;

/** "Geld?", "Was es kosten darf": what the next thought says is not known. */
const namesTopic = (thought: string | undefined): Askable | undefined =>
  thought !== undefined && isShort(thought, 6) && !isNotKnown(thought)
    ? topicIn(fold(thought).text)
    : undefined;

/** The thoughts of a text without those that only say that something is not known. */
export function knownThoughts(text: string): string[] {
  const isOnlyThat = (thought = '') => isNotKnown(thought) && isShort(thought);
  const isItsTopic = (thought: string, next = '') =>
    isOnlyThat(next) && topicIn(fold(next).text) === undefined && namesTopic(thought) !== undefined;
  return thoughtsOf(text).filter(
    (thought, at, all) => !isOnlyThat(thought) && !isItsTopic(thought, all[at + 1]),
  );
}

/**
 * The questions that a text answers with "I do not know": the one that it names, by its word or its number; one without a name
 * means all that were asked.
 * @param asked in the order in which they were asked; none: only what is named counts.
 */
export function notKnownIn(text: string, asked: readonly Askable[]): readonly Askable[] {
  const found = new Set<Askable>();
  for (const line of text.split('\n')) {
    const number = Number(/^\s*\(?(\d)[.):]\s*\S/.exec(line)?.[1] ?? 0);
    for (const [at, thought] of thoughtsOf(line).entries()) {
      if (!isNotKnown(thought)) continue;
      const before = namesTopic(thoughtsOf(line)[at - 1]);
      const question = topicIn(fold(thought).text) ?? asked[number - 1] ?? before;
      for (const one of question === undefined ? asked : [question]) found.add(one);
    }
  }
  return [...found];
}
