/** All chance of a world, from its seed. */
import { createHash } from 'node:crypto';

export interface Entropy {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number of at least 0 and below the limit. */
  below(limit: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws Error there is nothing to pick from. */
  pick<T>(list: readonly T[]): T;
  /** One of the keys, each as likely as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  bytes(count: number): Buffer;
  /**
   * Chance of its own for one purpose: whoever asks more of one stream changes nothing in another, so a world that is made
   * smaller stays like itself.
   */
  stream(purpose: string): Entropy;
}

/** The same seed gives the same numbers, on every machine. */
export function entropyOf(seed: string): Entropy {
  const next = smallFastCounter(createHash('sha256').update(seed).digest());
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new Error('There is nothing to pick from');
      return list[below(list.length)] as (typeof list)[number];
    },
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
      const entries = Object.entries(weights) as [Key, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error('There is nothing to pick from');
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
    stream: (purpose) => entropyOf(`${seed}/${purpose}`),
  };
}

/** sfc32 of Chris Doty-Humphrey's PractRand: small, fast, and without a short period in sight. */
function smallFastCounter(seed: Buffer): () => number {
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => seed.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
