/** The emergency as a choice of a form: "Notdienst (24h)", "Heute noch / Notfall". */

import { type Answer, roleOfNames } from './form-answer.ts';
import { plainWords } from './plain-words.ts';

/** A choice that calls somebody at once, whatever form it stands in. */
const calls =
  /^(?:[a-z]*notdienst|[a-z]*notfall|notfaelle|[a-z]*notfalldienst|[a-z]*notruf|noteinsatz|soforteinsatz|soforthilfe|havarie|havariedienst|emergency|urgence|depannage|emergenza)$/;
/** What may stand beside it without saying anything else. */
const besides =
  /^(?:24|7|24h|h|std|stunden|hours|rund|um|die|uhr|service|callout|einsatz|anfrage|anfordern|rufen|dringend|akut|akuter|sofort|jetzt|heute|noch|heutenoch|ja|ich|wir|brauche|brauchen|benoetige|benoetigen|einen|ein|den|unser|im|am|wochenende|nachts|feiertag|feiertage|und|oder|der|in|heizung|heizungs|sanitaer|wasser|gas|elektro|strom|rohr|rohrbruch|abfluss|stoerung|stoerungsdienst|defekt|d|urgent|di|priority|1)$/;

/** Answers of which none is what somebody wants done, nor when. */
const otherMatters: ReadonlySet<string | undefined> = new Set([
  'source',
  'company',
  'name',
  'firstName',
  'lastName',
  'page',
  'referrer',
  'address',
  'email',
  'phone',
]);

/** More is a text, which is read word by word. */
const maxChoiceLength = 60;

const isEmergency = (choice: string): boolean => {
  const words = plainWords(choice).split(' ');
  return (
    words.some((word) => calls.test(word)) && words.every((word) => calls.test(word) || besides.test(word))
  );
};

/** @returns the choice in the words of the form, if one of the answers is the emergency and nothing else. */
export function chosenEmergency(answers: readonly Answer[]): string | undefined {
  for (const { names, value } of answers) {
    if (otherMatters.has(roleOfNames(names))) continue;
    if (value.length > 3 * maxChoiceLength || /\?\s*$/.test(value)) continue;
    // Ticked boxes come as a list: one of them is enough.
    const chosen = value
      .split(/[,;\n]/)
      .find((choice) => choice.length <= maxChoiceLength && isEmergency(choice));
    if (chosen !== undefined) return chosen.trim();
  }
  return undefined;
}
