import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Passkey, Passkeys } from '../../domain/ports/passkeys.ts';
import { addMinutes, compareMoments } from '../../domain/time/local-time.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, type Key, type Table } from './table.ts';

const passkeyVersion = 1;
const partition = 'PASSKEYS';
const prefix = 'PASSKEY#';
/** As long as somebody looks for his finger or his phone. */
const challengeMinutes = 5;

const passkeySchema = z.object({
  id: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  email: z.string(),
  device: z.string(),
  transports: z.array(z.string()).optional(),
  createdAt: z.string(),
  lastUsedAt: z.string().optional(),
});
const challengeSchema = z.object({
  purpose: z.enum(['add', 'login']),
  email: z.string().optional(),
  endsAt: z.string(),
});

/** Ids and challenges come from strangers, as long as they like. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const keyOf = (id: string): Key => ({ pk: partition, sk: `${prefix}${hashOf(id)}` });
const challengeKey = (challenge: string): Key => ({
  pk: `PASSKEY-CHALLENGE#${hashOf(challenge)}`,
  sk: 'CHALLENGE',
});

const parse = (item: unknown): Passkey => parseItem(passkeySchema, item, 'A passkey');

/** Passkeys, all in one partition: a business has a handful of people with a handful of devices. They go with their person. */
export function tablePasskeys(table: Table): Passkeys {
  return {
    async add(passkey) {
      const item = { ...passkey, ...keyOf(passkey.id), schemaVersion: passkeyVersion };
      return (await claimItem(table, item)) === undefined;
    },

    async find(id) {
      const item = await table.get(keyOf(id));
      return item && parse(item);
    },

    async listOf(email) {
      const items = await table.queryPartition(partition, prefix);
      return items
        .map(parse)
        .filter((one) => one.email === email.toLowerCase())
        .toSorted((one, other) => compareMoments(other.createdAt, one.createdAt));
    },

    async noteUse(id, counter, at) {
      const used = await table.update(keyOf(id), {
        set: { counter, lastUsedAt: at },
        // Most passkeys count nothing and say 0 for ever.
        condition: { path: 'counter', ...(counter === 0 ? { equals: 0 } : { below: counter }) },
      });
      return used !== undefined;
    },

    async remove(id, email) {
      await table.remove(keyOf(id), { path: 'email', equals: email.toLowerCase() });
    },

    async keepChallenge(challenge, { purpose, email }, at) {
      await table.put({
        ...challengeKey(challenge),
        schemaVersion: passkeyVersion,
        purpose,
        ...(email !== undefined && { email }),
        endsAt: addMinutes(at, challengeMinutes),
        expiresAt: expiryAfter(at, 1),
      });
    },

    async takeChallenge(challenge, at) {
      const taken = await table.update(challengeKey(challenge), {
        set: { takenAt: at },
        condition: { allOf: [{ path: 'endsAt', above: at }, { absent: 'takenAt' }] },
      });
      if (!taken) return undefined;
      const { purpose, email } = parseItem(challengeSchema, taken, 'A challenge');
      return { purpose, ...(email !== undefined && { email }) };
    },
  };
}
