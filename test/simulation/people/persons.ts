/** The people of a world, and what they write: invented, and each word of theirs can be told from everybody else's. */
import type { Entropy } from '../engine/entropy.ts';
import { someFacts } from './facts.ts';

export interface Person {
  readonly number: number;
  readonly name: string;
  /** Absent: only to be phoned. */
  readonly email?: string;
  readonly phone?: string;
}

const firsts = [
  'Anna',
  'Bernd',
  'Carla',
  'Dieter',
  'Edith',
  'Frank',
  'Gerda',
  'Heinz',
  'Ilse',
  'Jürgen',
  'Karin',
  'Lothar',
];
const lasts = [
  'Amsel',
  'Buchfink',
  'Drossel',
  'Eichelhäher',
  'Fasan',
  'Gimpel',
  'Habicht',
  'Kranich',
  'Lerche',
  'Milan',
];
const domains = ['post.example', 'brief.example', 'kasten.test', 'heim.test'];

const ascii = (text: string): string =>
  text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');

export function makePerson(number: number, entropy: Entropy): Person {
  const [first, last] = [entropy.pick(firsts), entropy.pick(lasts)];
  const reach = entropy.weighted({ email: 5, both: 4, phone: 1 });
  return {
    number,
    name: `${first} ${last}`,
    ...(reach !== 'phone' && { email: `${ascii(first)}.${ascii(last)}${number}@${entropy.pick(domains)}` }),
    ...(reach !== 'email' && { phone: `0151 ${String(20_000_000 + number * 137)}` }),
  };
}

/** A word that nobody else has, in what a person writes. */
export const markOf = (person: number, text: number): string => `Kennwort${person}x${text}y`;
export const marks = /Kennwort(\d+)x\d+y/g;

/** Stands in every note that the owner makes for the business, and nowhere else. */
export const privateWord = 'Zitronenfalter';

export type Wish = 'project' | 'repair' | 'advice' | 'emergency';

const wishes: Readonly<Record<Wish, readonly string[]>> = {
  project: [
    'Wir möchten unser Bad erneuern lassen.',
    'Wir bauen um und brauchen eine neue Heizung.',
    'Geplant ist eine Wärmepumpe im Altbau.',
  ],
  repair: [
    'Der Wasserhahn in der Küche tropft seit Tagen.',
    'Die Spülung läuft nach.',
    'Ein Heizkörper wird nicht warm.',
  ],
  advice: ['Ich hätte gern eine Beratung zur Solarthermie.', 'Was kostet ungefähr ein barrierefreies Bad?'],
  emergency: ['Rohrbruch im Keller, das Wasser läuft!', 'Wasserschaden: es tropft durch die Decke.'],
};

export const wishOf = (entropy: Entropy): Wish =>
  entropy.weighted({ project: 6, repair: 4, advice: 2, emergency: 1 });

export function inWords(wish: Wish, person: Person, mark: string, entropy: Entropy): string {
  const facts = someFacts(person.number, entropy.stream(`facts ${mark}`));
  return `${entropy.pick(wishes[wish])} Bitte melden Sie sich bei mir, mein Stichwort ist ${mark}. ${facts}`.trim();
}

/** What somebody has to say whose request turns into an emergency. */
export const turnedUrgent = 'Jetzt ist es dringend: Das Wasser läuft durch die Decke!';
