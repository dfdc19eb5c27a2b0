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
const isOtherMatter = ({ names }: Answer): boolean => otherMatters.has(roleOfNames(names));

/** What a business does, or a form is about: who lists the emergency service there among the rest asks for none. */
const range =
  /^(?:(?:unser|unsere|ihr|ihre|alle|der|die|das|our|nos|i) )?(?:(?:arbeits|geschaefts|fach|leistungs|taetigkeits|service|aufgaben)?(?:bereiche?|gebiete?|felder|feld|spektrum|umfang|angebot)|branchen?|gewerke?|sparten?|abteilung(?:en)?|taetigkeit(?:en)?|schwerpunkte?|portfolio|sortiment|kategorien?|tags?|schlagworte?|keywords?|rubrik(?:en)?|services|unsere leistungen|department|category|categories|secteurs?|domaines?|settor[ei]) ?(?:der firma|des betriebs|des unternehmens|im ueberblick)?$/;
const fewestOfRange = 4;

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
  for (const answer of answers) {
    if (isOtherMatter(answer)) continue;
    const { names, value } = answer;
    if (value.length > 3 * maxChoiceLength || /\?\s*$/.test(value)) continue;
    // Ticked boxes come as a list: one of them is enough.
    const listed = value.split(/[,;|\n]/);
    if (listed.length >= fewestOfRange && names.some((name) => range.test(plainWords(name)))) continue;
    const chosen = listed.find((choice) => choice.length <= maxChoiceLength && isEmergency(choice));
    if (chosen !== undefined) return chosen.trim();
  }
  return undefined;
}
