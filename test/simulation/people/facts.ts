/** What people say of what they want, and which question of ours each sentence answers. */
import type { Entropy } from '../engine/entropy.ts';

export type Topic = 'what' | 'when' | 'budget' | 'phone' | 'address';

/** A sentence, up to what is each person's own. */
const sentences: Readonly<Record<Topic, readonly string[]>> = {
  what: [
    'Gewünscht ist eine bodengleiche Dusche statt der Wanne.',
    'Es geht um einen neuen Gaskessel samt Speicher.',
    'Der Waschtisch und das WC sollen getauscht werden.',
  ],
  when: [
    'Es sollte bis Ende April fertig sein.',
    'Am liebsten wäre es uns im Herbst.',
    'Spätestens in drei Monaten brauchen wir es.',
    'Bitte noch vor Weihnachten.',
  ],
  budget: [
    'Wir haben dafür 20.000 € vorgesehen.',
    'Mehr als 8.000 Euro soll es nicht kosten.',
    'Unser Budget liegt bei 15000 EUR.',
  ],
  phone: ['Sie erreichen mich unter '],
  address: ['Wir wohnen im Lindenweg '],
};

const own: Readonly<Partial<Record<Topic, (person: number) => string>>> = {
  phone: (person) => `0151 ${30_000_000 + person * 137}.`,
  address: (person) => `${person + 1}, 80331 München.`,
};

export const topics = Object.keys(sentences) as readonly Topic[];

/** Some sentences about what a person wants, who has this number; often none. */
export function someFacts(person: number, entropy: Entropy): string {
  if (entropy.chance(0.5)) return '';
  const said = topics.filter(() => entropy.chance(0.3));
  return said.map((topic) => `${entropy.pick(sentences[topic])}${own[topic]?.(person) ?? ''}`).join(' ');
}

/** Which questions a text answers. */
export function topicsSaidIn(text: string): readonly Topic[] {
  const line = text.replace(/\s+/g, ' ');
  return topics.filter((topic) => sentences[topic].some((sentence) => line.includes(sentence.trim())));
}
