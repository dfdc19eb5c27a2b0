/** An emergency that somebody typed where a name, a company, a place or a number was asked for. */
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { readMessage } from './key-words.ts';
import { plainWords } from './plain-words.ts';
import { onOneLine } from './reading.ts';

/** Where a name is asked for, and where anything else is that has few words. */
const ofName: readonly FieldRole[] = ['name', 'firstName', 'lastName', 'salutation', 'title'];
const ofElse: readonly FieldRole[] = [
  'address',
  'houseNumber',
  'postcode',
  'city',
  'place',
  'phone',
  'email',
  'timeframe',
  'budget',
];

/** What companies have in their names, and nothing that happens. */
const company =
  /\b(?:gmbh|mbh|ag|kg|ug|ohg|gbr|ltd|sarl|sagl|gesmbh|ges m b h|e k|co|soehne|sohn|toechter|gebrueder|gebr|inh|inhaber|partner|meisterbetrieb|betriebe?|service|haustechnik)\b/;
const person = /^(?:familie|fam|herrn?|frau|dr|mr|mrs|ms|madame|monsieur|signora?)\b/;
/** "Notfall", which nobody is called. */
const cry = /^(?:notfall|notruf|hilfe|emergency|urgence|emergenza)$/;
/** What may stand beside one word without being a name. */
const besides =
  /^(?:im|in|am|an|aus|bei|beim|der|dem|den|die|das|unser|unsere[mnr]?|mein|meine[mnr]?|uns|mir|hier|und|ein|einen|eine|es|ist|keller|kellerraum|bad|badezimmer|kueche|flur|wohnung|haus|hausflur|treppenhaus|heizraum|heizungskeller|dach|garage|eg|og|ug|dg|stock|etage|wand|decke|boden|bitte|dringend|hilfe|sofort|schnell|notfall|akut|jetzt|heute|help|urgent|rueckruf|kommen|strasse|nacht|gerade|grosser|starker|schwerer|massiver|\d+)$/;

/**
 * Is it told there, rather than somebody or something called so?
 * @param isCompany was a company asked for? Those are called "Rohrbruch Meier" and "Sanitär-Notdienst".
 */
export function tellsEmergency(value: string, isCompany: boolean): boolean {
  // Numbers say nothing.
  if (!/\p{L}/u.test(value)) return false;
  const text = onOneLine(value);
  const { urgency, urgencyWord = '' } = readMessage(text);
  if (urgency !== 'now') return false;
  const plain = plainWords(text);
  const word = plainWords(urgencyWord);
  const at = Math.max(0, plain.indexOf(word));
  const behind = plain.slice(at + word.length).trim();
  const isPlaced = /^(?:bei|beim|im|in (?:der|dem|unserer|unserem|meiner|meinem)|aus)(?: |$)/.test(behind);
  if (company.test(plain) && !isPlaced) {
    const form = company.exec(plain);
    return form !== null && form.index < at && /[-–:,(!]/.test(text) && tellsAlone(text, word);
  }
  if (isPlaced || word.includes(' ')) return true;
  const others = plain.split(' ').filter((other) => !word.split(' ').includes(other));
  if (others.every((other) => besides.test(other))) return true;
  if (isCompany || person.test(plain)) return false;
  return cry.test(word) || isLoud(text) || others.length > 1 || tellsAlone(text, word);
}

/** "Meier - Rohrbruch", "Meier (Rohrbruch)", "Meier, Rohrbruch": it stands apart, behind the name. */
const tellsAlone = (text: string, word: string): boolean =>
  text
    .split(/\s[-–—]\s|[:,;(/|!]/)
    .slice(1)
    .some((part) => plainWords(part).startsWith(word));

/** "Meier ROHRBRUCH", "Rohrbruch Meier!!" */
const isLoud = (text: string): boolean =>
  text.includes('!') || (/\p{Lu}{5,}/u.test(text) && /\p{Ll}{2,}/u.test(text));

/** @param all the answers of a role. @returns what is told in them. */
export function misfiledEmergencies(all: (role: FieldRole) => readonly Answer[]): string[] {
  const whole = (['firstName', 'lastName'] as const).flatMap((role) => all(role).map(({ value }) => value));
  const said = [
    whole.join(' '),
    ...[...ofName, ...ofElse].flatMap((role) => all(role).map(({ value }) => value)),
  ];
  return [
    ...said.filter((value) => tellsEmergency(value, false)),
    ...all('company').flatMap(({ value }) => (tellsEmergency(value, true) ? [value] : [])),
  ];
}
