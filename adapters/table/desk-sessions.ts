import * as z from 'zod';
import type { DeskSessions } from '../../domain/ports/desk-sessions.ts';
import { compareMoments } from '../../domain/time/local-time.ts';
import { moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, isThere, type Key, type Table } from './table.ts';

const sessionVersion = 1;
const sessionPrefix = 'SESSION#';

const sessionSchema = z.object({
  id: z.string(),
  person: z.string(),
  email: z.string(),
  userAgent: z.string(),
  createdAt: moment,
  seenAt: moment,
  // The time to live of the table has a name of its own, in seconds.
  until: moment,
});

const partitionOf = (person: string) => `DESK#${person}`;
const keyOf = (person: string, id: string): Key => ({
  pk: partitionOf(person),
  sk: `${sessionPrefix}${id}`,
});

const onceKey = (nonce: string): Key => ({ pk: `DESK-ONCE#${nonce}`, sk: 'ONCE' });
const linksKey = (person: string): Key => ({ pk: partitionOf(person), sk: 'LINKS' });
const endedSchema = z.object({ endedAt: moment });

function understand(item: unknown) {
  const { until, ...session } = parseItem(sessionSchema, item, 'A session of the desk');
  return { ...session, expiresAt: until };
}

/** One item for each browser, those of a person in one partition; they end by themselves. */
export function tableDeskSessions(table: Table): DeskSessions {
  return {
    async add({ expiresAt, ...session }) {
      await table.put({
        ...session,
        ...keyOf(session.person, session.id),
        schemaVersion: sessionVersion,
        until: expiresAt,
        expiresAt: expiryAfter(expiresAt, 1),
      });
    },
    async find(person, id, now) {
      const item = await table.get(keyOf(person, id));
      const session = item && understand(item);
      return session && session.expiresAt > now ? session : undefined;
    },
    async prolong(person, id, seenAt, until) {
      await table.update(keyOf(person, id), {
        set: { seenAt, until, expiresAt: expiryAfter(until, 1) },
        condition: isThere,
      });
    },
    async listOf(person, now) {
      const items = await table.queryPartition(partitionOf(person), sessionPrefix);
      return items
        .map(understand)
        .filter(({ expiresAt }) => expiresAt > now)
        .toSorted((one, other) => compareMoments(other.seenAt, one.seenAt));
    },
    async end(person, id) {
      await table.remove(keyOf(person, id));
    },
    async claimOnce(nonce, until) {
      const earlier = await claimItem(table, {
        ...onceKey(nonce),
        schemaVersion: sessionVersion,
        expiresAt: expiryAfter(until, 1),
      });
      return earlier === undefined;
    },
    async isClaimed(nonce) {
      return (await table.get(onceKey(nonce))) !== undefined;
    },
    async endLinks(person, at, until) {
      await table.put({
        ...linksKey(person),
        schemaVersion: sessionVersion,
        endedAt: at,
        expiresAt: expiryAfter(until, 1),
      });
    },
    async linksEndedAt(person) {
      const item = await table.get(linksKey(person));
      return item && parseItem(endedSchema, item, 'The end of links to the desk').endedAt;
    },
  };
}
