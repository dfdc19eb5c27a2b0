/** Who, where and what, in the room that a list of mails on a phone gives a subject. */
import { topicOf } from '../domain/capture/topic.ts';
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
 * @param lead.before what stands before it in the same room: `🚨 SOFORT: `.
 */
export function nameplate({
  contact,
  request,
  who = whoIs(contact),
  matter = matterOf(request),
  before = '',
}: Pick<Lead, 'contact' | 'request'> & {
  readonly who?: string | undefined;
  readonly matter?: string | undefined;
  readonly before?: string;
}): string {
  const room = shownOnPhones - widthOf(before);
  const third = Math.floor((room - signs) / 3);
  const town = visible(contact.city, 60);
  const told = (who: string, place = town, what = matter) =>
    [[who, place].filter(Boolean).join(', '), what].filter(Boolean).join(' – ');
  const family = familyNameOf(contact) ?? who;
  const shorter = [
    () => told(who),
    () => told(family),
    () => told(family, cut(town, third)),
    () => told(family, cut(town, third), cut(matter, third)),
  ];
  const fitting = shorter.map((tell) => tell()).find((line) => widthOf(line) <= room);
  if (fitting !== undefined) return before + fitting;
  return before + told(cut(family, third) ?? family, cut(town, third), cut(matter, third));
}

/** The same of an emergency: what it is about says the word of the message that made it one. */
export const alarmPlate = ({ contact, request }: Pick<Lead, 'contact' | 'request'>): string =>
  nameplate({
    contact,
    request,
    matter: visible(request.urgencyWord, 30) ?? matterOf(request),
    before: atOnce,
  });

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

const cut = (text: string | undefined, length: number): string | undefined => visible(text, length);
