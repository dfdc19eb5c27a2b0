/** Who, where and what, in the room that a list of mails on a phone gives a subject. */
import { topicOf } from '../domain/capture/topic.ts';
import { alarmWord } from '../domain/lead/alarm-word.ts';
import type { Language } from '../domain/lead/contact.ts';
import type { Lead } from '../domain/lead/lead.ts';
import { isCompanyName } from '../domain/lead/person-name.ts';
import { whoIs } from './lead-text.ts';
import { visible } from './visitor-text.ts';
import { kindLabels } from './words/labels.ts';
import { atOnce } from './words/mails/new-lead-alert.ts';
import { topicLabels } from './words/topics.ts';

/** What a phone held upright shows of a subject. */
const shownOnPhones = 40;
/** A comma and a dash with their spaces. */
const signs = 5;

/**
 * `Vera Visite, Potsdam – Bad`: who asks, from where, for what. What is not known is left out; what is long is cut, so
 * that the others can be seen.
 * @param lead.who whom to name; default: what tells him apart.
 * @param lead.matter what it is about; default: our word for it.
 * @param lead.inShort what it is about, if the matter has no room.
 * @param lead.before what stands before it in the same room: `🚨 SOFORT: `.
 */
export function nameplate({
  contact,
  request,
  who = whoIs(contact),
  matter = matterOf(request),
  inShort,
  before = '',
}: Pick<Lead, 'contact' | 'request'> & {
  readonly who?: string | undefined;
  readonly matter?: string | undefined;
  readonly inShort?: string | undefined;
  readonly before?: string;
}): string {
  const room = shownOnPhones - widthOf(before);
  const third = Math.floor((room - signs) / 3);
  const town = visible(contact.city, 60);
  const told = (who: string, place = town, what = matter) =>
    [[who, place].filter(Boolean).join(', '), what].filter(Boolean).join(' – ');
  const family = familyNameOf(contact) ?? who;
  const shortly = inShort ?? matter;
  const shorter = [
    () => told(who),
    () => told(family),
    () => told(who, town, shortly),
    () => told(family, town, shortly),
    () => told(family, cut(town, third)),
    () => told(family, cut(town, third), shortly),
  ];
  const fitting = shorter.map((tell) => tell()).find((line) => widthOf(line) <= room);
  return before + (fitting ?? cutToFit());

  /** The name gives way to the matter, as far as both can be read. */
  function cutToFit(): string {
    const place = cut(town, third);
    const forName = room - widthOf(told('?', place, shortly)) + 1;
    if (forName >= third) return told(cut(family, forName) ?? family, place, shortly);
    const forMatter = (person: string) => room - widthOf(told(person, place, '?')) + 1;
    const person = forMatter(family) >= third ? family : (cut(family, third) ?? family);
    return told(person, place, inWords(shortly, forMatter(person)));
  }
}

/** The same of an emergency: what it is about says the word of the message that made it one. */
export function alarmPlate({ contact, request }: Pick<Lead, 'contact' | 'request'>): string {
  const inShort = shortOf({ request });
  // "Reparatur" says nothing to whoever drives there.
  const ours = topicInWords(request, 'de') ?? inShort ?? matterOf(request);
  const said = visible(request.urgencyWord, 60);
  const matter = said !== undefined && saysMore(said) ? said : (ours ?? said);
  return nameplate({ contact, request, matter, inShort, before: atOnce });
}

/** That it is an emergency stands before it. */
const saysMore = (word: string): boolean =>
  !/^(?:(?:bitte|dringend|ein) )*(?:not|sofort|emergency)\p{L}*$/iu.test(word);

/** One word, if it says what it is. */
function shortOf(lead: Pick<Lead, 'request'>): string | undefined {
  const word = alarmWord(lead);
  return word === 'Notfall' ? undefined : word;
}

/** What a request is about, in one or two words of ours; `undefined`: it does not say. */
function matterOf(request: Lead['request']): string | undefined {
  return topicInWords(request, 'de') ?? (request.kind && kindLabels[request.kind].de);
}

/** Our word for what somebody wants; `undefined`: he does not say. */
export function topicInWords(request: Lead['request'], language: Language): string | undefined {
  const { installation, message, sealed } = request;
  // Of an encrypted mail our own words to the owner stand there.
  const topic = topicOf([installation, sealed ? undefined : message].filter(Boolean).join(' '));
  return topic && topicLabels[topic][language];
}

/** The last word of a person's name; a firm has none, and neither has a number that stands for a name. */
function familyNameOf({ name, familyName }: Lead['contact']): string | undefined {
  const given = visible(name, 80);
  if (given === undefined || isCompanyName(given)) return undefined;
  return visible(familyName, 60) ?? given.split(' ').at(-1);
}

/** An emoji is one sign. */
const widthOf = (text: string): number => Array.from(text).length;

/** No word is broken that need not be. */
function inWords(text: string | undefined, length: number): string | undefined {
  const shown = cut(text, length);
  if (shown === undefined || !shown.endsWith('…') || shown === visible(text)) return shown;
  const words = shown.slice(0, -1);
  const next = visible(text)?.charAt(words.length);
  const end = next === ' ' ? words.length : words.lastIndexOf(' ');
  return end > 0 ? `${words.slice(0, end).trimEnd()}…` : shown;
}

const cut = (text: string | undefined, length: number): string | undefined => visible(text, length);
