import * as z from 'zod';
import { mailFlags, mailOutcomes, noteReasons } from '../../domain/inbound/incoming-mail.ts';
import { type IntakeLog, type IntakeRecord, settlements } from '../../domain/ports/intake-log.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { senderKey } from './sender-key.ts';
import { claimItem, isAbsent, isAtRevision, isThere, type Key, type Table } from './table.ts';

const intakeVersion = 1;

/** A month longer than the raw mails, so that no mail that is still there looks as if nobody had worked it off. */
const keptDays = 400;
/** Whoever sends the same mail again does it within days. */
const contentKeptDays = 60;
const senderWindowMillis = 2 * 60 * 60_000;
/** Enough to see that it is too many. */
const maxCountedMails = 50;
/** Whoever says the same again so soon sends it again; later he means it. */
const sameAnswerMillis = 15 * 60_000;
/** A mail may wait for days until it is worked on again, and the one that said it once more with it. */
const saidKeptDays = 60;
/** Far more than one person says in a thread while a delivery may still be repeated. */
const maxSaid = 40;
/** Nobody asks further back; each day is one query. */
const farthestDays = 40;
const dayMillis = 86_400_000;
/** As often as a race for the same sender can be lost before something loops. */
const tries = 10;

const recordSchema = z.object({
  deliveryId: z.string(),
  receivedAt: z.string(),
  outcome: z.enum(mailOutcomes),
  leadId: z.string().optional(),
  asideId: z.string().optional(),
  reason: z.enum(noteReasons).optional(),
  flags: z.array(z.enum(mailFlags)),
  sender: z.string().optional(),
  senderName: z.string().optional(),
  subject: z.string().optional(),
  settled: z.enum(settlements).optional(),
});
const contentSchema = z.object({ deliveryId: z.string() });
const senderSchema = z.object({
  revision: z.int(),
  mails: z.array(z.object({ deliveryId: z.string(), at: z.string() })),
});

const saidSchema = z.object({
  revision: z.int(),
  said: z.array(z.object({ deliveryId: z.string(), first: z.string(), words: z.string(), at: z.string() })),
});

const intakeStatus = (day: string): string => `INTAKE#${day}`;
const intakeKey = (deliveryId: string): Key => ({ pk: `INTAKE#${deliveryId}`, sk: 'INTAKE' });
const mailsOfSender = (sender: string): Key => senderKey(sender, 'MAILS');

const saidIn = (thread: string): Key => senderKey(thread, 'SAID');

const isWithin = (moment: Moment, at: Moment, millis: number): boolean =>
  Math.abs(Date.parse(at) - Date.parse(moment)) < millis;

/** What became of each incoming mail, by the day it came in. */
export function tableIntakeLog(table: Table): IntakeLog {
  return {
    async find(deliveryId) {
      const item = await table.get(intakeKey(deliveryId));
      return item && parseItem(recordSchema, item.summary, 'The outcome of a mail');
    },

    async record(record) {
      await claimItem(table, {
        ...intakeKey(record.deliveryId),
        schemaVersion: intakeVersion,
        summary: record,
        status: intakeStatus(record.receivedAt.slice(0, 10)),
        sortAt: record.receivedAt,
        expiresAt: expiryAfter(record.receivedAt, keptDays),
      });
    },

    async settle(deliveryId, how) {
      await table.update(intakeKey(deliveryId), {
        set: { 'summary.settled': how },
        condition: isThere,
      });
    },

    async listSince(from) {
      const items = await Promise.all(
        daysSince(from).map((day) => table.queryIndex(intakeStatus(day), { from })),
      );
      return items
        .flat()
        .map(({ summary }) => parseItem(recordSchema, summary, 'The outcome of a mail'))
        .toSorted((one, other) => (sortText(one) < sortText(other) ? -1 : 1));
    },

    async claimContent(contentKey, deliveryId, at) {
      const first = await claimItem(table, {
        pk: `MAIL-CONTENT#${contentKey}`,
        sk: 'MAIL-CONTENT',
        schemaVersion: intakeVersion,
        deliveryId,
        expiresAt: expiryAfter(at, contentKeptDays),
      });
      return first ? parseItem(contentSchema, first, 'The first mail of a content').deliveryId : deliveryId;
    },

    async claimSaid({ thread, words, at }, deliveryId) {
      for (let attempt = 0; attempt < tries; attempt++) {
        const item = await table.get(saidIn(thread));
        const known = item ? parseItem(saidSchema, item, 'What was said in a thread') : undefined;
        const before = known?.said ?? [];
        const mine = before.find((one) => one.deliveryId === deliveryId);
        if (mine) return mine.first;
        const last = before.findLast((one) => isWithin(one.at, at, sameAnswerMillis));
        const said = { deliveryId, words, at, first: last?.words === words ? last.first : deliveryId };
        const revision = (known?.revision ?? 0) + 1;
        const { written } = await table.putIf(
          {
            ...saidIn(thread),
            schemaVersion: intakeVersion,
            revision,
            said: [...before, said].slice(-maxSaid),
            expiresAt: expiryAfter(at, saidKeptDays),
          },
          known ? isAtRevision(known.revision) : isAbsent,
        );
        if (written) return said.first;
      }
      throw new Error('What was said in a thread could not be noted');
    },

    async countSender(sender, deliveryId, at) {
      for (let attempt = 0; attempt < tries; attempt++) {
        const item = await table.get(mailsOfSender(sender));
        const known = item ? parseItem(senderSchema, item, 'The mails of a sender') : undefined;
        const recent = (known?.mails ?? []).filter((mail) => isWithin(mail.at, at, senderWindowMillis));
        if (recent.some((mail) => mail.deliveryId === deliveryId)) return recent.length;
        const mails = [...recent, { deliveryId, at }].slice(-maxCountedMails);
        const revision = (known?.revision ?? 0) + 1;
        const { written } = await table.putIf(
          {
            ...mailsOfSender(sender),
            schemaVersion: intakeVersion,
            revision,
            mails,
            expiresAt: expiryAfter(at, 2),
          },
          known ? isAtRevision(known.revision) : isAbsent,
        );
        if (written) return mails.length;
      }
      // Who is written to by so many at once is a machine: what comes of it may wait for the next try.
      throw new Error('The mails of a sender could not be counted');
    },
  };
}

const sortText = ({ receivedAt, deliveryId }: IntakeRecord): string => `${receivedAt}#${deliveryId}`;

/** The days (UTC) from a moment on. Mails of tomorrow do not exist, but clocks differ by a day at most. */
function daysSince(from: Moment): string[] {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: farthestDays + 2 }, (_, day) =>
    new Date(first + day * dayMillis).toISOString().slice(0, 10),
  );
}
