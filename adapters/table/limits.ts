import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { unprovenBudget, usualDay } from '../../domain/limits/budget.ts';
import type { NetworkCount } from '../../domain/limits/crowd.ts';
import { limits } from '../../domain/limits/figures.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { tableReminderLimit } from './reminder-limit.ts';
import { senderKey } from './sender-key.ts';
import { claimItem, type Item, isAbsent, type Table } from './table.ts';

const limitsVersion = 1;
const hourMillis = 3_600_000;
/** Counted in slots of five minutes: the last hour is the twelve newest, so that after an hour nothing is left of it. */
const slotMinutes = 5;
const slotsAnHour = 12;
/** The day that is counted, and one more for clocks that differ. */
const networkKeptDays = 2;
/** One more says that it is crowded; whoever comes then is counted no more, and the item stays small. */
const maxCountedContacts = limits.network.contactsADay + 1;
/** Whoever floods from more networks than this meets the table again. */
const maxRemembered = 1_000;
const acknowledgedPartition = 'ACKNOWLEDGED';
const acknowledgedKeptDays = limits.budget.usualOverDays + 2;

const keySchema = z.object({ secret: z.string() });
const answerSchema = z.object({ leadId: z.string(), at: z.string() });
const disownedSchema = z.object({ at: z.string() });
const textSet = z.set(z.string());
const daySchema = z.object({ unproven: textSet.optional(), proven: textSet.optional() });

/** Counts in the one table, each count a single write on a condition. */
export function tableLimits(table: Table): Limits {
  let dailyKey: { readonly day: string; readonly secret: Promise<string> } | undefined;

  /** Networks that have used up the day. */
  let spent: { readonly day: string; readonly networks: Set<string> } = { day: '', networks: new Set() };

  function remember(network: string, day: string): void {
    if (spent.day !== day || spent.networks.size >= maxRemembered) spent = { day, networks: new Set() };
    spent.networks.add(network);
  }

  /** A secret for each day that nobody knows before it, and that nobody has two days later. */
  async function loadSecret(day: string, at: Moment): Promise<string> {
    const key = { pk: `NETWORK-KEY#${day}`, sk: 'NETWORK-KEY' };
    const known = await table.get(key);
    if (known) return parseItem(keySchema, known, 'The key of a day').secret;
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = expiryAfter(at, networkKeptDays);
    const first = await claimItem(table, { ...key, schemaVersion: limitsVersion, secret, expiresAt });
    return first ? parseItem(keySchema, first, 'The key of a day').secret : secret;
  }

  function secretOf(day: string, at: Moment): Promise<string> {
    if (dailyKey?.day !== day) {
      const secret = loadSecret(day, at);
      dailyKey = { day, secret };
      secret.catch(() => {
        dailyKey = undefined;
      });
    }
    return dailyKey.secret;
  }

  /** Counts whoever may be counted, once. `false`: so many were counted that there is no room left. */
  async function countWithin(
    date: string,
    kind: 'proven' | 'unproven',
    leadId: string,
    budget: number,
  ): Promise<boolean> {
    const counted = await table.update(
      { pk: acknowledgedPartition, sk: date },
      {
        set: {
          schemaVersion: limitsVersion,
          expiresAt: expiryAfter(`${date}T00:00:00.000Z`, acknowledgedKeptDays),
        },
        addToSet: { [kind]: [leadId] },
        condition: { anyOf: [{ absent: kind }, { path: kind, shorterThan: budget }] },
      },
    );
    return counted !== undefined;
  }

  return {
    ...tableReminderLimit(table),

    async countContact(network, contact, at) {
      const day = at.slice(0, 10);
      const secret = await secretOf(day, at);
      // No HMAC, which costs four times as much: the secret is as long each day, and what is hidden goes nowhere.
      const hide = (text: string) => hash('sha256', `${secret}${text}`, 'base64url');
      const slot = slotOf(at);
      const hidden = hide(contact).slice(0, 11);
      const counted = await table.update(
        { pk: `NETWORK#${hide(network)}`, sk: 'NETWORK' },
        {
          set: { schemaVersion: limitsVersion, expiresAt: expiryAfter(at, networkKeptDays) },
          addToSet: { contacts: [hidden], [slotName(slot)]: [hidden] },
          condition: { anyOf: [isAbsent, { path: 'contacts', shorterThan: maxCountedContacts }] },
        },
      );
      if (counted) return countIn(counted, slot);
      remember(network, day);
      return { lastHour: maxCountedContacts, today: maxCountedContacts };
    },

    isSpent: (network, at) => spent.day === at.slice(0, 10) && spent.networks.has(network),

    async claimAnswer(address, leadId, at, { answers, withinHours }) {
      const earliest = new Date(Date.parse(at) - withinHours * hourMillis).toISOString();
      for (let number = 1; number <= answers; number++) {
        const first = await table.putIf(
          {
            ...senderKey(address, number === 1 ? 'ANSWER' : `ANSWER-${number}`),
            schemaVersion: limitsVersion,
            leadId,
            at,
            expiresAt: expiryAfter(at, 2),
          },
          // What has expired is deleted late: an old answer is replaced.
          { anyOf: [isAbsent, { path: 'at', atMost: earliest }] },
        );
        if (first.written) return true;
        const claimed = first.found && parseItem(answerSchema, first.found, 'An automatic answer');
        if (claimed?.leadId === leadId) return true;
      }
      return false;
    },

    async noteDisowned(address, at) {
      const expiresAt = expiryAfter(at, limits.disowned.days);
      await table.put({ ...senderKey(address, 'DISOWNED'), schemaVersion: limitsVersion, at, expiresAt });
    },

    async isDisowned(address, at) {
      const item = await table.get(senderKey(address, 'DISOWNED'));
      if (!item) return false;
      const earliest = new Date(Date.parse(at) - limits.disowned.days * 24 * hourMillis).toISOString();
      return parseItem(disownedSchema, item, 'An address that was disowned').at > earliest;
    },

    async countAcknowledgement(date, leadId, proven) {
      const kind = proven ? 'proven' : 'unproven';
      const { atMost } = limits.budget.proven;
      const { atLeast } = limits.budget.unproven;
      if (await countWithin(date, kind, leadId, proven ? atMost : atLeast)) return true;
      const days = await table.queryPartition(acknowledgedPartition, '');
      const counts = new Map(days.map((item) => [item.sk, parseItem(daySchema, item, 'A day of answers')]));
      if (counts.get(date)?.[kind]?.has(leadId)) return true;
      if (proven) return false;
      const sizes = [...counts].map(([day, { unproven, proven }]) => {
        return [day, (unproven?.size ?? 0) + (proven?.size ?? 0)] as const;
      });
      const budget = unprovenBudget(usualDay(date, new Map(sizes)));
      return budget > atLeast && countWithin(date, kind, leadId, budget);
    },
  };
}

const slotOf = (at: Moment): number =>
  Math.floor((Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))) / slotMinutes);
const slotName = (slot: number): string => `slot${slot}`;

function countIn(item: Item, newest: number): NetworkCount {
  const lastHour = new Set<unknown>();
  for (let slot = newest; slot > newest - slotsAnHour; slot--) {
    for (const contact of setIn(item, slotName(slot))) lastHour.add(contact);
  }
  return { lastHour: lastHour.size, today: setIn(item, 'contacts').size };
}

function setIn(item: Item, name: string): ReadonlySet<unknown> {
  const value = item[name];
  return value instanceof Set ? value : new Set();
}
